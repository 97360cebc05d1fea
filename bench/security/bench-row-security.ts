import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateBranch } from '@jangkau/demo';
import { runMapping } from '@jangkau/petakan';
import {
  connect,
  type Db,
  loadRun,
  openDatabase,
  ownerOnly,
  type PeopleFilter,
  PeopleRepository,
  PersonRepository,
  ReviewRepository,
  RunRepository,
  type Scope,
} from '@jangkau/store';
import { signedIn } from '@jangkau/store/testing/signed-in';
import { sql } from 'kysely';

/**
 * What row security costs at the size of a branch: the same pages by the same code, through a pool that logs
 * in as the owner, whom no policy stops, and through that of jangkau_app, in turn. Prints medians and their
 * ratio and writes bench/results/row-security-<residents>.json.
 *
 * node bench/security/bench-row-security.ts [--residents 1688195] [--rounds 25] [--data DIR] [--work DIR]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    rounds: { type: 'string', default: '25' },
    data: { type: 'string' },
    work: { type: 'string' },
  },
});
const residents = Number(values.residents);
const rounds = Number(values.rounds);
const root = join(import.meta.dirname, '..', '..');
const work = values.work ?? join(root, 'data', 'bench', `row-security-${residents}`);
const data = values.data ?? join(root, 'data', 'bench', `branch-${residents}`);

const directory = join(work, 'postgres');
const database = await openDatabase({ directory });
const unguarded = await asOwner();
try {
  const run = await loadedRun();
  const results = [];
  for (const { name, scope, ask } of await questions(run)) {
    const times = { owner: [] as number[], app: [] as number[] };
    const processor = { owner: [] as number[], app: [] as number[] };
    let rows = 0;
    for (let i = -3; i < rounds; i++) {
      for (const way of i % 2 === 0 ? (['owner', 'app'] as const) : (['app', 'owner'] as const)) {
        const work = async (db: Db): Promise<[ms: number, cpuMs: number]> => {
          const pid = await backend(db);
          const [started, used] = [performance.now(), await cpuMs(pid)];
          rows = await ask(db, scope, i + 3);
          return [performance.now() - started, (await cpuMs(pid)) - used];
        };
        const [ms, cpu] = await (way === 'app' ? database : unguarded).as(scope, work);
        // The first rounds fill caches and plans.
        if (i < 0) continue;
        times[way].push(ms);
        processor[way].push(cpu);
      }
    }
    const result = {
      name,
      rows,
      ms: compared(times),
      /** Of PostgreSQL's process: what other work on the machine does not stretch. */
      cpuMs: compared(processor),
    };
    results.push(result);
    const column = ({ owner, app, ratio }: Compared) =>
      `${String(owner).padStart(8)} ${String(app).padStart(8)} x ${ratio.toFixed(2)}`;
    console.log(`${name.padEnd(48)} ms ${column(result.ms)}   CPU ms ${column(result.cpuMs)}`);
  }
  const output = {
    residents,
    rounds,
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    results,
    worst: { ms: worst(results.map(({ ms }) => ms)), cpuMs: worst(results.map(({ cpuMs }) => cpuMs)) },
    all: { ms: together(results.map(({ ms }) => ms)), cpuMs: together(results.map(({ cpuMs }) => cpuMs)) },
  };
  await writeFile(
    join(root, 'bench', 'results', `row-security-${residents}.json`),
    `${JSON.stringify(output, null, 1)}\n`,
  );
  console.log(JSON.stringify({ worst: output.worst, all: output.all }));
} finally {
  await unguarded.close();
  await database.close();
}

