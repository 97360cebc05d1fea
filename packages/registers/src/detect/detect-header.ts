import { columnContent } from './column-content.ts';
import { isKnownHeader } from './header-aliases.ts';

/** A row of a file: its line (or sheet row, from 1) and its values. */
export interface SampleRow {
  line: number;
  /** Lines it takes; 1 for sheet rows. */
  lines: number;
  fields: readonly string[];
}

/** Where the header is. */
export interface DetectedHeader {
  /** Index of the header among the rows; undefined when the file has none. */
  row: number | undefined;
  /** Index of the first data row. */
  dataRow: number;
}

const furthestHeader = 40;

/**
 * Finds the header among the first rows: the row with the most known headers, else a first row of words
 * above rows of numbers. Rows above it are titles.
 */
export function detectHeader(rows: readonly SampleRow[], width: number): DetectedHeader {
  let best = -1;
  let most = 0;
  for (const [i, { fields }] of rows.slice(0, furthestHeader).entries()) {
    const known = fields.filter((field) => isKnownHeader(field)).length;
    if (known > most && !fields.some(isData)) [best, most] = [i, known];
  }
  if (most >= 2 || (most === 1 && width <= 2)) return { row: best, dataRow: best + 1 };
  const first = rows.findIndex(({ fields }) => fields.length === width);
  const start = Math.max(0, first);
  const head = rows[start]?.fields ?? [];
  const named = head.filter((field) => field.trim() !== '');
  const isWords = named.length >= Math.max(2, width * 0.6) && named.every((field) => !/\d{4}/.test(field));
  const below = rows.slice(start + 1, start + 21).map(({ fields }) => fields);
  const differs = below.some((fields) => fields.some(isData));
  if (isWords && differs) return { row: start, dataRow: start + 1 };
  return { row: undefined, dataRow: start };
}

/** True for a value only data has: sixteen digits, a card number, a date. */
function isData(value: string): boolean {
  const content = columnContent([value]);
  return content.digits16 > 0 || content.digits13 > 0 || content.dates > 0;
}
