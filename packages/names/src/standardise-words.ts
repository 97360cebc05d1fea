import type { StandardToken } from './standard-token.ts';
import { standardiseToken } from './standardise-token.ts';
import { EMPTY_WORDS, TRAILING_DEGREES } from './words/empty-words.ts';
import { MISSPELLINGS_AT_HEAD } from './words/misspellings.ts';
import { ORDER_NICKNAMES } from './words/order-words.ts';
import { isTitleInitials, SOFT_TITLES, TITLE_VARIANTS } from './words/title-words.ts';

/** Nicknames and short forms that are part of the given name when they stand behind one: Yohanes Yan. */
const ONLY_AT_HEAD = new Set([...ORDER_NICKNAMES.keys(), 'DE', 'GUS', 'GUNG', 'GEK', 'DAYU', 'IST']);

/** I W, I M, I P: the marker tells that the letter is an order word, and only one begins with it. */
const ORDER_LETTERS = new Map([
  ['W', 'WAYAN'],
  ['M', 'MADE'],
  ['P', 'PUTU'],
]);

const SOFT_TITLE_AHEAD = new RegExp(`^(${[...SOFT_TITLES].join('|')})([A-Z]{4,})$`);

/** What is known when a word is read. */
interface Place {
  readonly previous: StandardToken | undefined;
  readonly next: string | undefined;
  /** No given name yet: titles and order words can still come. */
  readonly atHead: boolean;
  readonly isFirst: boolean;
}

/**
 * Standardises the words of one name (see splitRawName), each in the light of its neighbours: separated
 * initials are put together (A A, I G N, S Pd), NY and M are decided, AYU and AGUNG are titles only behind a
 * title, nicknames of address count only ahead of the given name, slips in order words and titles are mended.
 */
export function standardiseWords(words: readonly string[]): StandardToken[] {
  const parts = dropTrailingDegrees(joinLeadingInitials(words));
  const tokens: StandardToken[] = [];
  let atHead = true;
  for (let index = 0; index < parts.length; index++) {
    const place = { previous: tokens.at(-1), next: parts[index + 1], atHead, isFirst: tokens.length === 0 };
    for (const token of readWord(parts[index] ?? '', place)) {
      tokens.push(token);
      if (token.role === 'given') atHead = false;
    }
  }
  return tokens;
}

function readWord(word: string, place: Place): readonly StandardToken[] {
  if (place.atHead) return readAtHead(word, place);
  if (ONLY_AT_HEAD.has(word) || word.length === 1) return [given(word)];
  return standardiseToken(word).map((token) =>
    token.role === 'title' || token.role === 'marker' ? given(token.token) : token,
  );
}

function readAtHead(word: string, place: Place): readonly StandardToken[] {
  const { previous, next, isFirst } = place;
  if (word === 'TUDE') return [...standardiseToken('PUTU'), ...standardiseToken('GEDE')];
  if (word === 'NY' || word === 'NJ') return readNy(previous, next);
  if (word === 'ST' && isFirst && next !== undefined) return standardiseToken('SITI');
  if (word === 'DA' && isFirst && roleOf(next) === 'order') return standardiseToken('DEWAAYU');
  if (word.length === 1) return readLetter(word, place);
  const plain = standardiseToken(word);
  const meant = plain.length === 1 && plain[0]?.role === 'given' ? mend(word, plain, place) : plain;
  const tokens: StandardToken[] = [];
  for (const token of meant) tokens.push(asRead(token, tokens.at(-1) ?? previous, next));
  return tokens;
}

/** One letter at the head: a marker, the initial of a title or order word, Haji, Muhammad, or a given name. */
function readLetter(letter: string, { previous, next, isFirst }: Place): readonly StandardToken[] {
  if (letter === 'I') return standardiseToken('I');
  if (previous?.role === 'marker') return standardiseToken(ORDER_LETTERS.get(letter) ?? letter);
  if (previous?.token === 'IDA' && letter === 'A') return standardiseToken('AYU');
  if (previous?.token === 'IDA' && letter === 'B') return standardiseToken('BAGUS');
  if (previous?.role === 'title') return standardiseToken(letter);
  if (letter === 'M' || letter === 'H')
    return next === undefined ? [given(letter)] : standardiseToken(letter);
  // U KADEK: a slip in the marker.
  if (isFirst && roleOf(next) === 'order') return [];
  return [given(letter)];
}

/** NY is Nyoman behind I or NI, Nyonya (nothing) ahead of another Balinese word, and stays undecided otherwise. */
function readNy(previous: StandardToken | undefined, next: string | undefined): readonly StandardToken[] {
  if (previous?.role === 'marker' || previous?.role === 'title') return standardiseToken('NYOMAN');
  const role = roleOf(next);
  if (role === 'marker' || role === 'order' || role === 'title') return [];
  return standardiseToken('NY');
}

/** Reads an unknown word at the head as what was probably meant. */
function mend(word: string, plain: readonly StandardToken[], place: Place): readonly StandardToken[] {
  const { previous, next, isFirst } = place;
  if (isFirst && word.length === 2 && roleOf(next) === 'order') return [];
  if (previous?.role !== 'marker' && previous?.role !== 'title') return plain;
  const slip = next === undefined ? undefined : MISSPELLINGS_AT_HEAD.get(word);
  if (slip !== undefined) return standardiseToken(slip);
  const joined = previous.role === 'title' ? SOFT_TITLE_AHEAD.exec(word) : null;
  return joined === null ? plain : joined.slice(1).flatMap((part) => standardiseToken(part));
}

/** Gives a word that can be a title or a given name its role in this place. */
function asRead(
  token: StandardToken,
  previous: StandardToken | undefined,
  next: string | undefined,
): StandardToken {
  if (token.role !== 'title') return token;
  if (SOFT_TITLES.has(token.token)) return previous?.role === 'title' ? token : given(token.token);
  // Alone, Ida is a name.
  return token.token === 'IDA' && previous === undefined && next === undefined ? given('IDA') : token;
}

/** The role of the first thing a word stands for, undefined when there is none. */
function roleOf(word: string | undefined): StandardToken['role'] | undefined {
  return word === undefined ? undefined : standardiseToken(word)[0]?.role;
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
    const before = words[end - 2] ?? '';
    if (EMPTY_WORDS.has(last) && last.length > 1 && before.length > 1) end -= 1;
    else if (end > 2 && before.length <= 1 && EMPTY_WORDS.has(before + last)) end -= 2;
    else if (end > 2 && TRAILING_DEGREES.has(last)) end -= 1;
    else break;
  }
  return end === words.length ? words : words.slice(0, end);
}

function given(word: string): StandardToken {
  return { token: word, role: 'given' };
}
