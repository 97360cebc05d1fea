import type { StandardToken } from './standard-token.ts';
import { standardiseToken } from './standardise-token.ts';

/** Words between BAYI and the mother's name, or counting twins. */
const BETWEEN = new Set(
  'NY NYONYA IBU DARI ANAK KEMBAR PERTAMA KEDUA CALON LAKI PEREMPUAN LAKILAKI LK PR L P TN AN II III'.split(
    ' ',
  ),
);
const NUMBER = /^[0-9]+$/;
/** BAYINY and BYNY: the space got lost. */
const JOINED = /^(?:BAYI|BY)(?:NY|NYONYA)$/;

export interface Placeholder {
  readonly tokens: readonly StandardToken[];
  /** The mother's name as written, '' when the placeholder does not tell it. */
  readonly motherName: string;
}

/**
 * Recognises the name of a child that has none yet: BAYI NY WAYAN SARI, BY. NY. SARI, NY SARI BY, BBL NY SARI,
 * ANAK NY SARI. Returns null for any other name. Takes the words of splitRawName.
 */
export function splitPlaceholder(words: readonly string[]): Placeholder | null {
  if (!words.some(isPlaceholderWord) && !isChildOf(words)) return null;
  const rest = words.filter((word) => !isPlaceholderWord(word));
  let start = 0;
  while (start < rest.length && (BETWEEN.has(rest[start] ?? '') || NUMBER.test(rest[start] ?? ''))) start++;
  const mother = rest.slice(start).filter((word) => !NUMBER.test(word));
  return { tokens: [{ token: 'BAYI', role: 'placeholder' }], motherName: mother.join(' ') };
}

function isPlaceholderWord(word: string): boolean {
  return standardiseToken(word)[0]?.role === 'placeholder' || JOINED.test(word);
}

/** 'ANAK NY ...', 'AN NY ...', 'CALON BAYI' is already covered by its second word. */
function isChildOf(words: readonly string[]): boolean {
  const [first, second] = words;
  return (first === 'ANAK' || first === 'AN') && (second === 'NY' || second === 'NYONYA' || second === 'IBU');
}
