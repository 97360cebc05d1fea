import { expect, test } from 'vitest';
import { isoDate, memorySize, probability, wholeNumber } from './option-values.ts';

test('a probability lies from 0 to 1 and may have a decimal comma', () => {
  expect([probability('0.02'), probability('0,5'), probability('1')]).toEqual([0.02, 0.5, 1]);
  for (const text of ['', '-0.1', '1.01', 'x', 'NaN']) expect(() => probability(text)).toThrow();
});

test('whole numbers have a least value', () => {
  expect(wholeNumber(1)('12')).toBe(12);
  for (const text of ['0', '1.5', '-1', '1e3', '99999999999999999999']) {
    expect(() => wholeNumber(1)(text)).toThrow();
  }
});

test('dates exist', () => {
  expect(isoDate('2024-02-29')).toBe('2024-02-29');
  for (const text of ['2023-02-29', '21-11-2026', '2026-13-01', '2026-1-1'])
    expect(() => isoDate(text)).toThrow();
});

test('memory sizes have a unit', () => {
  expect(memorySize('4GiB')).toBe('4GiB');
  for (const text of ['4', '-1GB', 'GiB', "4GiB'; DROP"]) expect(() => memorySize(text)).toThrow();
});
