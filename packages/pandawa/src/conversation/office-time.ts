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
  const shifted = new Date(Date.parse(at) + hours.utcOffset * 3_600_000);
  const date = shifted.toISOString().slice(0, 10);
  const time = shifted.toISOString().slice(11, 16);
  const worksOn = (day: string) => hours.days.includes(weekDay(day)) && !hours.closed.includes(day);
  const open = worksOn(date) && time >= hours.from && time < hours.to;
  if (open) return { date, time, open, opens: '' };
  if (worksOn(date) && time < hours.from) return { date, time, open, opens: `hari ini pukul ${hours.from}` };
  for (let ahead = 1; ahead <= 31; ahead++) {
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);
    if (worksOn(next)) {
      return { date, time, open, opens: `${dayNames[weekDay(next) - 1]} pukul ${hours.from}` };
    }
  }
  return { date, time, open, opens: 'pada hari kerja' };
}

function weekDay(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
