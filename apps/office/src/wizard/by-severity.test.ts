import { expect, test } from 'vitest';
import { bySeverity } from './by-severity.ts';

test('puts what must be fixed before what touches more rows', () => {
  const issues = [
    { severity: 'info' as const, count: 900 },
    { severity: 'warning' as const, count: 2 },
    { severity: 'error' as const, count: 1 },
    { severity: 'warning' as const, count: 9 },
  ];
  expect(bySeverity(issues).map((issue) => issue.count)).toEqual([1, 9, 2, 900]);
});
