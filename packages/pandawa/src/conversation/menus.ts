import { flowOf } from '../flows/all-flows.ts';
import type { Flow } from '../flows/flow.ts';
import type { Choice } from '../message/message.ts';
import type { Turn } from './turn.ts';

/** Branches of PANDAWA. */
export const branches = {
  administrasi: {
    title: 'Administrasi',
    flows: [
      'reactivate',
      'rehab',
      'register',
      'add-family',
      'newborn',
      'segment',
      'identity',
      'class',
      'facility',
    ],
  },
  informasi: {
    title: 'Informasi',
    flows: [
      'status',
      'bill',
      'arrears',
      'virtual-account',
      'pay-how',
      'payment-missing',
      'rehab-info',
      'card',
      'office',
    ],
  },
  pengaduan: { title: 'Pengaduan', flows: [] },
} as const;

export type Branch = keyof typeof branches;

/** The first menu, with likelier guesses in front when a message was half understood. */
export function showMenu(turn: Turn, text: string, guesses: readonly string[] = []): undefined {
  if (guesses.length === 0) {
    turn.ask(
      text,
      Object.entries(branches).map(([id, { title }]) => ({ id: `menu.${id}`, title })),
    );
    return;
  }
  turn.ask(text, [
    ...guesses.flatMap((id) => rowOf(turn.flows, id)),
    ...Object.entries(branches).map(([id, { title }]) => ({ id: `menu.${id}`, title })),
    { id: 'word.person', title: 'Bicara petugas' },
  ]);
}

/** The services of a branch. */
export function showBranch(turn: Turn, branch: Branch): undefined {
  turn.ask(`${branches[branch].title}: pilih layanan, atau ketik keperluan Anda.`, [
    ...branches[branch].flows.flatMap((id) => rowOf(turn.flows, id)),
    branch === 'administrasi'
      ? { id: 'begin.death', title: 'Lapor meninggal dunia' }
      : { id: 'word.person', title: 'Bicara petugas' },
  ]);
}

function rowOf(flows: readonly Flow[], id: string): Choice[] {
  const flow = flowOf(flows, id);
  return flow ? [{ id: `begin.${id}`, title: flow.title.slice(0, 24) }] : [];
}
