import { expect, test } from 'vitest';
import { learnStanding, namesakeRatio, standingBits } from './standing.ts';

// Levels: missing, active, ended. Of 10,000 records 8,000 have a match.
const record = (i: number) => ({ matched: i % 5 !== 0, ended: i % 5 === 0 ? i % 2 === 0 : i % 10 === 1 });
const codes = Array.from({ length: 10_000 }, (_, i) => (record(i).ended ? 2 : 1));
const unmatched = codes.map((_, i) => (record(i).matched ? 0.001 : 0.999));

test('a level more frequent among records without a match speaks against every pair', () => {
  const standing = learnStanding(codes, unmatched, 3);
  // One in eight of the matched has ended, one in two of the others.
  expect(standing.matched[2]).toBeCloseTo(0.125, 1);
  expect(standing.unmatched[2]).toBeCloseTo(0.5, 1);
  expect(standingBits(standing, 2)).toBeCloseTo(-2, 0);
  expect(standingBits(standing, 1)).toBeCloseTo(Math.log2(0.875 / 0.5), 1);
});

test('shares add up to one; missing levels and levels nobody has say nothing', () => {
  const standing = learnStanding(
    codes.map((code, i) => (i % 3 === 0 ? 0 : code)),
    unmatched,
    4,
  );
  for (const shares of [standing.matched, standing.unmatched])
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  expect(standingBits(standing, 0)).toBe(0);
  expect(Math.abs(standingBits(standing, 3))).toBeLessThan(2.5);
  const nothing = learnStanding([0, 0], [0.5, 0.5], 3);
  expect(standingBits(nothing, 1)).toBeCloseTo(0, 9);
});

test('a handful of records says little', () => {
  expect(Math.abs(standingBits(learnStanding([1, 2], [0, 1], 3), 2))).toBeLessThan(0.5);
});

test("a namesake's record is measured against any unmatched one; without namesakes, or a level, it is like these", () => {
  const standing = learnStanding(codes, unmatched, 3);
  const namesakes = Float64Array.from([0, 0.2, 0.8]);
  expect(namesakeRatio({ ...standing, namesakes }, 2)).toBeCloseTo(0.8 / 0.5, 1);
  expect(namesakeRatio({ ...standing, namesakes }, 0)).toBe(1);
  expect(namesakeRatio(standing, 2)).toBe(1);
});
