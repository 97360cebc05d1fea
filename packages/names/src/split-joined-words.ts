import { ORDER_OF, ORDER_VARIANTS } from './words/order-words.ts';
import { HARD_TITLES, SOFT_TITLES } from './words/title-words.ts';

/** Full words that may have lost the space between them. SI and SANG begin too many given names. */
const JOINABLE = longestFirst(
  [...ORDER_OF.keys(), ...HARD_TITLES, ...SOFT_TITLES].filter(
    (word) => !['SI', 'SANG', 'LALU', 'RADEN'].includes(word),
  ),
);

/** Abbreviations that are recognised only right behind a marker: IGST, NIKT, IMD. */
const JOINABLE_ABBREVIATIONS = longestFirst([...ORDER_VARIANTS.keys(), 'GST', 'NGR', 'DW']);

/** Order words long enough to be recognised at the head of a longer word without a marker: WAYANSUDIARTA. */
const UNMISTAKABLE = new Set(['WAYAN', 'NYOMAN', 'KOMANG', 'KADEK', 'NENGAH', 'KETUT']);

const SHORTEST_REST = 4;

const ABDUR = /^ABDURR?([AEIOU][A-Z]{2,})$/;
const ABDUL = /^ABDUL((?:[^L]|L(?![AO]H$))[A-Z]{2,})$/;

/**
 * Splits words written without a space: IWAYAN, NILUH, IGUSTI, IDAAYU, NIKT, IWAYANSUDIARTA.
 * Returns the words, or null when the word is one word as far as can be told. A joined given name
 * (PUSPADEWI) cannot be split without a dictionary; compare such names without spaces.
 */
export function splitJoinedWords(word: string): string[] | null {
  if (word.length < 3) return null;
  const titles = splitAll(word, JOINABLE, null);
  if (titles !== null && titles.length > 1) return titles;
  for (const marker of ['I', 'NI']) {
    if (!word.startsWith(marker)) continue;
    const rest = word.slice(marker.length);
    if (JOINABLE_ABBREVIATIONS.includes(rest)) return [marker, rest];
    const words = splitAll(rest, JOINABLE, SHORTEST_REST);
    if (words !== null) return [marker, ...words];
  }
  // Arabic servant names: Abdurrahman, Abdulrahman, Abdul Rahman; but Abdullah is one word.
  const servant = ABDUR.exec(word)?.[1];
  if (servant !== undefined) return ['ABDUL', `R${servant}`];
  const servantOf = ABDUL.exec(word)?.[1];
  if (servantOf !== undefined) return ['ABDUL', servantOf];
  for (const order of UNMISTAKABLE) {
    if (word.length >= order.length + SHORTEST_REST && word.startsWith(order)) {
      return [order, ...(splitAll(word.slice(order.length), JOINABLE, null) ?? [word.slice(order.length)])];
    }
  }
  return null;
}

/**
 * Cuts `text` into joinable words, longest first. With `shortestRest`, the last piece may be any word of at
 * least that length, after at least one joinable word.
 */
function splitAll(text: string, joinable: readonly string[], shortestRest: number | null): string[] | null {
  const words: string[] = [];
  let rest = text;
  while (rest !== '') {
    const next = joinable.find((candidate) => rest.startsWith(candidate));
    if (next === undefined) {
      if (shortestRest === null || words.length === 0 || rest.length < shortestRest) return null;
      return [...words, rest];
    }
    words.push(next);
    rest = rest.slice(next.length);
  }
  return words.length === 0 ? null : words;
}

function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
