import { ORDER_OF } from './order-words.ts';

/** Words long and peculiar enough that one slip leaves no doubt about what was meant, wherever it stands. */
const PECULIAR_WORDS = [
  'WAYAN',
  'NYOMAN',
  'KOMANG',
  'KADEK',
  'NENGAH',
  'KETUT',
  'KOMPIANG',
  'GUSTI',
  'NGURAH',
  'COKORDA',
];
/** Words too short for more than two letters changing places. */
const SHORT_WORDS = ['PUTU', 'MADE', 'GEDE'];

/** Titles that are mended at the head; shorter ones lie too near to names (Dewa and Dewi, Pande and Pandu). */
const TITLES = ['AGUNG', 'BAGUS', 'GUSTI', 'ISTRI', 'NGURAH', 'DESAK', 'SAGUNG', 'COKORDA'];

/** Names and words of their own that lie one slip from a word that is mended. */
const OTHER_WORDS = new Set(
  [
    'WAWAN WIYAN WAHAN WAYANG RAYAN DAYAN NOMAN NORMAN KOMAN KADER KADEN KADES KETUA KETUS GUSTO GUST GUTI',
    'AGUS ASTRI ADE DEDE',
  ]
    .join(' ')
    .split(' '),
);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Typing slips that are recognised anywhere in a name, to the word meant: one letter lost, doubled, replaced,
 * inserted or two exchanged. Unless two letters are exchanged the first letter must be right, and nothing may
 * be appended; that keeps given names out.
 */
export const MISSPELLINGS: ReadonlyMap<string, string> = unambiguous([
  ...PECULIAR_WORDS.map((word) => [word, slipsOf(word, 1, word.length - 1)] as const),
  ...SHORT_WORDS.map((word) => [word, exchangesOf(word)] as const),
]);

/**
 * Typing slips that are recognised only right behind a marker or title and ahead of another word, where an
 * order word or title is expected: I NADE SUKIADA, NI PUTY DEWI, ANAK AGUBG RAI.
 */
export const MISSPELLINGS_AT_HEAD: ReadonlyMap<string, string> = unambiguous(
  [...ORDER_OF.keys(), ...TITLES]
    .filter((word) => word.length >= 4)
    .map((word) => [word, slipsOf(word, 0, word.length)] as const),
);

/** All words one slip away from `word`, with the slip from letter `first` on, insertions up to `last`. */
function slipsOf(word: string, first: number, last: number): string[] {
  const slips = exchangesOf(word);
  for (let at = first; at <= last; at++) {
    const before = word.slice(0, at);
    if (at < word.length) slips.push(before + word.slice(at + 1));
    for (const letter of LETTERS) {
      slips.push(before + letter + word.slice(at));
      if (at < word.length) slips.push(before + letter + word.slice(at + 1));
    }
  }
  return slips.filter((slip) => slip !== word && !OTHER_WORDS.has(slip));
}

function exchangesOf(word: string): string[] {
  const slips: string[] = [];
  for (let at = 0; at + 1 < word.length; at++) {
    slips.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }
  return slips.filter((slip) => slip !== word);
}

/** Leaves out slips that could be of two words. */
function unambiguous(slipsOfWords: readonly (readonly [string, readonly string[]])[]): Map<string, string> {
  const meant = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const [word, slips] of slipsOfWords) {
    for (const slip of slips) {
      if (meant.has(slip) && meant.get(slip) !== word) ambiguous.add(slip);
      meant.set(slip, word);
    }
  }
  for (const slip of ambiguous) meant.delete(slip);
  return meant;
}
