import type { CalendarDate, DatedRule } from '@jangkau/membership';
import { ruleOn } from '@jangkau/membership';

/** REHAB of 2022, or New REHAB 2.0 of February 2025. */
export type RehabVersion = 1 | 2;

/** REHAB (Rencana Pembayaran Bertahap) by date of registration. */
export const rehabVersions: readonly DatedRule<RehabVersion>[] = [
  { validFrom: '2022-01-01', validTo: '2025-02-02', legalBasis: 'Program REHAB (2022)', value: 1 },
  { validFrom: '2025-02-03', legalBasis: 'Program New REHAB 2.0 (3 Februari 2025)', value: 2 },
];

/** Numbers of the programme. Months are ended unpaid months of the debt. */
export const rehabLimits = {
  /** Fewest months in arrears of a household that still is PBPU or BP. */
  leastMonths: 4,
  /** Fewest months of one that is active in another segment now (v2). */
  leastMonthsSwitched: 2,
  mostStages: 12,
  mostStagesSwitched: 36,
  /** Least instalment of one that is active in another segment. */
  leastInstalmentSwitched: 35_000,
  /** Last day of a month on which one may register; February has its own. */
  registrationLastDay: 28,
  registrationLastDayFebruary: 27,
} as const;

/** The version in force on a day, undefined before 2022. */
export function rehabVersionOn(day: CalendarDate): RehabVersion | undefined {
  return ruleOn(rehabVersions, day)?.value;
}

/** Where a version of the programme comes from. */
export function rehabBasis(version: RehabVersion): string {
  return (rehabVersions[version - 1] as DatedRule<RehabVersion>).legalBasis;
}
