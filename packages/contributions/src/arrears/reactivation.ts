import type { CalendarDate } from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import type { Rupiah } from '../rupiah.ts';
import type { MonthlyContribution } from '../tariff/monthly-contribution.ts';
import type { Arrears } from './arrears.ts';
import { type Relaxation, relaxationOn } from './relaxation-2020.ts';

/** What makes a household active today. */
export interface Reactivation {
  /** Arrears (24 months at most) and the current month, for the whole household. */
  readonly amount: Rupiah;
  /** Months that pays for. */
  readonly months: number;
  /** In 2020: the way with six months only, when there are more. */
  readonly relaxation: Relaxation | null;
}

/**
 * Price of being active on a day: the billed arrears and the current month, unless that is already paid
 * (`currentMonth` null). Perpres 64/2020 Pasal 42 ayat (3).
 */
export function reactivation(
  arrears: Arrears,
  currentMonth: MonthlyContribution | null,
  day: CalendarDate,
  settings: ContributionSettings,
): Reactivation {
  const relaxation = relaxationOn(arrears, day) ?? null;
  const relaxed = relaxation && settings.relaxation2020 === 'applied' ? relaxation : undefined;
  return {
    amount: (relaxed?.amount ?? arrears.amount) + (currentMonth?.amount ?? 0),
    months: (relaxed?.months ?? arrears.cappedMonths) + (currentMonth ? 1 : 0),
    relaxation,
  };
}
