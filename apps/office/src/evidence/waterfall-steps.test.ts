import { expect, test } from 'vitest';
import { barOn, probabilityOf, signOf, waterfall } from './waterfall-steps.ts';

const evidence = [
  { field: 'nama', weight: 9 },
  { field: 'prior', weight: -13 },
  { field: 'born', weight: 6 },
];

test('starts from the prior and ends at the sum of all weights', () => {
  const result = waterfall(evidence);
  expect(result.steps.map((step) => step.to)).toEqual([-13, -4, 2]);
  expect(result.total).toBe(2);
  expect(result.probability).toBeCloseTo(0.8, 10);
});

test('every bar begins where the one before it ended', () => {
  const { steps } = waterfall(evidence);
  for (let k = 1; k < steps.length; k += 1) expect(steps[k]?.from).toBe(steps[k - 1]?.to);
});

test('bars and zero lie within the track', () => {
  const result = waterfall(evidence);
  for (const step of result.steps) {
    const { left, width } = barOn(step, result);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(100.0001);
  }
});

test('what rounds to zero has no sign', () => {
  expect([signOf(-0.04), signOf(0.05), signOf(-3)]).toEqual(['', '+', '−']);
});

test('one bit doubles the odds', () => {
  expect(probabilityOf(0)).toBe(0.5);
  expect(probabilityOf(1)).toBeCloseTo(2 / 3, 10);
  expect(waterfall([]).probability).toBe(0.5);
});
