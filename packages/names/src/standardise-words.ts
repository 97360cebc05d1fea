import type { StandardToken } from './standard-token.ts';
import { standardiseToken } from './standardise-token.ts';
import { stripDigits } from './strip-digits.ts';
import { DEGREE_PARTS, DEGREES, TRAILING_DEGREES } from './words/degrees.ts';
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

/** Sarjana, Magister, Ahli: the first letter of a degree written apart. */
const DEGREE_LETTERS = new Set(['S', 'M', 'A']);

/** What can stand behind Nyonya but hardly behind Nyoman. */
const AHEAD_OF_GIVEN: ReadonlySet<string> = new Set(['marker', 'order', 'title', 'honorific']);

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
  const letters = words.map(stripDigits).filter((word) => word !== '');
  const parts = joinLeadingInitials(dropNyonya(dropSplitDegrees(dropEmptyWords(dropSplitDegrees(letters)))));
  const tokens: StandardToken[] = [];
  let atHead = true;
  for (let index = 0; index < parts.length; index++) {
    const pieces = writtenOut(parts[index] ?? '', parts[index + 1], tokens.at(-1), atHead);
    if (pieces.length > 1) parts.splice(index, 1, ...pieces);
    const place = { previous: tokens.at(-1), next: parts[index + 1], atHead, isFirst: tokens.length === 0 };
    const token = readWord(parts[index] ?? '', place);
    if (token === null) continue;
    tokens.push(token);
    if (token.role === 'given') atHead = false;
  }
  dropTrailingDegrees(tokens);
  return tokens;
}

/** The words a joined or abbreviated word stands for in its place, to be read as if they had been written so. */
function writtenOut(
  word: string,
  next: string | undefined,
  previous: StandardToken | undefined,
  atHead: boolean,
): readonly string[] {
  if (!atHead && ONLY_AT_HEAD.has(word)) return [word];
  // Da Costa and Da Silva are family names.
  if (word === 'DA' && previous === undefined && roleOf(next) === 'order') return ['DEWA', 'AYU'];
  const joined = atHead && previous?.role === 'title' ? SOFT_TITLE_AHEAD.exec(word) : null;
  if (joined !== null) return joined.slice(1);
  return standardiseToken(word).map((token) => token.token);
}

/** Reads one word, null when it carries nothing. */
function readWord(word: string, place: Place): StandardToken | null {
  if (place.atHead) return readAtHead(word, place);
  if (ONLY_AT_HEAD.has(word) || word.length === 1) return given(word);
  const token = plain(word);
  return token?.role === 'title' || token?.role === 'marker' ? given(token.token) : token;
}

function readAtHead(word: string, place: Place): StandardToken | null {
  const { previous, next, isFirst } = place;
  if (word === 'NY' || word === 'NJ') return readNy(previous);
  if (word === 'ST' && isFirst && next !== undefined) return plain('SITI');
  if (word.length === 1) return readLetter(word, place);
  const token = mend(word, plain(word), place);
  if (token?.role !== 'title') return token;
  if (SOFT_TITLES.has(token.token)) return previous?.role === 'title' ? token : given(token.token);
  // Alone, Ida is a name.
  return token.token === 'IDA' && isFirst && next === undefined ? given('IDA') : token;
}

/** One letter at the head: a marker, the initial of a title or order word, Haji, Muhammad, or a given name. */
function readLetter(letter: string, { previous, next, isFirst }: Place): StandardToken | null {
  if (letter === 'I') return plain('I');
  if (previous?.role === 'marker') return plain(ORDER_LETTERS.get(letter) ?? letter);
  if (previous?.token === 'IDA' && letter === 'A') return plain('AYU');
  if (previous?.token === 'IDA' && letter === 'B') return plain('BAGUS');
  if (letter === 'H') return given('H');
  if (previous?.role === 'title') return plain(letter);
  if (letter === 'M' && next !== undefined) return plain('M');
  // U KADEK: a slip in the marker.
  return isFirst && roleOf(next) === 'order' ? null : given(letter);
}

