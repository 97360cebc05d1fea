import { Engine, sqlString } from '@jangkau/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bornColumn } from './date-sql.ts';
import { neutraliseFormula, neutraliseFormulaSql } from './formula-sql.ts';
import { kkColumn, nikColumn } from './number-sql.ts';
import { phoneColumn } from './phone-sql.ts';
import { idColumn, nameColumn, sexColumn } from './text-sql.ts';
import { type TypedColumn, typedSelect } from './typed-column.ts';
import { villageColumn } from './village-sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => engine.close());

/** The first output of a column for each text. */
async function values(column: TypedColumn, texts: readonly string[]): Promise<unknown[]> {
  const list = texts.map((text, i) => `(${i}, ${sqlString(text)})`).join(', ');
  const source = `SELECT * FROM (VALUES ${list}) AS t(n, raw)`;
  const outputs: TypedColumn['outputs'] = [['n', 'n'], ...column.outputs];
  const rows = await engine.rows(
    `SELECT * FROM (${typedSelect(source, [{ ...column, outputs }])}) ORDER BY n`,
  );
  return rows.map((row) => row[column.outputs[0]?.[0] as string]);
}

const nik = 5171014507900000;
test('NIK in every dress, and what is no NIK', async () => {
  const good = [
    '5171014507900000',
    "'5171014507900000",
    ' 5171014507900000 ',
    '517101 450790 0000',
    '51.71.01.450790.0000',
    '5171-0145-0790-0000',
    '5171014507900000.0',
    '5171014507900000,00',
  ];
  expect(await values(nikColumn('raw'), good)).toEqual(good.map(() => nik));
  const bad = [
    '5.17E+15',
    '5,17E+15',
    '5.1710145079E+15',
    '5.17101450790000e+15',
    '0000000000000000',
    '1111111111111111',
    '9999999999999999',
    '517101450790000',
    '51710145079000000',
    '5171013207900000',
    '5171014513900000',
    '-',
    'x',
    '',
  ];
  expect(await values(nikColumn('raw'), bad)).toEqual(bad.map(() => null));
  expect(
    await values({ ...nikColumn('raw'), outputs: nikColumn('raw').outputs.slice(1) }, [
      '5.17E+15',
      '',
      '5171014507900000',
    ]),
  ).toEqual(['5.17E+15', null, null]);
  expect(await values(nikColumn('raw', { exactFloats: true }), ['5.17101450790000e+15', '5.17E+15'])).toEqual(
    [nik, null],
  );
});

test('family card numbers have no sex and no repeated digit', async () => {
  expect(
    await values(kkColumn('raw'), [
      '5171013207900001',
      "'5171010101100001",
      '0000000000000000',
      '5.17E+15',
      '517',
    ]),
  ).toEqual([5171013207900001, 5171010101100001, null, null, null]);
});

test('mobile numbers get the country code, other numbers are dropped', async () => {
  const good = [
    '081234567890',
    '+62 812-3456-7890',
    '6281234567890',
    '81234567890',
    "'081234567890",
    '0812 3456 7890',
    '081234567890.0',
  ];
  expect(await values(phoneColumn('raw'), good)).toEqual(good.map(() => 6281234567890));
  expect(
    await values(phoneColumn('raw'), [
      '(0361) 234567',
      '8.12E+10',
      '8.12e+10',
      '0812',
      '081234567890 / 081234567891',
      'tidak ada',
    ]),
  ).toEqual([null, null, null, null, null, null]);
});

test('birth dates in every form', async () => {
  const good = [
    '1990-07-05',
    '05/07/1990',
    '5/7/90',
    '05-07-1990',
    '05.07.1990',
    '5 Juli 1990',
    '05-JUL-1990',
    '19900705',
    '05071990',
    '33059',
    '33059.0',
    '1990/07/05',
    '1990-07-05 00:00:00',
    'Kamis, 5 Juli 1990',
    'July 5, 1990',
    "'1990-07-05",
  ];
  expect(await values(bornColumn('raw', '2026-11-21'), good)).toEqual(good.map(() => '1990-07-05'));
  expect(
    await values(bornColumn('raw', '2026-11-21'), [
      '5 Agt 1990',
      '5 Nopember 1990',
      '12/31/1990',
      '5/7/26',
      '5/7/27',
    ]),
  ).toEqual(['1990-08-05', '1990-11-05', '1990-12-31', '2026-07-05', '1927-07-05']);
  const bad = ['1890-01-01', '2026-11-22', '31/02/1990', '0000-00-00', 'epoch', 'infinity', '1990', '-'];
  expect(await values(bornColumn('raw', '2026-11-21'), bad)).toEqual(bad.map(() => null));
  expect(
    await values(bornColumn('raw', '2026-11-21', { pattern: '%m/%d/%Y', order: 'mdy' }), [
      '05/07/1990',
      '5/7/90',
    ]),
  ).toEqual(['1990-05-07', '1990-05-07']);
});

test('names, sexes, ids and villages', async () => {
  expect(await values(nameColumn('raw'), ['I Wayan Sudiarta', '  I  Wayan\tSudiarta\u00a0 ', '   '])).toEqual(
    ['I Wayan Sudiarta', 'I Wayan Sudiarta', null],
  );
  expect(
    await values(sexColumn('raw'), ['L', 'P', 'Laki-laki', 'PEREMPUAN', 'Lk', 'pr', '1', '2', 'W', '?']),
  ).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 2, null]);
  expect(await values(sexColumn('raw', 'pria-wanita'), ['P', 'W', 'p'])).toEqual([1, 2, 1]);
  expect(await values(idColumn('raw', "'baris-' || n"), [' 7 ', '8', ' '])).toEqual(['7', '8', 'baris-2']);
  expect(await values(villageColumn('raw', true), ['5171011001', '51.71.01.1001', 'Sesetan'])).toEqual([
    '51.71.01.1001',
    '51.71.01.1001',
    'Sesetan',
  ]);
});

test('text that a spreadsheet would run gets an apostrophe, in TypeScript and in SQL alike', async () => {
  const texts = ["=cmd|'/C calc'!A0", '+1', '-1', '@SUM(A1)', '\tx', '\rx', 'I Wayan', '', '1=1', 'é'];
  const list = texts.map((text, i) => `(${i}, ${sqlString(text)})`).join(', ');
  const rows = await engine.rows<{ v: string }>(
    `SELECT ${neutraliseFormulaSql('raw')} AS v FROM (VALUES ${list}) AS t(n, raw) ORDER BY n`,
  );
  expect(rows.map(({ v }) => v)).toEqual(texts.map(neutraliseFormula));
  expect(texts.map(neutraliseFormula).filter((text) => text.startsWith("'"))).toHaveLength(6);
});
