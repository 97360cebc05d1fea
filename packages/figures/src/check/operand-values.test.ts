import { expect, test } from 'vitest';
import type { ClaimsFile } from '../claim.ts';
import { countsNamed } from './operand-values.ts';

const file = { counts: { a: 1, b: 2, 'c-d': 3 }, claims: [] } as unknown as ClaimsFile;

test.each([
  ['a', ['a']],
  ['-a', ['a']],
  ['a + b - c-d', ['a', 'b', 'c-d']],
  ['a − b', ['a', 'b']],
  [
    ['a + b', '-c-d'],
    ['a', 'b', 'c-d'],
  ],
  [['a', 'claim:x', 7, { low: 1, high: 2 }], ['a']],
  ['unknown', []],
] as const)('%j names %j', (operand, names) => {
  expect(countsNamed(operand as never, file)).toEqual(names);
});
