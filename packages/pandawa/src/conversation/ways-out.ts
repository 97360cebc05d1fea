import { zoneName } from '@jangkau/kernel';
import type { Turn } from './turn.ts';

/** An answer that did not fit: said why, and after the last one a person takes over. */
export function miss(turn: Turn, text: string): boolean {
  turn.state.misses += 1;
  if (turn.state.misses < turn.settings.misses) {
    turn.say(text);
    return true;
  }
  handOver(turn, 'not-understood', text);
  return false;
}

/** Gives the conversation to a person of the branch, honest about when one answers. */
export function handOver(turn: Turn, reason: 'asked' | 'not-understood' | 'locked', before = ''): undefined {
  const { state, office, settings } = turn;
  turn.emit({ kind: 'hand-over', service: state.flow?.id ?? 'menu', reason });
  state.phase = 'person';
  state.flow = null;
  state.number = null;
  state.misses = 0;
  turn.say(before);
  turn.say(
    office.open
      ? 'Kami teruskan ke petugas. Tulis keperluan Anda di sini; petugas menjawab secepatnya. Ketik MENU untuk kembali ke layanan otomatis.'
      : `Kami teruskan ke petugas. Kantor sedang tutup; petugas menjawab mulai ${office.opens} ${zoneName(settings.office.utcOffset)}. Tulis keperluan Anda sekarang, atau ketik MENU untuk layanan otomatis.`,
  );
}

/** Ends what runs and says so. */
export function endFlow(turn: Turn, text: string): undefined {
  turn.state.flow = null;
  turn.state.number = null;
  turn.state.phase = 'menu';
  turn.state.misses = 0;
  turn.say(text);
}
