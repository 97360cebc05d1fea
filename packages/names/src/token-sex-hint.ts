import type { StandardToken } from './standard-token.ts';

/** L (laki-laki) or P (perempuan), as in Indonesian registers. */
export type SexHint = 'L' | 'P';

const FEMALE_WORDS = new Set(
  'NI LUH AYU ISTRI SAGUNG DESAK BAIQ DEWI PUTRI SITI SRI MARIA NYONYA DIAH DESI INTAN INDAH FITRI SARI'.split(
    ' ',
  ),
);
const MALE_WORDS = new Set('BAGUS LALU PUTRA MUHAMMAD ABDUL AHMAD AGUS YOHANES PRATAMA BUDI'.split(' '));
const FEMALE_ENDING =
  /(?:WATI|YANTI|ANTI|ASTI|ANTARI|NINGSIH|ASIH|DEWI|ASTUTI|UTAMI|YANI|IANI|INI|ARTINI|ERTI|ATNI)$/;
const MALE_ENDING =
  /(?:AWAN|PUTRA|IARTA|UARTA|NATA|UARDANA|ADNYANA|ADYANA|UDANA|UPARTA|IASA|YASA|ASTAWA|UARSANA)$/;

/**
 * What a canonical word says about the sex of its bearer: weak evidence, to be used only where NIK and family
 * card are silent. I is no hint: I Gusti Ayu and I Dewa Ayu are women. Null when the word says nothing.
 */
export function tokenSexHint(token: StandardToken): SexHint | null {
  const word = token.token;
  if (FEMALE_WORDS.has(word)) return 'P';
  if (MALE_WORDS.has(word)) return 'L';
  if (token.role !== 'given') return null;
  if (FEMALE_ENDING.test(word)) return 'P';
  return MALE_ENDING.test(word) ? 'L' : null;
}

/**
 * What a whole name says about sex. Women's words win over everything (I Gusti Ayu Agung, Ida Ayu Putra);
 * the marker I counts as male only without a title behind it. Null when the words say nothing or disagree.
 */
export function nameSexHint(tokens: readonly StandardToken[]): SexHint | null {
  const hasTitle = tokens.some((token) => token.role === 'title');
  let female = false;
  let male = false;
  for (const token of tokens) {
    if (token.role !== 'given' && FEMALE_WORDS.has(token.token)) return 'P';
    if (token.token === 'I' && token.role === 'marker' && !hasTitle) return 'L';
    const hint = tokenSexHint(token);
    if (hint === 'P') female = true;
    if (hint === 'L') male = true;
  }
  if (female === male) return null;
  return female ? 'P' : 'L';
}
