import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

test('returns to a page of this app', () => {
  expect(safeNext('/pemetaan/r1/daftar/uncovered?area=51.71')).toBe(
    '/pemetaan/r1/daftar/uncovered?area=51.71',
  );
});

test('never leaves the app or loops', () => {
  expect(safeNext('https://lain.example')).toBe('/');
  expect(safeNext('//lain.example')).toBe('/');
  expect(safeNext('/\\lain.example')).toBe('/');
  expect(safeNext('/masuk?next=/masuk')).toBe('/');
  expect(safeNext(undefined)).toBe('/');
});
