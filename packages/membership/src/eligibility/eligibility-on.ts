import { type CalendarDate, parseDate } from '../calendar.ts';
import type { Fact } from '../fact.ts';
import type { Inactivity } from '../inactivity.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';
import { filledWords, type NextStep, nextStepOf, type ReasonCode, reasons } from '../reason.ts';
import { isTaxPaid, type Segment } from '../segment.ts';
import { type StatusView, statusOn } from '../status/status-on.ts';
import { firstPaymentDays, type NextAct, nextActs } from './next-act.ts';
import type { Reactivation, Standing } from './standing.ts';

/** Whether a member is covered on a day, why, and what to do. Dates are ISO. */
export interface Eligibility {
  readonly day: string;
  readonly covered: boolean;
  readonly reason: ReasonCode;
  readonly text: NextStep;
  readonly legalBasis: string;
  readonly nextStep: NextStep;
  readonly acts: readonly NextAct[];
  readonly inactivity: Inactivity | null;
  readonly since: string | null;
  /** Last day of this state, when it is known to change by itself. */
  readonly until: string | null;
  readonly segment: Segment | null;
  /** Class of the room one is entitled to on the day; null without cover ever. */
  readonly roomClass: 1 | 2 | 3 | null;
  readonly fktp: Standing['fktp'];
  readonly arrearsMonths: number;
  /** Open on the day: an inpatient stay (RITL) is fined. Null: no fine. */
  readonly fineWindow: Reactivation | null;
}

/**
 * The decision the hospital door gives on a standing. What is due by the day has taken effect, whether the
 * register has written it down yet or not.
 */
export function eligibilityOn(
  standing: Standing,
  day: string,
  settings: MembershipSettings = defaultMembershipSettings,
): Eligibility {
  const now = withDue(standing, day);
  const { reason, segment, since, due } = now;
  const { active, inactivity } = reasons[reason];
  return {
    day,
    covered: active,
    reason,
    ...reasonWords(now, day, settings),
    acts: nextActs(now, day, settings),
    inactivity,
    since,
    until: due === null ? null : dayBefore(due.on),
    segment,
    // Cover after a layoff is that of class III (Perpres 82/2018 Art 27).
    roomClass: reason === 'LAYOFF_GUARANTEE' ? 3 : now.roomClass,
    fktp: now.fktp,
    arrearsMonths: now.arrearsMonths,
    fineWindow: active ? fineWindowOn(now, day) : null,
  };
}

/** A standing in words as of a day: why, by what rule, and what to do next. */
export function reasonWords(
  standing: Pick<Standing, 'reason' | 'since' | 'due'>,
  day: string,
  settings: MembershipSettings = defaultMembershipSettings,
): Pick<Eligibility, 'text' | 'legalBasis' | 'nextStep'> {
  const { reason } = standing;
  const places = placesOf(standing, settings);
  return {
    text: filledWords(reasons[reason], places),
    legalBasis: reasons[reason].legalBasis,
    nextStep: nextStepOf(reason, places, day),
  };
}

/** Where the fold over facts finds a member, for `eligibilityOn`. */
export function standingOn(
  facts: readonly Fact[],
  day: CalendarDate,
  known: Pick<Standing, 'roomClass' | 'fktp'>,
  view: StatusView = {},
): Standing {
  const { reason, since, segment, arrearsMonths } = statusOn(facts, day, view);
  return {
    ...known,
    reason,
    since: since === null ? null : since.toString(),
    segment,
    due: null,
    arrearsMonths,
    toPay: null,
    reactivation: null,
  };
}

/** Time has run out by the day: an age, the months after a layoff, an application. */
function withDue(standing: Standing, day: string): Standing {
  const { due } = standing;
  return due === null || due.on > day || due.reason === standing.reason
    ? standing
    : { ...standing, reason: due.reason, since: due.on, due: null };
}

function fineWindowOn({ reactivation, segment }: Standing, day: string): Reactivation | null {
  if (reactivation === null || segment === null || isTaxPaid(segment)) return null;
  const open = day >= reactivation.on && day <= reactivation.fineLastDay && reactivation.arrearsMonths > 0;
  return open ? reactivation : null;
}

/** First and last day that stand in the words of a reason; none when the standing does not tell. */
function placesOf(
  { reason, since, due }: Pick<Standing, 'reason' | 'since' | 'due'>,
  settings: MembershipSettings,
): Record<string, string> {
  if (reason === 'PBI_REMOVED' && since !== null)
    return { until: parseDate(since).add({ months: settings.pbiReturnMonths }).toString() };
  if (reason === 'AWAITING_FIRST_PAYMENT') return firstPaymentDays(since, due, settings);
  if (due === null) return {};
  return { from: due.on, until: reason === 'ARREARS_DEFERRED' ? due.on : dayBefore(due.on) };
}

function dayBefore(day: string): string {
  return parseDate(day).subtract({ days: 1 }).toString();
}
