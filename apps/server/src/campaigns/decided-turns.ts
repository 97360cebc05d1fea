import type { DecidedTurn, NextTurn, TemplateRow } from '@jangkau/store';
import { messageOfTurn } from './message-of-turn.ts';

/** The next turns as far as there is room for their messages, in their order, each with the message that goes. */
export function decidedTurns(
  next: readonly NextTurn[],
  template: TemplateRow,
  { room, userHash }: { room: number; userHash: (phone: string) => Buffer },
): DecidedTurn[] {
  const decided: DecidedTurn[] = [];
  let messages = 0;
  for (const turn of next) {
    const { phone } = turn;
    if (turn.outcome !== 'queued' || phone === null) {
      decided.push({ ...turn, message: null });
      continue;
    }
    if (messages >= room) break;
    messages++;
    decided.push({
      ...turn,
      message: { phone, userHash: userHash(phone), body: messageOfTurn(template, turn) },
    });
  }
  return decided;
}
