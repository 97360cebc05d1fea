import { stat } from 'node:fs/promises';
import { addFamily, addTariffs } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let old: { id: string; number: number; directory: string };
let young: typeof old;
let heldUpload: string;
const sql = <Row = Record<string, unknown>>(statement: string) =>
  queryRows<Row>(server.services.database.owner, statement);
const head = { as: 'kepala' };
const exists = async (place: string) => (await stat(place).catch(() => undefined)) !== undefined;

beforeAll(async () => {
  server = await startTestServer();
  await server.addOfficer('kepala', 'head-of-branch');
  const [first, second] = [await server.run('2026-11-20'), await server.run('2026-11-21')];
  const runs = await sql<typeof old>(`SELECT id, number, directory FROM run ORDER BY number`);
  old = runs.find(({ id }) => id === first) as typeof old;
  young = runs.find(({ id }) => id === second) as typeof old;
  // The first mapping and its files were made long ago; one of those files is held for a dispute.
  await sql(`
    UPDATE run SET created_at = now() - interval '800 days', finished_at = now() - interval '800 days' WHERE id = '${old.id}';
    UPDATE upload SET created_at = now() - interval '800 days' WHERE id IN (SELECT upload_id FROM run_upload WHERE run_id = '${old.id}')`);
  const uploads = await sql<{ id: string }>(
    `SELECT upload_id AS id FROM run_upload WHERE run_id = '${old.id}' ORDER BY position`,
  );
  heldUpload = uploads[0]?.id as string;
  const hold = { kind: 'uploads', key: heldUpload, held: true, reason: 'sengketa perdata' };
  expect((await server.call('POST', 'privacy/retention/holds', hold, head)).status).toBeLessThan(300);
  await addTariffs(server.services.database.owner);
  const { members } = await addFamily(server.services.database.owner, {
    people: [1, 2, 3, 4],
    months: ['2012-01'].slice(1),
  });
  const [gone, owing, later, alive] = members;
  const ended = (id: number | undefined, since: string, amount: number) =>
    `UPDATE member_status SET active = false, inactive_kind = 'ended', reason = 'DIED', since = '${since}',
       arrears_amount = ${amount}, arrears_months = ${amount && 1} WHERE member_id = ${id};`;
  await sql(`${ended(gone, '2010-05-01', 0)} ${ended(owing, '2010-05-01', 35_000)} ${ended(later, '2025-05-01', 0)}
    UPDATE member SET name = 'MASIH ADA' WHERE id IN (${owing}, ${later}, ${alive})`);
  await sql(`
    INSERT INTO payer (kind, code, name) VALUES ('employer', 'C1', 'PT CONTOH');
    INSERT INTO change_list (kind, payer_id, reference, month, submitted_on, submitted_by, sha256, effective_on, submitted, accepted, refused, applied_at)
      SELECT 'employer-add', id, r.reference, '2024-01-01', '2024-01-01', 'x', sha256(r.reference::bytea), '2024-01-01', 1, 0, 1, now() - r.age
      FROM payer, (VALUES ('LAMA', interval '800 days'), ('BARU', interval '10 days')) r (reference, age) WHERE code = 'C1';
    INSERT INTO change_list_row (list_id, line, name, outcome, reason) SELECT id, 1, 'NI CONTOH', 'refused', 'UNKNOWN' FROM change_list;
    INSERT INTO idempotency (officer, key, fingerprint, status, body, created_at)
      VALUES ('x', 'lama', 'f', 200, '{}', now() - interval '5 days'), ('x', 'baru', 'f', 200, '{}', now());
    INSERT INTO export_order (id, at, expires_at, username, run_id, what, full_numbers, people)
      SELECT gen_random_uuid(), now() - a.age, now(), 'x', '${young.id}', '{}', false, 1 FROM (VALUES (interval '60 days'), (interval '1 day')) a (age);
    INSERT INTO session (token_hash, username, created_at, expires_at, ends_at, id)
      VALUES (sha256('lama'), 'petugas', now() - interval '90 days', now() - interval '60 days', now() - interval '60 days', gen_random_uuid());
    INSERT INTO audit_entry (username, action, outcome, at) VALUES ('x', 'person.read', 'done', now() - interval '3000 days');
    INSERT INTO visit (facility, reference, day, level, kind, member_id, segment, source)
      VALUES ('2271R001', 'LAMA', '2014-05-01', 'RJTL', 'sick', ${alive}, 'PBPU', 'uji');
    INSERT INTO eligibility_look_up (at, batch, client_id, face, asked_by, day, request_id)
      VALUES (now() - interval '3000 days', gen_random_uuid(), '1', 'rest', 'nik', '2018-01-01', gen_random_uuid());
    INSERT INTO chat_conversation (user_hash, line, address, waiting_since)
      VALUES (sha256('selesai'), '1', 'a', NULL), (sha256('menunggu'), '1', 'b', now());
    INSERT INTO chat_message (conversation_id, key, inbound, kind, body, state, at)
      SELECT c.id, m.key, true, 'text', jsonb_build_object('text', m.key), 'received', now() - m.age
      FROM chat_conversation c, (VALUES ('lama', interval '800 days'), ('baru', interval '9 days')) m (key, age);
    INSERT INTO chat_work_item (conversation_id, key, service, answers, files, due_on, made_at)
      SELECT id, 'e', 'E', '{}', '[]', '2024-01-01', now() - interval '800 days' FROM chat_conversation WHERE waiting_since IS NOT NULL;
    INSERT INTO household (id, area_code) VALUES (900, '51.71.01.1002');
    INSERT INTO campaign_template (name, category, body, buttons, made_by) VALUES ('uji', 'utility', 'x', '[]', 'x');
    INSERT INTO campaign (name, template_id, rule, seed, hold_out, per_day, send_from, send_to, send_days, frequency_days,
        follow_up_days, made_by, state)
      SELECT n, t.id, '{}', 's', 0, 1, '08:00', '20:00', '{1}', 30, 30, 'x', 'cancelled' FROM campaign_template t, (VALUES ('lama'), ('baru')) n (n);
    INSERT INTO campaign_event (campaign_id, act, at, made_by)
      SELECT id, 'cancel', now() - CASE name WHEN 'lama' THEN interval '800 days' ELSE interval '9 days' END, 'x' FROM campaign;
    INSERT INTO campaign_family SELECT id, 900, NULL, '51.71.01.1002', '{}', 'left-out', 'no-phone', NULL FROM campaign;
    INSERT INTO pesiar_case (case_id, version, phase, bucket, reason, name, area_code, household_key, opened_at, last_at, ended_at)
      SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, 1, 'closed', 'refused', 'uncovered', 'X', '51.71.01.1002', 'f' || n,
        now() - interval '500 days', now(), now() - CASE n WHEN 3 THEN interval '9 days' ELSE interval '500 days' END
      FROM generate_series(1, 3) n;
    INSERT INTO attachment (case_id, sha256, mime, size, bytes, sealed, added_by, area_code)
      SELECT case_id, repeat('a', 64), 'image/png', 1, '\\x01', false, 'x', area_code FROM pesiar_case;
    INSERT INTO pesiar_application (form, case_id, exit, desk, status, area_code, people, handed_in_at, handed_in_by)
      VALUES (gen_random_uuid(), '00000000-0000-4000-8000-000000000002', 'pbpu', 'officer', 'waiting', '51.71.01.1002', 1, now(), 'x')`);
}, 120_000);
afterAll(() => server.close());

