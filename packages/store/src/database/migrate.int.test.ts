import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';
import { prepareLogins } from './logins.ts';
import { migrate, pendingMigrations } from './migrate.ts';

const all = readdirSync(new URL('../../migrations', import.meta.url))
  .map((file) => file.replace('.sql', ''))
  .sort();
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase({ migrated: false });
});
afterAll(() => database.close());

test('migrations apply once, in order, and then nothing is pending', async () => {
  expect(await pendingMigrations(database.owner)).toEqual(all);
  expect(await migrate(database.owner)).toEqual(all);
  expect(await migrate(database.owner)).toEqual([]);
  expect(await pendingMigrations(database.owner)).toEqual([]);
  await prepareLogins(database.connections);
});

test('every table says what it is', async () => {
  const { rows } = await sql<{ relname: string }>`
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
      AND relname NOT LIKE 'schema_migration%' AND obj_description(oid) IS NULL`.execute(database.owner);
  expect(rows).toEqual([]);
});

test('no login owns anything', async () => {
  const { rows } = await sql`
    SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
    WHERE rolname IN ('jangkau_app', 'jangkau_gate', 'jangkau_system', 'jangkau_bank')`.execute(
    database.owner,
  );
  expect(rows).toEqual([]);
});

test.each(['decision', 'audit_entry', 'run_event'])(
  'facts in %s can be added and read, never changed',
  async (table) => {
    await expect(sql`UPDATE ${sql.table(table)} SET at = now()`.execute(database.app)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`DELETE FROM ${sql.table(table)}`.execute(database.app)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`TRUNCATE ${sql.table(table)}`.execute(database.app)).rejects.toThrow(
      'permission denied',
    );
  },
);

test('the app role makes no tables', async () => {
  await expect(sql`CREATE TABLE sneaked (x int)`.execute(database.app)).rejects.toThrow('permission denied');
});
