import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';
import { migrate, pendingMigrations } from './migrate.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase({ migrated: false });
});
afterAll(() => database.close());

test('migrations apply once, in order, and then nothing is pending', async () => {
  expect(await pendingMigrations(database.owner)).toEqual(['0001-office', '0002-results']);
  expect(await migrate(database.owner)).toEqual(['0001-office', '0002-results']);
  expect(await migrate(database.owner)).toEqual([]);
  expect(await pendingMigrations(database.owner)).toEqual([]);
});

test('every table says what it is', async () => {
  const { rows } = await sql<{ relname: string }>`
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
      AND relname NOT LIKE 'schema_migration%' AND obj_description(oid) IS NULL`.execute(database.owner);
  expect(rows).toEqual([]);
});

test('the app role owns nothing', async () => {
  const { rows } = await sql`
    SELECT relname FROM pg_class WHERE relowner = 'jangkau_app'::regrole`.execute(database.owner);
  expect(rows).toEqual([]);
});

test.each(['decision', 'access_log', 'run_event'])(
  'facts in %s can be added and read, never changed',
  async (table) => {
    const { rows } = await sql<{ privilege_type: string }>`
    SELECT privilege_type FROM information_schema.role_table_grants
    WHERE grantee = 'jangkau_app' AND table_name = ${table} ORDER BY 1`.execute(database.owner);
    expect(rows.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT']);
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