/** The newest loaded run; the branch is generated, mapped and loaded when there is none. */
async function loadedRun(): Promise<number> {
  const runs = new RunRepository(database.system);
  const [known] = await runs.list({ state: 'done', limit: 1 });
  if (known) return known.number;
  if (!existsSync(join(data, 'members.csv'))) await generateBranch({ residents, seed: 1, outDir: data });
  const out = join(work, 'run');
  if (!existsSync(join(out, 'summary.json'))) {
    await mkdir(out, { recursive: true });
    await runMapping({
      residents: [join(data, 'residents.csv')],
      members: [join(data, 'members.csv')],
      out,
      asOf: '2026-11-21',
      load: true,
    });
  }
  const id = '00000000-0000-4000-8000-000000000001';
  await runs.add({
    id,
    demo: true,
    as_of: '2026-11-21',
    threshold: null,
    village: null,
    compare_with: null,
    directory: out,
    created_by: 'bench',
    uploads: [],
  });
  const number = (await runs.find(id))?.number ?? 0;
  const started = performance.now();
  const summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8'));
  await loadRun(database, { directory: out, run: { id, number }, summary });
  console.log(`dimuat / loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return number;
}

/** The same database with every pool logged in as its owner: functions know the scope, no policy applies. */
async function asOwner() {
  const { rows } = await sql<{ socket: string }>`SHOW unix_socket_directories`.execute(database.owner);
  const owner = {
    host: Object.values(rows[0] ?? {})[0] as string,
    port: 5432,
    user: 'postgres',
    database: 'jangkau',
  };
  return connect(ownerOnly(owner));
}

interface Question {
  name: string;
  scope: Scope;
  /** Asks with the `i`th of some keys; returns how many rows came. */
  ask(db: Db, scope: Scope, i: number): Promise<number>;
}

async function questions(run: number): Promise<Question[]> {
  const branch = await signedIn(database, 'branch-officer', [], 'list.read');
  const regency = await signedIn(database, 'pesiar-supervisor', ['51.03'], 'list.read');
  const district = await signedIn(database, 'pesiar-supervisor', ['51.71.01'], 'list.read');
  const village = await signedIn(database, 'village-operator', ['51.71.01.1003'], 'list.read');
  const page =
    (filter: PeopleFilter, from: (i: number) => number | undefined = () => undefined): Question['ask'] =>
    async (db, scope, i) => {
      // A map of its own: every search is counted, as the first one of a day is.
      const found = await new PeopleRepository(db, new Map()).page(scope, run, filter, {
        after: from(i),
        limit: 50,
      });
      return found?.items.length ?? 0;
    };
  const spread = async (list: string, area = '51') => {
    const { rows } = await sql<{ key: number }>`
      SELECT resident_key AS key FROM resident_result
      WHERE run_number = ${run} AND ${sql.raw(list)} AND area_code >= ${area} AND area_code < ${`${area}/`}
      ORDER BY hashint4(resident_key) LIMIT ${rounds + 3}`.execute(database.owner);
    return (i: number) => rows[i % rows.length]?.key as number;
  };
  const uncovered = await spread('member_key IS NULL');
  const anyone = await spread('true');
  const neighbour = await spread('true', '51.71.01.1003');
  const person =
    (key: (i: number) => number): Question['ask'] =>
    async (db, scope, i) =>
      (await new PersonRepository(db).findResident(scope, run, key(i))) ? 1 : 0;
  const review: Question['ask'] = async (db, scope) =>
    (await new ReviewRepository(db).page(scope, run, { decided: 'no', limit: 20 })).length;
  const all: [string, Scope, Question['ask']][] = [
    ['branch: uncovered, first page', branch, page({ list: 'uncovered' })],
    ['branch: uncovered, a page further on', branch, page({ list: 'uncovered' }, uncovered)],
    ['branch: everybody by name, a page further on', branch, page({ list: 'all', sort: 'name' }, anyone)],
    ['branch: uncovered by probability', branch, page({ list: 'uncovered', sort: 'p' })],
    ['branch: doubtful', branch, page({ list: 'doubtful' })],
    [
      'branch: inactive in a regency, arrears',
      branch,
      page({ list: 'inactive', area: '51.03', inactiveKind: 'arrears' }),
    ],
    [
      'branch: uncovered of a village, at least 0.9',
      branch,
      page({ list: 'uncovered', area: '51.71.01.1003', minP: 0.9 }),
    ],
    ['branch: duplicates', branch, page({ list: 'duplicates' })],
    ['branch: search, a rare name', branch, page({ list: 'all', q: 'wira anta' })],
    ['branch: search, a common name', branch, page({ list: 'all', q: 'made' })],
    ['branch: search, a common name, by name', branch, page({ list: 'uncovered', q: 'made', sort: 'name' })],
    [
      'branch: search, a name in a regency',
      branch,
      page({ list: 'uncovered', q: 'ketut su', area: '51.02' }),
    ],
    ['branch: person', branch, person(anyone)],
    ['branch: uncovered person', branch, person(uncovered)],
    ['branch: review', branch, review],
    ['regency: uncovered, first page', regency, page({ list: 'uncovered' })],
    ['regency: search, a name', regency, page({ list: 'all', q: 'ketut su' })],
    ['district: uncovered, first page', district, page({ list: 'uncovered' })],
    ['district: doubtful', district, page({ list: 'doubtful' })],
    ['district: review', district, review],
    ['village: everybody, a page further on', village, page({ list: 'all' }, neighbour)],
    ['village: uncovered, first page', village, page({ list: 'uncovered' })],
    ['village: search, a name', village, page({ list: 'all', q: 'made' })],
    ['village: person', village, person(neighbour)],
    ['village: review', village, review],
  ];
  return all.map(([name, scope, ask]) => ({ name, scope, ask }));
}

interface Compared {
  owner: number;
  app: number;
  ratio: number;
}

function compared(of: { owner: number[]; app: number[] }): Compared {
  const [owner, app] = [median(of.owner), median(of.app)];
  return { owner: round(owner), app: round(app), ratio: round(app / owner) };
}

function worst(list: readonly Compared[]): number {
  return Math.max(...list.map(({ ratio }) => ratio));
}

function together(list: readonly Compared[]): number {
  return round(sum(list.map(({ app }) => app)) / sum(list.map(({ owner }) => owner)));
}

async function backend(db: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
  return rows[0]?.pid ?? 0;
}

/** Time a process has spent on a processor. */
async function cpuMs(pid: number): Promise<number> {
  const [nanoseconds] = (await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ');
  return Number(nanoseconds) / 1e6;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

function sum(list: readonly number[]): number {
  return list.reduce((all, one) => all + one, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
