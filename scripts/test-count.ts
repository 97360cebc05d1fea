/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts tests so that nothing that went wrong is lost: a file that could not be loaded is one failure, a
 * skipped test is one failure (the house has none), and so is a run that ended badly for any other reason, or
 * ran nothing. `code` is vitest's exit code.
 */
export function countTests(
  report: VitestReport | undefined,
  code: number,
): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const file of report?.testResults ?? []) {
    const wrong = file.assertionResults.filter((test) => test.status !== 'passed').length;
    passed += file.assertionResults.length - wrong;
    failed += wrong > 0 || file.status === 'passed' ? wrong : 1;
  }
  if (failed === 0 && (code !== 0 || passed === 0)) failed = 1;
  return { passed, failed };
}
