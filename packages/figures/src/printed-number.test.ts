import { expect, test } from 'vitest';
import { readPrintedNumber, valuesOf } from './printed-number.ts';

test.each([
  [1503459, '', 1503459, 1],
  ['1.503.459', '', 1503459, 1],
  ['1,503,459', '', 1503459, 1],
  ['89,54 %', '', 89.54, 0.01],
  ['89.54', 'percent', 89.54, 0.01],
  ['89.50', 'percent', 89.5, 0.01],
  ['1,39 juta', '', 1_390_000, 10_000],
  [1.39, 'juta kunjungan', 1_390_000, 10_000],
  ['1.39 million', '', 1_390_000, 10_000],
  ['Rp3.500.000', '', 3_500_000, 1],
  ['1.234,5', '', 1234.5, 0.1],
  ['1,234.5', '', 1234.5, 0.1],
  ['-12', '', -12, 1],
  ['100.000', 'percent', 100, 0.001],
  ['100.000', 'people', 100_000, 1],
])('%s (%s) reads as %s in steps of %s', (text, unit, value, place) => {
  const read = readPrintedNumber(text, unit);
  expect([read?.value, read?.place]).toEqual([value, place]);
});

test.each(['', 'banyak', '1.2.3', '1,2,3', '12 34', '1..2'])('%j is no number', (text) => {
  expect(readPrintedNumber(text)).toBeUndefined();
});

test('whole numbers are exact, rounded ones stand for what rounds to them', () => {
  const values = (text: string | number) => valuesOf(readPrintedNumber(text) as never);
  expect(values(1_688_195)).toEqual({ low: 1_688_195, high: 1_688_195 });
  expect(values(182)).toEqual({ low: 182, high: 182 });
  expect(values(20_000)).toEqual({ low: 20_000, high: 20_000 });
  expect(values(1_390_000)).toEqual({ low: 1_385_000, high: 1_395_000 });
  expect(values('1,39 juta')).toEqual({ low: 1_385_000, high: 1_395_000 });
});
