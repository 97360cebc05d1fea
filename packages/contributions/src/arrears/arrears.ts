import { addMonths, type Month, monthRange, monthsBetween } from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import { type Rupiah, sum } from '../rupiah.ts';
import {
  type Contributor,
  type MonthlyContribution,
  monthlyContribution,
} from '../tariff/monthly-contribution.ts';

/** What a household owes for months that have ended unpaid. */
export interface Arrears {
  /** Ended unpaid months; the current month is owed but not in arrears until it ends. */
  readonly months: number;
  /** Months that are billed: at most 24, the latest ones. */
  readonly cappedMonths: number;
  readonly amount: Rupiah;
  /** The billed months, oldest first, each at its own tariff. */
  readonly perMonth: readonly MonthlyContribution[];
}

/** Nothing owed. */
export const noArrears: Arrears = { months: 0, cappedMonths: 0, amount: 0, perMonth: [] };

/** Arrears in a month, when every month from `firstUnpaid` on is unpaid (Perpres 64/2020 Pasal 42 ayat (3)). */
export function arrearsIn(
  contributor: Contributor,
  firstUnpaid: Month,
  current: Month,
  settings: ContributionSettings,
): Arrears {
  const months = Math.max(0, monthsBetween(firstUnpaid, current));
  const cappedMonths = Math.min(months, settings.arrearsCapMonths);
  const last = addMonths(current, -1);
  const perMonth = monthRange(addMonths(current, -cappedMonths), last).map((month) =>
    monthlyContribution(contributor, month, { settings, inArrears: true }),
  );
  return { months, cappedMonths, amount: sum(perMonth.map(({ amount }) => amount)), perMonth };
}
