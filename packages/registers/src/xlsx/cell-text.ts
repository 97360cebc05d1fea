import type { CellValue } from 'hucre/xlsx';

/** Numbers of sixteen digits in a column kept as numbers, where a spreadsheet holds only fifteen digits. */
export interface LongNumbers {
  all: number;
  /** Those that end in 0, as every one of them does when a digit was lost. */
  endInZero: number;
}

/**
 * Text of a cell. Dates become ISO dates. A sixteen-digit number that ends in 0 may have lost its last digit
 * and is written like 5.17101450790000e+15, so that it can be told from text; `long` counts such numbers.
 */
export function cellText(value: CellValue | undefined, long?: LongNumbers): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'number') return String(value).replace(/[\r\n\0]+/g, ' ');
  if (!Number.isInteger(value) || Math.abs(value) < 1e15) return String(value);
  if (!Number.isSafeInteger(value) || value >= 1e16) return value.toExponential(14);
  if (long) {
    long.all++;
    if (value % 10 === 0) long.endInZero++;
  }
  return value % 10 === 0 ? value.toExponential(14) : String(value);
}

/** True when the numbers were written whole by a program, not cut to fifteen digits by a spreadsheet. */
export function keepsAllDigits({ all, endInZero }: LongNumbers): boolean {
  return endInZero < all * 0.5;
}
