import { expect, test } from 'vitest';
import { ageOn } from './age-on.ts';

test('a birthday counts on its day, not the day before', () => {
  expect(ageOn('2000-11-21', '2026-11-20')?.years).toBe(25);
  expect(ageOn('2000-11-21', '2026-11-21')?.years).toBe(26);
});

test('a birth after the day has no age', () => {
  expect(ageOn('2026-11-22', '2026-11-21')).toBeNull();
  expect(ageOn('', '2026-11-21')).toBeNull();
});
