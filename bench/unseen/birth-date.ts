/** A calendar date as three numbers; generation never needs time zones. */
export interface BirthDate {
  year: number;
  month: number;
  day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month of the Gregorian calendar. */
export function monthLength(year: number, month: number): number {
  const leap = month === 2 && (year % 4 === 0 && year % 100 !== 0 ? true : year % 400 === 0);
  return (LENGTHS[month - 1] as number) + (leap ? 1 : 0);
}

/** Two digits, zero padded. */
export function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

/** YYYY-MM-DD. */
export function isoDate(d: BirthDate): string {
  return `${d.year}-${two(d.month)}-${two(d.day)}`;
}

/** Whether the three numbers name a real day. */
export function isRealDate(d: BirthDate): boolean {
  return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= monthLength(d.year, d.month);
}

/** A comparable number that grows with the date. */
export function dateKey(d: BirthDate): number {
  return d.year * 10000 + d.month * 100 + d.day;
}

/** Whole years between a birth date and a later date. */
export function ageOn(born: BirthDate, on: BirthDate): number {
  const had = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (had ? 0 : 1);
}

/** Reads YYYY-MM-DD. Throws RangeError on anything else. */
export function parseDate(text: string): BirthDate {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const d = { year: Number(m?.[1]), month: Number(m?.[2]), day: Number(m?.[3]) };
  if (!m || !isRealDate(d)) throw new RangeError(`not a date: ${text}`);
  return d;
}
