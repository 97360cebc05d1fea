import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PairClass, type PairModel, patternWeights, weightParts } from './pair-model.ts';

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
