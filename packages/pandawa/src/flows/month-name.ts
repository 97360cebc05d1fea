import { indonesianMonths } from '@jangkau/kernel';

/** '2026-03' -> 'Maret 2026'. */
export function monthName(month: string): string {
  return `${indonesianMonths[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}
