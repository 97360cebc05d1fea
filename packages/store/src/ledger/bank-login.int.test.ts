import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFamily, addTariffs, vaOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { PaymentRepository } from './payment-repository.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await openTestDatabase();
  await addTariffs(database.owner);
  await addFamily(database.owner, { people: [1], months: ['2026-09', '2026-10'], active: false });
  const clients = [
    ['bank', ['payment.add'], 'NULL'],
    ['gone', ['payment.add'], 'now()'],
    ['rs', ['eligibility.read'], 'NULL'],
  ] as const;
  for (const [id, scopes, revoked] of clients)
    await queryRows(
      database.owner,
      `WITH c AS (INSERT INTO api_client (id, name, kind, scopes, requests_per_minute, created_by, revoked_at, revoked_by)
         VALUES ('${id}', 'uji', 'api-key', '{${scopes}}', 10, 'x', ${revoked}, CASE WHEN ${revoked} IS NOT NULL THEN 'x' END) RETURNING id)
       INSERT INTO api_credential (client_id, prefix, secret_hash, created_by) SELECT id, 'x', sha256(id::bytea), 'x' FROM c`,
    );
  client = new pg.Client(database.connections.bank);
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client?.end();
  await database.close();
});

const credentialOf = async (id: string) =>
  Number(
    (
      await queryRows<{ id: string }>(
        database.owner,
        `SELECT id FROM api_credential WHERE client_id = '${id}'`,
      )
    )[0]?.id,
  );
const notify = async (who: string, reference = 'N1') =>
  new PaymentRepository(database.bank).notify(
    { bank: 'BRI', reference, va: vaOf(1), amount: 70_000, paidAt: '2026-10-20T02:00:00Z' },
    { credentialId: await credentialOf(who), today: '2026-10-20', timeZone: 'Asia/Makassar' },
  );

test('the login of banks enters a payment, once, for a credential that holds and is of a bank', async () => {
  expect(await notify('bank')).toMatchObject({ outcome: 'posted', reactivated: true });
  expect(await notify('bank')).toMatchObject({ outcome: 'repeated' });
  expect([await notify('gone', 'N2'), await notify('rs', 'N3')]).toEqual([undefined, undefined]);
  expect(await queryRows(database.owner, 'SELECT reference FROM payment')).toEqual([{ reference: 'N1' }]);
});

test('straight SQL: it reads, writes and becomes nothing else', async () => {
  const { rows: open } = await client.query(
    `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND CASE c.relkind
       WHEN 'S' THEN has_sequence_privilege(c.oid, 'USAGE') OR has_sequence_privilege(c.oid, 'SELECT')
       WHEN 'i' THEN false WHEN 'I' THEN false
       ELSE has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
         OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE') END`,
  );
  expect(open).toEqual([]);
  for (const statement of [
    'SELECT count(*) FROM payment',
    'SELECT name FROM member',
    'UPDATE payment SET amount = 1',
    'DELETE FROM payment',
    'TRUNCATE payment',
    'CREATE TABLE sneaked (x int)',
    'CREATE TEMP TABLE sneaked (x int)',
    'CREATE SCHEMA sneaked',
    'SET ROLE jangkau_system',
    'SET ROLE jangkau_app',
    'SET session_replication_role = replica',
    `SELECT * FROM post_payment('B', 'R', '${vaOf(1)}', 1, now(), 'UTC', 'counter', NULL, current_date)`,
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ])
    await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  // Functions that run with the rights of their owner.
  const { rows } = await client.query(
    `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
       AND p.prorettype <> 'trigger'::regtype AND has_function_privilege(p.oid, 'EXECUTE') ORDER BY 1`,
  );
  expect(rows).toEqual([{ name: 'notify_payment' }]);
});
