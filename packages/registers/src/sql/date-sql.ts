import { sqlString } from '@jangkau/linkage';
import type { TypedColumn } from './typed-column.ts';

/** Order of day, month and year in dates written with digits. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** How the birth dates of a column are written: the usual way, and the order of day and month in the rest. */
export interface DateStyle {
  /** Pattern of most values; undefined when they follow none of the known ones. */
  pattern: DatePattern | undefined;
  order: DateOrder;
}

/** Ways of writing dates that have a fast expression. */
export type DatePattern =
  | '%Y-%m-%d'
  | '%d/%m/%Y'
  | '%d-%m-%Y'
  | '%d.%m.%Y'
  | '%m/%d/%Y'
  | '%m-%d-%Y'
  | '%Y%m%d';

/** The earliest birth date that is believed. */
export const earliestBirth = '1900-01-01';

/**
 * Birth date: output `born` DATE, NULL when unreadable or outside 1900 to `today`, and `born_text` with what
 * the file said in that case. The usual pattern is tried first; the expression that reads every known way of
 * writing a date runs only for the values that did not fit. `today` is 'YYYY-MM-DD'.
 */
export function bornColumn(
  raw: string,
  today: string,
  style: DateStyle = { pattern: '%Y-%m-%d', order: 'dmy' },
): TypedColumn {
  return {
    steps: [
      ['born_cast', fastDate(raw, style.pattern)],
      [
        'born_any',
        `CASE WHEN born_cast >= DATE '${earliestBirth}' THEN born_cast WHEN ${raw} IS NULL THEN NULL ELSE ${anyDate(raw, style.order, today)} END`,
      ],
      ['born_ok', `born_any BETWEEN DATE '${earliestBirth}' AND DATE ${sqlString(today)}`],
    ],
    outputs: [
      ['born', 'CASE WHEN born_ok THEN born_any END'],
      ['born_text', `CASE WHEN born_ok THEN NULL ELSE nullif(trim(${raw}), '') END`],
    ],
  };
}

function fastDate(raw: string, pattern: DatePattern | undefined): string {
  if (!pattern) return 'CAST(NULL AS DATE)';
  // The length keeps out what the cast would read as something else: 'epoch', '90-07-05', a time after the date.
  if (pattern === '%Y-%m-%d') return `CASE WHEN strlen(${raw}) = 10 THEN try_cast(${raw} AS DATE) END`;
  const length = pattern === '%Y%m%d' ? 8 : 10;
  return `CASE WHEN strlen(${raw}) = ${length} THEN CAST(try_strptime(${raw}, '${pattern}') AS DATE) END`;
}

/** Reads a date written in any known way: 5/7/90, 1990.07.05, '5 Juli 1990', 05-JUL-1990, 19900705, 33059. */
function anyDate(raw: string, order: DateOrder, today: string): string {
  const bare = `upper(trim(regexp_replace(${raw}, '^[\\s''’\`]+|[ T]\\d{1,2}:\\d\\d.*$', '', 'g')))`;
  const dayNameOff = `regexp_replace(${bare}, '^[A-Z]+ *, *', '')`;
  const dayAhead = `regexp_replace(${dayNameOff}, '^([A-Z]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})$', '\\2 \\1 \\3')`;
  const pieces = `regexp_extract(t, '^(\\d{1,4})[\\s./,_-]*(\\d{1,2}|[A-Z]+)[\\s./,_-]*(\\d{1,4})$', ['a', 'b', 'c'])`;
  const separated = `regexp_matches(t, '[^0-9]')`;
  const dayFirst = dateOf(fullYear('p.c', today), month('p.b'), 'p.a');
  const monthFirst = dateOf(fullYear('p.c', today), 'p.a', 'p.b');
  const parted =
    `CASE WHEN strlen(p.a) = 4 THEN coalesce(${dateOf('p.a', month('p.b'), 'p.c')}, ${dateOf('p.a', 'p.c', 'p.b')})` +
    ` ELSE coalesce(${order === 'mdy' ? `${monthFirst}, ${dayFirst}` : `${dayFirst}, ${monthFirst}`}) END`;
  const digits =
    `CASE WHEN strlen(t) = 8 THEN coalesce(${compactDate('t', '%Y%m%d')}, ${compactDate('t', order === 'mdy' ? '%m%d%Y' : '%d%m%Y')})` +
    // Days since 30 December 1899, as spreadsheets count them.
    ` WHEN strlen(t) = 5 THEN DATE '1899-12-30' + try_cast(t AS INTEGER) END`;
  const whole = `regexp_replace(${dayAhead}, '^(\\d{5}|\\d{8})[.,]\\d+$', '\\1')`;
  return bind('t', whole, `CASE WHEN ${separated} THEN ${bind('p', pieces, parted)} ELSE ${digits} END`);
}

/** Evaluates `expression` once and uses it by name in `body`: DuckDB has no other way inside a CASE branch. */
function bind(name: string, expression: string, body: string): string {
  return `list_transform([${expression}], lambda ${name}: ${body})[1]`;
}

function compactDate(digits: string, pattern: string): string {
  const date = `CAST(try_strptime(${digits}, '${pattern}') AS DATE)`;
  return `CASE WHEN ${date} BETWEEN DATE '${earliestBirth}' AND DATE '2099-12-31' THEN ${date} END`;
}

function dateOf(year: string, monthNumber: string, day: string): string {
  return `try_cast(concat_ws('-', ${year}, lpad(${monthNumber}, 2, '0'), lpad(${day}, 2, '0')) AS DATE)`;
}

/** A year of two digits is the last one that is not after `today`. */
function fullYear(year: string, today: string): string {
  const [century, two] = [Number(today.slice(0, 2)), today.slice(2, 4)];
  return (
    `CASE strlen(${year}) WHEN 4 THEN ${year} WHEN 2 THEN` +
    ` CASE WHEN ${year} <= '${two}' THEN '${century}' || ${year} ELSE '${century - 1}' || ${year} END END`
  );
}

const monthNames = [
  'JAN',
  'FEB|PEB|PEP',
  'MAR',
  'APR',
  'MEI|MAY',
  'JUN',
  'JUL',
  'AGU|AGT|AGS|AUG',
  'SEP',
  'OKT|OCT',
  'NOV|NOP',
  'DES|DEC',
] as const;

/** Number of a month given as a number or as an Indonesian or English name, also shortened. */
function month(value: string): string {
  const names = monthNames.map((names, i) => `WHEN regexp_matches(${value}, '^(${names})') THEN '${i + 1}'`);
  return `CASE WHEN regexp_matches(${value}, '^\\d') THEN ${value} ${names.join(' ')} END`;
}
