/** When campaigns may write. Instants are milliseconds since 1970 (UTC). */
export interface SendingHours {
  /** Hours ahead of UTC; WITA is 8. Indonesia has no summer time. */
  readonly utcOffset: number;
  /** ISO week days, Monday is 1. */
  readonly days: readonly number[];
  /** First minute, HH:MM. */
  readonly from: string;
  /** First minute in which nothing goes any more, HH:MM. */
  readonly to: string;
}

/** Whatever a campaign says, nobody is written to earlier or later than this. */
export const widestHours = { from: '07:00', to: '21:00' } as const;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const MINUTE = 60_000;

/** Whether messages may go at an instant. */
export function isOpenAt(at: number, hours: SendingHours): boolean {
  const { weekday, minute } = localTime(at, hours);
  return hours.days.includes(weekday) && minute >= minutesOf(hours.from) && minute < minutesOf(hours.to);
}

/** The first instant from `at` on at which messages may go; undefined when no day allows any. */
export function opensFrom(at: number, hours: SendingHours): number | undefined {
  if (isOpenAt(at, hours)) return at;
  const shift = hours.utcOffset * HOUR;
  const today = Math.floor((at + shift) / DAY) * DAY;
  for (let days = 0; days <= 7; days++) {
    const opening = today + days * DAY + minutesOf(hours.from) * MINUTE - shift;
    if (opening >= at && isOpenAt(opening, hours)) return opening;
  }
  return undefined;
}

/** Hours of one day in which messages may go. */
export function openHours({ from, to }: SendingHours): number {
  return Math.max(0, minutesOf(to) - minutesOf(from)) / 60;
}

/** The calendar date (YYYY-MM-DD) at the branch. */
export function localDate(at: number, { utcOffset }: Pick<SendingHours, 'utcOffset'>): string {
  const days = Math.floor((at + utcOffset * HOUR) / DAY);
  // Civil date from days since 1970 (Hinnant): no clock and no time zone of the machine.
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function localTime(at: number, { utcOffset }: SendingHours): { weekday: number; minute: number } {
  const shifted = at + utcOffset * HOUR;
  const day = Math.floor(shifted / DAY);
  // The first day of 1970 was a Thursday.
  return { weekday: ((((day + 3) % 7) + 7) % 7) + 1, minute: Math.floor((shifted - day * DAY) / MINUTE) };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
