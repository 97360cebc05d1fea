import type { CalendarDate, Inactivity, Month, ReasonCode, Segment } from '@jangkau/membership';
import {
  addMonths,
  firstDay,
  isEmployed,
  isSelfPaying,
  isTaxPaid,
  monthOf,
  monthsBetween,
  nextStepOf,
  reasons,
} from '@jangkau/membership';
import { type Arrears, arrearsIn, noArrears } from '../arrears/arrears.ts';
import { type ArrearsAdjustment, writeOff } from '../arrears/arrears-adjustment.ts';
import { type Reactivation, reactivation } from '../arrears/reactivation.ts';
import type { ContributionSettings } from '../contribution-settings.ts';
import { type RehabEligibility, rehabEligibility } from '../rehab/rehab-eligibility.ts';
import { type RehabPlan, rehabPlan } from '../rehab/rehab-plan.ts';
import { type ServiceFine, serviceFine } from '../service-fine.ts';
import type { WageFloor } from '../tariff/minimum-wage.ts';
import {
  type Contributor,
  type MonthlyContribution,
  monthlyContribution,
} from '../tariff/monthly-contribution.ts';
import type { QuoteCase } from './quote-case.ts';
import { hasFormerDebt } from './read-quote-case.ts';

/** State of cover in a quote. */
export interface QuotedStatus {
  readonly active: boolean;
  /** First day of the present state; null when the case does not tell (active, and paid for longer than we know). */
  readonly since: CalendarDate | null;
  readonly reason: ReasonCode;
  readonly inactivity: Inactivity | null;
  readonly legalBasis: string;
  readonly nextStep: string;
  readonly nextStepEn: string;
}

/** Everything a household needs to know about its cover and money on a day. */
export interface Quote {
  readonly status: QuotedStatus;
  /** Contribution of the current month; null for a PPU whose wage is not given. */
  readonly contribution: MonthlyContribution | null;
  readonly arrears: Arrears;
  readonly reactivation: Reactivation;
  readonly rehab: { readonly eligibility: RehabEligibility; readonly plan: RehabPlan | null };
  readonly serviceFine: ServiceFine;
  /** A write-off, when a setting switches one on. */
  readonly adjustment: ArrearsAdjustment | null;
  readonly settingsUsed: ContributionSettings;
  /** Wage floors that were looked up, with the year whose figure was used. */
  readonly wageFloors: readonly WageFloor[];
}

/** Quotes one case. Pure: the same case gives the same quote. */
export function quote(quoteCase: QuoteCase): Quote {
  const { asOf, settings } = quoteCase;
  const current = monthOf(asOf);
  const standing = standingOf(quoteCase);
  const contributor = contributorOf(quoteCase);
  const contribution = contributor ? monthlyContribution(contributor, current, { settings }) : null;
  const owed = arrearsOf(quoteCase, standing);
  const adjustment = writeOff(quoteCase, owed, settings) ?? null;
  const arrears = adjustment ? noArrears : owed;
  const ownArrears = hasFormerDebt(quoteCase) ? noArrears : arrears;
  const isDue = !standing.currentPaid && !isTaxPaid(quoteCase.segment) && contribution !== null;
  return {
    status: statusOf(quoteCase, standing),
    contribution,
    arrears,
    reactivation: reactivation(ownArrears, isDue ? contribution : null, asOf, settings),
    rehab: rehabOf(quoteCase, arrears),
    serviceFine: serviceFine({ ...quoteCase, arrearsMonths: arrearsBeforeReactivation(quoteCase) }, settings),
    adjustment,
    settingsUsed: settings,
    wageFloors: floorsUsed([...arrears.perMonth, ...(contribution ? [contribution] : [])]),
  };
}

/** What is known of payments on the day asked about. */
interface Standing {
  /** First unpaid month, or the current one when nothing is known. */
  readonly firstUnpaid: Month;
  /** Ended unpaid months of the present segment. */
  readonly unpaidMonths: number;
  readonly currentPaid: boolean;
  /** Cover came back on or before the day. */
  readonly restoredOn: CalendarDate | undefined;
}

function standingOf(quoteCase: QuoteCase): Standing {
  const { asOf, reactivatedOn } = quoteCase;
  const current = monthOf(asOf);
  const restoredOn = reactivatedOn && reactivatedOn.toString() <= asOf.toString() ? reactivatedOn : undefined;
  const known = lastPaid(quoteCase);
  const restoredPaid = restoredOn && monthOf(restoredOn);
  const paid =
    restoredPaid && (!known || monthsBetween(known, restoredPaid) > 0)
      ? restoredPaid
      : (known ?? addMonths(current, -1));
  return {
    firstUnpaid: addMonths(paid, 1),
    unpaidMonths: Math.max(0, monthsBetween(paid, current) - 1),
    currentPaid: monthsBetween(paid, current) <= 0,
    restoredOn,
  };
}

