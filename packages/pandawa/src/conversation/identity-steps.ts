import { flowOf } from '../flows/all-flows.ts';
import { readDate, readMemberNumber } from './answer-checks.ts';
import { enterStep } from './flow-steps.ts';
import { minutesAfter, minutesBetween } from './instants.ts';
import type { Turn } from './turn.ts';
import { handOver, miss } from './ways-out.ts';

/** Begins a flow: proof of identity first when it needs more than there is. */
export function beginFlow(turn: Turn, id: string): undefined {
  const { state } = turn;
  const flow = flowOf(turn.flows, id);
  if (!flow) return;
  state.misses = 0;
  state.flow = {
    id,
    version: flow.version,
    step: flow.first,
    behind: [],
    answers: {},
    files: [],
    recorded: null,
    begun: turn.event.id,
  };
  proveIdentity(turn);
}

/** Asks for what is missing to reach the level of the flow, or enters it. */
function proveIdentity(turn: Turn): undefined {
  const { state, flow } = turn;
  if (!flow || !state.flow) return;
  if (state.level >= flow.level) {
    state.phase = 'flow';
    // What is told is as fresh as the question.
    if (
      state.facts &&
      flow.level > 0 &&
      turn.event.kind !== 'identified' &&
      turn.event.kind !== 'code-right'
    ) {
      turn.emit({ kind: 'read-account', memberId: state.facts.memberId, stages: 0 });
      return;
    }
    enterStep(turn, flow.first);
    return;
  }
  if (isLocked(turn)) {
    leaveFlow(turn);
    turn.say(
      'Demi keamanan, pemeriksaan identitas dari nomor ini ditutup sementara. Coba lagi nanti, datang ke kantor dengan KTP, atau ketik PETUGAS.',
    );
    return;
  }
  if (state.level === 0) {
    state.phase = 'number';
    state.number = null;
    turn.say(
      `${flow.title}: untuk menjaga data Anda, ketik NIK (16 angka) atau nomor kartu JKN (13 angka). Hanya dari nomor HP yang terdaftar.`,
    );
    return;
  }
  if (state.facts) turn.emit({ kind: 'send-code', memberId: state.facts.memberId });
}

/** Something typed while identity is being proven. */
export function identityAnswer(turn: Turn, text: string): undefined {
  const { state } = turn;
  if (state.phase === 'number') {
    const number = readMemberNumber(text);
    if (!number) {
      miss(turn, 'Nomor belum tepat: NIK 16 angka atau nomor kartu 13 angka.');
      return;
    }
    state.number = number;
    state.phase = 'birth';
    state.misses = 0;
    turn.say('Tanggal lahir? Contoh: 17-08-1990.');
    return;
  }
  if (state.phase === 'birth') {
    const born = readDate(text.trim());
    if (!born || !state.number) {
      miss(turn, 'Tanggal belum terbaca. Contoh: 17-08-1990.');
      return;
    }
    turn.emit({ kind: 'identify', number: state.number, born });
    return;
  }
  const code = text.replace(/\D/g, '');
  if (code.length !== 6 || !state.facts) {
    miss(turn, 'Kode terdiri dari 6 angka.');
    return;
  }
  turn.emit({ kind: 'check-code', memberId: state.facts.memberId, code });
}

/** The answer to a proof of identity. */
export function identityResult(turn: Turn): undefined {
  const { state, event } = turn;
  switch (event.kind) {
    case 'identified':
      if (state.phase !== 'birth') return;
      state.level = 1;
      state.facts = event.facts;
      state.number = null;
      state.guesses = 0;
      state.locks = 0;
      state.misses = 0;
      proveIdentity(turn);
      return;
    case 'not-identified':
      if (state.phase !== 'birth') return;
      state.number = null;
      state.phase = 'number';
      failed(
        turn,
        'Data tidak cocok dengan catatan kami untuk nomor WhatsApp ini. Ketik lagi NIK atau nomor kartu. Nomor HP sudah ganti? Ketik PETUGAS.',
      );
      return;
    case 'code-sent':
      state.phase = 'code';
      turn.say(
        'Kode 6 angka kami kirim ke nomor HP Anda yang terdaftar, berlaku 5 menit. Ketik kodenya. Jangan berikan kepada siapa pun.',
      );
      return;
    case 'code-not-sent':
      handOver(turn, 'locked', 'Kode belum dapat dikirim ke nomor HP yang terdaftar.');
      return;
    case 'code-right':
      if (state.phase !== 'code') return;
      state.level = 2;
      state.guesses = 0;
      state.misses = 0;
      proveIdentity(turn);
      return;
    case 'code-wrong':
      if (state.phase === 'code') failed(turn, 'Kode salah atau sudah lewat waktu. Ketik lagi, atau BATAL.');
      return;
    default:
  }
}

function failed(turn: Turn, text: string): undefined {
  const { state, settings } = turn;
  state.guesses += 1;
  if (state.guesses < settings.guesses) {
    turn.say(text);
    return;
  }
  const minutes = settings.lockMinutes * 2 ** Math.min(state.locks, 5);
  state.guesses = 0;
  state.locks += 1;
  state.lockedUntil = minutesAfter(turn.event.at, minutes);
  state.level = 0;
  state.facts = null;
  leaveFlow(turn);
  turn.emit({ kind: 'alert', what: 'guessing' });
  turn.say(
    `Data ${settings.guesses} kali tidak cocok. Demi keamanan, pemeriksaan ditutup ${minutes} menit. Datang ke kantor dengan KTP, atau ketik PETUGAS.`,
  );
}

function isLocked({ state, event }: Turn): boolean {
  return state.lockedUntil !== null && minutesBetween(event.at, state.lockedUntil) > 0;
}

function leaveFlow({ state }: Turn): undefined {
  state.flow = null;
  state.number = null;
  state.phase = 'menu';
}
