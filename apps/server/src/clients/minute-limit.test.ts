import { expect, test } from 'vitest';
import { MinuteLimit } from './minute-limit.ts';

test('each key has so many a minute', () => {
  let now = 50_000;
  const limit = new MinuteLimit(() => new Date(now));
  expect([limit.take('a', 2), limit.take('a', 2), limit.take('a', 2)]).toEqual([true, true, false]);
  expect(limit.take('b', 2)).toBe(true);
  expect(limit.left('a', 2)).toBe(0);
  expect(limit.retryAfter()).toBe(10);
  now = 60_000;
  expect(limit.take('a', 2)).toBe(true);
});
