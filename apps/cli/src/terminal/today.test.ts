import { afterEach, expect, test, vi } from 'vitest';
import { today } from './today.ts';

afterEach(() => vi.useRealTimers());

test('the date is that of the zone, not of the machine', () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T17:30:00Z') });
  expect(today('Asia/Makassar')).toBe('2026-11-22');
  expect(today('UTC')).toBe('2026-11-21');
  expect(() => today('Bali/Kuta')).toThrow(RangeError);
});
