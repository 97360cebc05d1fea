import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addFamily, cardOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { visitDifferences } from '../testing/visit-differences.ts';
import { countContacts } from './count-contacts.ts';
import { importVisits, visitFileColumns } from './import-visits.ts';
import { takeVisits, type VisitMessage } from './take-visits.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await queryRows(
    database.owner,
    `INSERT INTO facility (code, name, level) VALUES ('22710101', 'Puskesmas Contoh', 'FKTP'), ('2271R001', 'RS Contoh', 'FKRTL')`,
  );
  await addFamily(database.owner, { people: [1, 2, 3], area: '51.71.01.1002' });
  await addFamily(database.owner, { people: [4, 5], area: '51.03.02.2001', segment: 'PPU_BU' });
  await queryRows(database.owner, `UPDATE member SET fktp = '22710101' WHERE id <> 2`);
}, 120_000);
afterAll(() => database.close());
beforeEach(() =>
  queryRows(
    database.owner,
    `ALTER TABLE visit DISABLE TRIGGER USER; TRUNCATE visit, visit_by_day, visit_by_area, visit_by_facility, contact_by_month, contact_due, visit_file, visit_quarantine;
     ALTER TABLE visit ENABLE TRIGGER USER`,
  ),
);

const today = '2026-11-22';
const from = { source: 'api', facility: null, today } as const;
const visit = (more: Partial<VisitMessage> = {}): VisitMessage => ({
  reference: 'A1',
  facility: '22710101',
  level: 'FKTP',
  kind: 'sick',
  card: cardOf(1),
  day: '2026-11-02',
  act: 'add',
  ...more,
});
const take = (messages: readonly VisitMessage[]) => takeVisits(database.ownerPool, messages, from);
const outcomes = async (...messages: VisitMessage[]) =>
  (await take(messages)).map(({ outcome, reason }) => (reason === null ? outcome : `${outcome}: ${reason}`));

const differences = () => visitDifferences(database.owner);
const total = async () =>
  (await queryRows<{ n: number }>(database.owner, `SELECT coalesce(sum(counts), 0)::int AS n FROM visit`))[0]
    ?.n;

test('a number counts once; a correction and a cancellation are counter-entries', async () => {
  expect(await outcomes(visit())).toEqual(['added']);
  expect(await outcomes(visit())).toEqual(['repeated']);
  expect(await outcomes(visit({ day: '2026-11-03' }))).toEqual(['refused: differs']);
  expect(await outcomes(visit({ day: '2026-10-31', act: 'correct' }))).toEqual(['corrected']);
  expect(await outcomes(visit({ day: '2026-10-31', act: 'correct' }))).toEqual(['repeated']);
  expect(await total()).toBe(1);
  expect(await outcomes(visit({ act: 'cancel' }), visit({ reference: 'B', act: 'cancel' }))).toEqual([
    'cancelled',
    'refused: nothing-to-cancel',
  ]);
  // The first message comes again, late: what was cancelled stays so.
  expect(await outcomes(visit({ day: '2026-10-31' }))).toEqual(['repeated']);
  expect(await total()).toBe(0);
  expect(await outcomes(visit({ act: 'correct' }))).toEqual(['added']);
  expect(await total()).toBe(1);
  expect(await differences()).toEqual([]);
});

test('an inpatient stay counts at admission; its end comes later and an older message does not undo it', async () => {
  const stay = visit({ facility: '2271R001', level: 'RITL', reference: '2271R0011126V000001' });
  expect(await outcomes(stay)).toEqual(['added']);
  expect(await outcomes({ ...stay, dischargedOn: '2026-11-06' })).toEqual(['corrected']);
  expect(await outcomes(stay)).toEqual(['repeated']);
  const rows = await queryRows(
    database.owner,
    `SELECT day, discharged_on, counts FROM visit ORDER BY revision, counts DESC`,
  );
  expect(rows).toEqual([
    { day: '2026-11-02', discharged_on: null, counts: 1 },
    { day: '2026-11-02', discharged_on: null, counts: -1 },
    { day: '2026-11-02', discharged_on: '2026-11-06', counts: 1 },
  ]);
});

