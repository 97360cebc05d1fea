import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeFingerprint } from '../testing/close-fingerprint.ts';
import { addFamily, addTariffs, monthsBetween } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { closeMonth } from './close-month.ts';

const child = fileURLToPath(new URL('../testing/close-month-child.ts', import.meta.url));
const order = { month: '2026-10', today: '2026-11-22', by: 'uji' };
let database: TestDatabase;
let owner: pg.PoolConfig;
let before: string;
let undisturbed: string;
const pools: pg.Pool[] = [];
const pool = (name?: string) => {
  const made = new pg.Pool({ ...owner, ...(name && { database: name }), max: 2 });
  made.on('error', () => undefined);
  pools.push(made);
  return made;
};

beforeAll(async () => {
  database = await openTestDatabase();
  owner = database.connections.owner;
  await addTariffs(database.owner);
  const months = monthsBetween('2026-05', '2026-10');
  for (let n = 0; n < 12; n++)
    await addFamily(database.owner, { people: [4 * n + 1, 4 * n + 2], months, paid: n % 3 === 0 ? 6 : 5 });
  for (let n = 0; n < 6; n++)
    await addFamily(database.owner, {
      people: [100 + n],
      months: monthsBetween('2024-08', '2026-10'),
      paid: 0,
      active: false,
      since: '2024-09-01',
    });
  await addFamily(database.owner, { people: [200, 201], segment: 'PPU_BU', class: 2 });
  await queryRows(
    database.owner,
    `UPDATE member_status SET due_on = '2026-11-01', due_reason = 'CHILD_OVER_AGE' WHERE segment = 'PPU_BU';
     UPDATE member_status SET arrears_months = 26, arrears_amount = 26 * 35000 WHERE NOT active AND segment = 'PBPU'`,
  );
  before = await closeFingerprint(database.ownerPool);
  // The same branch once more, for a close that nobody disturbs.
  const admin = pool('postgres');
  await admin.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [
    owner.database,
  ]);
  await admin.query(`CREATE DATABASE undisturbed TEMPLATE "${owner.database}"`);
  const calm = pool('undisturbed');
  await closeMonth(calm, order);
  undisturbed = await closeFingerprint(calm);
}, 60_000);
afterAll(async () => {
  await Promise.all(pools.map((one) => one.end()));
  await database.close();
});

/** Runs a close up to a step and kills something without warning. */
async function killAfter(stopAfter: number, kill: (program: number) => Promise<void>): Promise<void> {
  const program = spawn(process.execPath, [child, JSON.stringify({ connection: owner, order, stopAfter })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(program, 'close');
  await once(program.stdout, 'data');
  await kill(program.pid as number);
  program.kill('SIGKILL');
  await gone;
}

async function answering(): Promise<pg.Pool> {
  for (;;) {
    const one = pool();
    if (
      await one.query('SELECT 1').then(
        () => true,
        () => false,
      )
    )
      return one;
    await sleep(100);
  }
}

test('killed in the middle, program or PostgreSQL: nothing of it is left, and closed again it comes to the same', async () => {
  await killAfter(3, async () => undefined);
  expect(await closeFingerprint(await answering())).toBe(before);
  await killAfter(6, async () => {
    const { rows } = await (await answering()).query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    process.kill(rows[0]?.pid as number, 'SIGKILL');
  });
  const after = await answering();
  expect(await closeFingerprint(after)).toBe(before);
  await closeMonth(after, order);
  expect(await closeFingerprint(after)).toBe(undisturbed);
  expect(undisturbed).not.toBe(before);
  expect((await closeMonth(after, order)).already).toBe(true);
}, 60_000);
