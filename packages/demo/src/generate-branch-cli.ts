import { parseArgs } from 'node:util';
import { formatNumber } from '@jangkau/kernel';
import { generateBranch } from './generate-branch.ts';
import { fullSize } from './places/branch-places.ts';

/** Writes a demo branch: --residents N --seed S --out DIR [--as-of YYYY-MM-DD]. */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: String(fullSize) },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'data/demo' },
    'as-of': { type: 'string' },
  },
});

const started = performance.now();
const summary = await generateBranch({
  residents: Number(values.residents),
  seed: Number(values.seed),
  outDir: values.out,
  asOf: values['as-of'],
});
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify(summary, undefined, 2));
console.log(
  `${formatNumber(summary.residents)} penduduk dalam ${formatNumber(seconds, 1)} detik ` +
    `(${formatNumber(summary.residents / seconds)} per detik), ` +
    `memori puncak ${formatNumber(process.resourceUsage().maxRSS / 1024)} MiB`,
);
