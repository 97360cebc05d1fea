import { ORDER_OF, ORDER_VARIANTS } from './words/order-words.ts';
import { HARD_TITLES, SOFT_TITLES } from './words/title-words.ts';

/** Titles that begin too many given names to be recognised inside a longer word. */
const NEVER_JOINED = new Set(['SI', 'SANG', 'LALU', 'BAIQ', 'RADEN']);

/** Full words that may have lost the space between them. */
const JOINABLE = longestFirst(
  [...ORDER_OF.keys(), ...HARD_TITLES, ...SOFT_TITLES].filter((word) => !NEVER_JOINED.has(word)),
);

/** Abbreviations that are recognised only right behind a marker: IGST, NIKT, IMD. */
const JOINABLE_ABBREVIATIONS = new Set([...ORDER_VARIANTS.keys(), 'GST', 'NGR', 'DW']);

/** Words peculiar enough to be recognised at the head of a longer word without a marker: WAYANSUDIARTA. */
const UNMISTAKABLE = ['WAYAN', 'NYOMAN', 'KOMANG', 'KADEK', 'NENGAH', 'KETUT', 'NGURAH', 'BAIQ', 'LALU'];

/** Only words that begin like this can be joined; most given names stop here. */
const MAY_BE_JOINED = new RegExp(
  `^(?:N?I(?:${[...JOINABLE, ...JOINABLE_ABBREVIATIONS].join('|')})|${JOINABLE.join('|')}|ABDU[LR]|M[OU]|BAIQ|LALU)`,
);

const SHORTEST_REST = 4;

const MUHAMMAD_AHEAD = /^(M[UO](?:H|CH|KH)A?M+[AE]D)([A-Z]{3,})$/;
const MOH_AHEAD = /^(MOH)([A-Z]{5,})$/;
const ABDUR = /^ABDURR?([AEIOU][A-Z]{2,})$/;
const ABDUL = /^ABDUL((?:[^L]|L(?![AO]H$))[A-Z]{2,})$/;

/**
 * Splits words written without a space: IWAYAN, NILUH, IGUSTI, IDAAYU, NIKT, IWAYANSUDIARTA, ABDURRAHMAN.
 * Returns the words, or null when the word is one word as far as can be told. A joined given name
 * (PUSPADEWI) cannot be split without a dictionary; compare such names without spaces.
 */
export function splitJoinedWords(word: string): string[] | null {
  if (word.length < 3 || !MAY_BE_JOINED.test(word)) return null;
  return splitTitles(word) ?? splitBehindMarker(word) ?? splitMuslimName(word) ?? splitBehindOrder(word);
}

/** IDAAYU, ANAKAGUNG, GUSTINGURAH, PUTUAYU. */
function splitTitles(word: string): string[] | null {
  const words = splitAll(word, null);
  return words !== null && words.length > 1 ? words : null;
}

/** IWAYAN, NILUH, NIKT, IWAYANSUDIARTA. */
function splitBehindMarker(word: string): string[] | null {
  for (const marker of ['I', 'NI']) {
    if (!word.startsWith(marker)) continue;
    const rest = word.slice(marker.length);
    if (JOINABLE_ABBREVIATIONS.has(rest)) return [marker, rest];
    const words = splitAll(rest, SHORTEST_REST);
    if (words !== null) return [marker, ...words];
  }
  return null;
}

/** MUHAMMADRIZKI, MOHSUPRIYADI; Abdurrahman and Abdulrahman are Abdul Rahman, Abdullah stays one word. */
function splitMuslimName(word: string): string[] | null {
  const behindMuhammad = MUHAMMAD_AHEAD.exec(word) ?? MOH_AHEAD.exec(word);
  if (behindMuhammad !== null) return behindMuhammad.slice(1);
  const rahman = ABDUR.exec(word)?.[1];
  if (rahman !== undefined) return ['ABDUL', `R${rahman}`];
  const name = ABDUL.exec(word)?.[1];
  return name === undefined ? null : ['ABDUL', name];
}

/** WAYANSUDIARTA, KETUTSARI. */
function splitBehindOrder(word: string): string[] | null {
  for (const order of UNMISTAKABLE) {
    if (!word.startsWith(order) || word.length < order.length + SHORTEST_REST) continue;
    const rest = word.slice(order.length);
    return [order, ...(splitAll(rest, null) ?? [rest])];
  }
  return null;
}

/**
 * Cuts `text` into joinable words, longest first. With `shortestRest`, the last piece may be any word of at
 * least that length, after at least one joinable word.
 */
function splitAll(text: string, shortestRest: number | null): string[] | null {
  const words: string[] = [];
  let rest = text;
  while (rest !== '') {
    const next = JOINABLE.find((candidate) => rest.startsWith(candidate));
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
