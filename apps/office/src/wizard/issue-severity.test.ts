import { expect, test } from 'vitest';
import { bySeverity, issueSeverity } from './issue-severity.ts';

test('weighs an issue by the share of rows it touches', () => {
  expect(issueSeverity(100, 1000)).toBe('severe');
  expect(issueSeverity(10, 1000)).toBe('medium');
  expect(issueSeverity(9, 1000)).toBe('light');
  expect(issueSeverity(5, 0)).toBe('light');
});

test('puts what touches most rows first', () => {
  expect(bySeverity([{ count: 2 }, { count: 9 }]).map((issue) => issue.count)).toEqual([9, 2]);
});
