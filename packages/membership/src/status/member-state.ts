import { type CalendarDate, isBefore, monthNumber, monthNumberOf } from '../calendar.ts';
import { type Deferred, type Enrolled, endedByCause, type Fact, type Left } from '../fact.ts';
import type { MembershipSettings } from '../membership-settings.ts';
import { isEmployed, isSelfPaying } from '../segment.ts';

/** Everything the fold remembers about a member between two days. Months are numbers (`monthNumber`). */
export interface MemberState {
  /** The spell that counts. */
  spell: Enrolled | undefined;
  /** Registered, but cover has not begun: first payment outstanding, or cover begins later. */
  pending: Enrolled | undefined;
  /** How the last spell ended, while there is no other. */
  left: Left | undefined;
  ended: 'DIED' | 'DUPLICATE' | 'CITIZENSHIP_LOST' | undefined;
  /** Day of departure, while abroad. */
  abroad: CalendarDate | undefined;
  /** Back from abroad and not yet paid for. */
  returned: boolean;
  born: CalendarDate | undefined;
  letters: CalendarDate[];
  /** Months somebody owes: the household itself as PBPU or BP, or the employer. */
  owedByHousehold: Set<number>;
  owedByEmployer: Set<number>;
  paid: Set<number>;
  deferrals: Deferred[];
  suspended: boolean;
}

/** A member nothing is known about. */
export function unknownMember(): MemberState {
  return {
    spell: undefined,
    pending: undefined,
    left: undefined,
    ended: undefined,
    abroad: undefined,
    returned: false,
    born: undefined,
    letters: [],
    owedByHousehold: new Set(),
    owedByEmployer: new Set(),
    paid: new Set(),
    deferrals: [],
    suspended: false,
  };
}

/** Takes one fact in, on its own day. */
export function applyFact(state: MemberState, fact: Fact, settings: MembershipSettings): void {
  switch (fact.kind) {
    case 'born':
      state.born = fact.on;
      return;
    case 'student-letter':
      state.letters.push(fact.on);
      return;
    case 'enrolled':
      enrol(state, fact, settings);
      return;
    case 'left':
      leave(state, fact);
      return;
    case 'paid':
      for (const paid of fact.months) state.paid.add(monthNumber(paid));
      if (state.pending && isFirstPayment(state.pending, fact)) {
        startSpell(state, state.pending, fact.on, settings);
      }
      liftSuspension(state, fact.on, settings);
      return;
    case 'deferred':
      state.deferrals.push(fact);
      liftSuspension(state, fact.on, settings);
      return;
    case 'went-abroad':
      state.abroad = fact.on;
      return;
    case 'returned':
      comeBack(state, fact.on, settings);
      return;
    case 'duplicate':
      state.ended ??= 'DUPLICATE';
      return;
    case 'citizenship-lost':
      state.ended ??= 'CITIZENSHIP_LOST';
      return;
    case 'died':
      state.ended = 'DIED';
      return;
    case 'withdrawn':
      return;
  }
}

/** Lets a day begin: months become owed, unpaid months suspend, announced cover begins. */
export function beginDay(state: MemberState, day: CalendarDate, settings: MembershipSettings): void {
  const month = monthNumberOf(day);
  if (state.pending?.coverFrom?.equals(day)) startSpell(state, state.pending, day, settings);
  if (state.ended || isAway(state, day)) return;
  if (!state.suspended && owesArrears(state, day, settings)) state.suspended = true;
  if (day.day !== 1) return;
  owedOf(state)?.add(month);
  // The oldest of the months that count may have dropped out by now, the others being paid ahead.
  liftSuspension(state, day, settings);
}

/** Whether a member who left the country is away: from the month after departure, contributions being paid to it. */
export function isAway(state: MemberState, day: CalendarDate): boolean {
  return state.abroad !== undefined && monthNumberOf(state.abroad) < monthNumberOf(day);
}

