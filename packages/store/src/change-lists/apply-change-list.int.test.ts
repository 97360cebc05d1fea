import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFamily, addTariffs, cardOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { applyChangeList, type ChangeListOrder } from './apply-change-list.ts';

let database: TestDatabase;
const keys = new Map<string, number>();
beforeAll(async () => {
  database = await openTestDatabase();
  await addTariffs(database.owner);
});
afterAll(() => database.close());

const submit = (order: Partial<ChangeListOrder> & Pick<ChangeListOrder, 'kind' | 'text'>) =>
  applyChangeList(database.ownerPool, {
    payerCode: '51.02',
    reference: 'Daftar 1',
    today: '2026-05-12',
    by: 'petugas',
    ...order,
  });
const statusOf = async (member: number) =>
  (
    await queryRows(
      database.owner,
      `SELECT segment, active, since, reason, due_on FROM member_status WHERE member_id = ${member}`,
    )
  )[0];

/** Lapsed members with the cards `from` to `to`. */
async function addLapsed(from: number, to: number): Promise<void> {
  await sql`WITH h AS (INSERT INTO household (area_code) SELECT '51.02.05.2001' FROM generate_series(${from}::int, ${to}::int) RETURNING id),
    n AS (SELECT id, ${from} - 1 + row_number() OVER (ORDER BY id) AS n FROM h),
    m AS (INSERT INTO member (card, name, area_code) SELECT '0009' || lpad(n::text, 9, '0'), 'ANGGOTA ' || n, '51.02.05.2001' FROM n RETURNING id, card)
    INSERT INTO member_status (member_id, household_id, area_code, segment, class, active, inactive_kind, since, reason)
    SELECT m.id, n.id, '51.02.05.2001', 'PBI_APBN', 3, false, 'lapsed', '2026-02-01', 'PBI_REMOVED'
    FROM m JOIN n ON m.card = '0009' || lpad(n.n::text, 9, '0')`.execute(database.owner);
}

// Tabanan, May 2022: 9,150 names, 3,418 accepted, 5,372 refused, 360 in neither. Here a tenth, and none is lost.
test('every name of a monthly list ends in exactly one bucket', async () => {
  await addLapsed(1, 600);
  await sql`UPDATE member_status SET inactive_kind = 'ended', reason = 'DIED'
    WHERE member_id IN (SELECT id FROM member WHERE card BETWEEN ${cardOf(401)} AND ${cardOf(500)})`.execute(
    database.owner,
  );
  const line = (n: number) => `,${cardOf(n)},ANGGOTA ${n}`;
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const lines = [
    ...range(1, 342).map(line),
    ...range(401, 500).map(line), // died
    ...range(1, 150).map(line), // submitted twice
    ...range(5001, 5200).map(line), // nobody by this number
    ...range(1, 100).map(() => '123,,TANPA NIK YANG SAH'),
    ...range(1, 15).map(() => ',,TANPA NOMOR'),
    ...range(1, 8).map(() => 'terlalu,banyak,kolom,di,sini'),
  ];
  const text = `nik,no_kartu,nama\n${lines.join('\n')}\n`;
  const result = await submit({ kind: 'pemda-add', text });
  expect(result).toMatchObject({
    submitted: 915,
    accepted: 342,
    refused: 573,
    effectiveOn: '2026-06-01',
    reasons: {
      ended: 100,
      double: 150,
      'unknown-person': 200,
      'nik-invalid': 100,
      'number-missing': 15,
      columns: 8,
    },
  });
  const [rows] = await queryRows(
    database.owner,
    `SELECT count(*)::int AS n, count(DISTINCT line)::int AS lines FROM change_list_row WHERE list_id = ${result.listId}`,
  );
  expect(rows).toEqual({ n: 915, lines: 915 });
  expect(await submit({ kind: 'pemda-add', text })).toMatchObject({ already: true, accepted: 342 });
  const [first] = await queryRows<{ id: number }>(
    database.owner,
    `SELECT id FROM member WHERE card = '${cardOf(1)}'`,
  );
  keys.set('first', first?.id as number);
  expect(await statusOf(first?.id as number)).toMatchObject({ active: false, due_on: '2026-06-01' });
});

