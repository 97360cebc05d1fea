import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds } from './kill-rounds.ts';

// npm run bench:kill [-- --rounds 50 --seed 1]: kill -9 at random moments; result in bench/results/kill.json.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
  },
});
const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-kill-'));
await chmod(folder, 0o755);
try {
  const [count, seed] = [Number(values.rounds), Number(values.seed)];
  const rounds = await killRounds({
    folder,
    rounds: count,
    seed,
    residents: 1500,
    mostMinutes: Number(values.minutes),
    mostMs: 4000,
    onRound: (round) => console.log(JSON.stringify(round)),
  });
  const sum = (pick: (round: (typeof rounds)[number]) => number) =>
    rounds.reduce((total, round) => total + pick(round), 0);
  const recoveries = rounds.map(({ recovery }) => recovery).sort((a, b) => a - b);
  const result = {
    seed,
    rounds: rounds.length,
    killedServer: rounds.filter(({ target }) => target === 'server').length,
    killedPostgres: rounds.filter(({ target }) => target === 'postgres').length,
    acknowledged: {
      uploads: sum(({ uploads }) => uploads),
      runs: sum(({ runs }) => runs),
      decisions: sum(({ decisions }) => decisions),
    },
    losses: rounds.flatMap(({ losses }) => losses),
    recoveryMs: { median: recoveries[Math.floor(recoveries.length / 2)], longest: recoveries.at(-1) },
  };
  console.log(JSON.stringify(result, null, 2));
  await writeFile(new URL('../results/kill.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = result.losses.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
