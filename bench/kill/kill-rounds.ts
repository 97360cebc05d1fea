import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateBranch } from '@jangkau/demo';
import { reachOwner } from '@jangkau/store';
import { queryOnce } from '@jangkau/store/testing/query-once';
import { type Acknowledged, AcknowledgedWork, type DecidedOn } from './acknowledged-work.ts';
import { KilledServer } from './killed-server.ts';
import { lookForLosses } from './look-for-losses.ts';

/** What one kill led to. */
export interface KillRound {
  round: number;
  target: 'server' | 'postgres';
  /** Milliseconds of work before the kill. */
  after: number;
  /** Milliseconds until the server could work again. */
  recovery: number;
  /** Acknowledged writes of this round. */
  uploads: number;
  runs: number;
  decisions: number;
  losses: string[];
}

export interface KillOptions {
  folder: string;
  rounds: number;
  seed: number;
  /** Residents of each register that is imported. */
  residents: number;
  /** The longest time of work before a kill. */
  mostMs: number;
  /** Begins no further round after so many minutes. */
  mostMinutes?: number;
  /** Which to kill in a round; drawn by the seed when absent. */
  target?: (round: number) => 'server' | 'postgres';
  onRound?: (round: KillRound) => void;
}

/**
 * Kills the server or PostgreSQL without warning while files are imported, decisions made and backups
 * written, again and again on the same data, and looks each time for anything acknowledged that is lost.
 * PostgreSQL keeps its real settings: fsync is on.
 */
export async function killRounds(options: KillOptions): Promise<KillRound[]> {
  const random = mulberry32(options.seed);
  const files = await registers(options);
  const server = new KilledServer(path.join(options.folder, 'data'), { JANGKAU_DEMO_RESIDENTS: '2000' });
  const all: Acknowledged = { uploads: [], runs: [], decisions: 0 };
  const rounds: KillRound[] = [];
  try {
    await server.start();
    const decidedOn = await demoPairs(server);
    const begun = performance.now();
    for (let round = 1; round <= options.rounds; round++) {
      if (performance.now() - begun > (options.mostMinutes ?? 60) * 60_000) break;
      const target = options.target?.(round) ?? (random() < 0.5 ? 'server' : 'postgres');
      const after = Math.round(200 + random() * (options.mostMs - 200));
      const work = new AcknowledgedWork(server.url);
      await work.signIn();
      const working = work.work(files, decidedOn);
      await sleep(after);
      const killed = performance.now();
      await (target === 'server' ? server.kill() : server.killPostgres());
      work.stop();
      await working;
      const { uploads, runs, decisions } = work.done;
      all.uploads.push(...uploads);
      all.runs.push(...runs);
      all.decisions += decisions;
      const losses: string[] = [];
      if (target === 'postgres' && !(await server.ready()))
        losses.push(`the server did not recover: ${server.output}`);
      if (!server.running) await server.start();
      const recovery = Math.round(performance.now() - killed);
      losses.push(...(await lookForLosses(server.dataDir, all)));
      const done = {
        round,
        target,
        after,
        recovery,
        uploads: uploads.length,
        runs: runs.length,
        decisions,
        losses,
      };
      rounds.push(done);
      options.onRound?.(done);
    }
    return rounds;
  } finally {
    await server.stop();
  }
}

/** The demo's mapping and some of its pairs. */
async function demoPairs(server: KilledServer): Promise<DecidedOn> {
  const { connection } = await reachOwner({ directory: path.join(server.dataDir, 'postgres') });
  const [run] = await queryOnce<{ id: string; number: number }>(
    connection,
    `SELECT id, number FROM run WHERE state = 'done' ORDER BY number LIMIT 1`,
  );
  if (!run) throw new Error('the demo was not mapped');
  const pairs = await queryOnce<{ residentKey: number; memberKey: number }>(
    connection,
    `SELECT resident_key AS "residentKey", member_key AS "memberKey" FROM resident_result
     WHERE run_number = ${run.number} AND member_key IS NOT NULL ORDER BY resident_key LIMIT 20`,
  );
  return { run: run.id, pairs };
}

async function registers({
  folder,
  residents,
  seed,
}: KillOptions): Promise<{ residents: Buffer; members: Buffer }> {
  const outDir = path.join(folder, 'registers');
  await generateBranch({ residents, seed, outDir });
  const [r, m] = await Promise.all(
    ['residents.csv', 'members.csv'].map((name) => readFile(path.join(outDir, name))),
  );
  return { residents: r as Buffer, members: m as Buffer };
}

/** A small seeded generator, so that a round can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
