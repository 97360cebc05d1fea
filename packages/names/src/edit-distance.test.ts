import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['SUDIARTA', 'SUDIARTA', 0],
  ['SUDIARTA', 'SUDIARTI', 1],
  ['SUDIARTA', 'SUDIATRA', 1],
  ['SUDIARTA', 'SUIARTA', 1],
  ['SUDIARTA', 'SUDIIARTA', 1],
  ['SUDIARTA', 'USDIATRA', 2],
  ['', 'AB', 2],
  ['A', 'ABCD', 3],
  ['PUTRA', 'DEWI', 3],
])('%s to %s: %i (counted up to 2)', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
});

test('counts exactly below its limit', () => {
  expect(editDistance('KITTEN', 'SITTING', 10)).toBe(3);
  expect(editDistance('ABCDEF', 'FEDCBA', 10)).toBe(5);
});
