/**
 * Any of these must occur before a rule below can apply. Most modern spellings contain none, and are
 * returned without running the rules.
 */
const MAY_FOLD =
  /([A-Z])\1|OE|[DTNS]J|J[NJ]|CH|KH|[DTSBGPZ]H|[DS]Y|DZ|SY|DNY|KRE|[VFQXZ]|C[^AEIOUH]|[EYC]$|AE|IE|[^AEIOUN]YASA|UW[AEIO]|SW[AEIO]|IY[AEOU]|^GDE/;

/** Letter groups that only the spelling of before 1972 wrote. */
const OLD_SPELLING = /OE|DJ|TJ|SJ|^NJ/;

/** Words whose last E is not the Balinese spelling of a final A. */
const FINAL_E_STAYS = new Set(['GEDE', 'MADE', 'PANDE']);

type Rule = readonly [RegExp, string];

/** Spelling of before 1972: dj = j, tj = c, sj = sy, nj = ny, oe = u. A single j was y, see below. */
const ERA_RULES: readonly Rule[] = [
  [/OE/g, 'U'],
  [/DNJ/g, 'DNY'],
  [/^NJ/g, 'NY'],
  [/TJ/g, 'C'],
  [/SJ/g, 'SY'],
];

const PAIR_RULES: readonly Rule[] = [
  // ch and kh: Christina/Kristina, Achmad/Akhmad/Ahmad, Chairul/Khairul, but Chandra/Candra
  [/[CK]HR/g, 'KR'],
  [/(?<=[AIU])CH(?=[^AEIOU])/g, 'H'],
  [/KH(?=M)|(?<=I)KH(?=[SWL])/g, 'H'],
  [/CH(?=AI|AE|O|U)/g, 'K'],
  [/CH/g, 'C'],
  [/KH/g, 'K'],
  // letters Indonesian spelling treats as one another
  [/DZ/g, 'Z'],
  [/PH/g, 'P'],
  [/F/g, 'P'],
  [/V/g, 'W'],
  [/Q/g, 'K'],
  [/X/g, 'KS'],
  [/Z/g, 'S'],
  [/C(?=[^AEIOU]|$)/g, 'K'],
  // Sanskrit pairs: Dharma/Darma, Artha/Arta, Shanti/Santi, Bhakti/Bakti, Krishna/Kresna/Krisna
  [/([DTSBG])H/g, '$1'],
  [/SY(?=[AEIOU])/g, 'S'],
  [/KRE/g, 'KRI'],
  // dny and jn before a vowel: Widnyana/Widyana, Pradnya/Prajna
  [/(?:DNY|JNY?)(?=[AEIOU])/g, 'DY'],
  // diphthongs and glides: Khaerul/Khairul, Arief/Arif, Suwardana/Suardana, Swastika/Suastika, Sudiyasa/Sudiasa
  [/AE/g, 'AI'],
  [/IE/g, 'I'],
  [/UW(?=[AEIO])/g, 'U'],
  [/SW(?=[AEIO])/g, 'SU'],
  [/IY(?=[AEOU])/g, 'I'],
  [/^GDE/g, 'GEDE'],
  // Darmyasa/Darmayasa
  [/(?<=[^AEIOUN])YASA/g, 'AYASA'],
  [/Y$/g, 'I'],
  [/([A-Z])\1+/g, '$1'],
];

const DOUBLED = /([A-Z])\1+/g;
const FINAL_E = /(?<=[^AEIOU])E$/;

function foldOnce(word: string): string {
  let folded = word.replace(DOUBLED, '$1');
  const old = OLD_SPELLING.test(folded);
  for (const [pattern, replacement] of ERA_RULES) folded = folded.replace(pattern, replacement);
  // A lone j was y in the old spelling (Djaja = Jaya, Soerjadi = Suryadi); a word that shows no other sign
  // of the old spelling keeps its j (Sujana).
  if (old)
    folded = folded
      .replace(/NJ/g, 'NY')
      .replace(/(?<!D)J/g, 'Y')
      .replace(/DJ/g, 'J');
  for (const [pattern, replacement] of PAIR_RULES) folded = folded.replace(pattern, replacement);
  if (folded.length >= 4 && !FINAL_E_STAYS.has(folded)) folded = folded.replace(FINAL_E, 'A');
  return folded;
}

/**
 * Writes one uppercase word the way its spelling variants have in common: spelling eras (Njoman, Tjandra,
 * Soerjadi), Sanskrit pairs (Dharma, Shanti, Krishna), doubled letters, v/w, f/p, z/s and final e for a.
 * Two words with the same result are spellings of one name; the result itself need not be a usual spelling.
 * Folding twice changes nothing.
 */
export function foldSpelling(word: string): string {
  let folded = word;
  // Rules can uncover work for one another; each pass shortens the word or moves a letter one way only, so
  // this ends after two or three passes.
  for (let pass = 0; pass < 12 && MAY_FOLD.test(folded); pass++) {
    const next = foldOnce(folded);
    if (next === folded) break;
    folded = next;
  }
  return folded;
}
