import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  commandFigures,
  countCases,
  type Db,
  listCases,
  openDatabase,
  quotaState,
  type Scope,
} from '@jangkau/store';
import { signedIn } from '@jangkau/store/testing/signed-in';
import { sql } from 'kysely';
import { fillRegister } from '../eligibility/fill-register.ts';
import { fillCases } from './fill-cases.ts';
import { fillPayers } from './fill-payers.ts';

// npm run bench:command [-- --cases 200000 --members 1688195 --rounds 15]; result in bench/results/command.json.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '200000' },
    members: { type: 'string', default: '1688195' },
    rounds: { type: 'string', default: '15' },
  },
});
const [cases, members, rounds] = [Number(values.cases), Number(values.members), Number(values.rounds)];
const today = '2026-11-22';
const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-command-'));
// Started as root, PostgreSQL runs under an account of its own, which has to get in.
await chmod(folder, 0o755);
const database = await openDatabase({ directory: path.join(folder, 'postgres') });
try {
  const filled = performance.now();
  await fillCases(database.ownerPool, cases);
  const fillSeconds = Math.round((performance.now() - filled) / 100) / 10;
  if (members > 0) {
    await fillRegister(database.ownerPool, members);
    await fillPayers(database.ownerPool, today);
  }
  const head = await signedIn(database, 'head-of-branch');
  const supervisor = await signedIn(database, 'pesiar-supervisor', ['51.71.01']);
  const agent = await signedIn(database, 'pesiar-agent', ['51.71.01.1001']);
  const search = (words: string) => async (db: Db, scope: Scope) => {
    const rows = await listCases(db, scope, { words }, { limit: 51 });
    return rows.length + (await countCases(db, scope, { words }));
  };
  const list = (filter: Parameters<typeof listCases>[2]) => async (db: Db, scope: Scope) =>
    (await listCases(db, scope, filter, { limit: 51 })).length + (await countCases(db, scope, filter));
  const questions: [string, Scope, (db: Db, scope: Scope) => Promise<number>][] = [
    [
      'funnel of the branch',
      head,
      async (db, scope) => (await commandFigures(db, scope, 'all', {}, today)).length,
    ],
    [
      'funnel by village, branch',
      head,
      async (db, scope) => (await commandFigures(db, scope, 'village', {}, today)).length,
    ],
    [
      'funnel by agent, branch',
      head,
      async (db, scope) => (await commandFigures(db, scope, 'agent', {}, today)).length,
    ],
    [
      'funnel by banjar, a supervisor',
      supervisor,
      async (db, scope) => (await commandFigures(db, scope, 'banjar', {}, today)).length,
    ],
    ['list of cases, branch', head, list({})],
    ['list of cases of one phase, branch', head, list({ phase: 'registered' })],
    ['list of an agent', agent, list({ assigned: true })],
    ['search of a common name (MADE), branch', head, search('made')],
    ['search of two words, branch', head, search('wayan sudiarta')],
    ['search of a common name, an agent', agent, search('made')],
    ['search of nobody, branch', head, search('zzz')],
    ...(members > 0
      ? [
          [
            'quota of a Pemda',
            head,
            async () => {
              const { active, planned } = await quotaState(database.system, '51.71', today, 37_800);
              return active + planned;
            },
          ] as [string, Scope, () => Promise<number>],
        ]
      : []),
  ];
  const results: object[] = [];
  for (const [name, scope, ask] of questions) {
    const ms: number[] = [];
    const cpu: number[] = [];
    let rows = 0;
    for (let i = -2; i < rounds; i++) {
      const [wall, used] = await database.as(scope, async (db) => {
        const pid = await backend(db);
        const [began, before] = [performance.now(), await cpuMs(pid)];
        rows = await ask(db, scope);
        return [performance.now() - began, (await cpuMs(pid)) - before] as const;
      });
      // The first rounds fill caches and plans.
      if (i < 0) continue;
      ms.push(wall);
      cpu.push(used);
    }
    const result = {
      name,
      rows,
      medianMs: median(ms),
      worstMs: Math.round(Math.max(...ms)),
      cpuMs: mean(cpu),
    };
    results.push(result);
    console.log(
      `${name.padEnd(42)} ${result.medianMs} ms (worst ${result.worstMs}), CPU ${result.cpuMs} ms, ${rows} rows`,
    );
  }
  const told = { cases, members, rounds, fillSeconds, results };
  await writeFile(new URL('../results/command.json', import.meta.url), `${JSON.stringify(told, null, 2)}\n`);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

async function backend(db: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
  return rows[0]?.pid ?? 0;
}

/** Processor time of a process so far, milliseconds; ticks are of ten. */
async function cpuMs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(list: readonly number[]): number {
  return Math.round((list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0) * 10) / 10;
}

function mean(list: readonly number[]): number {
  return Math.round((list.reduce((sum, n) => sum + n, 0) / list.length) * 10) / 10;
}
