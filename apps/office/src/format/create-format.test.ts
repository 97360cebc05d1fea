import { expect, test } from 'vitest';
import { createFormat } from './create-format.ts';

const id = createFormat('id');
const en = createFormat('en');

test('writes numbers the Indonesian way', () => {
  expect(id.integer(1688195)).toBe('1.688.195');
  expect(id.percent(1503459 / 1688195)).toBe('89,06\u00a0%');
  expect(id.percent(0.5, 0)).toBe('50\u00a0%');
  expect(id.interval(5210.4, 5890)).toBe('5.210–5.890');
  expect(id.decimal(2.71, 1)).toBe('2,7');
});

test('writes numbers the English way after the switch', () => {
  expect(en.integer(1688195)).toBe('1,688,195');
  expect(en.percent(0.890572)).toBe('89.06%');
});

test('writes calendar dates without shifting the day', () => {
  expect(id.date('2026-11-21')).toBe('21 November 2026');
  expect(id.shortDate('2026-08-01')).toMatch(/^1 Agu 2026$/);
  expect(en.date('2026-11-21')).toBe('21 November 2026');
});

test('shows what it was given when that is not a date', () => {
  expect(id.date('kemarin')).toBe('kemarin');
});

test('writes durations with the two largest units', () => {
  expect(id.duration(1_840)).toBe('1,8 detik');
  expect(id.duration(72_000)).toBe('1 menit 12 detik');
  expect(id.duration(3_725_000)).toBe('1 jam 2 menit');
  expect(id.seconds(0)).toBe('0 detik');
  expect(id.seconds(72)).toBe('1 menit 12 detik');
  expect(en.duration(72_000)).toBe('1 min 12 s');
});

test('writes ages in years, of infants in months', () => {
  expect(id.age('1990-07-05', '2026-11-21')).toBe('36 th');
  expect(id.age('2026-01-22', '2026-11-21')).toBe('9 bln');
  expect(id.age(null, '2026-11-21')).toBe('');
});

test('writes file sizes', () => {
  expect(id.bytes(2048)).toBe('2,0 kB');
  expect(id.bytes(257_000_000)).toBe('245,1 MB');
});
