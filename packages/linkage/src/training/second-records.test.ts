import { expect, test } from 'vitest';
import { withoutSecondRecords } from './second-records.ts';
import type { ComparisonRoles } from './train.ts';

// Comparisons: born (1 same, 2 near), name (1 all words, 2 similar), group (1 same, 2 linked, 3 another).
const roles: ComparisonRoles = {
  fixed: [],
  group: 2,
  related: [1, 2],
  same: [
    { comparison: 0, levels: [1] },
    { comparison: 1, levels: [1] },
  ],
};
const pattern = (...codes: number[]) => ({ codes, count: 5 });

test('who agrees on everything within one group is a second record; twins and namesakes are people', () => {
  const [second, linked] = [pattern(1, 1, 1), pattern(1, 1, 2)];
  const [twins, near, unnamed, namesakes] = [
    pattern(1, 2, 1),
    pattern(2, 1, 1),
    pattern(1, 0, 1),
    pattern(1, 1, 3),
  ];
  const all = [second, twins, linked, near, unnamed, namesakes];
  expect(withoutSecondRecords(all, roles)).toEqual([twins, near, unnamed, namesakes]);
});

test('without groups, or a person named by the model, nothing is taken out', () => {
  const all = [pattern(1, 1, 1)];
  expect(withoutSecondRecords(all, { ...roles, group: undefined })).toEqual(all);
  expect(withoutSecondRecords(all, { ...roles, same: [] })).toEqual(all);
});
