import { formatNumber } from '@jangkau/kernel';
import { type CalendarDate, type DatedRule, isTaxPaid, ruleOn, type Segment } from '@jangkau/membership';
import type { ContributionSettings } from './contribution-settings.ts';
import { halfUp, type Rupiah } from './rupiah.ts';

/** Share of the INA-CBG estimate per month of arrears, in tenths of a percent, by date of the inpatient service. */
export const serviceFineRates: readonly DatedRule<number>[] = [
  {
    validFrom: '2014-01-01',
    validTo: '2020-12-31',
    legalBasis: 'Perpres 82/2018 Pasal 42; Perpres 64/2020 Pasal 42',
    value: 25,
  },
  { validFrom: '2021-01-01', legalBasis: 'Perpres 64/2020 Pasal 42', value: 50 },
];

/** Caps of the fine: months that count, the highest fine, and the days after reactivation it holds. */
export const serviceFineCaps = { months: 12, amount: 30_000_000, days: 45 } as const;

/** One stay in a hospital. The fine is only for advanced inpatient care (RITL). */
export interface InpatientStay {
  readonly date: CalendarDate;
  /** Estimate by initial diagnosis and procedure, rupiah. */
  readonly inaCbg: Rupiah;
}

/** Why a fine is due or not. */
export type ServiceFineReason =
  | 'DUE'
  | 'NO_INPATIENT'
  | 'NOT_REACTIVATED'
  | 'NO_ARREARS_BEFORE'
  | 'EXEMPT_SEGMENT'
  | 'INCAPACITY_LETTER'
  | 'BEFORE_REACTIVATION'
  | 'AFTER_WINDOW';

/** The service fine (denda pelayanan) of one stay. */
export interface ServiceFine {
  readonly applies: boolean;
  readonly reason: ServiceFineReason;
  readonly amount: Rupiah;
  /** Last day of the 45 days; null when cover was never suspended and restored. */
  readonly windowLastDay: CalendarDate | null;
  /** The sum in words and figures. */
  readonly formula: string;
  readonly legalBasis: string;
}

/** Last day on which an inpatient stay is fined. */
export function fineWindowLastDay(
  reactivatedOn: CalendarDate,
  { fineDayCount }: Pick<ContributionSettings, 'fineDayCount'>,
): CalendarDate {
  const days = fineDayCount === 'reactivation-is-day-0' ? serviceFineCaps.days : serviceFineCaps.days - 1;
  return reactivatedOn.add({ days });
}

/**
 * Fine for advanced inpatient care within 45 days of reactivation: rate x INA-CBG x months in arrears (12 at most), 30
 * million at most; 2.5 % to the end of 2020, 5 % since. Not for PBI, Pemda, or with an incapacity letter. An employer
 * pays it for a PPU.
 */
export function serviceFine(
  stay: {
    segment: Segment;
    /** Ended unpaid months when cover was restored. */
    arrearsMonths: number;
    reactivatedOn?: CalendarDate | undefined;
    inpatient?: InpatientStay | undefined;
  },
  settings: ContributionSettings,
): ServiceFine {
  const { reactivatedOn, inpatient, arrearsMonths } = stay;
  const windowLastDay = reactivatedOn ? fineWindowLastDay(reactivatedOn, settings) : null;
  const reason = fineReason(stay, windowLastDay, settings);
  const rule = rateOn(inpatient?.date);
  const legalBasis = rule.legalBasis;
  if (reason !== 'DUE' || !inpatient) {
    return { applies: false, reason, amount: 0, windowLastDay, formula: `0 (${reason})`, legalBasis };
  }
  const months = Math.min(arrearsMonths, serviceFineCaps.months);
  const uncapped = halfUp(rule.value * inpatient.inaCbg * months, 1000);
  const amount = Math.min(uncapped, serviceFineCaps.amount);
  const percent = formatNumber(rule.value / 10, rule.value % 10 === 0 ? 0 : 1);
  const formula =
    `min(${percent} % x ${formatNumber(inpatient.inaCbg)} x min(${arrearsMonths}, ${serviceFineCaps.months}), ` +
    `${formatNumber(serviceFineCaps.amount)}) = ${formatNumber(amount)}`;
  return { applies: true, reason, amount, windowLastDay, formula, legalBasis };
}

function fineReason(
  { segment, arrearsMonths, reactivatedOn, inpatient }: Parameters<typeof serviceFine>[0],
  windowLastDay: CalendarDate | null,
  settings: ContributionSettings,
): ServiceFineReason {
  if (isTaxPaid(segment)) return 'EXEMPT_SEGMENT';
  if (!reactivatedOn || !windowLastDay) return 'NOT_REACTIVATED';
  if (arrearsMonths === 0) return 'NO_ARREARS_BEFORE';
  if (settings.incapacityLetter) return 'INCAPACITY_LETTER';
  if (!inpatient) return 'NO_INPATIENT';
  if (inpatient.date.toString() < reactivatedOn.toString()) return 'BEFORE_REACTIVATION';
  return inpatient.date.toString() > windowLastDay.toString() ? 'AFTER_WINDOW' : 'DUE';
}

function rateOn(date: CalendarDate | undefined): DatedRule<number> {
  const rule = date && ruleOn(serviceFineRates, date);
  return rule ?? (serviceFineRates.at(-1) as DatedRule<number>);
}
