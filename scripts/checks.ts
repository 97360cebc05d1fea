import { houseFaults } from './rules/house-faults.ts';
import { runProgram } from './run-program.ts';

/** A check of the sources: a name, and what is wrong ('' when nothing is). */
export interface Check {
  name: string;
  run: () => Promise<string>;
}

/** Every check of the sources, quickest first. */
export const checks: Check[] = [
  { name: 'rules of the house', run: async () => houseFaults().join('\n') },
  {
    name: 'format and lint (biome)',
    run: program('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--diagnostic-level=error'),
  },
  { name: 'types (tsc)', run: program('typescript/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'types of the office app (tsc)',
    run: program('typescript/bin/tsc', '-p', 'apps/office/tsconfig.json', '--noEmit'),
  },
  {
    name: 'types of the field app (tsc)',
    run: program('typescript/bin/tsc', '-p', 'apps/field/tsconfig.json', '--noEmit'),
  },
  {
    name: 'types of the member app (tsc)',
    run: program('typescript/bin/tsc', '-p', 'apps/member/tsconfig.json', '--noEmit'),
  },
  { name: 'dead code (knip)', run: program('knip/bin/knip.js', '--no-progress') },
];

function program(script: string, ...args: string[]): () => Promise<string> {
  return async () => {
    const { code, output } = await runProgram([`node_modules/${script}`, ...args]);
    return code === 0 ? '' : output.trim() || `exit code ${code}`;
  };
}

/** Runs every check, prints one line each and what is wrong below it. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const check of checks) {
    const started = performance.now();
    const faults = await check.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${faults === '' ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)`);
    if (faults === '') continue;
    failed++;
    console.log(faults.replaceAll(/^/gm, '     '));
  }
  return { passed: checks.length - failed, failed };
}