/** NY is Nyoman behind I or NI and undecided otherwise; see dropNyonya for the one in front. */
function readNy(previous: StandardToken | undefined): StandardToken | null {
  return plain(previous?.role === 'marker' || previous?.role === 'title' ? 'NYOMAN' : 'NY');
}

/** Reads an unknown word at the head as what was probably meant. */
function mend(word: string, token: StandardToken | null, place: Place): StandardToken | null {
  const { previous, next, isFirst } = place;
  if (token?.role !== 'given') return token;
  if (isFirst && word.length === 2 && roleOf(next) === 'order') return null;
  if ((previous?.role !== 'marker' && previous?.role !== 'title') || next === undefined) return token;
  const meant = MISSPELLINGS_AT_HEAD.get(word) ?? MISSPELLINGS_AT_HEAD.get(token.token);
  return meant === undefined ? token : plain(meant);
}

/** The one thing a word stands for without its neighbours, null when it carries nothing. */
function plain(word: string): StandardToken | null {
  return standardiseToken(word)[0] ?? null;
}

/** The role of the first thing a word stands for, undefined when there is none. */
function roleOf(word: string | undefined): StandardToken['role'] | undefined {
  return word === undefined ? undefined : plain(word)?.role;
}

/** Puts initials written apart together at the head of a name: A A -> AA, I G N -> IGN, I B -> IB. */
function joinLeadingInitials(words: readonly string[]): string[] {
  let count = 0;
  while (count < words.length && count < 4 && (words[count] ?? '').length === 1) count++;
  for (let length = count; length >= 2; length--) {
    const joined = words.slice(0, length).join('');
    if (TITLE_VARIANTS.has(joined) || isTitleInitials(joined)) return [joined, ...words.slice(length)];
  }
  return [...words];
}

/** Leaves out words that carry nothing. ST in front is Siti; an H at the end is an initial, elsewhere Haji. */
function dropEmptyWords(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const [index, word] of words.entries()) {
    const isName = (word === 'ST' && kept.length === 0) || (word === 'H' && index === words.length - 1);
    if (isName || standardiseToken(word).length > 0) kept.push(word);
  }
  return kept;
}

/** NY in front of another Balinese word is Nyonya, which carries nothing. */
function dropNyonya(words: readonly string[]): readonly string[] {
  let start = 0;
  while (
    (words[start] === 'NY' || words[start] === 'NJ') &&
    AHEAD_OF_GIVEN.has(roleOf(words[start + 1]) ?? '')
  ) {
    start++;
  }
  return start === 0 ? words : words.slice(start);
}

/** Drops degrees written apart from the end (S Pd, M Kes, A Md Keb, S H), but never the whole name. */
function dropSplitDegrees(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 2) {
    const last = words[end - 1] ?? '';
    if (isSplitDegree(words[end - 2], last)) end -= 2;
    else if (DEGREES.has(last) || DEGREE_PARTS.has(last)) end -= 1;
    else if (TRAILING_DEGREES.has(last) && isSplitDegree(words[end - 3], words[end - 2])) end -= 1;
    else break;
  }
  return end === words.length ? words : words.slice(0, end);
}

function isSplitDegree(letter = '', rest = ''): boolean {
  return DEGREE_LETTERS.has(letter) && DEGREES.has(letter + rest);
}

/** Drops degrees that could be names, behind a given name. */
function dropTrailingDegrees(tokens: StandardToken[]): void {
  while (tokens.length > 2) {
    const last = tokens.at(-1);
    if (last === undefined || !TRAILING_DEGREES.has(last.token) || tokens.at(-2)?.role !== 'given') return;
    tokens.pop();
  }
}

function given(word: string): StandardToken {
  return { token: word, role: 'given' };
}
