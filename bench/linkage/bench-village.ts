import { spawn } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { generateBranch } from '@jangkau/demo';

/**
 * Maps one village against a prepared member register with the very command a user types, and times it from the
 * start of the process to its end. The village is the one whose number of residents is nearest to `--people`. Prints a
 * line a run and writes bench/results/village-<residents>.json. On a machine that others use, the CPU time and the
 * load say more than the wall time.
 *
 * node bench/linkage/bench-village.ts [--residents 1688195] [--people 7000] [--runs 7] [--threads N] [--data DIR]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    people: { type: 'string', default: '7000' },
    runs: { type: 'string', default: '7' },
    threads: { type: 'string' },
    data: { type: 'string' },
  },
});

const asOf = '2026-10-31';
const root = join(import.meta.dirname, '..', '..');
const residents = Number(values.residents);
const data = values.data ?? join(root, 'data', 'bench', `branch-${residents}`);
const work = join(root, 'data', 'bench', 'village');
await mkdir(work, { recursive: true });
if (!existsSync(join(data, 'members.csv'))) {
  await mkdir(data, { recursive: true });
  await generateBranch({ residents, seed: 1, outDir: data });
}

const village = await writeVillage(Number(values.people));
const prepared = join(work, 'members.duckdb');
const preparing = await jangkau(['prepare', '--members', join(data, 'members.csv'), '--out', prepared]);
console.log(
  `menyiapkan / preparing ${preparing.seconds.toFixed(1)} s (${preparing.cpuSeconds.toFixed(1)} CPU)`,
);

const runs: { loadBefore: number; seconds: number; cpuSeconds: number }[] = [];
for (let i = 0; i < Number(values.runs); i++) {
  const loadBefore = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const out = join(work, 'out');
  await rm(out, { recursive: true, force: true });
  const threads = values.threads ? ['--threads', values.threads] : [];
  const files = ['--residents', village.file, '--members', prepared, '--out', out];
  const run = { loadBefore, ...(await jangkau(['map', ...files, ...threads])) };
  runs.push(run);
  console.log(
    `${i + 1}. ${run.seconds.toFixed(2)} s (${run.cpuSeconds.toFixed(2)} CPU), beban/load ${loadBefore}`,
  );
}
const median = (of: 'seconds' | 'cpuSeconds') =>
  runs.map((r) => r[of]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
const result = {
  residents: village.people,
  machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
  preparing,
  runs,
  median: { seconds: median('seconds'), cpuSeconds: median('cpuSeconds') },
};
await writeFile(
  join(root, 'bench', 'results', `village-${residents}.json`),
  `${JSON.stringify(result, null, 1)}\n`,
);
console.log(
  `tengah / median ${result.median.seconds?.toFixed(2)} s, CPU ${result.median.cpuSeconds?.toFixed(2)}`,
);

/** The residents of one village in a file of their own. The village stands in the eighth column, before any quotes. */
async function writeVillage(people: number): Promise<{ file: string; people: number }> {
  const byVillage = new Map<string, string[]>();
  let head = '';
  for await (const line of createInterface({ input: createReadStream(join(data, 'residents.csv')) })) {
    if (head === '') {
      head = line;
      continue;
    }
    const code = line.split(',', 8)[7] ?? '';
    const lines = byVillage.get(code);
    if (lines) lines.push(line);
    else byVillage.set(code, [line]);
  }
  const [nearest = []] = [...byVillage.values()].sort(
    (a, b) => Math.abs(a.length - people) - Math.abs(b.length - people),
  );
  const file = join(work, 'village.csv');
  await writeFile(file, `${[head, ...nearest].join('\n')}\n`);
  return { file, people: nearest.length };
}

/** Runs the command as a user does; it says its CPU time when it ends. */
async function jangkau(words: string[]): Promise<{ seconds: number; cpuSeconds: number }> {
  const said = join(work, 'cpu.txt');
  const counted = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();writeFileSync(${JSON.stringify(said)},String((u.userCPUTime+u.systemCPUTime)/1e6))})`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', counted, join(root, 'apps', 'cli', 'bin', 'jangkau.mjs'), ...words, '--as-of', asOf],
    { stdio: 'ignore' },
  );
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${words[0]} ended with ${code}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, cpuSeconds: Number(await readFile(said, 'utf8')) };
}
