import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks } from './axis-ticks.ts';

test('shares of a year get round marks', () => {
  expect(axisTicks([0.8832, 0.9017])).toEqual([0.88, 0.885, 0.89, 0.895, 0.9, 0.905]);
});

test('every value lies between the first and the last mark, and there are a few of them', () => {
  const value = fc.double({ min: -1e6, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), (values) => {
      const ticks = axisTicks(values);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(12);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values) + 1e-6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6);
    }),
  );
});
