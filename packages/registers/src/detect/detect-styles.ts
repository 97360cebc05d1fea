import type { DateOrder, DatePattern, DateStyle } from '../sql/date-sql.ts';
import type { SexCoding } from '../sql/text-sql.ts';

const patterns: ReadonlyArray<readonly [pattern: DatePattern, form: RegExp]> = [
  ['%Y-%m-%d', /^\d{4}-\d\d-\d\d$/],
  ['%d/%m/%Y', /^\d\d\/\d\d\/\d{4}$/],
  ['%d-%m-%Y', /^\d\d-\d\d-\d{4}$/],
  ['%d.%m.%Y', /^\d\d\.\d\d\.\d{4}$/],
  ['%Y%m%d', /^(19|20)\d\d(0[1-9]|1[0-2])[0-3]\d$/],
];

/**
 * How the dates of a column are written. Day before month unless the sample proves otherwise: some value
 * has a second number above 12 and none has a first number above 12.
 */
export function detectDateStyle(samples: readonly string[], given?: DateOrder): DateStyle {
  const values = samples.map((value) => value.trim()).filter((value) => value !== '');
  const order = given ?? provenOrder(values);
  const counts = patterns.map(([pattern, form]) => ({
    pattern,
    n: values.filter((value) => form.test(value)).length,
  }));
  const best = counts.reduce((a, b) => (b.n > a.n ? b : a));
  if (best.n === 0) return { pattern: undefined, order };
  return { pattern: order === 'mdy' ? monthFirst(best.pattern) : best.pattern, order };
}

function provenOrder(values: readonly string[]): DateOrder {
  let [first, second] = [false, false];
  for (const value of values) {
    const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}\b/.exec(value);
    if (!parts) continue;
    first ||= Number(parts[1]) > 12;
    second ||= Number(parts[2]) > 12;
  }
  return second && !first ? 'mdy' : 'dmy';
}

function monthFirst(pattern: DatePattern): DatePattern | undefined {
  if (pattern === '%d/%m/%Y') return '%m/%d/%Y';
  if (pattern === '%d-%m-%Y') return '%m-%d-%Y';
  return pattern === '%d.%m.%Y' ? undefined : pattern;
}

/** P is for men (pria) in a column that has W (wanita) and no L. */
export function detectSexCoding(samples: readonly string[]): SexCoding {
  const seen = new Set(samples.map((value) => value.trim().toUpperCase()));
  return seen.has('W') && seen.has('P') && !seen.has('L') ? 'pria-wanita' : 'laki-perempuan';
}

/** True when most village codes are ten digits without dots. */
export function hasUndottedVillages(samples: readonly string[]): boolean {
  return samples.filter((value) => /^\d{10}$/.test(value)).length > samples.length * 0.5;
}
