import { type CaseState, outcomeNames } from '@jangkau/pesiar';
import { useSay, useWords } from '@jangkau/phone';

/** Where a case stands, in one or two words. */
export function CaseChip({ state }: { state: CaseState }) {
  const say = useSay();
  const words = useWords();
  if (state.bucket) return <span class="chip done">{words(outcomeNames[state.bucket])}</span>;
  const text = {
    open: say('Belum ditugaskan', 'Not assigned'),
    assigned: say('Belum dikunjungi', 'Not visited'),
    visited: say(`Dikunjungi ${state.visits}×`, `Visited ${state.visits}×`),
    advocated: say('Sudah dijelaskan', 'Explained'),
    registered: say('Menunggu meja', 'At the desk'),
    active: say('Aktif', 'Active'),
    closed: say('Selesai', 'Done'),
  }[state.phase];
  return <span class={`chip ${state.phase}`}>{text}</span>;
}
