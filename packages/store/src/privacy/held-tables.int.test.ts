import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PaymentRepository } from '../ledger/payment-repository.ts';
import { loadFixtureRun } from '../testing/loaded-run.ts';
import { addFamily, addTariffs, cardOf, monthsBetween, vaOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { countErasable, erasePerson } from './erase-person.ts';
import { findPerson } from './find-person.ts';
import { heldTables } from './held/held-tables.ts';
import { tablesWithoutPeople } from './held/tables-without-people.ts';
import { heldDataOf } from './held-data.ts';
import type { PersonKeys } from './person-keys.ts';

const nik = '5171014202900000';
const phone = '6281299990001';
const name = 'NI LUH PERMANA CONTOH';
let database: TestDatabase;
let person: PersonKeys;
let family: { household: number; members: number[] };
const run = (statement: string) => queryRows(database.owner, statement);
beforeAll(async () => {
  database = await openTestDatabase();
  const loaded = await loadFixtureRun(database, { residents: 60 });
  await addTariffs(database.owner);
  const months = monthsBetween('2026-01', '2026-06');
  family = await addFamily(database.owner, { people: [1, 2], months, paid: 3 });
  // Their own row and card in the mapping, the same person as the first member of the family.
  await run(`
    UPDATE resident_result SET nik = ${nik}, kk = 5171010101999999, name = '${name}', born = '1990-02-02', phone = '${phone}'
      WHERE resident_key = 10;
    UPDATE member_result SET no_kartu = '${cardOf(1)}', nik = ${nik}, kk = 5171010101999999, name = '${name}', born = '1990-02-02',
      phone = '${phone}', resident_key = 10 WHERE member_key = 10;
    UPDATE resident_result SET member_key = 10 WHERE resident_key = 10;
    UPDATE member SET nik = ${nik}, name = '${name}', born = '1990-02-02', phone = '${phone}', address = 'JL. CONTOH 1'
      WHERE id = ${family.members[0]};
    UPDATE household SET kk = 5171010101999999 WHERE id = ${family.household};
    INSERT INTO household_number VALUES (${family.household}, 5171010101999998, '2025-01-01', now(), 'uji');
    INSERT INTO decision (officer, no_penduduk, no_kartu, verdict, note, run_id, resident_key, member_key, resident_name, member_name, area_code)
      VALUES ('x', 'P0000010', '${cardOf(1)}', 'same', 'catatan', '${loaded.id}', 10, 10, '${name}', '${name}', '51.71.01.1002');
    INSERT INTO run_comparison (run_a, run_b) VALUES ('${loaded.id}', '${loaded.id}');
    INSERT INTO compared_resident (run_a, run_b, kind, area_code, name, a_key) VALUES ('${loaded.id}', '${loaded.id}', 'gone', '', '${name}', 10);
    INSERT INTO payer (kind, code, name) VALUES ('employer', 'C1', 'PT CONTOH');
    INSERT INTO change_list (kind, payer_id, reference, month, submitted_on, submitted_by, sha256, effective_on, submitted, accepted, refused)
      SELECT 'employer-add', id, 'D1', '2026-01-01', '2026-01-01', 'x', '\\x01', '2026-01-01', 2, 1, 1 FROM payer WHERE code = 'C1';
    INSERT INTO change_list_row SELECT id, 1, ${family.members[0]}, '${name}', '51.71.01.1002', 'accepted', NULL FROM change_list;
    INSERT INTO change_list_row SELECT id, 2, NULL, '${name}', '51.71.01.1002', 'refused', 'UNKNOWN' FROM change_list;
    INSERT INTO audit_entry (username, action, subject_kind, subject_key, outcome) VALUES
      ('x', 'person.read', 'person', '${loaded.id}/10', 'done'), ('x', 'membership.read', 'member', '${family.members[0]}', 'done');
    WITH p AS (INSERT INTO rehab_plan (household_id, version, registered_on, arrears_months, amount, terms, legal_basis, recorded_by)
        VALUES (${family.household}, 'v2', '2026-03-02', 5, 245000, '{}', 'uji', 'uji') RETURNING id),
      s AS (INSERT INTO rehab_stage (plan_id, stage, due_by, amount, covers) SELECT id, 1, '2026-04-30', 245000, '{}' FROM p)
      INSERT INTO rehab_event (plan_id, kind, stage, on_date) SELECT id, 'stage-paid', 1, '2026-04-02' FROM p;
    INSERT INTO subject_request (id, recorded_by, received_at, due_at, clock_hours, legal_basis, kind, channel, asked_by_name,
        asked_by_relation, asked_by_address, wish, member_id, register_name, subject_name)
      VALUES (gen_random_uuid(), 'x', now(), now() + interval '72 h', 72, 'uji', 'restriction', 'counter', '${name}', 'self',
        'Banjar', 'Tolong batasi.', ${family.members[0]}, '${name}', '${name}');
    INSERT INTO subject_request_fact (request_id, username, type, payload) SELECT id, 'x', 'noted', '{"text": "x"}' FROM subject_request;
    INSERT INTO restriction_fact (username, request_id, member_id, name, area_code, restricted)
      SELECT 'x', id, member_id, register_name, '', true FROM subject_request;
    INSERT INTO pesiar_case (case_id, version, phase, reason, resident_no, name, born, area_code, household_key, opened_at, last_at)
      SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, 1, 'open', 'uncovered', CASE n WHEN 1 THEN 'P0000010' END, '${name}', '1990-02-02',
        '51.71.01.1002', 'f' || n, now(), now() FROM (VALUES (1), (2)) c (n);
    UPDATE pesiar_case SET subject_member_id = ${family.members[0]} WHERE resident_no IS NULL;
    INSERT INTO case_fact (id, case_id, version, kind, at, made_by, base, body, area_code)
      SELECT gen_random_uuid(), case_id, 1, 'visited', now(), 'x', 0, '{"note": "${name}, ${phone}"}', area_code FROM pesiar_case;
    INSERT INTO case_number SELECT id, 'nik', case_id, ${nik}, area_code, NULL FROM case_fact;
    INSERT INTO attachment (case_id, sha256, mime, size, bytes, sealed, added_by, area_code)
      SELECT case_id, repeat('a', 64), 'image/png', 1, '\\x01', false, 'x', area_code FROM pesiar_case;
    INSERT INTO household_point SELECT area_code, household_key, -8.6, 115.2, 10 FROM pesiar_case;
    INSERT INTO gathering (id, area_code, title, place, starts_at, with_dinas_sosial, planned_by)
      VALUES (gen_random_uuid(), '51.71.01.1002', 'Sosialisasi', 'Bale', now(), false, 'x');
    INSERT INTO gathering_guest SELECT g.id, c.case_id, c.area_code, NULL, true, 'agrees' FROM gathering g, pesiar_case c;
    INSERT INTO pesiar_application (form, case_id, exit, desk, status, area_code, people, handed_in_at, handed_in_by)
      SELECT gen_random_uuid(), case_id, 'pbpu', 'officer', 'waiting', area_code, 1, now(), 'x' FROM pesiar_case WHERE resident_no IS NULL;
    INSERT INTO pesiar_application_member SELECT form, ${family.members[0]}, NULL, area_code, NULL FROM pesiar_application;
    INSERT INTO visit (facility, reference, day, level, kind, member_id, segment, source)
      VALUES ('0901R001', 'V1', '2026-05-01', 'FKTP', 'sick', ${family.members[0]}, 'PBPU', 'uji');
    WITH c AS (INSERT INTO chat_conversation (user_hash, line, address, phone, member_id)
        VALUES (sha256('u'), '1', '${phone}', '${phone}', ${family.members[0]}) RETURNING id),
      f AS (INSERT INTO chat_file (conversation_id, sha256, mime, size, bytes)
        SELECT id, repeat('a', 64), 'image/jpeg', 1, '\\x01' FROM c),
      n AS (INSERT INTO chat_fact (id, conversation_id, made_by, kind, body)
        SELECT gen_random_uuid(), id, 'x', 'noted', '{"text": "${name}"}' FROM c),
      m AS (INSERT INTO chat_message (conversation_id, key, inbound, kind, body, state)
        SELECT id, 'wamid.1', true, 'text', '{"text": "${name}"}', 'received' FROM c)
      INSERT INTO chat_work_item (conversation_id, key, service, answers, files, due_on)
        SELECT id, 'e/record', 'E', '{"value": "${name}"}', '[]', '2026-06-01' FROM c;
    WITH t AS (INSERT INTO campaign_template (name, category, body, buttons, made_by) VALUES ('uji', 'utility', 'x', '[]', 'x') RETURNING id),
      k AS (INSERT INTO campaign (name, template_id, rule, seed, hold_out, per_day, send_from, send_to, send_days, frequency_days, follow_up_days, made_by)
        SELECT 'uji', id, '{}', 's', 0.1, 1, '08:00', '20:00', '{1}', 30, 30, 'x' FROM t RETURNING id),
      f AS (INSERT INTO campaign_family SELECT id, ${family.household}, ${family.members[0]}, '51.71.01.1002', '{${family.members[0]}}', 'contact', NULL, 1 FROM k
        RETURNING campaign_id, household_id, member_id, area_code)
      INSERT INTO campaign_turn (campaign_id, household_id, position, member_id, area_code, at, outcome)
        SELECT campaign_id, household_id, 1, member_id, area_code, now(), 'no-phone' FROM f;
    INSERT INTO rehab_agreement (plan_id, member_id, language, words)
      SELECT id, ${family.members[0]}, 'id', repeat('Saya mendaftar REHAB. ', 3) FROM rehab_plan;
    INSERT INTO member_notice_choice (member_id, conversation_id, whatsapp) SELECT member_id, id, true FROM chat_conversation;
    INSERT INTO facility (code, name, level) VALUES ('0901P009', 'Puskesmas Contoh', 'FKTP');
    INSERT INTO facility_choice (member_id, area_code, facility, asked_on, effective_on, made_by, reference)
      VALUES (${family.members[0]}, '51.71.01.1002', '0901P009', '2026-05-02', '2026-06-01', 'x', 'pandawa:P-000001');
    INSERT INTO member_session (token_hash, member_id, keep, created_at, seen_at, expires_at, ends_at)
      VALUES (sha256('s'), ${family.members[0]}, true, now(), now(), now() + interval '1 day', now() + interval '1 day');
    INSERT INTO write_off (household_id, member_id, reading, months, amount, reason, legal_basis, proposed_by)
      VALUES (${family.household}, ${family.members[0]}, 'draft-2026', '{2026-04-01}', 35000, 'alasan', 'dasar', 'x');
    INSERT INTO write_off_decision (write_off_id, verdict, note, decided_by) SELECT id, 'refused', 'tidak', 'y' FROM write_off;
    INSERT INTO close_image SELECT * FROM member_status WHERE member_id = ${family.members[0]};
    INSERT INTO eligibility_look_up (batch, client_id, member_id, face, asked_by, day, covered, request_id)
      VALUES (gen_random_uuid(), '1234567', ${family.members[0]}, 'rest', 'nik', '2026-06-01', true, gen_random_uuid());
    INSERT INTO letter (id, number, year, seq, username, kind, title, request_id, content, pdf)
      SELECT gen_random_uuid(), '1', 2026, 1, 'x', 'request-answer', 'Jawaban', id, '{}', '\\x01' FROM subject_request;
  `);
  await run(`
    WITH a AS (INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by)
      VALUES (${family.household}, 'correction', 'uji', 35000, '2026-04-21', 'x') RETURNING id)
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
      SELECT '2026-04-01', ${family.members[0]}, 1, ${family.household}, 35000, 0, 35000, 35000, id FROM a`);
  await new PaymentRepository(database.owner).post(
    { bank: 'BRI', reference: 'lebih', va: vaOf(1), amount: 900_000, paidAt: '2026-06-20T02:00:00Z' },
    { channel: 'notification', today: '2026-06-20', timeZone: 'Asia/Makassar' },
  );
  person = { noPenduduk: 'P0000010', nik, name, born: '1990-02-02' };
}, 120_000);
afterAll(() => database.close());

test('every table is handed out and has an end, or says why it holds nobody; every column is shown or says why not', async () => {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attname) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'm') AND NOT c.relispartition
    GROUP BY 1 ORDER BY 1`.execute(database.owner);
  const held = new Map(heldTables.map((table) => [table.table, table]));
  expect(held.size).toBe(heldTables.length);
  for (const name of held.keys()) expect(Object.keys(tablesWithoutPeople)).not.toContain(name);
  expect(rows.map((row) => row.name)).toEqual([...held.keys(), ...Object.keys(tablesWithoutPeople)].sort());
  for (const { name, columns } of rows) {
    const table = held.get(name);
    if (!table) continue;
    expect([name, [...Object.keys(table.shown), ...Object.keys(table.omitted)].sort()]).toEqual([
      name,
      columns.sort(),
    ]);
    expect([name, table.erasure.length > 0]).toEqual([name, true]);
  }
});

test('everything is found: every table has something of a person about whom every table knows something', async () => {
  const held = await heldDataOf(database.system, person);
  expect(held.filter(({ rows }) => rows.length === 0).map(({ section }) => section)).toEqual([]);
  expect(held.map(({ section }) => section)).toHaveLength(heldTables.length);
});

test('nothing of a relative or of a namesake is handed out', async () => {
  const held = await heldDataOf(database.system, person);
  const text = JSON.stringify(held);
  expect(text).not.toContain(cardOf(2));
  expect(text).not.toContain('ANGGOTA 2');
  const lines = held.find(({ section }) => section === 'Iuran per bulan');
  expect(lines?.rows).toHaveLength(6);
  const stranger = { ...person, name: 'ORANG LAIN', born: '1970-01-01' };
  const none = (await heldDataOf(database.system, stranger)).filter(({ rows }) => rows.length > 0);
  expect(none).toEqual([]);
});

test('a member whom no mapping knows is found by the key of the member register', async () => {
  const found = await findPerson(database.system, {
    noPenduduk: null,
    nik: null,
    name: 'ANGGOTA 2',
    born: '1990-01-01',
    memberId: family.members[1] as number,
  });
  expect(found).toMatchObject({ members: [family.members[1]], families: [family.household] });
  expect(found.residents.runs).toEqual([]);
});

/** Tables and columns in which one of these texts stands. */
async function whereIs(...texts: string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string; column: string }>`
    SELECT c.relname AS name, a.attname AS column FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND format_type(a.atttypid, NULL) IN ('text', 'bigint', 'jsonb', 'json') ORDER BY 1, 2`.execute(
    database.owner,
  );
  const found: string[] = [];
  for (const { name, column } of rows) {
    const hits = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)} t
      WHERE EXISTS (SELECT FROM unnest(${texts}::text[]) x WHERE strpos(t.${sql.ref(column)}::text, x) > 0)`.execute(
      database.owner,
    );
    if (hits.rows[0]?.n) found.push(`${name}.${column}`);
  }
  return found;
}

