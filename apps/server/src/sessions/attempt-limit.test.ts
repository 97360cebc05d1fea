import { expect, test } from 'vitest';
import { AttemptLimit } from './attempt-limit.ts';

test('failures count for a while, each for its own key', () => {
  let now = 0;
  const limit = new AttemptLimit({ allowed: 2, windowMs: 1000, now: () => now });
  limit.failed('a');
  expect(limit.mayTry('a')).toBe(true);
  limit.failed('a');
  expect(limit.mayTry('a')).toBe(false);
  expect(limit.mayTry('b')).toBe(true);
  now = 1001;
  expect(limit.mayTry('a')).toBe(true);
});
