import type { Standing } from '@jangkau/membership';
import { reasonOf } from './reason-of.ts';

/**
 * When a kept state changes by itself and into what. A change that is only planned says nothing about the state of
 * now, unless it is what one waits for.
 */
export function dueOf(kept: {
  reason: string;
  dueOn: string | null;
  dueReason: string | null;
}): Standing['due'] {
  const { reason, dueOn, dueReason } = kept;
  if (dueOn === null || dueReason === null) return null;
  if (dueReason !== 'PLANNED') return { on: dueOn, reason: reasonOf(dueReason) };
  return reason === 'AWAITING_COVER_START' ? { on: dueOn, reason } : null;
}
