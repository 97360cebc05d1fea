import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks } from './axis-ticks.ts';

test('shares of a year get round marks', () => {
  expect(axisTicks([0.8832, 0.9017])).toEqual([0.88, 0.885, 0.89, 0.895, 0.9, 0.905]);
});

test('every value lies between the first and the last mark, the marks rise, and there are a few of them', () => {
  const value = fc.double({ min: -1e6, max: 1e7, noNaN: true });
  const near = fc.tuple(value, fc.double({ min: 1e-12, max: 1e-3, noNaN: true })).map(([v, d]) => [v, v + d]);
  fc.assert(
    fc.property(fc.oneof(fc.array(value, { minLength: 1, maxLength: 50 }), near), (values) => {
      const ticks = axisTicks(values);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(12);
      for (let i = 1; i < ticks.length; i++) expect(ticks[i]).toBeGreaterThan(ticks[i - 1] as number);
      const hair = ((ticks[1] as number) - (ticks[0] as number)) * 1e-5;
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values) + hair);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values) - hair);
    }),
    { numRuns: 2000 },
  );
});
