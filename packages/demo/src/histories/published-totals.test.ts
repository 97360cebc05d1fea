import { expect, test } from 'vitest';
import { scaledTotals, shares } from './published-totals.ts';

test('a branch of the published size has the published totals', () => {
  expect(scaledTotals(1_688_195)).toEqual({
    residents2023: 1_646_998,
    segments2023: { PBI_APBN: 244_871, PBPU_PEMDA: 449_431, PPU: 611_866, PBPU: 298_579, BP: 39_933 },
    members2023: 1_644_680,
    active2024: 1_503_459,
    inactive2024: 184_736,
    members2024: 1_688_195,
  });
});

test('at any size the parts come to the whole', () => {
  for (const size of [1, 7, 500, 3001, 168_820]) {
    const totals = scaledTotals(size);
    expect(Object.values(totals.segments2023).reduce((a, b) => a + b)).toBe(totals.members2023);
    expect(totals.active2024 + totals.inactive2024).toBe(totals.members2024);
  }
});

test('the largest remainders get what rounding left', () => {
  expect(shares([1, 1, 1], 2)).toEqual([1, 1, 0]);
  expect(shares([50, 30, 20], 7)).toEqual([4, 2, 1]);
});
