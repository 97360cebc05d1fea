import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinkModel } from '../model/link-model.ts';
import { patternCodes, patternLayout } from './pattern-layout.ts';

const model = (levels: number[]): LinkModel => ({
  name: 'layout',
  fields: {},
  blocking: [],
  comparisons: levels.map((n, i) => ({
    name: `c${i}`,
    field: 'f',
    levels: Array.from({ length: n }, (_, j) => ({ label: `level ${j}`, all: [] })),
  })),
});

test('a pattern gives back the codes that it was packed from', () => {
  const levels = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 11 });
  fc.assert(
    fc.property(levels, fc.array(fc.nat(), { minLength: 11, maxLength: 11 }), (counts, picks) => {
      const layout = patternLayout(model(counts));
      const codes = counts.map((n, i) => (picks[i] as number) % (n + 2));
      const pattern = layout.comparisons.reduce((sum, c, i) => sum + (codes[i] as number) * c.weight, 0);
      expect(patternCodes(layout, pattern)).toEqual(codes);
    }),
  );
});

test('the levels of a comparison are missing, the listed ones, different', () => {
  expect(patternLayout(model([2, 1])).comparisons).toEqual([
    { name: 'c0', levels: ['missing', 'level 0', 'level 1', 'different'], weight: 1 },
    { name: 'c1', levels: ['missing', 'level 0', 'different'], weight: 4 },
  ]);
});