/** Last paid month before any reactivation. */
function lastPaid({ paidThrough, joined }: QuoteCase): Month | undefined {
  return paidThrough ?? (joined && addMonths(joined, -1));
}

/** Whose contribution is owed now; undefined when the wage of a PPU is not known. */
function contributorOf(quoteCase: QuoteCase): Contributor | undefined {
  const { segment, roomClass, people, wage, regency } = quoteCase;
  if (isEmployed(segment) && wage === undefined) return undefined;
  // With a debt left in PBPU or BP, class and people are those of that bill.
  return { segment, roomClass, people: hasFormerDebt(quoteCase) ? 1 : people, wage, regency };
}

function arrearsOf(quoteCase: QuoteCase, { firstUnpaid }: Standing): Arrears {
  const { asOf, segment, formerSegment, formerArrearsMonths = 0, roomClass, people, settings } = quoteCase;
  const current = monthOf(asOf);
  if (hasFormerDebt(quoteCase)) {
    const debtor = { segment: formerSegment as Segment, roomClass, people };
    return arrearsIn(debtor, addMonths(current, -formerArrearsMonths), current, settings);
  }
  const contributor = contributorOf(quoteCase);
  if (isTaxPaid(segment) || !contributor) return noArrears;
  return arrearsIn(contributor, firstUnpaid, current, settings);
}

/** Months in arrears when cover came back, which the service fine counts. */
function arrearsBeforeReactivation(quoteCase: QuoteCase): number {
  const { reactivatedOn, formerArrearsMonths } = quoteCase;
  const known = lastPaid(quoteCase);
  if (formerArrearsMonths !== undefined) return formerArrearsMonths;
  if (!reactivatedOn || !known) return 0;
  return Math.max(0, monthsBetween(known, monthOf(reactivatedOn)) - 1);
}

function rehabOf(quoteCase: QuoteCase, arrears: Arrears): Quote['rehab'] {
  const { asOf, segment, formerSegment, roomClass, people, rehabVersion, settings } = quoteCase;
  const former = hasFormerDebt(quoteCase) ? formerSegment : undefined;
  const eligibility = rehabEligibility(
    {
      segment,
      formerSegment: former,
      months: arrears.months,
      cappedMonths: arrears.cappedMonths,
      on: asOf,
      version: rehabVersion,
    },
    settings,
  );
  const contributor = { segment: former ?? segment, roomClass, people };
  return { eligibility, plan: rehabPlan(eligibility, { contributor, arrears, on: asOf }, settings) ?? null };
}

function statusOf(quoteCase: QuoteCase, standing: Standing): QuotedStatus {
  const reason = reasonOf(quoteCase, standing);
  const { active, inactivity, legalBasis } = reasons[reason];
  const { id, en } = nextStepOf(reason);
  return {
    active,
    since: active ? activeSince(quoteCase, standing) : firstDay(addMonths(standing.firstUnpaid, 1)),
    reason,
    inactivity,
    legalBasis,
    nextStep: id,
    nextStepEn: en,
  };
}

function activeSince({ joined }: QuoteCase, { restoredOn }: Standing): CalendarDate | null {
  return restoredOn ?? (joined ? firstDay(joined) : null);
}

function reasonOf(quoteCase: QuoteCase, { unpaidMonths, currentPaid }: Standing): ReasonCode {
  const { segment } = quoteCase;
  if (isSelfPaying(segment)) {
    return unpaidMonths > 0 ? 'ARREARS' : currentPaid ? 'PAID' : 'CURRENT_MONTH_DUE';
  }
  if (isEmployed(segment)) {
    if (unpaidMonths > 0) return 'EMPLOYER_ARREARS';
    return lastPaid(quoteCase) === undefined ? 'EMPLOYER_PAYS' : currentPaid ? 'PAID' : 'CURRENT_MONTH_DUE';
  }
  if (unpaidMonths > 0) return 'PAYER_STOPPED';
  return segment === 'PBI_APBN' ? 'STATE_PAYS' : 'REGION_PAYS';
}

function floorsUsed(contributions: readonly MonthlyContribution[]): WageFloor[] {
  const floors = new Map(
    contributions.flatMap(({ wage }) => (wage?.floor ? [[wage.floor.year, wage.floor] as const] : [])),
  );
  return [...floors.values()];
}
