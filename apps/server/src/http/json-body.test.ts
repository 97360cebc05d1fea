import { expect, test } from 'vitest';
import { depthOf } from './json-body.ts';

test('brackets nest, those in strings do not', () => {
  expect(depthOf('1')).toBe(0);
  expect(depthOf('{"a":[{}]}')).toBe(3);
  expect(depthOf('[[],[[]]]')).toBe(3);
  expect(depthOf(String.raw`{"a[[[":"\"[[["}`)).toBe(1);
  expect(depthOf('['.repeat(100_000))).toBe(100_000);
});
