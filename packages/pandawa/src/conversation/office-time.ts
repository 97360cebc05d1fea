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

/** Reads the office clock at an instant (ISO). */
export function officeTime(at: string, hours: OfficeHours): OfficeTime {
  const offset = `${hours.utcOffset < 0 ? '-' : '+'}${String(Math.abs(hours.utcOffset)).padStart(2, '0')}:00`;
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(offset);
  const today = there.toPlainDate();
  const date = today.toString();
  const time = there.toPlainTime().toString().slice(0, 5);
  const worksOn = (day: Temporal.PlainDate) =>
    hours.days.includes(day.dayOfWeek) && !hours.closed.includes(day.toString());
  const open = worksOn(today) && time >= hours.from && time < hours.to;
  if (open) return { date, time, open, opens: '' };
  if (worksOn(today) && time < hours.from) return { date, time, open, opens: `hari ini pukul ${hours.from}` };
  for (let days = 1; days <= 31; days++) {
    const next = today.add({ days });
    if (worksOn(next)) {
      return { date, time, open, opens: `${dayNames[next.dayOfWeek - 1]} pukul ${hours.from}` };
    }
  }
  return { date, time, open, opens: 'pada hari kerja' };
}
