import { type CalendarDate, firstDaysBetween, isBefore, monthNumberOf } from '../calendar.ts';
import type { Enrolled, Fact, Left } from '../fact.ts';
import type { Inactivity } from '../inactivity.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';
import { type NextStep, nextStepOf, type ReasonCode, reasons } from '../reason.ts';
import { childAges, isChildCovered } from '../rules/child-cover.ts';
import { layoffGuarantee } from '../rules/layoff-guarantee.ts';
import { pbiReturn } from '../rules/pbi-return.ts';
import { isEmployed, isSelfPaying, type Segment } from '../segment.ts';
import { knownFacts } from './known-facts.ts';
import {
  applyFact,
  arrearsMonths,
  beginDay,
  deferralOf,
  isAway,
  type MemberState,
  owedOf,
  unknownMember,
} from './member-state.ts';

/** Cover of a member on a day. */
export interface Status {
  readonly active: boolean;
  /** First day of the present state (covered, or this kind of inactivity); null when nothing is known. */
  readonly since: CalendarDate | null;
  readonly reason: ReasonCode;
  readonly legalBasis: string;
  readonly nextStep: NextStep;
  readonly inactivity: Inactivity | null;
  /** Segment of the spell that counts; null between segments. */
  readonly segment: Segment | null;
  /** Unpaid ended months that must be paid to be covered again (at most the cap); 0 when none. */
  readonly arrearsMonths: number;
  readonly settingsUsed: MembershipSettings;
}

/** From a day on, a state of cover. */
export interface StatusChange extends Omit<Status, 'since' | 'settingsUsed'> {
  readonly from: CalendarDate;
}

/** How to look at facts. */
export interface StatusView {
  /** Only what the branch had recorded by this moment (ISO 8601, UTC). */
  readonly knownAt?: string;
  readonly settings?: MembershipSettings;
}

/**
 * Status of a member on a day: a fold over the facts, whatever order they came in. With `knownAt` it answers as
 * the branch would have at that moment.
 */
export function statusOn(facts: readonly Fact[], day: CalendarDate, view: StatusView = {}): Status {
  const changes = statusTimeline(facts, day, view);
  const settingsUsed = view.settings ?? defaultMembershipSettings;
  let at = changes.length - 1;
  const last = changes[at];
  if (!last) {
    return { ...describe('NEVER_ENROLLED'), since: null, segment: null, arrearsMonths: 0, settingsUsed };
  }
  while (at > 0 && sameState(changes[at - 1] as StatusChange, last)) at--;
  const { from: _, ...status } = last;
  return { ...status, since: (changes[at] as StatusChange).from, settingsUsed };
}

/** Every change of status up to a day, oldest first. Neighbours differ in state, reason, segment or arrears. */
export function statusTimeline(
  facts: readonly Fact[],
  until: CalendarDate,
  { knownAt, settings = defaultMembershipSettings }: StatusView = {},
): StatusChange[] {
  const known = knownFacts(facts, knownAt).filter(({ on }) => !isBefore(until, on));
  const state = unknownMember();
  const changes: StatusChange[] = [];
  let next = 0;
  for (const day of daysThatMatter(known, until, settings)) {
    beginDay(state, day, settings);
    for (; next < known.length && !isBefore(day, (known[next] as Fact).on); next++) {
      const fact = known[next] as Fact;
      // Somebody who dies is covered on that day.
      if (fact.kind !== 'died') applyFact(state, fact, settings);
      else if (isBefore(fact.on, day)) applyFact(state, fact, settings);
      else break;
    }
    const change = { from: day, ...read(state, day, settings) };
    const last = changes.at(-1);
    if (!last || told(last) !== told(change)) changes.push(change);
  }
  return changes;
}

/** What a change tells, as one text. */
function told({ reason, segment, arrearsMonths: owing, legalBasis, nextStep }: StatusChange): string {
  return `${reason} ${segment} ${owing} ${legalBasis} ${nextStep.id}`;
}

function sameState(a: StatusChange, b: StatusChange): boolean {
  return a.active === b.active && a.inactivity === b.inactivity;
}

/** Days on which a status can change: those of facts, the first of every month, and days when time runs out. */
function daysThatMatter(
  known: readonly Fact[],
  until: CalendarDate,
  settings: MembershipSettings,
): CalendarDate[] {
  const first = known.find(({ kind }) => kind !== 'born');
  if (!first) return [];
  const days = [...known.map(({ on }) => on), ...firstDaysBetween(first.on, until)];
  for (const fact of known) {
    if (fact.kind === 'enrolled' && fact.coverFrom) days.push(fact.coverFrom);
    if (fact.kind === 'enrolled') days.push(fact.on.add({ days: settings.firstPaymentToDay + 1 }));
    if (fact.kind === 'left') days.push(...daysAfterLeaving(fact, settings));
    if (fact.kind === 'deferred') days.push(fact.until);
    if (fact.kind === 'died') days.push(fact.on.add({ days: 1 }));
    if (fact.kind === 'born') {
      days.push(fact.on.add({ years: childAges.withoutStudy }), fact.on.add({ years: childAges.inStudy }));
    }
  }
  const byText = new Map(days.map((day) => [day.toString(), day]));
  const [from, to] = [first.on.toString(), until.toString()];
  return [...byText]
    .filter(([text]) => text >= from && text <= to)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, day]) => day);
}

