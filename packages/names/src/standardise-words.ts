import type { StandardToken } from './standard-token.ts';
import { standardiseToken } from './standardise-token.ts';
import { EMPTY_WORDS, TRAILING_DEGREES } from './words/empty-words.ts';
import { ORDER_NICKNAMES } from './words/order-words.ts';
import { isTitleInitials, SOFT_TITLES, TITLE_VARIANTS } from './words/title-words.ts';

/**
 * Standardises the words of one name (see splitRawName), each in the light of its neighbours: separated
 * initials are put together (A A, I G N, S Pd), NY and M are decided, AYU and AGUNG are titles only behind a
 * title, nicknames of address count only ahead of the given name.
 */
export function standardiseWords(words: readonly string[]): StandardToken[] {
  const parts = dropTrailingDegrees(joinLeadingInitials(words));
  const tokens: StandardToken[] = [];
  for (let index = 0; index < parts.length; index++) {
    const word = parts[index] ?? '';
    const atHead = !tokens.some((token) => token.role === 'given');
    for (const token of readInContext(word, parts[index + 1], tokens, atHead)) tokens.push(token);
  }
  return tokens;
}

function readInContext(
  word: string,
  next: string | undefined,
  before: readonly StandardToken[],
  atHead: boolean,
): readonly StandardToken[] {
  const previous = before.at(-1);
  if (!atHead) {
    // Behind a given name, nicknames and initials are part of the given name: Yohanes Yan, Sudiarta N.
    if (
      ORDER_NICKNAMES.has(word) ||
      word.length === 1 ||
      word === 'GUS' ||
      word === 'GUNG' ||
      word === 'GEK'
    ) {
      return word === 'H' ? [] : [given(word)];
    }
  }
  if (word === 'TU' && next === 'DE' && atHead) return standardiseToken('PUTU');
  if (word === 'TUDE' && atHead) return [...standardiseToken('PUTU'), ...standardiseToken('GEDE')];
  if (word === 'NY' || word === 'NJ') return readNy(previous, next);
  if (word === 'M' && previous?.role === 'marker') return standardiseToken('MADE');
  if (word === 'W' && previous?.role === 'marker') return standardiseToken('WAYAN');
  if (word === 'P' && previous?.role === 'marker') return standardiseToken('PUTU');
  if (word === 'ST' && before.length === 0 && next !== undefined) return standardiseToken('SITI');
  if (word === 'A' && previous?.token === 'IDA') return standardiseToken('AYU');
  if (word === 'B' && previous?.token === 'IDA') return standardiseToken('BAGUS');
  return standardiseToken(word).map((token, index, all) => {
    const leading = index > 0 ? all[index - 1] : previous;
    return asRead(token, leading, next, atHead);
  });
}

/** NY is Nyoman behind I or NI, Nyonya (nothing) ahead of another Balinese word, and stays undecided otherwise. */
function readNy(previous: StandardToken | undefined, next: string | undefined): readonly StandardToken[] {
  if (previous?.role === 'marker' || previous?.role === 'title') return standardiseToken('NYOMAN');
  const following = next === undefined ? undefined : standardiseToken(next)[0];
  if (following?.role === 'marker' || following?.role === 'order' || following?.role === 'title') return [];
  return standardiseToken('NY');
}

/** Gives a word that can be a title or a given name its role in this place. */
function asRead(
  token: StandardToken,
  previous: StandardToken | undefined,
  next: string | undefined,
  atHead: boolean,
): StandardToken {
  if (token.role === 'marker') return atHead ? token : given(token.token);
  if (token.role !== 'title') return token;
  if (!atHead) return given(token.token);
  if (isTitleInitials(token.token) || token.token.length === 1) return token;
  if (SOFT_TITLES.has(token.token)) return previous?.role === 'title' ? token : given(token.token);
  if (token.token === 'IDA' || token.token === 'ANAK') {
    return next === undefined && token.token === 'IDA' ? given(token.token) : token;
  }
  return token;
}

/** Puts initials written apart together at the head of a name: A A -> AA, I G N -> IGN, I B -> IB. */
function joinLeadingInitials(words: readonly string[]): readonly string[] {
  let count = 0;
  while (count < words.length && count < 4 && (words[count] ?? '').length === 1) count++;
  for (let length = count; length >= 2; length--) {
    const joined = words.slice(0, length).join('');
    if (TITLE_VARIANTS.has(joined) || isTitleInitials(joined)) return [joined, ...words.slice(length)];
  }
  return words;
}

/** Drops degrees from the end, also those written apart (S Pd, M Kes, S H), but never the whole name. */
function dropTrailingDegrees(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1) {
    const last = words[end - 1] ?? '';
    const joined = (words[end - 2] ?? '') + last;
    if (EMPTY_WORDS.has(last) && (words[end - 2] ?? '').length > 1) end -= 1;
    else if (end > 2 && (words[end - 2] ?? '').length <= 1 && EMPTY_WORDS.has(joined)) end -= 2;
    else if (end > 2 && TRAILING_DEGREES.has(last)) end -= 1;
    else break;
  }
  return end === words.length ? words : words.slice(0, end);
}

function given(word: string): StandardToken {
  return { token: word, role: 'given' };
}
