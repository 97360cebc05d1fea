import { Temporal } from 'temporal-polyfill';

/** What a clock of UU 27/2022 runs for. */
export type ClockKind =
  | 'access'
  | 'correction'
  | 'restriction'
  | 'objection'
  | 'withdrawal'
  | 'erasure'
  | 'breach-notice';

/** How long an act may take, as the law has it on a day. */
export interface ClockRule {
  kind: ClockKind;
  /** Most hours from when the office was asked (or knew) to when it has acted. */
  hours: number;
  /** First day the rule holds. */
  validFrom: string;
  /** Last day it holds; null while no other rule follows. */
  validTo: string | null;
  legalBasis: string;
  /** False where the law names no hours and the office holds itself to those of its neighbours. */
  inLaw: boolean;
}

// In force since 17 October 2022, binding after two years to adapt.
const since = '2024-10-17';
const rule = (kind: ClockKind, legalBasis: string, inLaw = true): ClockRule => ({
  kind,
  hours: 72,
  validFrom: since,
  validTo: null,
  legalBasis,
  inLaw,
});

/** Every clock, 3 x 24 hours each. */
export const clockRules: readonly ClockRule[] = [
  rule('access', 'UU 27/2022 Pasal 7 dan Pasal 32'),
  rule('correction', 'UU 27/2022 Pasal 6 dan Pasal 30'),
  rule('restriction', 'UU 27/2022 Pasal 11 dan Pasal 41'),
  rule('withdrawal', 'UU 27/2022 Pasal 9 dan Pasal 40'),
  rule('objection', 'UU 27/2022 Pasal 10; tenggat disamakan dengan Pasal 41', false),
  rule('erasure', 'UU 27/2022 Pasal 8, Pasal 43 dan Pasal 44; tenggat disamakan dengan Pasal 41', false),
  rule('breach-notice', 'UU 27/2022 Pasal 46'),
];

/**
 * The rule of a clock on a day ('2026-11-21'). An office may hold itself to fewer hours than the law, never to
 * more: `ownHours` counts only when it is shorter.
 * @throws RangeError when no rule holds on that day
 */
export function clockOn(kind: ClockKind, day: string, ownHours?: number): ClockRule {
  const found = clockRules.find(
    (one) => one.kind === kind && one.validFrom <= day && (one.validTo === null || day <= one.validTo),
  );
  if (!found) throw new RangeError(`no clock ${kind} on ${day}`);
  return ownHours !== undefined && ownHours < found.hours ? { ...found, hours: ownHours } : found;
}

/** When a clock that started at an instant runs out. Hours run through nights and holidays. */
export function dueAt(start: string, hours: number): string {
  return Temporal.Instant.from(start).add({ hours }).toString();
}

/** soon: less than a third of 72 hours is left. met and late are of clocks that were stopped. */
export type ClockState = 'running' | 'soon' | 'overdue' | 'met' | 'late';

/** Hours before the end at which a clock warns. */
export const warningHours = 24;

/** How a clock stands at `now`, or stood when it was stopped. */
export function clockState(due: string, now: string, stoppedAt: string | null): ClockState {
  const left = (at: string) => Temporal.Instant.from(at).until(Temporal.Instant.from(due)).total('hours');
  if (stoppedAt !== null) return left(stoppedAt) >= 0 ? 'met' : 'late';
  if (left(now) < 0) return 'overdue';
  return left(now) <= warningHours ? 'soon' : 'running';
}
