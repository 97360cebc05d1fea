import { Problem } from '@jangkau/kernel';
import { Temporal } from 'temporal-polyfill';

/** A calendar date without time or zone. Rules never see a clock: the date comes in as an argument. */
export type CalendarDate = Temporal.PlainDate;
/** A calendar month, the unit contributions are owed in. */
export type Month = Temporal.PlainYearMonth;

/** Reads a date written YYYY-MM-DD that exists in the calendar. @throws Problem 'date-invalid' */
export function parseDate(text: string): CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Problem('date-invalid', { value: text });
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch (cause) {
    throw new Problem('date-invalid', { value: text }, { cause });
  }
}

/** Reads a month written YYYY-MM. @throws Problem 'date-invalid' */
export function parseMonth(text: string): Month {
  if (!/^\d{4}-\d{2}$/.test(text)) throw new Problem('date-invalid', { value: text });
  try {
    return Temporal.PlainYearMonth.from(text, { overflow: 'reject' });
  } catch (cause) {
    throw new Problem('date-invalid', { value: text }, { cause });
  }
}

/** The month a date lies in. */
export function monthOf(date: CalendarDate): Month {
  return date.toPlainYearMonth();
}

/** First day of a month. */
export function firstDay(month: Month): CalendarDate {
  return month.toPlainDate({ day: 1 });
}

/** Last day of a month. */
export function lastDay(month: Month): CalendarDate {
  return month.toPlainDate({ day: month.daysInMonth });
}

/** The month `count` later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  return month.add({ months: count });
}

/** First day of the month after the one the date lies in. */
export function firstOfNextMonth(date: CalendarDate): CalendarDate {
  return firstDay(addMonths(monthOf(date), 1));
}

/** Whole months from one month to another; negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return (to.year - from.year) * 12 + (to.month - from.month);
}

/** All months from `from` to `to`, both included; none when `to` is earlier. */
export function monthRange(from: Month, to: Month): Month[] {
  const count = monthsBetween(from, to) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addMonths(from, index));
}

/** Whether `a` lies before `b`. */
export function isBefore(a: CalendarDate, b: CalendarDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

/** The month a date lies in as one number (`monthNumber`). */
export function monthNumberOf(date: CalendarDate): number {
  return date.year * 12 + date.month - 1;
}

/** A month as one number, for sets and comparisons: months since year 0. */
export function monthNumber(month: Month): number {
  return month.year * 12 + month.month - 1;
}

// Dates never change, and every fold asks for the same few hundred.
const firstDays = new Map<number, CalendarDate>();

/** First days of all months from that of one date to that of another. */
export function firstDaysBetween(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let month = monthNumberOf(from); month <= monthNumberOf(to); month++) {
    let first = firstDays.get(month);
    if (!first) {
      first = new Temporal.PlainDate(Math.floor(month / 12), (month % 12) + 1, 1);
      firstDays.set(month, first);
    }
    days.push(first);
  }
  return days;
}
