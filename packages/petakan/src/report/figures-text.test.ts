import { expect, test } from 'vitest';
import { interval, intervalEn, people, percent, range, share } from './figures-text.ts';

test('expected people: whole, with one decimal only where it matters', () => {
  expect([0, 0.8, 4.02, 9.94, 9.96, 12.6, 1234.4].map(people)).toEqual([
    '0',
    '0,8',
    '4',
    '9,9',
    '10',
    '13',
    '1.234',
  ]);
});

test('small intervals are rounded outward, large ones to the nearest', () => {
  expect(interval(3.2, 4.1)).toBe('3 sampai 5');
  expect(range(4, 4)).toBe('4–4');
  expect(intervalEn(600.52, 675.83)).toBe('between 601 and 676');
});

test('shares', () => {
  expect(share(1, 8)).toBe('12,50\u00a0%');
  expect(share(1, 0)).toBe('–');
  expect(percent(0.5, 0)).toBe('50\u00a0%');
});
