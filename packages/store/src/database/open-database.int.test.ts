import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadFixtureRun } from '../testing/loaded-run.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { openDatabase } from './open-database.ts';

test('a managed database needs no superuser: one that owns it and may make roles is enough', async () => {
  const managed = await openTestDatabase({ migrated: false });
  const url = new URL(managed.url.replace('@/', '@localhost/'));
  const name = url.pathname.slice(1);
  const role = `pemilik_${name}`;
  const statements = [
    `CREATE ROLE ${role} LOGIN CREATEROLE PASSWORD 'rahasia'`,
    `ALTER DATABASE ${name} OWNER TO ${role}`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(managed.owner);
  try {
    const opened = await openDatabase({
      url: managed.url.replace('postgres@', `${role}:rahasia@`),
      directory: '/nowhere',
    });
    const { rows } = await sql<{ session: string; current: string }>`
      SELECT session_user AS session, current_user AS current`.execute(opened.app);
    expect(rows[0]).toEqual({ session: 'jangkau_app', current: 'jangkau_app' });
    const run = await loadFixtureRun(opened, { residents: 100 });
    expect(run.counts.residents).toBe(100);
    await opened.close();
  } finally {
    await sql.raw(`REASSIGN OWNED BY ${role} TO postgres`).execute(managed.owner);
    await sql.raw(`DROP OWNED BY ${role}`).execute(managed.owner);
    await managed.close();
  }
});

test('a database that cannot be reached is an error, not a hang', async () => {
  const started = performance.now();
  await expect(
    openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', directory: '/nowhere' }),
  ).rejects.toThrow();
  expect(performance.now() - started).toBeLessThan(10_000);
});
