import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AuditLog } from '../repositories/audit-log.ts';
import { DecisionRepository } from '../repositories/decision-repository.ts';
import type { Scope } from '../scope.ts';
import { loadFixtureRun } from '../testing/loaded-run.ts';
import { queryRows } from '../testing/query-rows.ts';
import { signedIn } from '../testing/signed-in.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Db } from './connect.ts';

const own = '51.71.01.1002';
let database: TestDatabase;
let branch: Scope;
let operator: Scope;
let run: { id: string; number: number };
beforeAll(async () => {
  database = await openTestDatabase();
  run = await loadFixtureRun(database, { residents: 600 });
  branch = await signedIn(database, 'branch-officer');
  operator = await signedIn(database, 'village-operator', [own]);
  await queryRows(
    database.owner,
    `INSERT INTO decision (officer, no_penduduk, no_kartu, verdict, run_id, resident_key, member_key,
       resident_name, member_name, area_code)
     SELECT 'x', no_penduduk, 'K', 'same', '${run.id}', resident_key, 1, 'A', 'A', area_code FROM resident_result`,
  );
  await queryRows(
    database.owner,
    `INSERT INTO run_comparison (run_a, run_b) VALUES ('${run.id}', '${run.id}');
     INSERT INTO compared_resident (run_a, run_b, kind, area_code, name, a_key)
       SELECT '${run.id}', '${run.id}', 'gone', area_code, name, resident_key FROM resident_result`,
  );
  await queryRows(
    database.owner,
    `INSERT INTO idempotency (officer, key, fingerprint, status, body) VALUES ('x', 'k', 'f', 200, '{"name": "A"}')`,
  );
  await queryRows(
    database.owner,
    `INSERT INTO upload (id, name, size, kind, source, path, detection, created_by)
     VALUES (gen_random_uuid(), 'a.csv', 1, 'residents', 'upload', '/a', '{}', 'x')`,
  );
  await database.as(branch, (db) => AuditLog.add(db, branch, { action: 'person.read' }));
}, 120_000);
afterAll(() => database.close());

/** Tables whose rows belong to an area. */
const byArea = [
  'resident_result',
  'member_result',
  'candidate_result',
  'village_result',
  'list_count',
  'banjar_result',
  'decision',
  'standing_decision',
  'compared_resident',
];
/** Everything else a request may read that says something about people or about those who work with them. */
const closed = ['upload', 'idempotency', 'audit_entry', 'audit_link', 'run', 'run_event', 'column_mapping'];

