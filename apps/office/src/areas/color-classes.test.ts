import { expect, test } from 'vitest';
import { classEnds, classOf } from './color-classes.ts';

test('classes hold about equally many areas', () => {
  expect(classEnds([10, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([2, 4, 6, 8, 10]);
});

test('equal values share one class', () => {
  expect(classEnds([3, 3, 3])).toEqual([3]);
  expect(classEnds([])).toEqual([]);
});

test('the highest value is in the last class', () => {
  const ends = classEnds([1, 2, 3, 4, 100]);
  expect(classOf(100, ends)).toBe(ends.length - 1);
  expect(classOf(1, ends)).toBe(0);
  expect(classOf(500, ends)).toBe(ends.length - 1);
});
