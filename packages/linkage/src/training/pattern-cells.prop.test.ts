import fc from 'fast-check';
import { expect, test } from 'vitest';
import { underClasses } from './pattern-cells.ts';

const LEVELS = [3, 2, 4];
const probability = fc.double({ min: 1e-9, max: 1, noNaN: true });
const classOf = (share: fc.Arbitrary<number>) =>
  fc.record({
    share,
    levels: fc.tuple(
      ...LEVELS.map((n) =>
        fc.array(probability, { minLength: n, maxLength: n }).map((p) => Float64Array.from(p)),
      ),
    ),
  });
const codes = fc.tuple(...LEVELS.map((n) => fc.nat(n - 1)));

/** log2 P(pattern and class), said plainly. */
function logarithm(k: { share: number; levels: Float64Array[] }, pattern: number[]): number {
  return pattern.reduce(
    (bits, code, c) => (code === 0 ? bits : bits + Math.log2((k.levels[c] as Float64Array)[code] as number)),
    Math.log2(k.share),
  );
}

// Shares of every size, and so small that no product of theirs is a number any more.
test('shares times the power of bits are the probabilities under each class', () => {
  const shares = fc.oneof(probability, fc.constantFrom(1e-300, 1e-308));
  const given = [
    fc.array(classOf(shares), { minLength: 1, maxLength: 4 }),
    fc.array(codes, { minLength: 1, maxLength: 5 }),
  ] as const;
  fc.assert(
    fc.property(...given, (classes, patterns) => {
      const visited: number[] = [];
      underClasses(
        classes,
        patterns.map((p) => ({ codes: p })),
        (p, shares, bits) => {
          visited.push(p);
          const logs = classes.map((k) => logarithm(k, patterns[p] as number[]));
          const top = Math.max(...logs);
          shares.forEach((share, k) => {
            const expected = (logs[k] as number) - top;
            // What is five hundred powers of two below the likeliest class counts as nothing.
            if (expected < -500) expect(share * 2 ** (bits - top)).toBeLessThan(1e-100);
            else expect(Math.log2(share) + bits - top).toBeCloseTo(expected, 8);
          });
        },
      );
      expect(visited).toEqual(patterns.map((_, i) => i));
    }),
  );
});
