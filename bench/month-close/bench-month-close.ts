import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  closeMonth,
  connect,
  type Database,
  memberTotals,
  ownerOnly,
  proveLedger,
  proveStates,
  reachOwner,
  undoClose,
} from '@jangkau/store';
import { closeFingerprint } from '@jangkau/store/testing/close-fingerprint';
import { prepareBranch } from './prepare-branch.ts';

/**
 * Closing a month at the size of a branch: time and processor time with all indexes and constraints, beside
 * the limit (inserting the same rows into bare tables), taking it back and closing again, the state of everybody
 * worked out again by the rules, and the same result after a kill -9 in the middle.
 *
 * node bench/month-close/bench-month-close.ts [--residents 1688195] [--work DIR] [--states 50000] [--months 12]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    work: { type: 'string' },
    states: { type: 'string' },
    months: { type: 'string', default: '12' },
  },
});
const residents = Number(values.residents);
const every = values.states;
const root = join(import.meta.dirname, '..', '..');
const directory = await prepareBranch(
  residents,
  values.work ?? join(root, 'data', 'bench'),
  Number(values.months),
);
const reached = await reachOwner({ directory });
const at = (database: string) => ({ ...reached.connection, database });
const reach = (database: string): Database => {
  const owner = at(database);
  return connect(ownerOnly(owner));
};
const order = { month: '2026-10', today: '2026-11-22', by: 'bench' };

try {
  await copyTo('undisturbed');
  const first = reach('undisturbed');
  const totals = {
    june2023: await memberTotals(first.owner, '2023-06-30'),
    june2024: await memberTotals(first.owner, '2024-06-30'),
  };
  const before = await closeFingerprint(first.ownerPool);
  const close = await measured(first, (pool) => closeMonth(pool, order));
  const undisturbed = await closeFingerprint(first.ownerPool);
  const again = await measured(first, (pool) => closeMonth(pool, order));
  const afterAgain = await closeFingerprint(first.ownerPool);
  const limit = await bareInserts(first);
  const stood = await standing(first);
  const undo = await measured(first, (pool) => undoClose(pool, order));
  const redo = await measured(first, (pool) => closeMonth(pool, order));
  const sameAfterUndo = (await standing(first)) === stood;
  const startedStates = process.cpuUsage();
  const states = await proveStates(first.owner, {
    onDay: '2026-11-01',
    ...(every && { sample: Number(every) }),
  });
  const statesCpu = process.cpuUsage(startedStates);
  const faults = (await proveLedger(first.ownerPool, '2026-11-01')).filter((proof) => proof.faults > 0);
  await first.close();

  await copyTo('killed', 'undisturbed');
  const interrupted = await killInTheMiddle(close.seconds / 2);
  const second = reach('killed');
  const untouched = (await closeFingerprint(second.ownerPool)) === before;
  await closeMonth(second.ownerPool, order);
  const resumed = await closeFingerprint(second.ownerPool);
  await second.close();

  const result = {
    residents,
    ledgerMonths: Number(values.months),
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    close: { seconds: close.seconds, cpuSeconds: close.cpuSeconds, steps: close.result.steps },
    limit,
    ratio: { wall: close.seconds / limit.seconds, cpu: close.cpuSeconds / limit.cpuSeconds },
    again: { seconds: again.seconds, changed: afterAgain !== undisturbed },
    killed: { afterSeconds: interrupted, nothingLeft: untouched, sameResult: resumed === undisturbed },
    undo: { seconds: undo.seconds, cpuSeconds: undo.cpuSeconds, steps: undo.result.steps },
    closedAgain: { seconds: redo.seconds, cpuSeconds: redo.cpuSeconds, sameResult: sameAfterUndo },
    states: {
      checked: states.checked,
      faults: states.faults,
      cpuSeconds: round((statesCpu.user + statesCpu.system) / 1e6),
    },
    ledgerFaults: faults,
    totals,
  };
  await writeFile(
    join(root, 'bench', 'results', `month-close-${residents}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  console.log(JSON.stringify(result, undefined, 2));
} finally {
  await reached.close();
}

/** A copy of the prepared database, in place of another: two at a time are enough for the disk. */
async function copyTo(copy: string, insteadOf = copy): Promise<void> {
  const admin = reach('postgres');
  for (const name of [copy, insteadOf]) await admin.ownerPool.query(`DROP DATABASE IF EXISTS ${name}`);
  await admin.ownerPool.query(`CREATE DATABASE ${copy} TEMPLATE jangkau STRATEGY FILE_COPY`);
  await admin.ownerPool.query('CHECKPOINT');
  await admin.close();
}