/** Days on which a guarantee has ended or the way back has closed. */
function daysAfterLeaving({ on, cause }: Left, settings: MembershipSettings): CalendarDate[] {
  const over = on.add({ months: settings.layoffMonths });
  return cause === 'pbi-removed'
    ? [over, on.add({ months: settings.pbiReturnMonths }).add({ days: 1 })]
    : [over];
}

type Reading = Omit<StatusChange, 'from'>;

function read(state: MemberState, day: CalendarDate, settings: MembershipSettings): Reading {
  const segment = state.spell?.segment ?? null;
  const owing = arrearsMonths(state, day, settings).length;
  const tell = (code: ReasonCode, places?: Record<string, string>): Reading => ({
    ...describe(code, places, day),
    segment,
    arrearsMonths: owing,
  });
  if (state.ended) return tell(state.ended);
  if (isAway(state, day)) return tell('ABROAD');
  if (!state.spell) return withoutSpell(state, day, settings, tell);
  if (isEmployed(state.spell.segment) && isTooOld(state, state.spell, day, settings)) {
    return tell('CHILD_OVER_AGE');
  }
  const owed = owedOf(state);
  if (owed) return onBill(state, state.spell, day, settings, tell);
  if (state.spell.segment === 'PBI_APBN') return tell('STATE_PAYS');
  return tell(state.spell.segment === 'PBPU_PEMDA' ? 'REGION_PAYS' : 'EMPLOYER_PAYS');
}

type Tell = (code: ReasonCode, places?: Record<string, string>) => Reading;

function onBill(
  state: MemberState,
  spell: Enrolled,
  day: CalendarDate,
  settings: MembershipSettings,
  tell: Tell,
): Reading {
  const unpaid = arrearsMonths(state, day, settings);
  if (state.suspended) {
    if (state.returned && unpaid.length === 0) return tell('RETURNED');
    return tell(isSelfPaying(spell.segment) ? 'ARREARS' : 'EMPLOYER_ARREARS');
  }
  const deferral = unpaid.map((month) => deferralOf(state, month, day)).find((found) => found);
  if (deferral) {
    return {
      ...tell('ARREARS_DEFERRED', { until: deferral.until.toString() }),
      legalBasis: deferral.legalBasis,
    };
  }
  return tell(state.paid.has(monthNumberOf(day)) ? 'PAID' : 'CURRENT_MONTH_DUE');
}

function withoutSpell(
  state: MemberState,
  day: CalendarDate,
  settings: MembershipSettings,
  tell: Tell,
): Reading {
  const { left, pending } = state;
  const guarantee =
    left &&
    layoffGuarantee(left.on, { laidOff: left.cause === 'laid-off', proof: left.proof ?? false }, settings);
  if (guarantee && !isBefore(guarantee.lastDay, day)) {
    return tell('LAYOFF_GUARANTEE', { until: guarantee.lastDay.toString() });
  }
  if (pending) return whilePending(pending, day, settings, tell);
  if (!left) return tell('NEVER_ENROLLED');
  switch (left.cause) {
    case 'pbi-removed': {
      const back = pbiReturn(left.on, day, settings);
      return { ...tell('PBI_REMOVED', { until: back.lastDay.toString() }), legalBasis: back.legalBasis };
    }
    case 'pemda-removed':
      return tell('PEMDA_REMOVED');
    case 'laid-off':
      return tell(guarantee ? 'LAYOFF_GUARANTEE_OVER' : 'EMPLOYMENT_ENDED');
    case 'employment-ended':
      return tell('EMPLOYMENT_ENDED');
    case 'family-dropped':
      return tell('FAMILY_DROPPED');
    case 'moved':
      return tell('MOVED_OUT');
  }
}

function whilePending(
  pending: Enrolled,
  day: CalendarDate,
  settings: MembershipSettings,
  tell: Tell,
): Reading {
  if (!isSelfPaying(pending.segment)) {
    return tell('AWAITING_COVER_START', { from: String(pending.coverFrom) });
  }
  const until = pending.on.add({ days: settings.firstPaymentToDay });
  if (isBefore(until, day)) return tell('APPLICATION_LAPSED');
  const from = pending.on.add({ days: pending.waitWaived ? 0 : settings.firstPaymentFromDay });
  return tell('AWAITING_FIRST_PAYMENT', { from: from.toString(), until: until.toString() });
}

function isTooOld(
  state: MemberState,
  spell: Enrolled,
  day: CalendarDate,
  settings: MembershipSettings,
): boolean {
  return spell.role === 'child' && !!state.born && !isChildCovered(state.born, day, state.letters, settings);
}

function describe(
  code: ReasonCode,
  places: Record<string, string> = {},
  day?: CalendarDate,
): Pick<Status, 'active' | 'reason' | 'legalBasis' | 'nextStep' | 'inactivity'> {
  const { active, inactivity, legalBasis } = reasons[code];
  return {
    active,
    reason: code,
    legalBasis,
    nextStep: nextStepOf(code, places, day?.toString()),
    inactivity,
  };
}
