import { expect, test } from 'vitest';
import { utcOffsetOf, zoneName } from './time-zone.ts';

test.each([
  ['Asia/Jakarta', 7, 'WIB'],
  ['Asia/Pontianak', 7, 'WIB'],
  ['Asia/Makassar', 8, 'WITA'],
  ['Asia/Jayapura', 9, 'WIT'],
  ['UTC', 0, 'UTC+0'],
  ['Asia/Kolkata', 5.5, 'UTC+5.5'],
  ['America/Sao_Paulo', -3, 'UTC-3'],
])('%s is %d hours ahead, %s', (zone, hours, name) => {
  expect(utcOffsetOf(zone)).toBe(hours);
  expect(zoneName(hours)).toBe(name);
});