/** Unpaid ended months that must be paid to be covered again: at most the cap, the latest ones. */
export function arrearsMonths(state: MemberState, day: CalendarDate, settings: MembershipSettings): number[] {
  const owed = owedOf(state);
  if (!owed) return [];
  const current = monthNumberOf(day);
  // No later month than the current one is owed yet.
  let left = Math.min(settings.arrearsCapMonths, owed.size - (owed.has(current) ? 1 : 0));
  const unpaid: number[] = [];
  for (let month = current - 1; left > 0; month--) {
    if (!owed.has(month)) continue;
    left--;
    if (!state.paid.has(month)) unpaid.push(month);
  }
  return unpaid;
}

/** The deferral that keeps an unpaid month from suspending on a day. */
export function deferralOf(state: MemberState, month: number, day: CalendarDate): Deferred | undefined {
  return state.deferrals.find(
    ({ months, until }) => isBefore(day, until) && months.some((deferred) => monthNumber(deferred) === month),
  );
}

/** Whether contributions of the present spell are on a bill, so that unpaid months suspend. */
export function owedOf(state: MemberState): Set<number> | undefined {
  if (!state.spell) return undefined;
  if (isSelfPaying(state.spell.segment)) return state.owedByHousehold;
  return isEmployed(state.spell.segment) && state.spell.owedFrom ? state.owedByEmployer : undefined;
}

function enrol(state: MemberState, fact: Enrolled, settings: MembershipSettings): void {
  const later = fact.coverFrom !== undefined && isBefore(fact.on, fact.coverFrom);
  const unpaid = isSelfPaying(fact.segment) && !fact.owedFrom;
  if (later || unpaid) state.pending = fact;
  else startSpell(state, fact, fact.on, settings);
}

function startSpell(
  state: MemberState,
  fact: Enrolled,
  day: CalendarDate,
  settings: MembershipSettings,
): void {
  closeBill(state, day);
  state.spell = fact;
  state.pending = undefined;
  state.left = undefined;
  state.suspended = false;
  const owed = owedOf(state);
  if (!owed) return;
  const month = monthNumberOf(day);
  const first = fact.owedFrom ? monthNumber(fact.owedFrom) : month;
  for (let owedMonth = first; owedMonth <= month; owedMonth++) owed.add(owedMonth);
  state.suspended = owesArrears(state, day, settings);
}

/** A month is owed in full to the bill it began on; a bill that ends on the 1st never had that month. */
function closeBill(state: MemberState, day: CalendarDate): void {
  if (day.day === 1) owedOf(state)?.delete(monthNumberOf(day));
}

function leave(state: MemberState, fact: Left): void {
  if (state.spell && !endedByCause[fact.cause].includes(state.spell.segment)) return;
  closeBill(state, fact.on);
  state.spell = undefined;
  state.suspended = false;
  state.left = fact;
}

function comeBack(state: MemberState, on: CalendarDate, settings: MembershipSettings): void {
  const gone = state.abroad;
  const wasAway = isAway(state, on);
  state.abroad = undefined;
  const owed = owedOf(state);
  if (gone === undefined || !wasAway || !owed) return;
  const month = monthNumberOf(on);
  const early = isBefore(on, gone.add({ months: settings.abroadMonths }));
  const first = early ? monthNumberOf(gone) + 1 : month;
  for (let owedMonth = first; owedMonth <= month; owedMonth++) owed.add(owedMonth);
  state.suspended = true;
  state.returned = true;
  liftSuspension(state, on, settings);
}

function isFirstPayment(pending: Enrolled, paid: Extract<Fact, { kind: 'paid' }>): boolean {
  const registered = monthNumberOf(pending.on);
  return isSelfPaying(pending.segment) && paid.months.some((month) => monthNumber(month) >= registered);
}

function liftSuspension(state: MemberState, day: CalendarDate, settings: MembershipSettings): void {
  if (!state.suspended || owesArrears(state, day, settings)) return;
  const month = monthNumberOf(day);
  if (!state.paid.has(month) && !deferralOf(state, month, day)) return;
  state.suspended = false;
  state.returned = false;
}

function owesArrears(state: MemberState, day: CalendarDate, settings: MembershipSettings): boolean {
  return arrearsMonths(state, day, settings).some((month) => !deferralOf(state, month, day));
}
