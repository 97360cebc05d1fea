import { daysInMonth } from '@jangkau/kernel';

/** First year of the calendar; nobody in a register is older. */
const firstYear = 1920;

/**
 * Days as small whole numbers (0 is 1 January 1920) with their parts looked up in tables: a register of
 * millions of dates is written without date arithmetic.
 */
export class Calendar {
  /** Number of days in the calendar; the last is the as-of date. */
  readonly days: number;
  /** The as-of date as a day number. */
  readonly today: number;
  readonly year: Uint16Array;
  readonly month: Uint8Array;
  readonly day: Uint8Array;
  readonly iso: readonly string[];
  private readonly monthStart: readonly number[];

  /** @param asOf the date of the registers, 'YYYY-MM-DD' */
  constructor(asOf: string) {
    const lastYear = Number(asOf.slice(0, 4));
    const iso: string[] = [];
    const monthStart: number[] = [];
    for (let year = firstYear; year <= lastYear; year++) {
      for (let month = 1; month <= 12; month++) {
        monthStart.push(iso.length);
        for (let day = 1; day <= daysInMonth(year, month); day++) {
          iso.push(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
        }
      }
    }
    this.today = iso.indexOf(asOf);
    this.days = this.today + 1;
    this.iso = iso;
    this.monthStart = monthStart;
    this.year = Uint16Array.from(iso, (date) => Number(date.slice(0, 4)));
    this.month = Uint8Array.from(iso, (date) => Number(date.slice(5, 7)));
    this.day = Uint8Array.from(iso, (date) => Number(date.slice(8, 10)));
  }

  /** Day number of a date; a day past the end of its month becomes the last, dates outside are clamped. */
  at(year: number, month: number, day: number): number {
    if (year < firstYear) return 0;
    const start = this.monthStart[(year - firstYear) * 12 + month - 1];
    if (start === undefined) return this.today;
    return Math.min(start + Math.min(day, daysInMonth(year, month)) - 1, this.today);
  }

  /** Whole years lived on the as-of date. */
  age(born: number): number {
    return Math.floor((this.today - born) / 365.25);
  }

  /** The day `years` before the as-of date. */
  yearsAgo(years: number): number {
    return Math.max(0, Math.round(this.today - years * 365.25));
  }
}
