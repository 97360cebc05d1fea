import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { proveStates } from '../ledger/prove-states.ts';
import { closeMonth } from '../month-close/close-month.ts';
import { saveTariffs } from '../rules/save-tariffs.ts';
import { cardOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { importMembers } from './import-members.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  await saveTariffs(database.owner);
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-import-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const header =
  'no_kartu;nik;no_kk;nama;jenis_kelamin;tanggal_lahir;kode_desa;alamat;segmen;kelas;status;no_hp;bulan_tunggakan';
const kk = (n: number) => `51710101012000${String(n).padStart(2, '0')}`;
const row = (n: number, family: number, rest: string) =>
  `${cardOf(n)};;${kk(family)};ANGGOTA ${n};P;1990-01-01;51.71.01.1002;JL UJI ${n};${rest}`;
const rows = [
  row(1, 1, 'PBPU;3;AKTIF;;'),
  row(2, 1, 'PBPU;3;AKTIF;;'),
  row(3, 2, 'PBPU;1;NONAKTIF;;30'),
  row(4, 3, 'PBI APBN;3;AKTIF;;'),
  row(5, 3, 'PBI APBD;3;NONAKTIF;;'),
  row(6, 4, 'PPU BU;2;AKTIF;;').replace('1990-01-01', '2010-05-05'),
  row(7, 4, 'BP;2;NONAKTIF;;'),
];
const bad = [
  row(1, 1, 'PBPU;3;AKTIF;;'),
  row(8, 1, 'TIDAK TAHU;3;AKTIF;;'),
  row(9, 1, 'PBPU;4;AKTIF;;'),
  row(10, 1, 'PBPU;3;ENTAH;;'),
  `123;;;X;;;;;PBPU;3;AKTIF;;`,
  'a;b',
];

async function take(lines: readonly string[], asOf = '2026-10-15') {
  const file = path.join(folder, 'peserta.csv');
  await writeFile(file, [header, ...lines].join('\n'));
  return importMembers(database.ownerPool, { file, asOf, source: 'uji' });
}
const sound = async (day: string) => {
  expect((await proveLedger(database.ownerPool, day)).filter(({ faults }) => faults > 0)).toEqual([]);
  expect((await proveStates(database.owner, { onDay: day })).samples).toEqual([]);
};

test('every row becomes a member or is told why not; the register stands as the file says', async () => {
  const report = await take([...rows, ...bad]);
  expect(report).toMatchObject({ rows: 13, added: 7, changed: 0, unchanged: 0 });
  expect(report.quarantined.map(({ line, reason }) => [line, reason])).toEqual([
    [9, 'double'],
    [10, 'segment'],
    [11, 'class'],
    [12, 'status'],
    [13, 'card'],
    [14, 'columns'],
  ]);
  expect(
    await queryRows(
      database.owner,
      `SELECT right(m.card, 2) AS card, s.active, s.inactive_kind AS kind, s.reason, s.since, s.arrears_months AS months,
         s.arrears_amount AS amount FROM member_status s JOIN member m ON m.id = s.member_id ORDER BY m.id`,
    ),
  ).toMatchObject([
    { card: '01', active: true, reason: 'PAID' },
    { card: '02', active: true, reason: 'PAID' },
    { card: '03', kind: 'arrears', since: '2024-05-01', months: 24, amount: 24 * 150_000 },
    { card: '04', active: true, reason: 'STATE_PAYS' },
    { card: '05', kind: 'lapsed', reason: 'PEMDA_REMOVED', since: '2026-10-01' },
    { card: '06', active: true, reason: 'EMPLOYER_PAYS' },
    { card: '07', kind: 'lapsed', reason: 'MOVED_OUT', months: 0 },
  ]);
  expect(await queryRows(database.owner, 'SELECT count(*)::int AS n FROM payment')).toEqual([{ n: 0 }]);
  await sound('2026-10-15');
});

test('the same file twice changes nothing; a later one brings identity up to date and adds to families', async () => {
  expect(await take(rows)).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 7,
    differs: { segment: 0, state: 0, family: 0 },
  });
  const report = await take([
    ...rows
      .slice(1)
      .map((text) => text.replace('JL UJI 4', 'JL BARU 4').replace('BP;2;NONAKTIF', 'BP;1;AKTIF')),
    row(20, 1, 'PBPU;3;AKTIF;;'),
    row(21, 9, 'PBPU;2;AKTIF;081234567;'),
  ]);
  expect(report).toMatchObject({
    added: 2,
    changed: 1,
    unchanged: 5,
    differs: { segment: 1, state: 1, family: 0 },
  });
  expect(
    await queryRows(
      database.owner,
      `SELECT b.issue, b.people FROM bill b JOIN household h ON h.id = b.household_id WHERE h.kk = ${kk(1)} ORDER BY 1`,
    ),
  ).toEqual([
    { issue: 1, people: 2 },
    { issue: 2, people: 1 },
  ]);
  await sound('2026-10-15');
  await closeMonth(database.ownerPool, { month: '2026-10', today: '2026-11-02', by: 'uji' });
  await sound('2026-11-01');
});
