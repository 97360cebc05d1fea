import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Engine, sqlString } from '@jangkau/linkage';
import { addFamily, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { openTestDatabase, type TestDatabase } from '@jangkau/store/testing/test-database';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadVisitFile } from './load-visit-file.ts';

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-visits-'));
  database = await openTestDatabase();
  await addFamily(database.owner, { people: [1, 2] });
  await queryRows(
    database.owner,
    `INSERT INTO facility (code, name, level) VALUES ('22710101', 'Puskesmas Contoh', 'FKTP'), ('2271R001', 'RS Contoh', 'FKRTL')`,
  );
}, 60_000);
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true });
});

const inFolder = (name: string) => path.join(folder, name);
const load = (name: string) =>
  loadVisitFile(database.ownerPool, inFolder(name), { by: 'uji', today: '2026-11-22' });
const day = '2026-11-02';

test('CSV as spreadsheets write it: broken rows stand with their line, the others are entered', async () => {
  // A semicolon, columns in another order, a blank line, a row with too much, one with too little, an open quote.
  const lines = [
    'Nomor;Tanggal;Tingkat;Faskes;Kartu',
    `A1;${day};FKTP;22710101;${cardOf(1)}`,
    '',
    `A2;${day};FKTP;22710101;${cardOf(2)};lebih`,
    `A3;${day}`,
    `"A4;${day};FKTP;22710101;${cardOf(2)}`,
    `A5;${day};FKTP;22710101;${cardOf(99)}`,
  ];
  await writeFile(inFolder('rs.csv'), lines.join('\r\n'));
  expect(await load('rs.csv')).toMatchObject({
    rows: 5,
    added: 1,
    refused: 4,
    quarantine: [
      { line: 4, reason: 'row-unreadable' },
      { line: 5, reason: 'row-unreadable' },
      { line: 6, reason: 'row-unreadable' },
      { line: 7, reason: 'member-unknown' },
    ],
  });
  // The header the guide asks for, and one row that is not whole.
  const whole = 'kartu,nik,tanggal,tingkat,jenis,faskes,nomor,tanggal_pulang,tindakan';
  await writeFile(
    inFolder('lurus.csv'),
    `${whole}\n${cardOf(1)},,${day},FKTP,sakit,22710101,B1,,\n${cardOf(2)},,${day}\n`,
  );
  expect(await load('lurus.csv')).toMatchObject({
    rows: 2,
    added: 1,
    quarantine: [{ line: 3, reason: 'row-unreadable' }],
  });
});

test('XLSX with days as days; blank rows are no rows', async () => {
  const header = ['kartu', 'tanggal', 'tingkat', 'jenis', 'faskes', 'nomor', 'tanggal_pulang'];
  const rows = [
    [cardOf(1), new Date(`${day}T00:00:00Z`), 'FKTP', 'sakit', '22710101', 'A1', ''],
    [cardOf(2), day, 'RITL', '', '2271R001', 'X2', new Date('2026-11-05T00:00:00Z')],
    ['', '', '', '', '', '', ''],
    [cardOf(2), 'kemarin', 'FKTP', 'sakit', '22710101', 'X3', ''],
  ];
  await writeFile(
    inFolder('rs.xlsx'),
    await writeXlsx({ sheets: [{ name: 'Kunjungan', rows: [header, ...rows] }] }),
  );
  expect(await load('rs.xlsx')).toMatchObject({
    rows: 3,
    added: 1,
    repeated: 1,
    quarantine: [{ line: 5, reason: 'day-unusable' }],
  });
});

test('Parquet with cards as numbers, once; another one is told which column it lacks; all counts reconcile', async () => {
  const engine = await Engine.open();
  await engine.run(`COPY (SELECT * FROM (VALUES
      (${Number(cardOf(1))}::BIGINT, DATE '${day}', 'FKTP', '22710101', 'P1'),
      (${Number(cardOf(2))}::BIGINT, DATE '${day}', 'FKTP', '99999999', 'P2'))
    AS v (kartu, tanggal, tingkat, faskes, nomor)) TO ${sqlString(inFolder('rs.parquet'))} (FORMAT parquet)`);
  await engine.run(
    `COPY (SELECT 1 AS kartu, 'x' AS nomor) TO ${sqlString(inFolder('lain.parquet'))} (FORMAT parquet)`,
  );
  await engine.close();
  expect(await load('rs.parquet')).toMatchObject({
    already: false,
    rows: 2,
    added: 1,
    quarantine: [{ line: 2, reason: 'facility-unknown' }],
  });
  expect(await load('rs.parquet')).toMatchObject({ already: true, rows: 2, added: 1 });
  await expect(load('lain.parquet')).rejects.toMatchObject({ code: 'column-missing' });
  const [sums] = await queryRows(
    database.owner,
    `SELECT sum(rows_read)::int AS rows, sum(added)::int AS added, sum(refused)::int AS refused,
      (SELECT count(*)::int FROM visit_quarantine) AS quarantined, (SELECT sum(counts)::int FROM visit) AS visits FROM visit_file`,
  );
  expect(sums).toEqual({ rows: 12, added: 4, refused: 7, quarantined: 7, visits: 4 });
});
