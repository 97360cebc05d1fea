import { editDistance } from './edit-distance.ts';
import { soundKey } from './sound-key.ts';
import type { StandardName } from './standardise-name.ts';

/** How the given names of two people go together, word by word. */
export interface GivenAlignment {
  /** Words both have. */
  readonly equal: readonly string[];
  /** Words that are near each other, as 'A~B' with the first in the alphabet ahead. */
  readonly near: readonly string[];
  /** Words of each without a partner. */
  readonly unmatched: readonly [readonly string[], readonly string[]];
}

/**
 * Pairs the given names of two people: equal words first, then near ones (one slip, two in long words, the
 * same sound, an initial, or a last word cut short). The result is symmetric up to the order of `unmatched`.
 */
export function alignGivenNames(a: StandardName, b: StandardName): GivenAlignment {
  const restA = [...a.given];
  const restB = [...b.given];
  const equal: string[] = [];
  for (const word of a.given) {
    const found = restB.indexOf(word);
    if (found < 0) continue;
    equal.push(word);
    restB.splice(found, 1);
    restA.splice(restA.indexOf(word), 1);
  }
  const lastA = lastWord(a);
  const lastB = lastWord(b);
  const pairs = restA
    .flatMap((wordA) =>
      restB.map((wordB) => ({
        wordA,
        wordB,
        label: wordA < wordB ? `${wordA}~${wordB}` : `${wordB}~${wordA}`,
        distance: nearness(wordA, wordB, lastA, lastB),
      })),
    )
    .filter((pair) => pair.distance !== null)
    .sort((p, q) => (p.distance ?? 0) - (q.distance ?? 0) || (p.label < q.label ? -1 : 1));
  const near: string[] = [];
  for (const { wordA, wordB, label } of pairs) {
    const inA = restA.indexOf(wordA);
    const inB = restB.indexOf(wordB);
    if (inA < 0 || inB < 0) continue;
    restA.splice(inA, 1);
    restB.splice(inB, 1);
    near.push(label);
  }
  return { equal: equal.sort(), near: near.sort(), unmatched: [restA, restB] };
}

/** Slips allowed between two words to be the same word: none when both have below 4 letters, 1 below 8, then 2. */
export function slipsAllowed(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** The last word of a name and how few of its letters may be left: cut names can end anywhere. */
interface LastWord {
  readonly word: string | undefined;
  readonly shortest: number;
}

function lastWord(name: StandardName): LastWord {
  return { word: name.given.at(-1), shortest: name.mayBeTruncated ? 1 : 3 };
}

/** 0 to 3, smaller is nearer; null when the words have nothing to do with one another. */
function nearness(a: string, b: string, lastA: LastWord, lastB: LastWord): number | null {
  if (soundKey(a) === soundKey(b)) return 0;
  if (areSexForms(a, b)) return null;
  const allowed = slipsAllowed(a, b);
  const slips = allowed === 0 ? 1 : editDistance(a, b, allowed);
  if (slips <= allowed) return slips;
  const [short, long, last] = a.length < b.length ? [a, b, lastA] : [b, a, lastB];
  if (short.length === long.length) return null;
  if (short.length === 1) return long.startsWith(short) ? 3 : null;
  if (short !== last.word || short.length < last.shortest) return null;
  // Folding may have changed the letter at which the word was cut.
  const kept = short.length >= 4 ? short.slice(0, -1) : short;
  return long.startsWith(kept) ? 3 : null;
}

/** A final a for men and i for women makes two names of one stem: Putra and Putri, Sudiana and Sudiani. */
export function areSexForms(a: string, b: string): boolean {
  if (a.length !== b.length || a.slice(0, -1) !== b.slice(0, -1)) return false;
  return (a.endsWith('A') && b.endsWith('I')) || (a.endsWith('I') && b.endsWith('A'));
}
