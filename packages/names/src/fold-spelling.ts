/** Words whose last E is not the Balinese spelling of a final A. */
const FINAL_E_STAYS = new Set(['GEDE', 'MADE', 'PANDE']);

/** A letter the word must contain, what to replace, and by what. The letter spares most words most patterns. */
type Rule = readonly [letter: string, pattern: RegExp, replacement: string];

/** Applied in this order; later rules rely on earlier ones. */
const RULES: readonly Rule[] = [
  // Arabic ch and kh: Chairul/Khoirul/Khairul, Achmad/Akhmad/Akmad/Ahmad, Ichsan/Ikhsan/Ihsan
  ['H', /[CK]HO[EI]/g, 'KAI'],
  ['H', /CH(?=A[EI]|[OU])/g, 'K'],
  ['H', /(?<=[AIU])CH(?=[^AEIOUR])/g, 'H'],
  ['H', /KH(?=M)|(?<=I)KH(?=[SWL])/g, 'H'],
  ['K', /(?<=A)KM/g, 'HM'],
  // Sanskrit and European ch: Chandra/Candra, but Christina/Kristina
  ['H', /[CK]HR/g, 'KR'],
  ['H', /CH/g, 'C'],
  ['H', /KH/g, 'K'],
  // Spelling of before 1972: oe = u, tj = c; dj was j and j was y, so both are one letter here:
  // Soerjadi/Suryadi, Djaja/Jaya, Widjaja/Wijaya, Njoman/Nyoman, Sjarif/Syarif
  ['O', /OE/g, 'U'],
  // tj was also ty, between vowels: Aditja/Aditya, Satja/Satya, but Suetja/Sueca; dj was dy in Widja/Widya
  ['J', /(?<=[AIO]|[^U]E)TJ(?=[AO])/g, 'TY'],
  ['J', /(?<=WI)DJ(?!A[JY])/g, 'DY'],
  ['J', /TJ/g, 'C'],
  // dny, dn and jn before a vowel: Adnyana/Adnjana/Adnana, Widnyana/Widyana, Pradnya/Prajna
  ['N', /(?:D|DJ|J)N[YJ]?(?=[AEIOU])/g, 'DY'],
  ['J', /D?J/g, 'Y'],
  // letters Indonesian spelling treats as one another
  ['Z', /D?Z/g, 'S'],
  ['H', /PH/g, 'P'],
  ['F', /F/g, 'P'],
  ['V', /V/g, 'W'],
  ['Q', /Q/g, 'K'],
  ['X', /X/g, 'KS'],
  ['C', /C(?=[^AEIOU]|$)/g, 'K'],
  // Sanskrit pairs: Dharma/Darma, Artha/Arta, Shanti/Santi, Bhakti/Bakti, Krishna/Kresna/Krisna, Bisnu/Wisnu,
  // Indera/Indra, Putera/Putra
  ['H', /([DTSBG])H/g, '$1'],
  ['Y', /SY(?=[AEIOU])/g, 'S'],
  ['K', /KRE/g, 'KRI'],
  ['B', /^BI(?=[A-Z])/g, 'WI'],
  ['E', /(?<=[DT])ER(?=[AIOU])/g, 'R'],
  // diphthongs and glides: Khaerul/Khairul, Arief/Arif, Suwardana/Suardana, Swastika/Suastika, Sudiyasa/Sudiasa
  ['E', /AE/g, 'AI'],
  ['E', /IE(?=[A-Z])/g, 'I'],
  ['W', /UW(?=[AEIO])/g, 'U'],
  ['W', /SW(?=[AEIO])/g, 'SU'],
  ['Y', /IY(?=[AEOU])/g, 'I'],
  ['Y', /(?<=[^AEIOU])YASA/g, 'AYASA'],
  // y as a vowel: Rizky/Rizki, also inside joined names (Dedywibowo)
  ['Y', /(?<=[^AEIOUY])Y(?=[^AEIOUY]|$)|Y$/g, 'I'],
  ['G', /^GDE/g, 'GEDE'],
];

const DOUBLED = /([A-Z])\1+/g;
const FINAL_E = /(?<=[^AEOU])E$/;

/**
 * Writes one uppercase word the way its spelling variants have in common: spelling eras (Njoman, Tjandra,
 * Soerjadi), Sanskrit pairs (Dharma, Shanti, Krishna), doubled letters, v/w, f/p, z/s and final e for a.
 * Two words with the same result are spellings of one name; the result itself need not be a usual spelling.
 * Folding twice changes nothing.
 */
export function foldSpelling(word: string): string {
  if (word.length < 2) return word;
  // Rules can uncover work for one another. Each pass shortens the word or moves letters one way only, so
  // this ends after two or three passes; the limit guards against absurd input.
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
  for (const [letter, pattern, replacement] of RULES) {
    if (folded.includes(letter)) folded = folded.replace(pattern, replacement);
  }
  if (folded.length >= 4 && folded.endsWith('E') && !FINAL_E_STAYS.has(folded)) {
    folded = folded.replace(FINAL_E, 'A');
  }
  return folded;
}

function hasDoubledLetter(word: string): boolean {
  for (let index = 1; index < word.length; index++) {
    if (word.charCodeAt(index) === word.charCodeAt(index - 1)) return true;
  }
  return false;
}
