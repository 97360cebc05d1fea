import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runChecks } from './checks.ts';
import { runProgram } from './run-program.ts';
import { countTests, type VitestReport } from './test-count.ts';

// npm test: every check of the sources, then every test. The last line is always "N passed, N failed".
const REPORT = '.cache/vitest-report.json';

let passed = 0;
let failed = 0;
try {
  const checks = await runChecks();
  passed += checks.passed;
  failed += checks.failed;

  mkdirSync('.cache', { recursive: true });
  rmSync(REPORT, { force: true });
  const { code } = await runProgram(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
      ...process.argv.slice(2),
    ],
    { show: true },
  );
  const tests = countTests(readReport(), code);
  passed += tests.passed;
  failed += tests.failed;
} catch (error) {
  console.error(error);
  failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What vitest wrote, or undefined when it ended before it could write. */
function readReport(): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    return undefined;
  }
}
