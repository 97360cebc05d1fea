import { type CalendarDate, type DatedRule, parseDate, ruleOn } from '@jangkau/membership';
import { type Rupiah, sum } from '../rupiah.ts';
import type { Arrears } from './arrears.ts';

/** Months of arrears that gave activation in 2020, and the day by which the rest had to be paid. */
export const relaxationRules: readonly DatedRule<{ months: number; clearBy: string }>[] = [
  {
    validFrom: '2020-05-05',
    validTo: '2020-12-31',
    legalBasis: 'Perpres 64/2020 Pasal 42 ayat (3a) dan (3b)',
    value: { months: 6, clearBy: '2021-12-31' },
  },
];

/** The lower price of coming back in 2020. */
export interface Relaxation {
  /** Arrears months paid now, the oldest of those billed. */
  readonly months: number;
  readonly amount: Rupiah;
  /** What stays owed. */
  readonly remaining: Rupiah;
  readonly clearBy: CalendarDate;
  readonly legalBasis: string;
}

/** The relaxation on a day; undefined outside 2020 and for those who owe no more than it asks. */
export function relaxationOn(arrears: Arrears, day: CalendarDate): Relaxation | undefined {
  const rule = ruleOn(relaxationRules, day);
  if (!rule || arrears.cappedMonths <= rule.value.months) return undefined;
  const amount = sum(arrears.perMonth.slice(0, rule.value.months).map((month) => month.amount));
  return {
    months: rule.value.months,
    amount,
    remaining: arrears.amount - amount,
    clearBy: parseDate(rule.value.clearBy),
    legalBasis: rule.legalBasis,
  };
}
