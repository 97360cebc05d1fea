import { expect, test } from 'vitest';
import { suppressSmallCells } from './suppress-small-cells.ts';

const village = (counts: [string, number, number][]) =>
  suppressSmallCells(
    counts.map(([key, whole, uncovered]) => ({ key, whole, parts: { uncovered } })),
    ['uncovered'],
  );

test('a single small count is hidden together with another, so that the sum does not give it away', () => {
  const { rows, sums } = village([
    ['Banjar Kaja', 120, 3],
    ['Banjar Kelod', 150, 20],
    ['Banjar Tengah', 90, 11],
  ]);
  expect(rows[0]?.parts.uncovered).toBeNull();
  expect(rows.filter((row) => row.parts.uncovered === null)).toHaveLength(2);
  expect(rows.map((row) => row.whole)).toEqual([120, 150, 90]);
  expect(sums).toEqual({ whole: 360, uncovered: 34 });
});

test('two zeros do not hide each other: a third row joins them', () => {
  const { rows } = village([
    ['A', 60, 0],
    ['B', 60, 0],
    ['C', 60, 30],
  ]);
  expect(rows.every((row) => row.parts.uncovered === null)).toBe(true);
});

test('a village of one banjar hides its sum too', () => {
  expect(village([['A', 60, 2]]).sums).toEqual({ whole: 60, uncovered: null });
});

test('nearly all is as telling as hardly any', () => {
  const { rows } = village([
    ['A', 60, 58],
    ['B', 60, 30],
  ]);
  expect(rows.map((row) => row.parts.uncovered)).toEqual([null, null]);
});
