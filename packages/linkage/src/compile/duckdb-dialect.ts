import { sqlString } from '../engine/quote.ts';
import type { Dialect } from './dialect.ts';

/** The SQL of DuckDB. */
export const duckdbDialect: Dialect = {
  name: 'duckdb',
  jaroWinkler: (a, b) => `jaro_winkler_similarity(${a}, ${b})`,
  hamming: (a, b) => `hamming(${a}, ${b})`,
  damerau: (a, b) => `damerau_levenshtein(${a}, ${b})`,
  hash: (values) => `hash(${values.join(', ')})`,
  list: (values) => `[${values.join(', ')}]`,
  unnest: (list) => `unnest(${list})`,
  rawWords: (text) => `string_split(upper(${text}), ' ')`,
  foldText: (text) => `nullif(translate(upper(${text}), ' .,-/''"()#:;', ''), '')`,
  withoutPattern: (text, pattern) => `regexp_replace(${text}, ${pattern}, '')`,
  makeDate: (year, month, day) => `try_cast(printf('%04d-%02d-%02d', ${year}, ${month}, ${day}) AS DATE)`,
  parseDate: (text, format) => `CAST(try_strptime(${text}, ${sqlString(format)}) AS DATE)`,
  bitOr: (value) => `bit_or(${value})`,
};
