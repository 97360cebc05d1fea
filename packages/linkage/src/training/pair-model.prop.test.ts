import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  namesakeBits,
  type PairClass,
  type PairModel,
  patternWeights,
  weighPatterns,
  weightParts,
} from './pair-model.ts';
import { namesakeRatio, type Standing, standingBits } from './standing.ts';

const COMPARISONS = 4;
const LEVELS = 3;

const levels = fc
  .array(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: LEVELS, maxLength: LEVELS }), {
    minLength: COMPARISONS,
    maxLength: COMPARISONS,
  })
  .map((table) =>
    table.map((p) => {
      const total = p.reduce((a, b) => a + b, 0);
      return Float64Array.from([0, ...p.map((x) => x / total)]);
    }),
  );
const classes = (most: number): fc.Arbitrary<PairClass[]> =>
  fc
    .array(fc.record({ share: fc.double({ min: 0.01, max: 1, noNaN: true }), levels }), {
      minLength: 1,
      maxLength: most,
    })
    .map((list) => {
      const total = list.reduce((sum, k) => sum + k.share, 0);
      return list.map((k) => ({ ...k, share: k.share / total }));
    });
const model: fc.Arbitrary<PairModel> = fc.record({
  matches: fc.constant(10),
  same: classes(3),
  different: classes(3),
  misplaced: fc.constant([]),
  rounds: fc.constant(1),
  converged: fc.constant(true),
});
const codes = fc.array(fc.integer({ min: 0, max: LEVELS }), {
  minLength: COMPARISONS,
  maxLength: COMPARISONS,
});

test('the parts of a weight add up to the weight', () => {
  fc.assert(
    fc.property(model, codes, (m, pattern) => {
      const { start, parts } = weightParts(m, pattern);
      const [weight] = patternWeights(m, [{ codes: pattern }]);
      expect(start + parts.reduce((a, b) => a + b, 0)).toBeCloseTo(weight as number, 8);
    }),
  );
});

const shares = fc
  .tuple(...[1, 2].map(() => fc.double({ min: 0.01, max: 0.99, noNaN: true })))
  .map(([p = 0.5]) => Float64Array.from([0, p, 1 - p]));
const standing: fc.Arbitrary<Standing> = fc.record({ matched: shares, unmatched: shares, namesakes: shares });
/** A model with namesakes, a key that may be missing and two things that right records say by themselves. */
const whole: fc.Arbitrary<PairModel> = fc
  .tuple(model, classes(1), fc.array(standing, { minLength: 2, maxLength: 2 }), fc.tuple(shares, shares))
  .map(([m, namesakes, alone, [matched, different]]) => ({
    ...m,
    namesakes,
    standing: alone,
    keyless: {
      matched: matched[1] as number,
      different: different[1] as number,
      roles: { key: 0, same: [{ comparison: 1, levels: [1, 2] }] },
    },
  }));
const said = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }));

test('nor is anything lost of what a missing key, and the right record of a namesake, says', () => {
  fc.assert(
    fc.property(whole, codes, said, (m, pattern, alone) => {
      const { start, parts } = weightParts(m, [...pattern, ...alone]);
      const { weights, namesakes } = weighPatterns(m, [{ codes: pattern }]);
      const ratio = alone.reduce((a, code, i) => a * namesakeRatio(m.standing?.[i] as Standing, code), 1);
      const bits = alone.reduce((a, code, i) => a + standingBits(m.standing?.[i] as Standing, code), 0);
      const weight = (weights[0] as number) + bits - namesakeBits(namesakes[0] as number, ratio);
      expect(parts).toHaveLength(pattern.length + alone.length);
      expect(start + parts.reduce((a, b) => a + b, 0)).toBeCloseTo(weight, 8);
    }),
  );
});

test('where a record is as likely that of a namesake as of anybody unmatched, namesakes change nothing', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      expect(namesakeBits(share, 1)).toBe(0);
      expect(namesakeBits(share, 2)).toBeGreaterThanOrEqual(0);
      expect(namesakeBits(share, 2)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a missing value adds nothing', () => {
  fc.assert(
    fc.property(model, codes, fc.integer({ min: 0, max: COMPARISONS - 1 }), (m, pattern, c) => {
      pattern[c] = 0;
      expect(weightParts(m, pattern).parts[c]).toBeCloseTo(0, 10);
    }),
  );
});

test('with one class a side, comparisons weigh what they weigh alone', () => {
  fc.assert(
    fc.property(levels, levels, codes, (m, u, pattern) => {
      const one: PairModel = {
        matches: 1,
        same: [{ share: 1, levels: m }],
        different: [{ share: 1, levels: u }],
        misplaced: [],
        rounds: 1,
        converged: true,
      };
      const alone = pattern.map((code, c) =>
        code === 0 ? 0 : Math.log2((m[c]?.[code] as number) / (u[c]?.[code] as number)),
      );
      const { start, parts } = weightParts(one, pattern);
      expect(start).toBeCloseTo(0, 10);
      for (const [c, part] of parts.entries()) expect(part).toBeCloseTo(alone[c] as number, 8);
    }),
  );
});
