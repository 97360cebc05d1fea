import { expect, test } from 'vitest';
import { progressOf, shadeOfShare } from './progress.ts';

test('without a target or cases there is nothing to measure', () => {
  const empty = { mapped: 0, pending: 0, active: 0, target: null };
  expect((['target', 'done', 'pending'] as const).map((one) => progressOf(empty, one))).toEqual([
    null,
    null,
    null,
  ]);
  expect(progressOf({ ...empty, target: 0 }, 'target')).toBeNull();
});

test('progress is of the target, what is over of the cases', () => {
  const place = { mapped: 40, pending: 30, active: 6, target: 12 };
  expect(progressOf(place, 'target')).toBe(0.5);
  expect(progressOf(place, 'done')).toBe(0.25);
  expect(progressOf(place, 'pending')).toBe(30);
});

test('nothing done yet has a colour of its own, wherever the others are', () => {
  expect([0, 0.001, 0.25, 0.26, 0.75, 0.76, 1.3].map(shadeOfShare)).toEqual([
    'p0',
    'p1',
    'p1',
    'p2',
    'p3',
    'p4',
    'p4',
  ]);
});
