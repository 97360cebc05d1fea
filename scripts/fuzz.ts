import { runProgram } from './run-program.ts';

// npm run fuzz [requests an operation] [seed]: the long form of the fuzz test in npm test.
const [runs = '1500', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
process.env.JANGKAU_FUZZ_RUNS = runs;
process.env.JANGKAU_FUZZ_SEED = seed;
console.log(`${runs} requests an operation, seed ${seed}`);
const { code } = await runProgram(
  ['node_modules/vitest/vitest.mjs', 'run', 'apps/server/src/http/openapi-fuzz.int.test.ts'],
  { show: true },
);
process.exitCode = code;
