import { expect, test } from 'vitest';
import { todayIn } from './today-in.ts';

test('the branch is a day ahead of UTC in the evening', () => {
  const evening = new Date('2026-11-20T17:30:00Z');
  expect(todayIn('Asia/Makassar', evening)).toBe('2026-11-21');
  expect(todayIn('Tidak/Ada', evening)).toBe('2026-11-20');
});
