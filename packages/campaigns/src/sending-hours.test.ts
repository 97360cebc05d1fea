import { expect, test } from 'vitest';
import { isOpenAt, localDate, opensFrom, type SendingHours } from './sending-hours.ts';

const hours: SendingHours = { utcOffset: 8, days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' };
const at = (text: string) => Date.parse(text);

test.each([
  ['2026-11-23T08:00:00+08:00', true],
  ['2026-11-23T07:59:59+08:00', false],
  ['2026-11-23T19:59:59+08:00', true],
  ['2026-11-23T20:00:00+08:00', false],
  ['2026-11-22T12:00:00+08:00', false],
  ['2026-11-22T23:59:00+00:00', false],
  ['2026-11-23T00:00:00+00:00', true],
])('%s (a Monday is the 23rd): open %s', (text, open) => {
  expect(isOpenAt(at(text), hours)).toBe(open);
});

test('the next opening passes over nights and closed days', () => {
  expect(opensFrom(at('2026-11-20T20:00:00+08:00'), hours)).toBe(at('2026-11-23T08:00:00+08:00'));
  expect(opensFrom(at('2026-11-23T05:00:00+08:00'), hours)).toBe(at('2026-11-23T08:00:00+08:00'));
  expect(opensFrom(at('2026-11-23T09:30:00+08:00'), hours)).toBe(at('2026-11-23T09:30:00+08:00'));
  expect(opensFrom(at('2026-11-23T09:30:00+08:00'), { ...hours, days: [] })).toBeUndefined();
});

test('dates are those of the branch, also over leap days', () => {
  expect(localDate(at('2026-11-22T16:00:00Z'), hours)).toBe('2026-11-23');
  expect(localDate(at('2026-11-22T15:59:59Z'), hours)).toBe('2026-11-22');
  expect(localDate(at('2028-02-28T18:00:00Z'), hours)).toBe('2028-02-29');
  expect(localDate(at('2026-12-31T20:00:00Z'), hours)).toBe('2027-01-01');
});
