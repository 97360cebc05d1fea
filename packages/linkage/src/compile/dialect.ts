/**
 * What differs between SQL engines. Everything else the compiler writes is plain SQL. Arguments are SQL
 * expressions; results are SQL expressions.
 */
export interface Dialect {
  name: string;
  /** Jaro-Winkler similarity, 0..1; both arguments are not null and not empty. */
  jaroWinkler(a: string, b: string): string;
  /** Number of differing characters of two texts of equal length. */
  hamming(a: string, b: string): string;
  /** Damerau-Levenshtein distance. */
  damerau(a: string, b: string): string;
  /** A 64-bit hash of one or more values. */
  hash(values: string[]): string;
  /** A list literal. */
  list(values: string[]): string;
  /** One row per element of a list. */
  unnest(list: string): string;
  /** The words of a text in capital letters, split at spaces; punctuation is the word standardiser's business. */
  rawWords(text: string): string;
  /** Capital letters without spaces and punctuation; null when nothing is left. */
  foldText(text: string): string;
  /** The text without what a regular expression (a literal) finds first. */
  withoutPattern(text: string, pattern: string): string;
  /** A date from year, month, day, or null when there is no such day. */
  makeDate(year: string, month: string, day: string): string;
  /** A date from text by a strptime format, or null. */
  parseDate(text: string, format: string): string;
  bitOr(value: string): string;
}