test('after an erasure the person stands only where the law keeps them', async () => {
  const before = await countErasable(database.system, person);
  const erased = await database.owner.transaction().execute((owner) => erasePerson(owner, person, 7));
  expect(erased).toEqual(before);
  expect(erased.done.find(({ what }) => what.startsWith('Baris hasil'))?.count).toBe(1);
  expect(erased.kept).toEqual(['membership', 'ledger', 'care', 'audit', 'request']);
  // What was said at the visit with a form stays as the proof of it.
  expect(await whereIs(phone)).toEqual(['case_fact.body']);
  const cases = await run('SELECT resident_no FROM pesiar_case');
  expect(cases).toEqual([{ resident_no: null }]);
  const keptTables = new Set(
    heldTables.filter(({ erasure }) => erasure.some(({ step }) => step === 'kept')).map(({ table }) => table),
  );
  const left = await whereIs(nik, name, '5171010101999999');
  expect(left.filter((place) => !keptTables.has(place.split('.')[0] as string))).toEqual([]);
  expect(left).toContain('member.name');
});

test('once the membership is over, what is left in the register is of nobody and the ledger still adds up', async () => {
  await run(`UPDATE member_status SET active = false, inactive_kind = 'ended', reason = 'DIED', arrears_amount = 0, arrears_months = 0
    WHERE member_id = ${family.members[0]}`);
  await database.owner
    .transaction()
    .execute((owner) => erasePerson(owner, { ...person, memberId: family.members[0] as number }, 8));
  expect(
    (await whereIs(nik, name)).filter(
      (place) => !/^(subject_request|restriction_fact|case_fact|case_number|pesiar_case)/.test(place),
    ),
  ).toEqual([]);
  const [member] = await run(`SELECT card, name, nik FROM member WHERE id = ${family.members[0]}`);
  expect(member).toEqual({ card: cardOf(1), name: '-', nik: null });
  const [sums] = await run(`SELECT count(*)::int AS n FROM bill_line WHERE member_id = ${family.members[0]}`);
  expect(sums).toEqual({ n: 6 });
});