test('what cannot be is refused with its reason', async () => {
  const refused = async (more: Partial<VisitMessage>) => (await outcomes(visit(more)))[0];
  expect(await refused({ card: cardOf(99) })).toBe('refused: member-unknown');
  expect(await refused({ facility: '99999999' })).toBe('refused: facility-unknown');
  expect(await refused({ level: 'RJTL' })).toBe('refused: level-of-other-facility');
  expect(await refused({ day: '2026-12-24' })).toBe('refused: day-in-future');
  expect(await refused({ day: '2013-12-31' })).toBe('refused: day-unusable');
  expect(await refused({ dischargedOn: '2026-11-03' })).toBe('refused: discharge-impossible');
  expect(await refused({ reference: 'A B' })).toBe('refused: reference-unusable');
  const others = await takeVisits(database.ownerPool, [visit()], { ...from, facility: '2271R001' });
  expect(others).toEqual([{ line: 0, outcome: 'refused', reason: 'facility-of-others' }]);
  expect(await outcomes(visit(), visit({ kind: 'healthy' }), visit())).toEqual([
    'repeated',
    'refused: twice-in-delivery',
    'added',
  ]);
});

test('a visit belongs to the segment of its day', async () => {
  await queryRows(
    database.owner,
    `INSERT INTO status_change (member_id, valid_on, segment, class, active, reason, cause) VALUES (3, '2026-10-01', 'PPU_BU', 2, true, 'EMPLOYER_PAYS', 'uji');
     UPDATE member_status SET segment = 'PPU_BU' WHERE member_id = 3`,
  );
  await take([
    visit({ card: cardOf(3), day: '2026-09-30' }),
    visit({ card: cardOf(3), day: '2026-10-01', reference: 'A2' }),
  ]);
  const rows = await queryRows(database.owner, `SELECT day, segment FROM visit ORDER BY day`);
  expect(rows).toEqual([
    { day: '2026-09-30', segment: 'PBPU' },
    { day: '2026-10-01', segment: 'PPU_BU' },
  ]);
});

test('people are counted once a month, whatever way they came', async () => {
  await take([
    visit(),
    visit({ reference: 'A2', kind: 'healthy' }),
    visit({ reference: 'A3', card: cardOf(2) }),
    visit({ reference: 'A4', card: cardOf(4), day: '2026-11-30' }),
    visit({ reference: 'A5', card: cardOf(5), day: '2026-10-31' }),
    visit({ reference: 'A6', card: cardOf(5) }),
  ]);
  await take([visit({ reference: 'A6', card: cardOf(5), act: 'cancel' })]);
  // Not while a file comes in, which holds this lock.
  const importing = await database.ownerPool.connect();
  await importing.query('BEGIN; SELECT pg_advisory_xact_lock(7041, 0)');
  expect(await countContacts(database.system)).toBe(0);
  await importing.query('COMMIT');
  importing.release();
  expect(await countContacts(database.system)).toBe(2);
  const people = async (month: string) =>
    queryRows(
      database.owner,
      `SELECT scope, code, people FROM contact_by_month WHERE month = '${month}' ORDER BY scope, code`,
    );
  // The 30th lies in the future: refused.
  expect(await people('2026-11-01')).toEqual([
    { scope: 'area', code: '51.71', people: 2 },
    { scope: 'area', code: '51.71.01', people: 2 },
    { scope: 'area', code: '51.71.01.1002', people: 2 },
    { scope: 'branch', code: '', people: 2 },
    { scope: 'fktp', code: '22710101', people: 1 },
  ]);
  expect((await people('2026-10-01')).find(({ scope }) => scope === 'branch')).toMatchObject({ people: 1 });
});

