import { expect, test } from 'vitest';
import { estimateLevels } from './latent-class.ts';

const PRIOR = [Float64Array.from([0, 0.5, 0.5]), Float64Array.from([0, 0.9, 0.1])];

test('shares are counted among pairs where the comparison is not missing', () => {
  const patterns = [
    { codes: [1, 1], count: 0 },
    { codes: [2, 0], count: 0 },
    { codes: [0, 2], count: 0 },
  ];
  const [first, second] = estimateLevels(patterns, [6, 2, 12], PRIOR, 0);
  expect([...(first as Float64Array)]).toEqual([0, 0.75, 0.25]);
  expect((second as Float64Array)[2]).toBeCloseTo(12 / 18, 12);
});

test('belief in the prior keeps every share above zero and fades with the number of pairs', () => {
  const few = estimateLevels([{ codes: [1, 1], count: 0 }], [10], PRIOR, 10);
  expect([...(few[0] as Float64Array)]).toEqual([0, 0.75, 0.25]);
  const many = estimateLevels([{ codes: [1, 1], count: 0 }], [1e6], PRIOR, 10);
  expect((many[0] as Float64Array)[2]).toBeGreaterThan(0);
  expect((many[0] as Float64Array)[2]).toBeLessThan(1e-5);
});
