import { editDistance } from './edit-distance.ts';
import { soundKey } from './sound-key.ts';
import type { StandardName } from './standardise-name.ts';

/** How the given names of two people go together, word by word. */
export interface GivenAlignment {
  /** Words both have. */
  readonly equal: readonly string[];
  /** Words that are near each other, as 'A~B' with the first in the alphabet ahead. */
  readonly near: readonly string[];
  /** Number of words of each without a partner. */
  readonly unmatched: readonly [number, number];
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
  const lastA = a.given.at(-1);
  const lastB = b.given.at(-1);
  const pairs = restA
    .flatMap((wordA) =>
      restB.map((wordB) => ({
        wordA,
        wordB,
        label: wordA < wordB ? `${wordA}~${wordB}` : `${wordB}~${wordA}`,
        distance: nearness(wordA, wordB, wordA === lastA, wordB === lastB),
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
  return { equal: equal.sort(), near: near.sort(), unmatched: [restA.length, restB.length] };
}

/** Slips allowed between two words to be the same word: none below 4 letters, 1 below 8, then 2. */
export function slipsAllowed(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** 0 to 3, smaller is nearer; null when the words have nothing to do with one another. */
function nearness(a: string, b: string, aIsLast: boolean, bIsLast: boolean): number | null {
  if (soundKey(a) === soundKey(b)) return 0;
  const allowed = slipsAllowed(a, b);
  const slips = allowed === 0 ? 1 : editDistance(a, b, allowed);
  if (slips <= allowed) return slips;
  const [short, long, shortIsLast] = a.length < b.length ? [a, b, aIsLast] : [b, a, bIsLast];
  const isStart = short.length < long.length && long.startsWith(short);
  if (isStart && (short.length === 1 || (shortIsLast && short.length >= 3))) return 3;
  return null;
}