/** Time of a piece of work on one connection, and the processor time of its PostgreSQL process. */
async function measured<T>(
  database: Database,
  work: (pool: Database['ownerPool']) => Promise<T>,
): Promise<{ result: T; seconds: number; cpuSeconds: number }> {
  // The pool hands its only idle connection out again.
  const { rows } = await database.ownerPool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid as number;
  const [started, used] = [performance.now(), await cpuSeconds(pid)];
  const result = await work(database.ownerPool);
  return {
    result,
    seconds: round((performance.now() - started) / 1000),
    cpuSeconds: round((await cpuSeconds(pid)) - used),
  };
}

async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** What the close wrote, written once more into tables without index or constraint. */
async function bareInserts(
  database: Database,
): Promise<{ seconds: number; cpuSeconds: number; rows: number }> {
  const parts = [
    ['bill', `month = '2026-11-01'`],
    ['bill_line', `month = '2026-11-01'`],
    ['allocation', `month = '2026-11-01'`],
    ['status_change', `cause = 'close:2026-10'`],
    ['member_status', `member_id IN (SELECT member_id FROM bare_touched)`],
  ] as const;
  await database.ownerPool.query(`CREATE TABLE bare_touched AS
    SELECT member_id FROM status_change WHERE cause = 'close:2026-10'
    UNION SELECT l.member_id FROM bill_line l WHERE l.month = '2026-10-01'
      AND NOT EXISTS (SELECT FROM allocation a WHERE a.month = l.month AND a.member_id = l.member_id)`);
  for (const [table, where] of parts) {
    await database.ownerPool.query(`CREATE TABLE rows_${table} AS SELECT * FROM ${table} WHERE ${where}`);
    await database.ownerPool.query(`CREATE TABLE bare_${table} AS SELECT * FROM ${table} WHERE false`);
  }
  let rows = 0;
  const { seconds, cpuSeconds: cpu } = await measured(database, async (pool) => {
    for (const [table] of parts) {
      const done = await pool.query(`INSERT INTO bare_${table} SELECT * FROM rows_${table}`);
      rows += done.rowCount ?? 0;
    }
  });
  return { seconds, cpuSeconds: cpu, rows };
}

/** Closes in a process of its own and kills its PostgreSQL process without warning. */
async function killInTheMiddle(seconds: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'close-child.ts'), JSON.stringify({ connection: at('killed'), order })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const pid = await new Promise<number>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(String(chunk)))),
  );
  const started = performance.now();
  await sleep(seconds * 1000);
  process.kill(pid, 'SIGKILL');
  const after = round((performance.now() - started) / 1000);
  await new Promise((resolve) => child.once('close', resolve));
  // PostgreSQL ends all its processes, replays its log and answers again.
  for (let tries = 0; tries < 600; tries++) {
    const probe = reach('killed');
    const up = await probe.ownerPool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    await probe.close();
    if (up) return after;
    await sleep(500);
  }
  throw new Error('PostgreSQL did not come back');
}

/** A hash of how everything stands, whatever entries lead there: states, what is owed of every line, relief, plans. */
async function standing(database: Database): Promise<string> {
  const hash = (columns: string, from: string) =>
    `(SELECT coalesce(sum(hashtextextended(concat_ws('|', ${columns}), 0)::numeric), 0)::text FROM ${from})`;
  const { rows } = await database.ownerPool.query<{ hash: string }>(`SELECT concat_ws(' ',
    ${hash('member_id, household_id, segment, class, active, inactive_kind, since, reason, arrears_months, arrears_amount, due_on, due_reason', 'member_status')},
    ${hash('month, member_id, household_id, class, amount', 'bill_line')},
    ${hash('month, member_id, paid', '(SELECT month, member_id, sum(amount) AS paid FROM allocation GROUP BY month, member_id HAVING sum(amount) <> 0) x')},
    ${hash('household_id, amount', '(SELECT household_id, sum(amount) AS amount FROM adjustment GROUP BY household_id HAVING sum(amount) <> 0) x')},
    ${hash('plan_id, kind, stage, on_date', 'live_rehab_event')}) AS hash`);
  return rows[0]?.hash as string;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
