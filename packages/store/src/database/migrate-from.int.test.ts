import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableStructure } from '../testing/table-contents.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type ConnectionSettings, connect, type Db } from './connect.ts';
import { knownMigrations, migrate, migrateTo } from './migrate.ts';

const migrations = await knownMigrations();

/** Rows an installation of that version has: what every version since the first could hold. */
const rows = `
  INSERT INTO area VALUES ('51', 'BALI', 'province', NULL), ('51.71', 'DENPASAR', 'regency', '51'),
    ('51.71.01', 'DENPASAR SELATAN', 'district', '51.71'), ('51.71.01.1001', 'SESETAN', 'village', '51.71.01');
  INSERT INTO banjar VALUES ('51.71.01.1001', 'Banjar Contoh');
  INSERT INTO boundary (area_code, geometry) VALUES ('51.71.01.1001', '{"type": "Point"}');
  INSERT INTO upload (id, name, size, kind, source, path, detection, created_by) VALUES
    ('00000000-0000-4000-8000-000000000001', 'penduduk.csv', 10, 'residents', 'upload', '/a/b', '{}', 'petugas');
  INSERT INTO column_mapping (kind, signature, columns, updated_by) VALUES ('residents', 'abc', '{}', 'petugas');
  INSERT INTO run (id, state, demo, as_of, directory, created_by, counts, summary) VALUES
    ('00000000-0000-4000-8000-000000000002', 'done', false, '2026-11-21', '/a/c', 'petugas', '{}', '{}'),
    ('00000000-0000-4000-8000-000000000003', 'interrupted', false, '2026-11-21', '/a/d', 'petugas', NULL, NULL);
  INSERT INTO run_upload VALUES
    ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 1);
  INSERT INTO run_stage (run_id, stage, position, label_id, label_en, state) VALUES
    ('00000000-0000-4000-8000-000000000002', 'nik', 1, 'NIK', 'NIK', 'done');
  INSERT INTO run_event (run_id, payload) VALUES ('00000000-0000-4000-8000-000000000002', '{"state": "done"}');
  INSERT INTO decision (officer, no_penduduk, no_kartu, verdict, run_id, resident_key, member_key, resident_name,
    member_name, area_code) VALUES ('petugas', 'P1', '0001', 'same', '00000000-0000-4000-8000-000000000002', 1, 1,
    'NI LUH CONTOH', 'NI LUH CONTOH', '51.71.01.1001');
  INSERT INTO idempotency (officer, key, fingerprint) VALUES ('petugas', 'k', 'f')`;

/** What of them has to be there afterwards, whatever columns were added. */
const kept = `
  SELECT jsonb_build_object(
    'areas', (SELECT jsonb_agg(to_jsonb(a) ORDER BY code) FROM (SELECT code, name, level, parent FROM area) a),
    'banjars', (SELECT jsonb_agg(name) FROM banjar),
    'boundaries', (SELECT jsonb_agg(area_code) FROM boundary),
    'uploads', (SELECT jsonb_agg(name || path) FROM upload),
    'runs', (SELECT jsonb_agg(to_jsonb(r) ORDER BY number) FROM (SELECT id, number, state, directory FROM run) r),
    'events', (SELECT jsonb_agg(payload) FROM run_event),
    'decisions', (SELECT jsonb_agg(to_jsonb(d)) FROM (SELECT id, officer, no_penduduk, no_kartu, verdict FROM decision) d)
  ) AS rows`;

let cluster: TestDatabase;
let newest: string[];
beforeAll(async () => {
  cluster = await openTestDatabase();
  newest = await tableStructure(cluster.connections.owner);
});
afterAll(() => cluster.close());

/** A database beside the others: empty, or a copy of another. */
async function openBeside(
  name: string,
  template = 'template0',
): Promise<{ owner: Db; settings: ConnectionSettings; close(): Promise<void> }> {
  await sql`CREATE DATABASE ${sql.id(name)} TEMPLATE ${sql.id(template)}`.execute(cluster.owner);
  const settings = { ...cluster.connections.owner, database: name };
  const { owner, close } = connect({ ...cluster.connections, owner: settings });
  return { owner, settings, close };
}

