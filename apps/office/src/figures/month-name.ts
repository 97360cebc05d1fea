import type { Language } from '../text/language.ts';

/** 2026-10 -> 'Oktober 2026', or short: 'Okt 26'. */
export function monthName(month: string, language: Language, short = false): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    month: short ? 'short' : 'long',
    year: short ? '2-digit' : 'numeric',
    timeZone: 'UTC',
  }).format(date);
}
