import { formatDate, indonesianMonths } from '@jangkau/kernel';
import type { Language } from './say.ts';

/** A date (YYYY-MM-DD) or instant as people read it, in their own time zone. */
export function dayText(iso: string, language: Language): string {
  const day = iso.length > 10 ? localDay(new Date(iso)) : iso;
  if (language === 'id') return formatDate(day);
  return new Date(`${day}T00:00`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** A day without its year: 3 Des. */
export function shortDay(iso: string): string {
  const [, month = '1', day = '1'] = iso.split('-');
  return `${Number(day)} ${(indonesianMonths[Number(month) - 1] ?? '').slice(0, 3)}`;
}

/** An instant: 22 November 2026 14.05. */
export function momentText(iso: string, language: Language): string {
  const at = new Date(iso);
  const clock = `${String(at.getHours()).padStart(2, '0')}.${String(at.getMinutes()).padStart(2, '0')}`;
  return `${dayText(iso, language)} ${clock}`;
}

/** YYYY-MM-DD where the phone is. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

/** 640 m, 1,2 km. */
export function metresText(metres: number): string {
  return metres < 950
    ? `${Math.max(10, Math.round(metres / 10) * 10)} m`
    : `${(metres / 1000).toFixed(1).replace('.', ',')} km`;
}

/** 12 kB, 3,4 MB. */
export function bytesText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

/** Age in whole years on a day; null when the birth date is not known. */
export function ageOn(born: string | null, day: string): number | null {
  if (born === null) return null;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
