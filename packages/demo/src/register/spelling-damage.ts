import type { Random } from '../chance/random.ts';

/** A way in which a name changes; returns the name as it was when it does not apply. */
export type NameChange = (name: string, random: Random) => string;

/** Spellings before 1972, and what they became. */
const oldSpellings: readonly (readonly [RegExp, string])[] = [
  [/u/, 'oe'],
  [/ny/, 'nj'],
  [/Ny/, 'Nj'],
  [/sy/, 'sj'],
  [/kh/, 'ch'],
  [/j/, 'dj'],
  [/J/, 'Dj'],
  [/c/, 'tj'],
  [/C(?!h)/, 'Tj'],
  [/y(?=[aeiou])/, 'j'],
  [/Y(?=[aeiou])/, 'J'],
];
/** Letters of Sanskrit words that are written either way. */
const sanskrit: readonly (readonly [RegExp, string])[] = [
  [/dh/, 'd'],
  [/Dh/, 'D'],
  [/d(?=[aeiou])/, 'dh'],
  [/D(?=ar)/, 'Dh'],
  [/th/, 't'],
  [/t(?=a)/, 'th'],
  [/sh/, 's'],
  [/s(?=[ai])/, 'sh'],
  [/w/, 'v'],
  [/W/, 'V'],
  [/v/, 'w'],
  [/b(?=[aeiou])/, 'w'],
  [/ks/, 'ksh'],
  [/Kris/, 'Kres'],
  [/Kres/, 'Kris'],
  [/Adny/, 'Adni'],
  [/dny/, 'dnj'],
];
const joins: readonly (readonly [RegExp, string])[] = [
  [/^I (?=[A-Z])/, 'I'],
  [/^Ni (?=[A-Z])/, 'Ni'],
  [/^Ni Luh/, 'Niluh'],
  [/^I Gusti/, 'Igusti'],
  [/^Ida Ayu/, 'Idaayu'],
  [/^Ida Bagus/, 'Idabagus'],
  [/^I Dewa/, 'Idewa'],
  [/^Anak Agung/, 'Anakagung'],
];
const compounds = /([a-z]{3,})(dewi|yasa|jaya|yanti|wati|yana|putra|ningsih|sari|karta|diana|yani)\b/;
const vowels = 'aeiou';

/** Rule 1: spelling eras (oe/u, dj/j, tj/c, j/y, nj/ny, sj/sy, ch/kh) in the last word or the one before. */
export const oldSpelling: NameChange = (name, random) =>
  inOneWord(name, random, (word) => oneOf(word, oldSpellings, random));

/** Rule 2: Sanskrit letters (dh/d, th/t, sh/s, v/w/b, ksh/ks, kr-i/kr-e). */
export const sanskritSpelling: NameChange = (name, random) =>
  inOneWord(name, random, (word) => oneOf(word, sanskrit, random));

/** Rule 3: a letter doubled or lost, and a final -a written -e. */
export const letterSlip: NameChange = (name, random) =>
  inOneWord(name, random, (word) => {
    if (word.length < 4) return word;
    const roll = random.float();
    if (roll < 0.12 && word.endsWith('a')) return `${word.slice(0, -1)}e`;
    const at = random.between(1, word.length - 1);
    if (roll < 0.55) return word.slice(0, at) + word.slice(at + 1);
    return word.slice(0, at + 1) + word.slice(at);
  });

/** A typing slip: a wrong letter, or two letters in the wrong order. */
export const typing: NameChange = (name, random) =>
  inOneWord(name, random, (word) => {
    if (word.length < 4) return word;
    const at = random.between(1, word.length - 2);
    const letter = word[at] as string;
    if (random.chance(0.4)) return word.slice(0, at) + word[at + 1] + letter + word.slice(at + 2);
    const other = vowels.includes(letter) ? random.of([...vowels]) : random.of([...'bcdgklmnprstwy']);
    return word.slice(0, at) + other + word.slice(at + 1);
  });

/** Rule 4: words joined or split. */
export const joinOrSplit: NameChange = (name, random) => {
  const roll = random.float();
  if (roll < 0.45) {
    for (const [from, to] of joins) if (from.test(name)) return name.replace(from, to);
  }
  const split = name.replace(
    compounds,
    (_, head: string, tail: string) => `${head} ${tail[0]?.toUpperCase()}${tail.slice(1)}`,
  );
  if (split !== name && roll < 0.8) return split;
  const at = name.lastIndexOf(' ');
  return at > 3 ? name.slice(0, at) + name.slice(at + 1).toLowerCase() : name;
};

function inOneWord(name: string, random: Random, change: (word: string) => string): string {
  const words = name.split(' ');
  const at = random.chance(0.75) ? words.length - 1 : random.below(words.length);
  words[at] = change(words[at] as string);
  return words.join(' ');
}

/** One of the replacements that apply, once. */
function oneOf(word: string, pairs: readonly (readonly [RegExp, string])[], random: Random): string {
  const start = random.below(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    const [from, to] = pairs[(start + i) % pairs.length] as readonly [RegExp, string];
    if (from.test(word)) return word.replace(from, to);
  }
  return word;
}
