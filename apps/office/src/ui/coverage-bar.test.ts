import { expect, test } from 'vitest';
import { coverageParts } from './coverage-bar.tsx';

test('the three parts add up to the residents', () => {
  expect(coverageParts(1000, 940, 100)).toEqual({ active: 840, inactive: 100, uncovered: 60 });
});

test('figures that exceed the whole are cut, so that the bar still adds up', () => {
  expect(coverageParts(1000, 1040, 1100)).toEqual({ active: 0, inactive: 1000, uncovered: 0 });
});
