import { describe, expect, test } from 'vitest';
import { blockingRecall, type RuleCatch } from './blocking-recall.ts';

/** Expected catches of matches by independent rules that each find a share of them. */
function simulate(matches: number, shares: number[]): { catches: RuleCatch[]; missed: number } {
  const catches: RuleCatch[] = [];
  for (let rules = 0; rules < 2 ** shares.length; rules++) {
    const p = shares.reduce((all, share, i) => all * ((rules >> i) & 1 ? share : 1 - share), 1);
    catches.push({ rules, matches: matches * p });
  }
  return { catches: catches.filter((c) => c.rules > 0), missed: catches[0]?.matches ?? 0 };
}

describe('recall from how often matches were caught', () => {
  test.each([
    { shares: [0.8, 0.8, 0.8] },
    { shares: [0.6, 0.6, 0.6, 0.6] },
    { shares: [0.3, 0.3, 0.3, 0.3, 0.3] },
  ])('rules alike, each finding $shares: close to the truth, never above it by much', ({ shares }) => {
    const { catches, missed } = simulate(10_000, shares);
    const { estimate, low, high, found } = blockingRecall(catches);
    const truth = found / (found + missed);
    expect(Math.abs(estimate - truth)).toBeLessThan(0.035);
    expect(low).toBeLessThan(estimate);
    expect(high).toBeGreaterThan(estimate);
  });

  test('rules of unequal strength make it say too little of recall, not too much', () => {
    const { catches, missed } = simulate(10_000, [0.9, 0.5, 0.2, 0.1]);
    const { estimate, found } = blockingRecall(catches);
    const truth = found / (found + missed);
    expect(estimate).toBeLessThan(truth);
    expect(estimate).toBeGreaterThan(truth - 0.15);
  });

  test('pairs that all rules find hard make the missed a lower bound', () => {
    const easy = simulate(8000, [0.8, 0.8, 0.8, 0.8]);
    const hard = simulate(2000, [0.15, 0.15, 0.15, 0.15]);
    const { missed } = blockingRecall([...easy.catches, ...hard.catches]);
    expect(missed).toBeGreaterThan(0.2 * (easy.missed + hard.missed));
    expect(missed).toBeLessThan(easy.missed + hard.missed);
  });
});

test('matches that every rule found leave nothing to miss', () => {
  expect(blockingRecall([{ rules: 0b111, matches: 500 }])).toMatchObject({
    estimate: 1,
    missed: 0,
    found: 500,
  });
});

test('the bias-corrected form of Chao: f1 (f1 - 1) / (2 (f2 + 1))', () => {
  const { missed, found } = blockingRecall([
    { rules: 0b001, matches: 10 },
    { rules: 0b100, matches: 11 },
    { rules: 0b110, matches: 6 },
    { rules: 0b111, matches: 100 },
    { rules: 0, matches: 1000 },
  ]);
  expect(missed).toBeCloseTo((21 * 20) / (2 * 7), 12);
  expect(found).toBe(127);
});

test('thirty rules fit', () => {
  expect(blockingRecall([{ rules: 2 ** 29 + 1, matches: 4 }]).found).toBe(4);
  expect(blockingRecall([{ rules: 2 ** 29, matches: 4 }]).missed).toBeCloseTo(6, 12);
});

test('nothing found is not an error', () => {
  expect(blockingRecall([])).toEqual({ estimate: 1, low: 1, high: 1, found: 0, missed: 0 });
});
