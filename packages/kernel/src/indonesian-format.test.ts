import { expect, test } from 'vitest';
import { daysInMonth, formatDate, formatNumber, formatPercent, formatRupiah } from './indonesian-format.ts';

test('numbers', () => {
  expect(formatNumber(1688195)).toBe('1.688.195');
  expect(formatNumber(999)).toBe('999');
  expect(formatNumber(-1234.5, 1)).toBe('-1.234,5');
  expect(formatNumber(-0.2)).toBe('0');
});

test('percentages of a ratio', () => {
  expect(formatPercent(1503459 / 1688195)).toBe('89,06 %');
  expect(formatPercent(1)).toBe('100,00 %');
});

test('rupiah', () => {
  expect(formatRupiah(3500000)).toBe('Rp3.500.000');
  expect(formatRupiah(-7000)).toBe('-Rp7.000');
});

test('dates in words', () => {
  expect(formatDate('2026-11-21')).toBe('21 November 2026');
  expect(formatDate('2024-02-29T08:00:00Z')).toBe('29 Februari 2024');
  expect(() => formatDate('2023-02-29')).toThrow(expect.objectContaining({ code: 'date-invalid' }));
  expect(() => formatDate('21/11/2026')).toThrow(expect.objectContaining({ code: 'date-invalid' }));
});

test('month lengths', () => {
  expect([2000, 1900, 2024, 2025].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28]);
  expect(daysInMonth(2025, 4)).toBe(30);
});