let ladder = false;
/** Brings one database up version by version: each test begins with a copy of it instead of from nothing. */
async function climb(version: string): Promise<void> {
  const settings = { ...cluster.connections.owner, database: 'ladder' };
  if (!ladder) await sql`CREATE DATABASE ladder`.execute(cluster.owner);
  ladder = true;
  const { owner, close } = connect({ ...cluster.connections, owner: settings });
  await migrateTo(owner, version);
  await close();
}

test.each(migrations.slice(0, -1))(
  'a database of version %s is brought to the newest with all its rows',
  async (version) => {
    await climb(version);
    const old = await openBeside(version, 'ladder');
    await sql.raw(rows).execute(old.owner);
    const before = (await sql.raw<{ rows: unknown }>(kept).execute(old.owner)).rows[0]?.rows;
    expect(await migrate(old.owner)).toEqual(migrations.slice(migrations.indexOf(version) + 1));
    const after = (await sql.raw<{ rows: unknown }>(kept).execute(old.owner)).rows[0]?.rows;
    expect(after).toEqual(before);
    // The tables are those of a new installation: no constraint, index, policy or grant is missing.
    expect(await tableStructure(old.settings)).toEqual(newest);
    const stray = sql`INSERT INTO run_upload VALUES (gen_random_uuid(), gen_random_uuid(), 1)`;
    await expect(stray.execute(old.owner)).rejects.toThrow('run_upload');
    await old.close();
  },
);

test('the reading of people made before there was an audit is in the audit', async () => {
  const old = await openBeside('before_audit');
  try {
    await migrateTo(old.owner, '0002-results');
    await sql`INSERT INTO officer (username, name, role, password_hash, areas) VALUES
      ('petugas', 'Petugas', 'branch-officer', 'x', '{}'), ('desa', 'Desa', 'village-operator', 'x', '{51.71.01.1001}')`.execute(
      old.owner,
    );
    await sql`INSERT INTO access_log (officer, action, resident_key, reason) VALUES ('petugas', 'unmask', 4, 'permintaan warga')`.execute(
      old.owner,
    );
    await migrate(old.owner);
    const audit = await sql`SELECT username, action, purpose FROM audit_entry`.execute(old.owner);
    expect(audit.rows).toEqual([
      { username: 'petugas', action: 'person.unmask', purpose: 'permintaan warga' },
    ]);
    const roles = await sql`SELECT username, role, scope_code FROM assignment ORDER BY 1 DESC`.execute(
      old.owner,
    );
    expect(roles.rows).toEqual([
      { username: 'petugas', role: 'branch-officer', scope_code: null },
      { username: 'desa', role: 'village-operator', scope_code: '51.71.01.1001' },
    ]);
  } finally {
    await old.close();
  }
});

test('what an earlier version applied under other numbers is not applied again', async () => {
  const old = await openBeside('renumbered');
  try {
    await migrateTo(old.owner, '0028-chat');
    await sql`UPDATE schema_migration SET name = CASE name WHEN '0018-undone-closes' THEN '0017-undone-closes'
      WHEN '0022-pesiar' THEN '0023-pesiar' WHEN '0028-chat' THEN '0026-chat' ELSE name END`.execute(
      old.owner,
    );
    expect(await migrate(old.owner)).toEqual(migrations.slice(migrations.indexOf('0028-chat') + 1));
    expect(await tableStructure(old.settings)).toEqual(newest);
  } finally {
    await old.close();
  }
});

test('no two migrations have the same words', () => {
  expect(new Set(migrations.map((name) => name.slice(5))).size).toBe(migrations.length);
});

test('every migration is text that says what it is for', async () => {
  for (const name of migrations) {
    const text = await readFile(new URL(`../../migrations/${name}.sql`, import.meta.url), 'utf8');
    expect(text.startsWith('--'), name).toBe(true);
  }
});
