import { expect, test } from 'vitest';
import { clockOn, clockRules, clockState, dueAt } from './privacy-clock.ts';

const start = '2026-11-20T08:00:00Z';

test('three times twenty-four hours run through a weekend', () => {
  expect(dueAt(start, clockOn('access', '2026-11-20').hours)).toBe('2026-11-23T08:00:00Z');
});

test('an office may be quicker than the law, never slower', () => {
  expect(clockOn('access', '2026-11-20', 48).hours).toBe(48);
  expect(clockOn('access', '2026-11-20', 96).hours).toBe(72);
});

test('there is no clock before the law was binding', () => {
  expect(() => clockOn('access', '2024-10-16')).toThrow(RangeError);
});

test.each([
  ['2026-11-20T09:00:00Z', null, 'running'],
  ['2026-11-22T07:59:59Z', null, 'running'],
  ['2026-11-22T08:00:00Z', null, 'soon'],
  ['2026-11-23T08:00:00Z', null, 'soon'],
  ['2026-11-23T08:00:01Z', null, 'overdue'],
  ['2026-12-01T00:00:00Z', '2026-11-23T08:00:00Z', 'met'],
  ['2026-12-01T00:00:00Z', '2026-11-23T08:00:01Z', 'late'],
] as const)('at %s, stopped %s: %s', (now, stopped, state) => {
  expect(clockState(dueAt(start, 72), now, stopped)).toBe(state);
});

test('every clock names its article', () => {
  for (const rule of clockRules) expect(rule.legalBasis).toMatch(/^UU 27\/2022 Pasal \d+/);
});
