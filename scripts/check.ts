import { runChecks } from './checks.ts';

// npm run check: format, lint, types, dependency rules, dead code.
const { passed, failed } = await runChecks();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
