import type { Random } from './random.ts';

type Pair = readonly [RegExp, string];

const OLD: readonly Pair[] = [
  [/u/, 'oe'],
  [/j/, 'dj'],
  [/c/, 'tj'],
  [/y/, 'j'],
  [/ny/, 'nj'],
  [/sy/, 'sj'],
  [/^J/, 'Dj'],
  [/^C/, 'Tj'],
  [/^Y/, 'J'],
  [/^U/, 'Oe'],
];

const SANSKRIT: readonly Pair[] = [
  [/dh/, 'd'],
  [/d(?=[ai])/, 'dh'],
  [/th/, 't'],
  [/rt(?=[ai])/, 'rth'],
  [/sh/, 's'],
  [/^Sh/, 'S'],
  [/^S(?=a)/, 'Sh'],
  [/^Dh/, 'D'],
  [/^D(?=a)/, 'Dh'],
  [/w/, 'v'],
  [/^W/, 'V'],
  [/^V/, 'W'],
  [/v/, 'w'],
  [/^W(?=i)/, 'B'],
  [/ks/, 'ksh'],
  [/^Kri/, 'Kre'],
  [/^Kre/, 'Kri'],
  [/sn/, 'shn'],
  [/shn/, 'sn'],
  [/dny/, 'dn'],
  [/dn(?=[ai])/, 'dny'],
  [/sth?i/, 'sti'],
  [/^Sw/, 'Su'],
  [/uw/, 'w'],
  [/gy/, 'gi'],
  [/ia/, 'iya'],
  [/iy/, 'i'],
  [/ndr/, 'nder'],
];

function applyOne(word: string, pairs: readonly Pair[], random: Random): string {
  const start = random.int(pairs.length);
  for (let k = 0; k < pairs.length; k++) {
    const [pattern, replacement] = pairs[(start + k) % pairs.length] as Pair;
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

/** One sound written as before 1947 or 1972 (Soekarta, Djaja, Tjandra). */
export function oldSpelling(word: string, random: Random): string {
  return applyOne(word, OLD, random);
}

/** One Sanskrit sound written the other way (Dharma/Darma, Artha/Arta, Krishna/Kresna). */
export function sanskritPair(word: string, random: Random): string {
  return applyOne(word, SANSKRIT, random);
}

/** A consonant doubled, a double one made single, or a silent letter lost. */
export function loseOrDoubleLetter(word: string, random: Random): string {
  if (word.length < 4) return word;
  const double = /([a-z])\1/.exec(word);
  if (double) return word.slice(0, double.index) + word.slice(double.index + 1);
  const places: number[] = [];
  for (let i = 1; i < word.length; i++) if (/[bdgklmnprstw]/.test(word.charAt(i))) places.push(i);
  if (places.length === 0) return word;
  const at = random.pick(places);
  const doubled = word.slice(0, at) + word.charAt(at) + word.slice(at);
  return random.chance(0.6) ? doubled : word.slice(0, at) + word.slice(at + 1);
}

/** A vowel heard differently: final a/e, i/e, u/o, with or without a glide. */
export function vowelSlip(word: string, random: Random): string {
  const roll = random.next();
  if (roll < 0.35 && word.endsWith('a')) return `${word.slice(0, -1)}e`;
  if (roll < 0.6) return word.replace(/(?<=[a-z])i(?=[a-z])/, 'e');
  if (roll < 0.8) return word.replace(/(?<=[a-z])u(?=[a-z])/, 'o');
  return word.replace(/(?<=[a-z])e(?=[a-z])/, 'i');
}

const NEIGHBOURS: Record<string, string> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'mb',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
};

/** One slip on the keyboard: a neighbour key, two letters swapped, one lost or one added. */
export function mistypeText(text: string, random: Random): string {
  for (let tries = 0; tries < 6; tries++) {
    const at = random.int(text.length);
    const letter = text.charAt(at);
    const near = NEIGHBOURS[letter.toLowerCase()];
    if (near === undefined) continue;
    const key = near.charAt(random.int(near.length));
    const roll = random.next();
    if (roll < 0.4)
      return (
        text.slice(0, at) + (letter === letter.toLowerCase() ? key : key.toUpperCase()) + text.slice(at + 1)
      );
    if (roll < 0.65) return text.slice(0, at) + text.slice(at + 1);
    if (roll < 0.8) return text.slice(0, at + 1) + key + text.slice(at + 1);
    const after = text.charAt(at + 1);
    if (after !== '' && after !== ' ' && after !== letter)
      return text.slice(0, at) + after + letter + text.slice(at + 2);
  }
  return text;
}
