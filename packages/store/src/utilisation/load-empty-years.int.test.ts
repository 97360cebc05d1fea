import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addFamily, cardOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { visitDifferences } from '../testing/visit-differences.ts';
import { importVisits, visitFileColumns } from './import-visits.ts';
import { takeVisits } from './take-visits.ts';

const today = '2026-11-22';
let database: TestDatabase;
let folder: string;
const all = <Row>(text: string) => queryRows<Row>(database.owner, text);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-years-'));
  database = await openTestDatabase();
  await all(
    `INSERT INTO facility (code, name, level) VALUES ('22710101', 'Puskesmas Contoh', 'FKTP'), ('2271R001', 'RS Contoh', 'FKRTL')`,
  );
  await addFamily(database.owner, { people: [1, 2, 3], area: '51.71.01.1002' });
  await addFamily(database.owner, { people: [4, 5], area: '51.03.02.2001', segment: 'PPU_BU' });
  // One who changed segment within the year of the file.
  await all(`INSERT INTO status_change (member_id, valid_on, segment, class, active, reason, cause) VALUES (3, '2024-07-01', 'PPU_BU', 2, true, 'EMPLOYER_PAYS', 'uji');
    UPDATE member_status SET segment = 'PPU_BU' WHERE member_id = 3`);
}, 120_000);
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true });
});
const empty = () =>
  all(
    `ALTER TABLE visit DISABLE TRIGGER USER; TRUNCATE visit, visit_by_day, visit_by_area, visit_by_facility, contact_by_month, contact_due, visit_file, visit_quarantine;
     ALTER TABLE visit ENABLE TRIGGER USER`,
  );
beforeEach(empty);

/** Enough visits of 2024 for a table of their own and some of 2025, with repeats and what is refused. */
async function yearFile(more: readonly string[] = []): Promise<string> {
  const rows = Array.from({ length: 20_400 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + ((i * 7) % 366))).toISOString().slice(0, 10);
    const who = i % 11 === 0 ? `,5171014101${71 + (i % 5)}0000` : `${cardOf(1 + (i % 5))},`;
    return i % 3 === 0
      ? `${who},${day},RITL,,2271R001,R${i},${day},`
      : `${who},${day},FKTP,${i % 2 === 0 ? 'sehat' : 'sakit'},22710101,N${i},,`;
  });
  const others = [
    `${cardOf(1)},,2025-01-01,FKTP,sakit,22710101,L1,,`,
    `${cardOf(1)},,2024-12-31,FKTP,sakit,22710101,L2,,`,
    `${cardOf(1)},,2024-12-31,FKTP,sakit,22710101,L2,,`,
    `${cardOf(2)},,2024-12-31,FKTP,sakit,22710101,L3,,`,
    `${cardOf(2)},,2024-12-30,FKTP,sakit,22710101,L3,,`,
    `${cardOf(77)},,2024-03-01,FKTP,sakit,22710101,L4,,`,
    `${cardOf(1)},,01-03-2024,FKTP,sakit,22710101,L5,,`,
  ];
  const file = path.join(folder, 'setahun.csv');
  await writeFile(file, `${[visitFileColumns.join(','), ...rows, ...others, ...more].join('\n')}\n`);
  return file;
}
const load = (file: string, by = 'uji') => importVisits(database.ownerPool, file, { by, today });
const nothing = (reference: string) => `reference <> '${reference}'`;

/** All that a file leaves behind. */
async function content(without = nothing('')): Promise<unknown> {
  const log =
    await all(`SELECT facility, reference, revision, counts, day, level, kind, member_id, segment, area_code, discharged_on, source
    FROM visit WHERE ${without} ORDER BY 1, 2, 3, 4`);
  return {
    log,
    due: await all(`SELECT month FROM contact_due ORDER BY 1`),
    quarantine: await all(`SELECT line, reason FROM visit_quarantine ORDER BY 1`),
    left: await all(
      `SELECT relname FROM pg_class WHERE relname ~ '_loaded|^visit_(text|stage|read|often|standing|moved|judged|tally|sums)'`,
    ),
  };
}

