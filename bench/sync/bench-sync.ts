import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { syncUnderFire } from './sync-under-fire.ts';

// npm run bench:sync [-- --devices 200 --events 20000 --kills 8 --seed 1]; result in bench/results/sync.json.
const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '200' },
    events: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-sync-'));
await chmod(folder, 0o755);
try {
  const before = process.cpuUsage();
  const result = await syncUnderFire({
    folder,
    devices: Number(values.devices),
    banjars: 20,
    events: Number(values.events),
    kills: Number(values.kills),
    seed: Number(values.seed),
    atOnce: 8,
  });
  const { user, system } = process.cpuUsage(before);
  const told = {
    seed: Number(values.seed),
    ...result,
    cpuSecondsOfPhones: Math.round((user + system) / 1e5) / 10,
  };
  console.log(JSON.stringify(told, null, 2));
  await writeFile(new URL('../results/sync.json', import.meta.url), `${JSON.stringify(told, null, 2)}\n`);
  process.exitCode = result.faults.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
