import type { CalendarDate } from '../calendar.ts';

/** How days are counted: as the calendar has them, or 30 to the month as some releases do (a half-year of 180). */
export type DayCount = 'calendar' | 'thirty-day-months';

/** A rate per day that says which days it divided by. */
export interface DailyRate {
  readonly perDay: number;
  readonly days: number;
  readonly dayCount: DayCount;
}

/** Uses per day of a period, both ends included. With 30-day months the period must begin and end with a month. */
export function dailyRate(
  total: number,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  dayCount: DayCount = 'calendar',
): DailyRate {
  const days =
    dayCount === 'calendar'
      ? from.until(to, { largestUnit: 'day' }).days + 1
      : ((to.year - from.year) * 12 + to.month - from.month + 1) * 30;
  return { perDay: total / days, days, dayCount };
}