async function areasIn(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    SELECT DISTINCT area_code AS code FROM ${sql.table(table)} ORDER BY 1`.execute(db);
  return rows.map((row) => row.code);
}

async function count(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? -1;
}

test('there is something to see in every table', async () => {
  for (const table of byArea)
    expect([table, (await areasIn(database.owner, table)).length]).toEqual([table, 5]);
  for (const table of ['upload', 'idempotency', 'audit_entry', 'run'])
    expect([table, await count(database.owner, table)]).not.toEqual([table, 0]);
});

describe('straight SQL of a session', () => {
  test.each(byArea)('reads only its own village of %s; a branch officer reads all', async (table) => {
    expect(await database.as(operator, (db) => areasIn(db, table))).toEqual([own]);
    expect(await database.as(branch, (db) => areasIn(db, table))).toHaveLength(5);
  });

  test('reaches as far as the area it was given: banjar, village, district, regency, province', async () => {
    const seen = async (codes: string[]) => {
      const scope = await signedIn(database, 'pesiar-agent', codes);
      return database.as(scope, (db) => areasIn(db, 'resident_result'));
    };
    expect(await seen(['51.71.01'])).toEqual(['51.71.01.1001', '51.71.01.1002']);
    expect(await seen(['51.71'])).toEqual(['51.71.01.1001', '51.71.01.1002', '51.71.02.1003']);
    expect(await seen(['51'])).toHaveLength(5);
    expect(await seen(['51.02', own])).toEqual(['51.02.03.2004', own]);
    expect(await seen(['51.7'.padEnd(5, '0')])).toEqual([]);
    const banjar = await signedIn(database, 'pesiar-agent', [`${own}/Banjar 1`]);
    const rows = await database.as(banjar, (db) =>
      queryRows(db, 'SELECT DISTINCT area_code, banjar FROM resident_result'),
    );
    expect(rows).toEqual([{ area_code: own, banjar: 'Banjar 1' }]);
    expect(await database.as(banjar, (db) => areasIn(db, 'member_result'))).toEqual([]);
  });

  test('of an auditor or a system administrator reads no people, of an auditor the audit', async () => {
    for (const role of ['auditor', 'system-administrator'] as const) {
      const scope = await signedIn(database, role);
      for (const table of [...byArea, 'upload', 'idempotency'])
        expect([role, table, await database.as(scope, (db) => count(db, table))]).toEqual([role, table, 0]);
      expect((await database.as(scope, (db) => count(db, 'audit_entry'))) > 0).toBe(role === 'auditor');
    }
  });

  test('that is over, revoked or of somebody switched off reads nothing', async () => {
    const gone = await signedIn(database, 'village-operator', [own]);
    const seen = () => database.as(gone, (db) => count(db, 'resident_result'));
    expect(await seen()).toBeGreaterThan(0);
    const change = (statement: string) => queryRows(database.owner, statement);
    await change(
      `UPDATE session SET expires_at = now() - interval '1 s' WHERE username = '${gone.username}'`,
    );
    expect(await seen()).toBe(0);
    await change(`UPDATE session SET expires_at = ends_at WHERE username = '${gone.username}'`);
    await change(`UPDATE officer SET active = false WHERE username = '${gone.username}'`);
    expect(await seen()).toBe(0);
    await change(`UPDATE officer SET active = true WHERE username = '${gone.username}'`);
    await change(
      `UPDATE assignment SET revoked_at = now(), revoked_by = 'x' WHERE username = '${gone.username}'`,
    );
    expect(await seen()).toBe(0);
  });

  test('decides in its own name and village only', async () => {
    const decide = (change: object, by = operator) =>
      database.as(by, (db) =>
        new DecisionRepository(db).add(by, {
          runId: run.id,
          residentKey: 1,
          memberKey: 1,
          noPenduduk: 'P1',
          noKartu: 'K1',
          residentName: 'A',
          memberName: 'A',
          areaCode: own,
          verdict: 'same',
          note: null,
          ...change,
        }),
      );
    expect((await decide({})).verdict).toBe('same');
    await expect(decide({ areaCode: '51.03.01.1001' })).rejects.toThrow('row-level security');
    await expect(decide({ areaCode: null })).rejects.toThrow('row-level security');
    const forged = Object.assign(Object.create(Object.getPrototypeOf(operator)), operator, {
      username: branch.username,
    });
    await expect(decide({}, forged)).rejects.toThrow('row-level security');
    await expect(decide({}, await signedIn(database, 'pesiar-agent', [own]))).rejects.toThrow(
      'row-level security',
    );
  });

  test('writes the audit in its own name only, and not its moment', async () => {
    const add = (columns: string, values: string) =>
      database.as(operator, (db) => queryRows(db, `INSERT INTO audit_entry (${columns}) VALUES (${values})`));
    await add('username, action, outcome', `'${operator.username}', 'person.read', 'done'`);
    await expect(add('username, action, outcome', `'x', 'person.read', 'done'`)).rejects.toThrow(
      'row-level security',
    );
    await expect(
      add('username, action, outcome, at', `'${operator.username}', 'person.read', 'done', now()`),
    ).rejects.toThrow('permission denied');
  });

  test('does not keep its scope beyond its transaction', async () => {
    await database.as(branch, (db) => count(db, 'resident_result'));
    for (let i = 0; i < 20; i++) expect(await count(database.app, 'resident_result')).toBe(0);
  });

  test('cannot slip another transaction into its own', async () => {
    await expect(
      database.as(operator, (db) => db.transaction().execute(async () => undefined)),
    ).rejects.toThrow('transaction already');
  });
});

describe('a login of its own, without or with a made-up session', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client(database.connections.app);
    await client.connect();
  });
  afterEach(() => client.query('ROLLBACK'));
  afterAll(() => client.end());

  const seesNothing = async () => {
    for (const table of [...byArea, ...closed]) {
      const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`);
      expect([table, rows[0].n]).toEqual([table, 0]);
    }
  };

  test('sees nothing', seesNothing);

  test.each([
    '',
    'x',
    '%',
    'ff'.repeat(32),
    '00'.repeat(32),
    randomBytes(32).toString('hex'),
    `' OR true --`,
    '{"whole": true}',
    'branch-officer',
  ])('sees nothing with the session %j', async (session) => {
    await client.query(`SELECT set_config('jangkau.session', $1, false)`, [session]);
    await seesNothing();
    await client.query('RESET jangkau.session');
  });

  test('sees nothing whatever else it sets', async () => {
    for (const name of ['areas', 'scope', 'whole', 'username', 'role', 'user', 'bypass'])
      await client.query(`SELECT set_config($1, 'true', false)`, [`jangkau.${name}`]);
    await expect(client.query('SET session_authorization = postgres')).rejects.toThrow('permission denied');
    await expect(client.query('SET session_replication_role = replica')).rejects.toThrow('permission denied');
    // Refuses to answer instead of leaving rows out: no row either way.
    await client.query('SET row_security = off');
    await expect(client.query('SELECT * FROM resident_result')).rejects.toThrow('row-level security');
    await client.query('SET row_security = on');
    await seesNothing();
  });

  test('becomes nobody else', async () => {
    for (const role of ['postgres', 'jangkau_system', 'jangkau_gate', 'jangkau_bank', 'pg_read_all_data'])
      await expect(client.query(`SET ROLE ${role}`)).rejects.toThrow(/permission denied/);
    await client.query('RESET ROLE');
    await client.query('RESET SESSION AUTHORIZATION');
    await client.query('DISCARD ALL');
    const { rows } = await client.query('SELECT session_user, current_user');
    expect(rows).toEqual([{ session_user: 'jangkau_app', current_user: 'jangkau_app' }]);
    await seesNothing();
  });

  test('gets nothing from functions with made-up arguments', async () => {
    const keys = `ARRAY(SELECT generate_series(1, 600))`;
    for (const call of [
      `SELECT * FROM cards_of_residents(${run.number}, ${keys})`,
      `SELECT * FROM linked_cards(${run.number}, ${keys})`,
      `SELECT * FROM people_by_words(${run.number}, '''i'':*', false, 'all', '{}', NULL, NULL, 1000)`,
      `SELECT * FROM people_by_words(${run.number}, '''i'':*', false, 'all', '{"area": "51"}', 'village', NULL, 1000)`,
      `SELECT * FROM people_by_words(${run.number}, '''i'':*', true, 'unmatched', '{}', 'name', NULL, 1000)`,
    ])
      expect([call, (await client.query(call)).rows]).toEqual([call, []]);
    const { rows } = await client.query(
      `SELECT scope_whole(), scope_whole('audit.read') AS audit, may('user.manage'), scope_username(),
         scope_areas(), scope_codes('area', 'person.read'), scope_covers('51') AS covers, scope_covers(NULL)`,
    );
    expect(Object.values(rows[0])).toEqual([false, false, false, null, [], [], false, false]);
    // Text from outside stays text.
    for (const area of [`51') OR true --`, `' UNION SELECT 1 --`])
      expect(
        (
          await client.query(
            `SELECT * FROM people_by_words($1, '''i'':*', false, 'all', jsonb_build_object('area', $2::text), 'name', NULL, 10)`,
            [run.number, area],
          )
        ).rows,
      ).toEqual([]);
  });

  test('gives a village operator only the cards of the village, however they are asked for', async () => {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('jangkau.session', $1, true)`, [
      operator.tokenHash?.toString('hex'),
    ]);
    const keys = `ARRAY(SELECT generate_series(1, 700))`;
    const { rows } = await client.query(
      `SELECT DISTINCT area_code FROM cards_of_residents(${run.number}, ${keys})`,
    );
    expect(rows).toEqual([{ area_code: own }]);
    const words = await client.query(
      `SELECT DISTINCT r.area_code FROM people_by_words(${run.number}, '''i'':*', false, 'all', '{"area": "51"}', 'name', NULL, 1000) k
       JOIN resident_result r ON r.resident_key = k`,
    );
    expect(words.rows).toEqual([{ area_code: own }]);
  });

  test('cannot put its own things in the way of names', async () => {
    await expect(client.query('CREATE TABLE session (token_hash bytea)')).rejects.toThrow(
      'permission denied',
    );
    await expect(client.query('CREATE TEMP TABLE session (token_hash bytea)')).rejects.toThrow(
      'permission denied',
    );
    await expect(client.query('CREATE SCHEMA mine')).rejects.toThrow('permission denied');
    await expect(
      client.query('CREATE FUNCTION public.scope_whole() RETURNS boolean LANGUAGE sql RETURN true'),
    ).rejects.toThrow('permission denied');
    await client.query(`SET search_path = pg_temp, pg_catalog, public`);
    await seesNothing();
    await client.query('RESET search_path');
  });

  const secrets = ['session', 'officer', 'assignment', 'access_rule'];
  test.each(secrets)('does not read %s', async (table) => {
    await expect(client.query(`SELECT * FROM ${table}`)).rejects.toThrow('permission denied');
  });

  test('reads no partition past the policy of its table', async () => {
    const { rows } = await client.query(
      `SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { relname } of rows)
      await expect(client.query(`SELECT * FROM ${relname}`)).rejects.toThrow('permission denied');
  });

  const facts = [
    'decision',
    'audit_entry',
    'audit_link',
    'run_event',
    'resident_result',
    'compared_resident',
    'case_fact',
    'case_number',
    'attachment',
  ];
  test.each(facts)(
    'changes and deletes nothing in %s, not even with a session of the branch',
    async (table) => {
      const { rows } = await client.query(
        `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attidentity = '' LIMIT 1`,
        [table],
      );
      for (const statement of [
        `UPDATE ${table} SET ${rows[0].attname} = ${rows[0].attname}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `MERGE INTO ${table} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`,
        `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
        `DROP TABLE ${table}`,
        `DROP POLICY ${table}_owner ON ${table}`,
        `CREATE POLICY mine ON ${table} USING (true)`,
        `CREATE INDEX mine ON ${table} (${rows[0].attname})`,
        `CREATE TRIGGER mine BEFORE INSERT ON ${table} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
      ]) {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('jangkau.session', $1, true)`, [
          branch.tokenHash?.toString('hex'),
        ]);
        await expect([
          statement,
          await client.query(statement).catch((error: Error) => error.message),
        ]).toEqual([statement, expect.stringMatching(/permission denied|must be owner/)]);
        await client.query('ROLLBACK');
      }
    },
  );

  test('makes and reads nothing outside the tables', async () => {
    for (const statement of [
      `COPY (SELECT 1) TO '/tmp/x'`,
      `COPY resident_result FROM '/etc/passwd'`,
      `COPY (SELECT 1) TO PROGRAM 'id'`,
      `SELECT pg_read_file('/etc/passwd')`,
      `SELECT rolpassword FROM pg_authid`,
      `CREATE ROLE mine SUPERUSER`,
      `ALTER ROLE jangkau_app BYPASSRLS`,
      `ALTER ROLE jangkau_app SUPERUSER`,
      `CREATE EXTENSION dblink`,
      `ALTER SYSTEM SET row_security = off`,
      `LOAD 'x'`,
      `DO LANGUAGE plpgsql $$ BEGIN CREATE TABLE x (y int); END $$`,
    ])
      expect([statement, await client.query(statement).catch((error: Error) => error.message)]).toEqual([
        statement,
        expect.stringMatching(/permission denied|must be|not allowed|access/),
      ]);
  });
});

describe('the other logins', () => {
  test('the gate reads no people, no runs and no audit', async () => {
    for (const table of [...byArea, 'upload', 'run', 'audit_entry', 'idempotency'])
      await expect(count(database.gate, table)).rejects.toThrow('permission denied');
  });

  test('the background reads no passwords and no sessions, and changes no fact', async () => {
    for (const table of ['officer', 'session'])
      await expect(count(database.system, table)).rejects.toThrow('permission denied');
    for (const table of ['decision', 'audit_entry', 'audit_link', 'resident_result'])
      for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
        await expect(queryRows(database.system, statement)).rejects.toThrow('permission denied');
    await expect(queryRows(database.system, `UPDATE audit_link SET seq = 1`)).rejects.toThrow(
      'permission denied',
    );
    await expect(queryRows(database.system, 'CREATE TABLE x (y int)')).rejects.toThrow('permission denied');
  });
});

describe('everything there is', () => {
  /** Tables without row security that requests may read, and why that is right. */
  const open: Record<string, string> = {
    area: 'names and codes of places are public',
    banjar: 'names of places',
    name_word: 'single words of names, nobody’s whole name',
    payer: 'governments and employers',
    population_figure: 'published figures',
    rule_setting: 'rules',
    tariff: 'published tariffs',
  };

  test('is closed by row security, for its owner too, unless it says nothing about anybody', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'f')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
        AND EXISTS (SELECT FROM pg_roles r WHERE r.rolname LIKE 'jangkau\_%'
          AND (has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
            OR has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER')))
      ORDER BY 1`.execute(database.owner);
    expect(rows.map((row) => row.name)).toEqual(Object.keys(open));
  });

  test('that is a view reads with the rights of whoever asks', async () => {
    const { rows } = await sql`
      SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
        AND NOT coalesce(reloptions, '{}') @> '{security_invoker=true}'`.execute(database.owner);
    expect(rows).toEqual([]);
  });

  test('that runs with the rights of the owner is for named logins, and finds names as it was written', async () => {
    const { rows } = await sql`
      SELECT proname FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prosecdef
        AND (has_function_privilege('public', oid, 'EXECUTE')
          OR (prosqlbody IS NULL AND NOT coalesce(array_to_string(proconfig, ','), '') ~ 'search_path=(pg_catalog, )?public, pg_temp'))`.execute(
      database.owner,
    );
    expect(rows).toEqual([]);
  });

  test('of the logins holds no right to change or delete facts', async () => {
    const { rows } = await sql`
      SELECT c.relname, r.rolname FROM pg_class c, pg_roles r
      WHERE c.relname IN ('decision', 'audit_entry', 'audit_link', 'case_fact', 'case_number', 'chat_fact') AND r.rolname LIKE 'jangkau\_%'
        AND (has_any_column_privilege(r.oid, c.oid, 'UPDATE')
          OR has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER'))`.execute(database.owner);
    expect(rows).toEqual([]);
  });
});
