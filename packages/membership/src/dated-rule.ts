import type { CalendarDate } from './calendar.ts';

/** A value of the law that holds from a date on, with where it is written. Dates are YYYY-MM-DD. */
export interface DatedRule<Value> {
  readonly validFrom: string;
  /** Last day it holds; open when absent. */
  readonly validTo?: string;
  readonly legalBasis: string;
  readonly value: Value;
}

/** The entry in force on a date, or undefined when none was. */
export function ruleOn<Value>(
  rules: readonly DatedRule<Value>[],
  date: CalendarDate,
): DatedRule<Value> | undefined {
  const day = date.toString();
  return rules.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo),
  );
}