test('the log is never changed', async () => {
  await take([visit()]);
  for (const statement of [`UPDATE visit SET day = day`, 'DELETE FROM visit'])
    await expect(queryRows(database.owner, statement)).rejects.toThrow('append-only');
  await expect(
    queryRows(
      database.owner,
      `INSERT INTO visit (facility, reference, revision, counts, day, level, kind, member_id, segment, source)
       VALUES ('22710101', 'Z', 1, -1, '2026-11-02', 'FKTP', 'sick', 1, 'PBPU', 'uji')`,
    ),
  ).rejects.toThrow('counter-entry');
});

const message = fc.record({
  reference: fc.constantFrom('R1', 'R2', 'R3', 'R4', 'R5'),
  facility: fc.constant('22710101'),
  level: fc.constant('FKTP' as const),
  kind: fc.constantFrom('sick' as const, 'healthy' as const),
  card: fc.integer({ min: 1, max: 5 }).map(cardOf),
  day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-10-31', '2026-11-01', '2026-11-02'),
  act: fc.constantFrom('add' as const, 'correct' as const, 'cancel' as const),
});

test('whatever comes, repeated and in any order: the counts equal the log, and a number stands at most once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(message, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (deliveries) => {
        for (const delivery of deliveries) {
          await take(delivery);
          // Delivered again, as networks do: nothing is counted twice.
          const before = await total();
          const adds = delivery.filter(({ act }) => act === 'add');
          if (adds.length === delivery.length) {
            await take(delivery);
            expect(await total()).toBe(before);
          }
        }
        expect(await differences()).toEqual([]);
        const standing = await queryRows(
          database.owner,
          `SELECT facility, reference FROM visit GROUP BY facility, reference HAVING sum(counts) NOT IN (0, 1)`,
        );
        expect(standing).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

test('a file: every row in one of five counts, the same file once', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-visits-'));
  const file = path.join(folder, 'kunjungan.csv');
  const rows = [
    `${cardOf(1)},,2026-11-02,FKTP,sakit,22710101,F1,,`,
    `${cardOf(1)},,2026-11-02,FKTP,sakit,22710101,F1,,tambah`,
    `,5171014101740000,2026-11-02,RITL,,2271R001,F2,2026-11-04,`,
    `${cardOf(98)},,2026-11-02,FKTP,sakit,22710101,F3,,`,
    `${cardOf(2)},,kemarin,FKTP,sakit,22710101,F4,,`,
    `${cardOf(2)},,2026-11-02,FKTP,sehat,22710101,F5,,`,
  ];
  await writeFile(file, `${visitFileColumns.join(',')}\n${rows.join('\n')}\n`);
  const options = { by: 'uji', today };
  expect(await importVisits(database.ownerPool, file, options)).toMatchObject({
    already: false,
    rows: 6,
    added: 3,
    repeated: 1,
    refused: 2,
    reasons: { 'member-unknown': 1, 'day-unusable': 1 },
  });
  expect(await importVisits(database.ownerPool, file, options)).toMatchObject({
    already: true,
    rows: 6,
    added: 3,
  });
  expect(await queryRows(database.owner, `SELECT line, reason FROM visit_quarantine ORDER BY line`)).toEqual([
    { line: 5, reason: 'member-unknown' },
    { line: 6, reason: 'day-unusable' },
  ]);
  // A day written another way could be read as another day; an end that cannot be read is not the same as none.
  const odd = [
    `${cardOf(2)},,02/11/2026,FKTP,sakit,22710101,F6,,`,
    `${cardOf(2)},,2026-11-02,RITL,,2271R001,F7,04-11-2026,`,
  ];
  await writeFile(file, `${visitFileColumns.join(',')}\n${odd.join('\n')}\n`);
  expect(await importVisits(database.ownerPool, file, options)).toMatchObject({
    rows: 2,
    refused: 2,
    quarantine: [
      { line: 2, reason: 'day-unusable' },
      { line: 3, reason: 'discharge-impossible' },
    ],
  });
  expect(await differences()).toEqual([]);
  await writeFile(file, 'kartu,tanggal\n1,2\n');
  await expect(importVisits(database.ownerPool, file, options)).rejects.toMatchObject({
    code: 'column-missing',
  });
  await rm(folder, { recursive: true, force: true });
});
