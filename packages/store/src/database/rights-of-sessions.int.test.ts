import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queryRows } from '../testing/query-rows.ts';
import { signedIn } from '../testing/signed-in.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
const change = (statement: string) => queryRows(database.owner, statement);

/** Sessions whose kept rights are not what their roles come to. */
const stale = () =>
  change(`SELECT s.username FROM session s, rights_of(s.username) r
    WHERE (s.actions, s.whole_actions, s.person_areas) IS DISTINCT FROM (r.actions, r.whole_actions, r.person_areas)`);

test('rights follow every change of roles, accounts and the matrix', async () => {
  const scope = await signedIn(database, 'village-operator', ['51.71.01.1002']);
  const who = `username = '${scope.username}'`;
  const seen = async () =>
    (await change(`SELECT actions, whole_actions, person_areas FROM session WHERE ${who}`))[0];
  const before = await seen();
  expect(before).toMatchObject({ whole_actions: [], person_areas: ['51.71.01.1002'] });
  for (const [statement, expected] of [
    [
      `INSERT INTO assignment (username, role, scope_kind, scope_code, granted_by) VALUES ('${scope.username}', 'pesiar-agent', 'area', '51.71.01.1003', 'x')`,
      { person_areas: ['51.71.01.1002', '51.71.01.1003'] },
    ],
    [
      `UPDATE assignment SET revoked_at = now(), revoked_by = 'x' WHERE ${who} AND role = 'pesiar-agent'`,
      before,
    ],
    [`UPDATE officer SET active = false WHERE ${who}`, { actions: [], person_areas: [] }],
    [`UPDATE officer SET active = true WHERE ${who}`, before],
    [
      `UPDATE access_rule SET reach = 'branch' WHERE role = 'village-operator' AND action = 'person.read'`,
      { whole_actions: ['person.read'], person_areas: [] },
    ],
    [
      `UPDATE access_rule SET reach = 'area' WHERE role = 'village-operator' AND action = 'person.read'`,
      before,
    ],
    [`DELETE FROM assignment WHERE ${who}`, { actions: [], whole_actions: [], person_areas: [] }],
  ] as const) {
    await change(statement);
    expect([statement, await seen()]).toEqual([statement, expect.objectContaining(expected)]);
    expect(await stale()).toEqual([]);
  }
});

test('a session that begins while a role is taken away does not keep it, whichever is first', async () => {
  for (const first of ['session', 'role'] as const) {
    const { username } = await signedIn(database, 'branch-officer');
    const clients = [
      new pg.Client(database.connections.gate),
      new pg.Client(database.connections.gate),
    ] as const;
    for (const client of clients) {
      await client.connect();
      await client.query('BEGIN');
    }
    const [a, b] = clients;
    const begins = (client: pg.Client) =>
      client.query(
        `INSERT INTO session (token_hash, username, expires_at, ends_at) VALUES ($1, $2, now() + interval '1 h', now() + interval '1 h')`,
        [randomBytes(32), username],
      );
    const ends = (client: pg.Client) =>
      client.query(`UPDATE assignment SET revoked_at = now(), revoked_by = 'x' WHERE username = $1`, [
        username,
      ]);
    await (first === 'session' ? begins(a) : ends(a));
    const second = first === 'session' ? ends(b) : begins(b);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await a.query('COMMIT');
    await second;
    await b.query('COMMIT');
    for (const client of clients) await client.end();
    const rights = await change(`SELECT DISTINCT actions FROM session WHERE username = '${username}'`);
    expect([first, rights]).toEqual([first, [{ actions: [] }]]);
  }
});

test('nobody gives a session rights: not the gate that opens it, not a request', async () => {
  const { username, tokenHash } = await signedIn(database, 'auditor');
  await expect(
    queryRows(database.gate, `UPDATE session SET whole_actions = '{person.read}'`),
  ).rejects.toThrow('permission denied');
  await queryRows(
    database.gate,
    `INSERT INTO session (token_hash, username, expires_at, ends_at, actions, whole_actions, person_areas)
     VALUES ('\\x${randomBytes(32).toString('hex')}', '${username}', now() + interval '1 h', now() + interval '1 h', '{user.manage}', '{person.read}', '{51}')`,
  );
  expect(await stale()).toEqual([]);
  const forged = { username, tokenHash } as never;
  await expect(
    database.as(forged, (db) => queryRows(db, `UPDATE session SET whole_actions = '{person.read}'`)),
  ).rejects.toThrow('permission denied');
});
