import { Problem } from './problem.ts';

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** Indonesian month names, January first. */
export const indonesianMonths: readonly string[] = months;

/** A number with dots between thousands and a decimal comma: 1688195 -> '1.688.195'; (2.5, 1) -> '2,5'. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const digits = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** A ratio (0..1) as a percentage with two decimals unless told: 0.890572 -> '89,06 %'. */
export function formatPercent(ratio: number, decimals = 2): string {
  return `${formatNumber(ratio * 100, decimals)} %`;
}

/** Whole rupiah: 3500000 -> 'Rp3.500.000'. */
export function formatRupiah(rupiah: number): string {
  return rupiah < 0 ? `-Rp${formatNumber(-rupiah)}` : `Rp${formatNumber(rupiah)}`;
}

/**
 * An ISO date ('2026-11-21', time part ignored) in words: '21 November 2026'.
 * @throws Problem 'date-invalid'
 */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
  const month = months[Number(match?.[2]) - 1];
  const day = Number(match?.[3]);
  if (!match || month === undefined || day < 1 || day > daysInMonth(Number(match[1]), Number(match[2]))) {
    throw new Problem('date-invalid', { value: iso });
  }
  return `${day} ${month} ${Number(match[1])}`;
}

/** Days of a month (1 to 12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