test('the dry run says what is due and deletes nothing', async () => {
  const before = await sql(`SELECT count(*) FROM idempotency`);
  const { body } = await server.call('GET', 'privacy/retention', undefined, head);
  const due = Object.fromEntries(
    body.rules.map((rule: { kind: string; dueCount: number }) => [rule.kind, rule.dueCount]),
  );
  expect(due).toEqual({
    uploads: 1,
    'run-files': 1,
    'run-results': 1,
    'export-orders': 1,
    idempotency: 1,
    sessions: 1,
    'chat-files': 0,
    'chat-messages': 1,
    'campaign-families': 1,
    'change-list-names': 1,
    'ended-members': 1,
    'case-photos': 1,
    'case-records': 0,
    visits: 0,
    'look-ups': 0,
    ledger: 0,
    letters: 0,
    audit: 0,
  });
  expect(body.rules.find((rule: { kind: string }) => rule.kind === 'uploads').heldCount).toBe(1);
  expect(await sql(`SELECT count(*) FROM idempotency`)).toEqual(before);
  expect(await exists(old.directory)).toBe(true);
});

test('what is due goes, what is young, held or kept by law stays, and the audit says so', async () => {
  const done = await server.call('POST', 'privacy/retention/runs', { confirm: true }, head);
  expect(done.status).toBeLessThan(300);
  const one = async (statement: string) => (await sql<{ v: unknown }>(statement)).map(({ v }) => v);
  expect(await one(`SELECT id AS v FROM run`)).toEqual([young.id]);
  expect(await one(`SELECT DISTINCT run_number AS v FROM resident_result`)).toEqual([young.number]);
  expect(await exists(old.directory)).toBe(false);
  expect(await exists(young.directory)).toBe(true);
  const files = await sql<{ id: string; path: string; gone: boolean }>(
    `SELECT id, path, deleted_at IS NOT NULL AS gone FROM upload`,
  );
  expect(files.filter(({ gone }) => gone)).toHaveLength(1);
  for (const file of files) expect([file.id, await exists(file.path)]).toEqual([file.id, !file.gone]);
  expect(files.find(({ id }) => id === heldUpload)?.gone).toBe(false);
  expect(await one(`SELECT key AS v FROM idempotency WHERE officer = 'x'`)).toEqual(['baru']);
  expect(await one(`SELECT count(*)::int AS v FROM export_order`)).toEqual([1]);
  expect(await one(`SELECT count(*)::int AS v FROM session WHERE expires_at < now()`)).toEqual([0]);
  expect(await one(`SELECT count(*)::int AS v FROM session`)).not.toEqual([0]);
  expect(
    await sql(
      `SELECT l.reference, r.name, r.outcome FROM change_list_row r JOIN change_list l ON l.id = r.list_id ORDER BY 1`,
    ),
  ).toEqual([
    { reference: 'BARU', name: 'NI CONTOH', outcome: 'refused' },
    { reference: 'LAMA', name: null, outcome: 'refused' },
  ]);
  expect(await one(`SELECT name AS v FROM member ORDER BY id`)).toEqual([
    '-',
    'MASIH ADA',
    'MASIH ADA',
    'MASIH ADA',
  ]);
  expect(
    await one(`SELECT count(*)::int AS v FROM audit_entry WHERE at < now() - interval '2900 days'`),
  ).toEqual([1]);
  // Words that somebody still has to answer, and pictures that belong to a form, outlast their days.
  expect(
    await sql(
      `SELECT c.address, m.key FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id ORDER BY 1, 2`,
    ),
  ).toEqual([
    { address: 'a', key: 'baru' },
    { address: 'b', key: 'baru' },
    { address: 'b', key: 'lama' },
  ]);
  expect(await one(`SELECT right(case_id::text, 1) AS v FROM attachment ORDER BY 1`)).toEqual(['2', '3']);
  expect(await one(`SELECT reference AS v FROM visit`)).toEqual(['LAMA']);
  expect(await one(`SELECT count(*)::int AS v FROM eligibility_look_up`)).toEqual([1]);
  const entries = await sql<{ outcome: string; detail: { deleted: object; held: number; failed: number } }>(
    `SELECT outcome, detail FROM audit_entry WHERE action = 'retention.manage' AND detail ? 'deleted' AND username = 'sistem'`,
  );
  expect(entries).toMatchObject([
    {
      outcome: 'done',
      detail: {
        deleted: {
          uploads: 1,
          'run-files': 1,
          'run-results': 1,
          'ended-members': 1,
          'change-list-names': 1,
          'case-photos': 1,
          'chat-messages': 1,
          'campaign-families': 1,
        },
        held: 1,
        failed: 0,
        by: 'kepala',
      },
    },
  ]);
});

test('nothing is deleted twice; what is let go of goes with the next run', async () => {
  const again = await server.services.retention.run('sistem');
  expect(again).toMatchObject({ deleted: {}, held: 1, failed: 0 });
  const letGo = { kind: 'uploads', key: heldUpload, held: false, reason: 'sengketa selesai' };
  await server.call('POST', 'privacy/retention/holds', letGo, head);
  expect(await server.services.retention.run('sistem')).toMatchObject({ deleted: { uploads: 1 }, held: 0 });
});
