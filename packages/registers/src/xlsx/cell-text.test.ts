import { expect, test } from 'vitest';
import { cellText, keepsAllDigits } from './cell-text.ts';

test('cells as text', () => {
  expect(cellText(null)).toBe('');
  expect(cellText(true)).toBe('true');
  expect(cellText('a\nb')).toBe('a b');
  expect(cellText(new Date('1990-07-05T00:00:00Z'))).toBe('1990-07-05');
  expect(cellText(33059)).toBe('33059');
  expect(cellText(12.5)).toBe('12.5');
});

test('long numbers that may have lost a digit are marked and counted', () => {
  const long = { all: 0, endInZero: 0 };
  expect(cellText(5171014507900001, long)).toBe('5171014507900001');
  expect(cellText(5171014507900000, long)).toBe('5.17101450790000e+15');
  expect(long).toEqual({ all: 2, endInZero: 1 });
  expect(keepsAllDigits({ all: 20, endInZero: 2 })).toBe(true);
  expect(keepsAllDigits({ all: 20, endInZero: 20 })).toBe(false);
});
