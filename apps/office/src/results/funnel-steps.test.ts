import { expect, test } from 'vitest';
import { funnelSteps } from './funnel-steps.ts';

test('every step begins with those the last one left', () => {
  const steps = funnelSteps(
    { residents: 1000, linked: 950, uncovered: 50 },
    {
      linksByTier: { nik: 900, 'nik-review': 5, probable: 35, household: 10 },
    },
  );
  expect(steps).toEqual([
    { key: 'nik', begin: 1000, settled: 900, left: 100 },
    { key: 'scored', begin: 100, settled: 40, left: 60 },
    { key: 'household', begin: 60, settled: 10, left: 50 },
  ]);
});

test('does not draw parts that do not add up to the whole', () => {
  expect(funnelSteps({ residents: 1000, linked: 950, uncovered: 50 }, { linkedNik: 900 })).toEqual([
    { key: 'linked', begin: 1000, settled: 950, left: 50 },
  ]);
});

test('takes the two totals where tiers are not told apart', () => {
  const steps = funnelSteps(
    { residents: 1000, linked: 950, uncovered: 50 },
    { linkedNik: 900, linkedProbable: 50 },
  );
  expect(steps.map((step) => [step.key, step.left])).toEqual([
    ['nik', 100],
    ['scored', 50],
  ]);
});

test('makes do without a summary', () => {
  expect(funnelSteps({ residents: 10, linked: 4, uncovered: 6 }, undefined)[0]?.left).toBe(6);
});

test('tells apart those who stand in the register twice', () => {
  const steps = funnelSteps({ residents: 1000, linked: 950, uncovered: 40 }, { linkedNik: 950 });
  expect(steps.map((step) => [step.key, step.left])).toEqual([
    ['nik', 50],
    ['twice', 40],
  ]);
});
