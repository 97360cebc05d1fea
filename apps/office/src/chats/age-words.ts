import type { Format } from '../format/create-format.ts';

interface Units {
  minutes: (n: string) => string;
  hours: (n: string) => string;
  days: (n: string) => string;
}

const MINUTE = 60_000;

/** How long ago an instant was, in the largest unit that says enough: 12 mnt, 5 jam, 3 hari. */
export function ageWords(since: string, now: number, text: Units, format: Pick<Format, 'integer'>): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE));
  if (minutes < 60) return text.minutes(format.integer(minutes));
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return text.hours(format.integer(hours));
  return text.days(format.integer(Math.floor(hours / 24)));
}
