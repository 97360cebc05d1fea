import { formatDate } from '@jangkau/kernel';
import { Temporal } from 'temporal-polyfill';
import type { OfficeHours } from './conversation.ts';

/** Date, time and week day at the office at an instant. */
export interface OfficeTime {
  readonly date: string;
  readonly time: string;
  readonly open: boolean;
  /** Next time it opens, in words; empty while open. */
  readonly opens: string;
}

const dayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

/** Days on which the office is open, in words: Senin sampai Jumat; Senin, Rabu dan Jumat. */
export function workDays(office: Pick<OfficeHours, 'days'>): string {
  const days = [...new Set(office.days)].sort((a, b) => a - b);
  const names = days.map((day) => dayNames[day - 1] ?? '');
  if (days.length === dayNames.length) return 'Setiap hari';
  const inARow = days.every((day, i) => day === (days[0] ?? 0) + i);
  if (days.length > 2 && inARow) return `${names[0]} sampai ${names.at(-1)}`;
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' dan ');
}

/**
 * The instant (ISO) by which so many minutes of office hours have passed: what a promise to answer means to whoever
 * writes at night. When the office never opens it is so many minutes later.
 */
export function officeDeadline(at: string, minutes: number, hours: OfficeHours): string {
  const start = Temporal.Instant.from(at);
  const shift = Temporal.Duration.from({ minutes: Math.round(hours.utcOffset * 60) });
  // The clock on the office wall, as a time without a zone.
  let wall = start.add(shift).toZonedDateTimeISO('UTC').toPlainDateTime();
  let left = minutes;
  for (let days = 0; days < 60; days++) {
    const date = wall.toPlainDate();
    const from = date.toPlainDateTime(hours.from === '24:00' ? '23:59' : hours.from);
    const to =
      hours.to === '24:00' ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(hours.to);
    const works = hours.days.includes(date.dayOfWeek) && !hours.closed.includes(date.toString());
    const begin = Temporal.PlainDateTime.compare(wall, from) < 0 ? from : wall;
    const open = works ? begin.until(to).total('minutes') : 0;
    if (open >= left) {
      // Seconds: what was left of an earlier day need not be whole minutes.
      return begin
        .add({ seconds: Math.round(left * 60) })
        .toZonedDateTime('UTC')
        .toInstant()
        .subtract(shift)
        .toString();
    }
    left -= Math.max(0, open);
    wall = date.add({ days: 1 }).toPlainDateTime();
  }
  return start.add({ minutes }).toString();
}

/** Reads the office clock at an instant (ISO). */
export function officeTime(at: string, hours: OfficeHours): OfficeTime {
  const shift = { minutes: Math.round(hours.utcOffset * 60) };
  const there = Temporal.Instant.from(at).add(shift).toZonedDateTimeISO('UTC');
  const today = there.toPlainDate();
  const date = today.toString();
  const time = there.toPlainTime().toString().slice(0, 5);
  const worksOn = (day: Temporal.PlainDate) =>
    hours.days.includes(day.dayOfWeek) && !hours.closed.includes(day.toString());
  const open = worksOn(today) && time >= hours.from && time < hours.to;
  if (open) return { date, time, open, opens: '' };
  if (worksOn(today) && time < hours.from)
    return { date, time, open, opens: `hari ini pukul ${clock(hours.from)}` };
  for (let days = 1; days <= 31; days++) {
    const next = today.add({ days });
    if (worksOn(next)) {
      const day = dayNames[next.dayOfWeek - 1];
      // A week day alone would be taken for the next one.
      const when = days > 6 ? `${day}, ${formatDate(next.toString())},` : day;
      return { date, time, open, opens: `${when} pukul ${clock(hours.from)}` };
    }
  }
  return { date, time, open, opens: 'pada hari kerja' };
}

/** 08:00 -> 08.00 */
function clock(time: string): string {
  return time.replace(':', '.');
}