test('in a UHC Prioritas area cover begins the same day', async () => {
  await addLapsed(701, 702);
  await submit({
    kind: 'pemda-add',
    payerCode: '51.71',
    reference: 'Kota',
    text: `no_kartu\n${cardOf(701)}`,
    prioritas: true,
  });
  const [row] = await queryRows<{ id: number }>(
    database.owner,
    `SELECT id FROM member WHERE card = '${cardOf(701)}'`,
  );
  expect(await statusOf(row?.id as number)).toMatchObject({
    segment: 'PBPU_PEMDA',
    active: true,
    since: '2026-05-12',
    reason: 'REGION_PAYS',
  });
});

test('a quota is not exceeded; the names beyond it are told so', async () => {
  await addLapsed(801, 803);
  const text = `no_kartu\n${[801, 802, 803].map(cardOf).join('\n')}`;
  expect(
    await submit({ kind: 'pemda-add', payerCode: '51.03', reference: 'Kuota', text, quota: 2 }),
  ).toMatchObject({
    accepted: 2,
    reasons: { 'over-quota': 1 },
  });
});

test('employers: by the 20th for the next month, later for the one after; strangers are refused', async () => {
  const { members } = await addFamily(database.owner, { people: [901], segment: 'PPU_BU', class: 2 });
  await sql`WITH p AS (INSERT INTO payer (kind, code, name) VALUES ('employer', '12345678', 'PT Contoh') RETURNING id)
    UPDATE member_status SET payer_id = p.id FROM p WHERE member_id = ${members[0] as number}`.execute(
    database.owner,
  );
  const of = (text: string, today: string, reference: string) =>
    submit({ kind: 'employer-remove', payerCode: '12345678', text, today, reference });
  expect(await of(`no_kartu,phk\n${cardOf(2)},tidak`, '2026-05-12', 'a')).toMatchObject({
    accepted: 0,
    reasons: { 'not-of-payer': 1 },
  });
  expect(await of(`no_kartu,phk\n${cardOf(901)},ya`, '2026-05-21', 'b')).toMatchObject({
    accepted: 1,
    effectiveOn: '2026-07-01',
  });
});

test('workers whom an employer adds: up to the day before the month ends, those of a Pemda by the 20th', async () => {
  await addFamily(database.owner, { people: [911], segment: 'PBPU_PEMDA', class: 3 });
  await addFamily(database.owner, { people: [912], segment: 'PBPU', class: 3 });
  const text = `no_kartu,kelas\n${cardOf(911)},2\n${cardOf(912)},2`;
  const order = { kind: 'employer-add', payerCode: '87654321', reference: 'c', text } as const;
  expect(await submit({ ...order, today: '2026-11-25' })).toMatchObject({
    accepted: 2,
    effectiveOn: '2026-12-01',
  });
  const { rows } = await sql<{ card: string; day: string }>`SELECT m.card, f.valid_on::text AS day
    FROM membership_fact f JOIN member m ON m.id = f.member_id
    WHERE f.source = 'change-list' AND m.card IN (${cardOf(911)}, ${cardOf(912)}) ORDER BY m.card`.execute(
    database.owner,
  );
  expect(rows).toEqual([
    { card: cardOf(911), day: '2027-01-01' },
    { card: cardOf(912), day: '2026-12-01' },
  ]);
  const due = await sql<{
    day: string;
  }>`SELECT s.due_on::text AS day FROM member_status s JOIN member m ON m.id = s.member_id
    WHERE m.card = ${cardOf(911)}`.execute(database.owner);
  expect(due.rows).toEqual([{ day: '2027-01-01' }]);
});
