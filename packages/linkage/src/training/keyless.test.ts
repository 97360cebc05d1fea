import { expect, test } from 'vitest';
import { keylessBits, learnKeyless } from './keyless.ts';
import type { ComparisonRoles } from './train.ts';

// Comparisons: number (1 same, 2 different), name (1 all words, 2 similar), village (1 same, 2 another).
const roles: ComparisonRoles = { fixed: [], key: 0, same: [{ comparison: 1, levels: [1] }] };
/** Of matches that agree on the name, half have no number; of those that do not, none. */
const patterns = [
  { codes: [0, 1, 1], count: 500 },
  { codes: [2, 1, 1], count: 500 },
  { codes: [1, 2, 1], count: 4000 },
];
const matched = patterns.map((p) => p.count);

test('where matches lack the key more often than pairs at large, a missing key speaks for a match and one that differs against it', () => {
  const learnt = learnKeyless(patterns, matched, roles, 0.02);
  expect(learnt.matched).toBeCloseTo(0.5, 1);
  expect(keylessBits(learnt, [0, 1, 2])).toBeCloseTo(Math.log2(25), 1);
  expect(keylessBits(learnt, [2, 1, 2])).toBeCloseTo(Math.log2(0.5 / 0.98), 1);
});

test('a pair that differs in the person learns nothing of it, and is not weighed by it', () => {
  const learnt = learnKeyless(patterns, matched, roles, 0.02);
  expect(keylessBits(learnt, [0, 2, 1])).toBe(0);
  expect(keylessBits(learnt, [0, 0, 1])).toBe(0);
});

test('without a key, a person or a match it says nothing', () => {
  for (const none of [
    { ...roles, key: undefined },
    { ...roles, same: [] },
  ])
    expect(keylessBits(learnKeyless(patterns, matched, none, 0.02), [0, 1, 1])).toBe(0);
  const unseen = learnKeyless(patterns, [0, 0, 0], roles, 0.02);
  expect(keylessBits(unseen, [0, 1, 1])).toBeCloseTo(0, 12);
});
