import { parseArgs } from 'node:util';
import { generateUnseen } from './generate.ts';
import type { Difficulty } from './rates.ts';

const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    difficulty: { type: 'string', default: 'normal' },
    'as-of': { type: 'string', default: '2026-06-30' },
  },
});
const residents = Number(values.residents);
const seed = Number(values.seed);
if (
  !values.out ||
  !Number.isInteger(residents) ||
  residents < 1 ||
  !Number.isInteger(seed) ||
  !['normal', 'hard'].includes(values.difficulty)
) {
  console.error(
    'Pemakaian / usage: node bench/unseen/generate-unseen.ts --residents N --seed S --out DIR [--difficulty normal|hard] [--as-of YYYY-MM-DD]',
  );
  process.exit(2);
}
const started = performance.now();
const counts = generateUnseen({
  residents,
  seed,
  out: values.out,
  difficulty: values.difficulty as Difficulty,
  asOf: values['as-of'],
});
console.log(
  JSON.stringify(
    {
      ...counts,
      seconds: (performance.now() - started) / 1000,
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    null,
    2,
  ),
);
