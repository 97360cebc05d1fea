import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

const word = fc.stringMatching(/^[ABC]{0,8}$/);

/** The definition, written as a recursion. */
function bySlips(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a.at(-1) === b.at(-1) ? 0 : 1;
  let best = Math.min(
    bySlips(a.slice(0, -1), b) + 1,
    bySlips(a, b.slice(0, -1)) + 1,
    bySlips(a.slice(0, -1), b.slice(0, -1)) + cost,
  );
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    best = Math.min(best, bySlips(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return best;
}

test('agrees with the definition, and with its limit', () => {
  const short = fc.stringMatching(/^[ABC]{0,5}$/);
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(bySlips(a, b), limit + 1));
    }),
  );
});

test('is symmetric and zero only for equal words', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 8)).toBe(editDistance(b, a, 8));
      expect(editDistance(a, b, 8) === 0).toBe(a === b);
    }),
  );
});
