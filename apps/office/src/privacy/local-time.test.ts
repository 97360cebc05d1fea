import { expect, test } from 'vitest';
import { fromField, toField } from './local-time.ts';

test('what the field shows is the same instant when it comes back', () => {
  const instant = new Date('2026-11-21T06:05:00Z');
  expect(fromField(toField(instant))).toBe('2026-11-21T06:05:00.000Z');
});

test('an empty or half-typed field holds no instant', () => {
  expect(fromField('')).toBeNull();
  expect(fromField('2026-13-')).toBeNull();
});
