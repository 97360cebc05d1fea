/** Letter groups that only the spelling of before 1972 wrote. */
const OLD_SPELLING = /OE|DJ|TJ|SJ|^NJ/;

/** Words whose last E is not the Balinese spelling of a final A. */
const FINAL_E_STAYS = new Set(['GEDE', 'MADE', 'PANDE']);

/** A letter the word must contain, what to replace, and by what. The letter spares most words most patterns. */
type Rule = readonly [letter: string, pattern: RegExp, replacement: string];

/** Spelling of before 1972: dj = j, tj = c, sj = sy, nj = ny, oe = u. A single j was y, see below. */
const ERA_RULES: readonly Rule[] = [
  ['O', /OE/g, 'U'],
  ['J', /DNJ/g, 'DNY'],
  ['J', /^NJ/g, 'NY'],
  ['J', /TJ/g, 'C'],
  ['J', /SJ/g, 'SY'],
];

/**
 * In a word that shows a sign of the old spelling, a lone j was y (Djaja = Jaya, Soerjadi = Suryadi). A word
 * without any keeps its j (Sujana).
 */
const OLD_J_RULES: readonly Rule[] = [
  ['J', /(?<!D)J/g, 'Y'],
  ['J', /DJ/g, 'J'],
];

const PAIR_RULES: readonly Rule[] = [
  // ch and kh: Christina/Kristina, Achmad/Akhmad/Ahmad, Chairul/Khairul, but Chandra/Candra
  ['H', /[CK]HR/g, 'KR'],
  ['H', /(?<=[AIU])CH(?=[^AEIOU])/g, 'H'],
  ['H', /KH(?=M)|(?<=I)KH(?=[SWL])/g, 'H'],
  ['H', /CH(?=AI|AE|O|U)/g, 'K'],
  ['H', /CH/g, 'C'],
  ['H', /KH/g, 'K'],
  // letters Indonesian spelling treats as one another
  ['Z', /DZ/g, 'Z'],
  ['H', /PH/g, 'P'],
  ['F', /F/g, 'P'],
  ['V', /V/g, 'W'],
  ['Q', /Q/g, 'K'],
  ['X', /X/g, 'KS'],
  ['Z', /Z/g, 'S'],
  ['C', /C(?=[^AEIOU]|$)/g, 'K'],
  // Sanskrit pairs: Dharma/Darma, Artha/Arta, Shanti/Santi, Bhakti/Bakti, Krishna/Kresna/Krisna
  ['H', /([DTSBG])H/g, '$1'],
  ['Y', /SY(?=[AEIOU])/g, 'S'],
  ['K', /KRE/g, 'KRI'],
  // dny and jn before a vowel: Widnyana/Widyana, Pradnya/Prajna
  ['N', /(?:DNY|JNY?)(?=[AEIOU])/g, 'DY'],
  // diphthongs and glides: Khaerul/Khairul, Arief/Arif, Suwardana/Suardana, Swastika/Suastika, Sudiyasa/Sudiasa
  ['E', /AE/g, 'AI'],
  ['E', /IE/g, 'I'],
  ['W', /UW(?=[AEIO])/g, 'U'],
  ['W', /SW(?=[AEIO])/g, 'SU'],
  ['Y', /IY(?=[AEOU])/g, 'I'],
  ['G', /^GDE/g, 'GEDE'],
  // Darmyasa/Darmayasa
  ['Y', /(?<=[^AEIOUN])YASA/g, 'AYASA'],
  ['Y', /Y$/g, 'I'],
];

const DOUBLED = /([A-Z])\1+/g;
const FINAL_E = /(?<=[^AEIOU])E$/;

/**
 * Writes one uppercase word the way its spelling variants have in common: spelling eras (Njoman, Tjandra,
 * Soerjadi), Sanskrit pairs (Dharma, Shanti, Krishna), doubled letters, v/w, f/p, z/s and final e for a.
 * Two words with the same result are spellings of one name; the result itself need not be a usual spelling.
 * Folding twice changes nothing.
 */
export function foldSpelling(word: string): string {
  // Rules can uncover work for one another. Each pass shortens the word or moves letters one way only, so
  // this ends after two or three passes; the limit guards against absurd input.
  if (word.length < 2) return word;
  let folded = word;
  for (let pass = 0; pass < 12; pass++) {
    const next = foldOnce(folded);
    if (next === folded) break;
    folded = next;
  }
  return folded;
}

function foldOnce(word: string): string {
  let folded = hasDoubledLetter(word) ? word.replace(DOUBLED, '$1') : word;
  const old = OLD_SPELLING.test(folded);
  folded = apply(ERA_RULES, folded);
  if (old) folded = apply(OLD_J_RULES, folded);
  folded = apply(PAIR_RULES, folded);
  if (folded.length >= 4 && folded.endsWith('E') && !FINAL_E_STAYS.has(folded)) {
    folded = folded.replace(FINAL_E, 'A');
  }
  return folded;
}

function apply(rules: readonly Rule[], word: string): string {
  let result = word;
  for (const [letter, pattern, replacement] of rules) {
    if (result.includes(letter)) result = result.replace(pattern, replacement);
  }
  return result;
}

function hasDoubledLetter(word: string): boolean {
  for (let index = 1; index < word.length; index++) {
    if (word.charCodeAt(index) === word.charCodeAt(index - 1)) return true;
  }
  return false;
}
