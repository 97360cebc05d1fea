import { boundedMemo } from './bounded-memo.ts';
import { foldSpelling } from './fold-spelling.ts';
import { splitJoinedWords } from './split-joined-words.ts';
import { splitRawName } from './split-raw-name.ts';
import type { StandardToken, TokenRole } from './standard-token.ts';
import { stripDigits } from './strip-digits.ts';
import { DEGREE_PARTS, DEGREES } from './words/degrees.ts';
import { FORMS_OF_ADDRESS, HONORIFICS, PLACEHOLDERS } from './words/forms-of-address.ts';
import { GIVEN_VARIANTS, isMuhammad } from './words/given-words.ts';
import { MISSPELLINGS } from './words/misspellings.ts';
import { ORDER_NICKNAMES, ORDER_OF, ORDER_VARIANTS } from './words/order-words.ts';
import { HARD_TITLES, isTitleInitials, SOFT_TITLES, TITLE_VARIANTS } from './words/title-words.ts';

const NOTHING: readonly StandardToken[] = Object.freeze([]);
const ONE_WORD = /^[A-Z0-9]+$/;
/** Single letters that are initials of titles: A A, I G N, I B. */
const TITLE_LETTERS = new Set(['A', 'B', 'G', 'N']);

/** Enough for the vocabulary of a province; a few megabytes. */
const REMEMBERED_WORDS = 50_000;

/**
 * What one written word of a name stands for, seen without its neighbours. Meant to be called once for each
 * distinct raw word (see splitRawName) and used as a dictionary.
 *
 * 'IWAYAN' gives I (marker) and WAYAN (order 1); 'AA' gives ANAK and AGUNG (titles); 'SOERJADI' gives SURYADI
 * (given); 'SPD' gives nothing. Ambiguous initials such as IGAA stay one title token: see titleInitials.
 * Words that need their neighbours (NY, AYU, M) get their most frequent reading; standardiseName decides
 * them in context. Standardising a returned token gives that token again.
 */
export const standardiseToken: (rawUpper: string) => readonly StandardToken[] = boundedMemo(
  computeTokens,
  REMEMBERED_WORDS,
);

function computeTokens(rawUpper: string): readonly StandardToken[] {
  if (!ONE_WORD.test(rawUpper)) return splitRawName(rawUpper).flatMap(computeTokens);
  const letters = stripDigits(rawUpper);
  if (letters !== rawUpper) return letters === '' ? NOTHING : computeTokens(letters);
  const known = lookUp(rawUpper);
  if (known !== null) return known;
  const joined = splitJoinedWords(rawUpper);
  if (joined !== null) return joined.flatMap(computeTokens);
  const misspelt = MISSPELLINGS.get(rawUpper);
  if (misspelt !== undefined) return computeTokens(misspelt);
  const folded = foldSpelling(rawUpper);
  return folded === rawUpper ? [token(rawUpper, 'given')] : computeTokens(folded);
}

function lookUp(word: string): readonly StandardToken[] | null {
  const canonical = ORDER_VARIANTS.get(word) ?? ORDER_NICKNAMES.get(word) ?? word;
  const order = ORDER_OF.get(canonical);
  if (order !== undefined) return [{ token: canonical, role: 'order', order }];
  if (word === 'I' || word === 'NI') return [token(word, 'marker')];
  const titles = TITLE_VARIANTS.get(word);
  if (titles !== undefined) return titles.flatMap((title) => lookUp(title) ?? NOTHING);
  if (HARD_TITLES.has(word) || SOFT_TITLES.has(word) || TITLE_LETTERS.has(word) || isTitleInitials(word)) {
    return [token(word, 'title')];
  }
  if (DEGREES.has(word) || DEGREE_PARTS.has(word) || FORMS_OF_ADDRESS.has(word)) return NOTHING;
  const honorific = HONORIFICS.get(word);
  if (honorific !== undefined) return [token(honorific, 'honorific')];
  const placeholder = PLACEHOLDERS.get(word);
  if (placeholder !== undefined) return [token(placeholder, 'placeholder')];
  const given = isMuhammad(word) ? 'MUHAMMAD' : GIVEN_VARIANTS.get(word);
  return given === undefined ? null : [token(given, 'given')];
}

function token(word: string, role: TokenRole): StandardToken {
  return { token: word, role };
}
