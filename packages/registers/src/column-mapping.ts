import { createHash } from 'node:crypto';
import type { CanonicalColumn } from './register-kind.ts';
import type { DateOrder } from './sql/date-sql.ts';

/** Which column of a file is what. A plain JSON value: keep it by `headerSignature` to remember a correction. */
export interface ColumnMapping {
  /** Columns of the file by header name or by position from 0; `canonical` null: not used. */
  columns: Array<{ column: string | number; canonical: CanonicalColumn | null }>;
  /** Order of day and month in dates written with digits; detected when absent. */
  dateOrder?: DateOrder;
  /** Village code of the whole file, for files without a village column. */
  village?: string;
}

/** Identifies the headers of a file whatever its rows, so that a correction can be remembered for the next file. */
export function headerSignature(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(plainHeader).join('\u0000')).digest('hex').slice(0, 32);
}

/** A header in capitals with everything but letters and digits turned into single spaces. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
