import { sqlString } from '@jangkau/linkage';
import type { TypedColumn } from './typed-column.ts';

/** Order of day, month and year in dates written with digits. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** The earliest birth date that is believed. */
export const earliestBirth = '1900-01-01';

/**
 * Birth date: output `born` DATE, NULL when unreadable or outside 1900 to `today`, and `born_text` with what
 * the file said in that case. `today` is 'YYYY-MM-DD'.
 */
export function bornColumn(raw: string, today: string, order: DateOrder = 'ymd'): TypedColumn {
  const believed = (date: string) => `${date} BETWEEN DATE '${earliestBirth}' AND DATE ${sqlString(today)}`;
  const patterns = order === 'mdy' ? ['%m/%d/%Y', '%m-%d-%Y'] : ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y'];
  const other = `CAST(try_strptime(${raw}, [${[...patterns, '%Y%m%d'].map(sqlString).join(', ')}]) AS DATE)`;
  return {
    steps: [
      ['born_cast', `CASE WHEN strlen(${raw}) = 10 THEN try_cast(${raw} AS DATE) END`],
      [
        'born_any',
        `CASE WHEN born_cast IS NOT NULL THEN born_cast WHEN ${raw} IS NULL THEN NULL ELSE ${other} END`,
      ],
      ['born_ok', believed('born_any')],
    ],
    outputs: [
      ['born', 'CASE WHEN born_ok THEN born_any END'],
      ['born_text', `CASE WHEN born_ok THEN NULL ELSE nullif(trim(${raw}), '') END`],
    ],
  };
}
