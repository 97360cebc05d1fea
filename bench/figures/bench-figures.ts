import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultAsOf, demoFacilities, semesterPopulations, visitPlan } from '@jangkau/demo';
import {
  addFacilities,
  computeFigures,
  type Db,
  figureArea,
  figureAreas,
  figureMonths,
  figureRestatements,
  figureSeries,
  fillVisits,
  findSnapshot,
  openDatabase,
} from '@jangkau/store';
import { signedIn } from '@jangkau/store/testing/signed-in';
import { sql } from 'kysely';
import { prepareBranch } from '../month-close/prepare-branch.ts';

/**
 * Figures at the size of a branch: counting all months at once, a look when nothing is missing, one month counted anew
 * after late facts, and every query of the dashboard as a signed-in head of branch asks it.
 *
 * node bench/figures/bench-figures.ts [--residents 1688195] [--work DIR] [--rounds 200] [--visits]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    work: { type: 'string' },
    rounds: { type: 'string', default: '200' },
    visits: { type: 'boolean', default: false },
  },
});
const residents = Number(values.residents);
const root = join(import.meta.dirname, '..', '..');
const work = values.work ?? join(root, 'data', 'bench');
const directory = await prepareBranch(residents, work);
const database = await openDatabase({ directory });
const order = { today: '2026-11-22', timeZone: 'Asia/Makassar', by: 'bench' };
try {
  await addPopulation();
  const visits = values.visits ? await addVisits() : null;
  const pool = database.ownerPool;
  // What an earlier run left.
  await pool.query('TRUNCATE figure_snapshot, figure_area, figure_restatement, figure_computation');
  await pool.query(`ALTER TABLE status_change DISABLE TRIGGER USER; DELETE FROM status_change WHERE cause = 'uji:late';
    ALTER TABLE status_change ENABLE TRIGGER USER`);
  const first = await timed(() => computeFigures(pool, order));
  const again = await timed(() => computeFigures(pool, order));
  await pool.query(`INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, inactive_kind, reason, cause)
    SELECT member_id, '2026-09-15', segment, class, payer_id, NOT active, CASE WHEN active THEN 'lapsed' END, 'LATE', 'uji:late'
    FROM member_status WHERE inactive_kind IS DISTINCT FROM 'ended' ORDER BY member_id LIMIT 1000`);
  const late = await timed(() => computeFigures(pool, order));
  await pool.query('ANALYZE');
  const queries = await dashboard();
  const size = await sql<{
    members: number;
    changes: number;
    areas: number;
    versions: number;
    villages: number;
  }>`
    SELECT (SELECT count(*)::int FROM member) AS members, (SELECT count(*)::int FROM status_change) AS changes,
      (SELECT count(*)::int FROM figure_area) AS areas, (SELECT count(*)::int FROM figure_snapshot) AS versions,
      (SELECT count(DISTINCT area_code)::int FROM figure_area WHERE level = 'village') AS villages`.execute(
    database.owner,
  );
  const result = {
    residents,
    measuredAt: new Date().toISOString(),
    machine: {
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      load: loadavg().map((one) => Math.round(one * 10) / 10),
      node: process.version,
    },
    size: size.rows[0],
    visits,
    compute: { all: first, nothingToDo: again, lateFacts: late },
    queries,
    worstP95: Math.max(...queries.map(({ p95 }) => p95)),
    worstCpuMs: Math.max(...queries.map(({ cpuMs }) => cpuMs)),
  };
  const file = join(root, 'bench', 'results', `figures-${residents}.json`);
  await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(JSON.stringify(result, undefined, 2));
} finally {
  await database.close();
}

async function addPopulation(): Promise<void> {
  const file = join(work, `branch-${residents}`, 'residents.csv');
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  await database.ownerPool.query(
    `INSERT INTO population_figure (as_of, source, area_code, residents)
     SELECT "asOf", source, "areaCode", residents
     FROM jsonb_to_recordset($1) AS p ("asOf" date, source text, "areaCode" text, residents int) ON CONFLICT DO NOTHING`,
    [JSON.stringify(await semesterPopulations(file, defaultAsOf))],
  );
}

async function addVisits() {
  await addFacilities(database.ownerPool, await demoFacilities());
  const filled = await timed(() =>
    fillVisits(database.ownerPool, visitPlan(residents, defaultAsOf), {
      source: 'contoh',
      asOf: defaultAsOf,
      seed: 1,
    }),
  );
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM visit`.execute(database.owner);
  return { rows: rows[0]?.n ?? 0, seconds: filled.seconds };
}

/** Wall time of a piece of work and the processor time of all PostgreSQL processes meanwhile. */
async function timed<T>(task: () => Promise<T>) {
  const [started, used] = [performance.now(), await postgresCpu()];
  const result = await task();
  return {
    seconds: round((performance.now() - started) / 1000),
    cpuSeconds: round((await postgresCpu()) - used),
    result,
  };
}

async function postgresCpu(): Promise<number> {
  const { rows } = await database.ownerPool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'`,
  );
  let ticks = 0;
  for (const { pid } of rows) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.length > 12) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / 100;
}

async function dashboard() {
  const head = await signedIn(database, 'head-of-branch');
  const months = await figureMonths(database.owner);
  const { rows: places } = await sql<{ code: string }>`
    SELECT DISTINCT area_code AS code FROM figure_area WHERE level <> 'branch' AND population > 0 ORDER BY 1`.execute(
    database.owner,
  );
  const pick = <T>(list: readonly T[], i: number) => list[(i * 7919) % list.length] as T;
  const snapshot = (i: number) => pick(months, i);
  const questions: Record<string, (db: Db, i: number) => Promise<unknown>> = {
    'nothing but a transaction (what the machine itself takes)': (db) => sql`SELECT 1`.execute(db),
    'months with figures': (db) => figureMonths(db),
    'one month of the branch': async (db) => {
      const found = await findSnapshot(db, undefined, undefined);
      return figureArea(db, found?.id ?? 0, '');
    },
    'one month of any area': async (db, i) => {
      const found = await findSnapshot(db, snapshot(i).month, undefined);
      return figureArea(db, found?.id ?? 0, pick(places, i).code);
    },
    'all villages in a month (map)': async (db, i) => {
      const found = await findSnapshot(db, snapshot(i).month, undefined);
      return figureAreas(db, found?.id ?? 0, 'village', '');
    },
    'regencies in a month': async (db, i) => figureAreas(db, snapshot(i).id, 'regency', ''),
    'all months of the branch': (db) => figureSeries(db, ''),
    'all months of any area': (db, i) => figureSeries(db, pick(places, i).code),
    'restatements of the branch': (db) => figureRestatements(db, '', 50),
  };
  const results: { name: string; p50: number; p95: number; most: number; cpuMs: number }[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    const times: number[] = [];
    const used = await postgresCpu();
    for (let i = -3; i < Number(values.rounds); i++) {
      const started = performance.now();
      await database.as(head, (db) => ask(db, i + 3));
      if (i >= 0) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
    const cpuMs = round((((await postgresCpu()) - used) * 1000) / (times.length + 3));
    results.push({ name, p50: at(0.5), p95: at(0.95), most: at(1), cpuMs });
    console.error(results.at(-1));
  }
  return results;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
