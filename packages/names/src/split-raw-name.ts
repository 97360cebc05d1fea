/** Punctuation that stands inside a word: removed, so that 'S.Pd.' becomes one word. */
const INSIDE_WORD = /[.'`]/g;
const OUTSIDE_WORD = /[^A-Z0-9]+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is meant as such
const ASCII = /^[\u0000-\u007f]*$/;
const COMBINING_MARKS = /[\u0300-\u036f]/g;

/**
 * The words of a name as written. The rule is kept simple enough to be written in SQL as well:
 * strip Latin diacritics; uppercase; remove [.'`]; replace every other character outside A-Z0-9 by a
 * space; split on spaces; drop empty words.
 * In DuckDB: string_split_regex(regexp_replace(upper(strip_accents(nama)), '[.''`]', '', 'g'), '[^A-Z0-9]+').
 */
export function splitRawName(raw: string): string[] {
  const plain = ASCII.test(raw) ? raw : raw.normalize('NFD').replace(COMBINING_MARKS, '');
  const words = plain.toUpperCase().replace(INSIDE_WORD, '').split(OUTSIDE_WORD);
  return words.filter((word) => word !== '');
}
