import { expect, test } from 'vitest';
import { countTests, type VitestReport } from './test-count.ts';

const file = (status: string, ...tests: string[]): VitestReport['testResults'][number] => ({
  name: 'x.test.ts',
  status,
  assertionResults: tests.map((s) => ({ status: s })),
});

test('adds up tests over files', () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] };
  expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a file that cannot be loaded is one failure', () => {
  expect(countTests({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
  });
});

test('a skipped test is a failure', () => {
  expect(countTests({ testResults: [file('passed', 'passed', 'skipped')] }, 0)).toEqual({
    passed: 1,
    failed: 1,
  });
});

test('a run that broke off, ended badly or ran nothing is a failure', () => {
  expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countTests({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 });
  expect(countTests({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 });
});
