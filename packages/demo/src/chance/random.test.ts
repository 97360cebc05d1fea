import { expect, test } from 'vitest';
import { Calendar } from './calendar.ts';
import { Random } from './random.ts';
import { ranked, Weighted, weighted } from './weighted.ts';

const draws = (random: Random, count = 2000) => Array.from({ length: count }, () => random.float());
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same seed and stream give the same numbers, others do not', () => {
  expect(draws(new Random(7, 1))).toEqual(draws(new Random(7, 1)));
  expect(draws(new Random(7, 1))).not.toEqual(draws(new Random(7, 2)));
  expect(draws(new Random(7, 1))).not.toEqual(draws(new Random(8, 1)));
  expect(draws(new Random(7))).not.toEqual(draws(new Random(7 + 2 ** 32)));
});

test('numbers keep their range and mean', () => {
  const random = new Random(3);
  const values = draws(random, 20000);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(mean(values)).toBeCloseTo(0.5, 1);
  const bells = values.map(() => random.bell(40, 10));
  expect(mean(bells)).toBeGreaterThan(39.5);
  expect(mean(bells)).toBeLessThan(40.5);
  expect(Math.sqrt(mean(bells.map((value) => (value - 40) ** 2)))).toBeCloseTo(10, 0);
  expect(new Set(values.map(() => random.between(2, 4)))).toEqual(new Set([2, 3, 4]));
});

test('weights are kept', () => {
  const random = new Random(5);
  const pool = weighted({ a: 70, b: 25, c: 5 });
  const counts = { a: 0, b: 0, c: 0 };
  for (let i = 0; i < 40000; i++) counts[pool.pick(random)]++;
  expect(counts.a / 40000).toBeCloseTo(0.7, 1);
  expect(counts.b / 40000).toBeCloseTo(0.25, 1);
  expect(counts.c / 40000).toBeGreaterThan(0.04);
  expect(counts.c / 40000).toBeLessThan(0.06);
});

test('an item without weight is never drawn, the first of a ranking most often', () => {
  const random = new Random(9);
  const never = new Weighted(['x', 'y'], [1, 0]);
  const ranking = ranked(['first', 'second', 'third'], 1);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    expect(never.pick(random)).toBe('x');
    const item = ranking.pick(random);
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  expect(counts.get('first')).toBeGreaterThan(counts.get('second') as number);
  expect(counts.get('second')).toBeGreaterThan(counts.get('third') as number);
});

test('the calendar knows its days', () => {
  const calendar = new Calendar('2026-10-31');
  expect(calendar.iso[0]).toBe('1920-01-01');
  expect(calendar.iso[calendar.today]).toBe('2026-10-31');
  expect(calendar.iso[calendar.at(2024, 2, 29)]).toBe('2024-02-29');
  expect(calendar.iso[calendar.at(2023, 2, 31)]).toBe('2023-02-28');
  expect(calendar.at(2030, 1, 1)).toBe(calendar.today);
  expect(calendar.at(1900, 1, 1)).toBe(0);
  expect(calendar.age(calendar.at(1990, 10, 30))).toBe(36);
  expect(calendar.age(calendar.at(1990, 12, 5))).toBe(35);
});
