import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateBranch } from '@jangkau/demo';

/**
 * Maps a whole branch and compares the time with the limit measured beside it: what DuckDB needs to read the
 * same two CSV files into tables, all columns as text. Each measurement is a process of its own, baseline and
 * mapping in turn. Prints a table and writes bench/results/linkage-<residents>.json. On a machine that others
 * use, the ratio of the CPU times says more than that of the wall times; the load before each pair is kept.
 *
 * node bench/linkage/bench-linkage.ts [--residents 1688195] [--runs 3] [--threads 2] [--memory 6GiB] [--data DIR]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    runs: { type: 'string', default: '3' },
    threads: { type: 'string', default: '2' },
    memory: { type: 'string', default: '6GiB' },
    data: { type: 'string' },
  },
});

interface Measured {
  seconds: number;
  /** User and system time. */
  cpuSeconds: number;
  peakMiB: number;
}

const residents = Number(values.residents);
const root = join(import.meta.dirname, '..', '..');
const data = values.data ?? join(root, 'data', 'bench', `branch-${residents}`);
const out = join(root, 'data', 'bench', `out-${residents}`);
await prepareData();

const files = [join(data, 'residents.csv'), join(data, 'members.csv')];
const runs: { loadBefore: number; read: Measured; map: Measured }[] = [];
for (let i = 0; i < Number(values.runs); i++) {
  const loadBefore = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const read = await measure('read');
  const map = await measure('map');
  runs.push({ loadBefore, read, map });
  console.log(
    `${i + 1}. baca/read ${read.seconds.toFixed(2)} s (${read.cpuSeconds.toFixed(1)} CPU), pemetaan/map ${map.seconds.toFixed(2)} s ` +
      `(${map.cpuSeconds.toFixed(1)} CPU, ${map.peakMiB} MiB), rasio/ratio ${(map.seconds / read.seconds).toFixed(2)}, ` +
      `CPU ${(map.cpuSeconds / read.cpuSeconds).toFixed(2)}, beban/load ${loadBefore}`,
  );
}
/** The ratios of all runs, mapping to reading: least, middle and greatest. */
const spread = (of: 'seconds' | 'cpuSeconds') => {
  const ratios = runs.map((r) => r.map[of] / r.read[of]).sort((a, b) => a - b);
  return { min: ratios[0], median: ratios[Math.floor(ratios.length / 2)], max: ratios.at(-1) };
};
const result = {
  residents,
  bytes: await Promise.all(files.map(async (f) => (await stat(f)).size)),
  machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
  threads: Number(values.threads),
  runs,
  ratio: spread('seconds'),
  cpuRatio: spread('cpuSeconds'),
};
await mkdir(join(root, 'bench', 'results'), { recursive: true });
await writeFile(
  join(root, 'bench', 'results', `linkage-${residents}.json`),
  `${JSON.stringify(result, null, 1)}\n`,
);
console.log(
  `rasio tengah / median ratio ${result.ratio.median?.toFixed(2)}, CPU ${result.cpuRatio.median?.toFixed(2)}`,
);

async function prepareData(): Promise<void> {
  if (existsSync(join(data, 'members.csv'))) return;
  console.log(`membuat data / making data: ${residents}`);
  await mkdir(data, { recursive: true });
  await generateBranch({ residents, seed: 1, outDir: data });
}

/** Runs bench/linkage/measured.ts in a process of its own and reads what it says of itself. */
async function measure(what: 'read' | 'map'): Promise<Measured> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const script = join(import.meta.dirname, 'measured.ts');
  const settings = JSON.stringify({
    what,
    files,
    out,
    threads: Number(values.threads),
    memory: values.memory,
  });
  const started = performance.now();
  // Types are stripped once and not at every start, as the jangkau command has it.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'jangkau') };
  const child = spawn(process.execPath, [script, settings], { stdio: ['ignore', 'pipe', 'inherit'], env });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${what} ended with ${code}`);
  const { cpuSeconds, peakMiB, seconds } = JSON.parse(text) as Measured;
  // Reading is timed inside, without the start of the process; mapping is timed whole, as a user waits for it.
  return { seconds: what === 'read' ? seconds : (performance.now() - started) / 1000, cpuSeconds, peakMiB };
}