/** How a partition is made, with its name left out. */
async function shape(partition: string): Promise<unknown> {
  const rows = await all<{ made: string }>(`
    SELECT format('%s %s %s %s %s %s %s %s', relkind, relpersistence, relrowsecurity, relforcerowsecurity, relacl, relowner::regrole,
      pg_get_expr(relpartbound, oid), obj_description(oid, 'pg_class')) AS made
    FROM pg_class WHERE oid = '${partition}'::regclass
    UNION ALL SELECT format('%s %s %s %s %s', CASE WHEN contype <> 'n' THEN conname END, contype, coninhcount, convalidated, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = '${partition}'::regclass
    UNION ALL SELECT format('%s %s %s', indisvalid, (SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = indexrelid), pg_get_indexdef(indexrelid))
    FROM pg_index WHERE indrelid = '${partition}'::regclass
    UNION ALL SELECT format('%s %s %s %s %s %s', attname, attnum, format_type(atttypid, atttypmod), attnotnull, attcollation, pg_get_expr(adbin, adrelid))
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = '${partition}'::regclass AND attnum > 0`);
  const year = Number(partition.slice(-4));
  return rows
    .map(({ made }) => made.replaceAll(String(year + 1), 'NEXT').replaceAll(String(year), 'YEAR'))
    .toSorted();
}

test('a year placed whole, copied into its partition, or entered visit by visit: the same content', async () => {
  const file = await yearFile();
  const node = (await all<{ node: number }>(`SELECT 'visit_2024'::regclass::oid::int AS node`))[0]?.node;
  const report = { rows: 20_407, added: 20_403, repeated: 1, corrected: 0, cancelled: 0, refused: 3 };

  expect(await load(file)).toMatchObject(report);
  const placed = await content();
  expect(await visitDifferences(database.owner)).toEqual([]);
  // Truly another way: the partition is another table, and made as its neighbours are.
  expect((await all<{ node: number }>(`SELECT 'visit_2024'::regclass::oid::int AS node`))[0]?.node).not.toBe(
    node,
  );
  expect(await shape('visit_2024')).toEqual(await shape('visit_2023'));
  // Found by its key: the same visits in another file say nothing new, and corrections are counter-entries.
  expect(
    await load(await yearFile([`${cardOf(4)},,2024-05-05,FKTP,sakit,22710101,N1,,koreksi`])),
  ).toMatchObject({ rows: 20_408, added: 0, repeated: 20_403, corrected: 1, cancelled: 0, refused: 4 });
  expect(await visitDifferences(database.owner)).toEqual([]);
  await expect(all(`DELETE FROM visit`)).rejects.toThrow('append-only');

  // Somebody reads the log and does not let go of it.
  await empty();
  const reader = await database.ownerPool.connect();
  await reader.query('BEGIN; SELECT FROM visit LIMIT 1');
  expect(await load(await yearFile())).toMatchObject(report);
  await reader.query('COMMIT');
  reader.release();
  expect(await content()).toEqual(placed);
  expect(await visitDifferences(database.owner)).toEqual([]);

  // The year has a visit already.
  await empty();
  const from = { source: 'api', facility: null, today } as const;
  const before = {
    reference: 'ADA',
    facility: '22710101',
    level: 'FKTP',
    kind: 'sick',
    card: cardOf(1),
  } as const;
  await takeVisits(database.ownerPool, [{ ...before, day: '2024-01-01', act: 'add' }], from);
  expect(await load(await yearFile())).toMatchObject(report);
  expect(await content(nothing('ADA'))).toEqual(placed);
  expect(await visitDifferences(database.owner)).toEqual([]);
}, 60_000);

test('what fails at the end leaves nothing behind, and comes in when it is tried again', async () => {
  const file = await yearFile();
  await all(`ALTER TABLE visit_file ADD CONSTRAINT uji CHECK (imported_by <> 'gagal')`);
  await expect(load(file, 'gagal')).rejects.toThrow('uji');
  expect(await content()).toEqual({ log: [], due: [], quarantine: [], left: [] });
  expect(await visitDifferences(database.owner)).toEqual([]);
  await all(`ALTER TABLE visit_file DROP CONSTRAINT uji`);
  expect(await load(file)).toMatchObject({ already: false, added: 20_403 });
  expect(await load(file)).toMatchObject({ already: true, added: 20_403 });
  expect(await visitDifferences(database.owner)).toEqual([]);
}, 60_000);
