import { expect, test } from 'vitest';
import { HourlyLimit } from './hourly-limit.ts';

test('so many in any hour, for each person', () => {
  const limit = new HourlyLimit(2);
  limit.count('a', 0);
  limit.count('a', 1000);
  expect(limit.allows('a', 3_599_000)).toBe(false);
  expect(limit.allows('b', 3_599_000)).toBe(true);
  expect(limit.allows('a', 3_600_001)).toBe(true);
});
