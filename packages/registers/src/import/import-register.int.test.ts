import { gzipSync } from 'node:zlib';
import { Engine } from '@jangkau/linkage';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { delimitedLines, madeUpPeople } from '../test-files/made-up-people.ts';
import { TempFolder } from '../test-files/temp-folder.ts';
import type { ImportOptions, ImportProgress } from './import-options.ts';
import { importRegister } from './import-register.ts';

let engine: Engine;
const folder = new TempFolder();
beforeAll(async () => {
  engine = await Engine.open({ threads: 2 });
});
beforeEach(() => engine.run('DROP TABLE IF EXISTS people; DROP TABLE IF EXISTS people_quarantine'));
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

const people = madeUpPeople(40);
const lines = delimitedLines(people);
const load = (files: string | string[], options: Partial<ImportOptions> = {}) =>
  importRegister(engine, {
    table: 'people',
    kind: 'residents',
    files: [files].flat(),
    today: '2026-11-21',
    ...options,
  });
const rows = () => engine.rows('SELECT * FROM people ORDER BY rowid');
const setAside = () => engine.rows('SELECT line, "column", reason, row FROM people_quarantine ORDER BY line');

test('a clean canonical file comes in whole, typed and in order', async () => {
  const result = await load(folder.write('clean.csv', `${lines.join('\n')}\n`));
  expect(result).toMatchObject({ rowsIn: 40, rowsUsed: 40, rowsQuarantined: 0, warnings: [] });
  expect(result.files[0]?.route).toBe('direct');
  const all = await rows();
  expect(all.map(({ id }) => id)).toEqual(people.map(({ no_penduduk }) => no_penduduk));
  expect(all[1]).toEqual({
    id: 'P000002',
    nik: Number(people[1]?.nik),
    nik_text: null,
    kk: Number(people[1]?.no_kk),
    nama: 'Ni Luh Sari',
    sex: 2,
    born: people[1]?.tanggal_lahir,
    born_text: null,
    phone: 6281230000001,
    village: '51.71.01.1002',
    address: 'Jl. Melati No. 2',
    birthplace: 'DENPASAR',
    banjar: 'Banjar Kaja',
    relation: 'ANAK',
    occupation: 'Pedagang',
  });
});

test('columns that nobody reads stay empty; the file is said to have them', async () => {
  const result = await load(folder.write('unread.csv', `${lines.join('\n')}\n`), {
    unread: ['tempat_lahir', 'pekerjaan'],
  });
  expect(result.columns).toMatchObject({ tempat_lahir: 'tempat_lahir', pekerjaan: 'pekerjaan' });
  expect(result.rowsUsed).toBe(40);
  const all = await rows();
  expect(new Set(all.map(({ birthplace, occupation }) => birthplace ?? occupation))).toEqual(new Set([null]));
  expect(all[1]).toMatchObject({ relation: 'ANAK', banjar: 'Banjar Kaja' });
});

test('tabs and no-break spaces in names are folded on the direct route, and a name of nothing else is none', async () => {
  const [header = '', ...rest] = lines;
  const name = people[0]?.nama ?? '';
  const odd = [name.replaceAll(' ', '\u00a0'), `${name.replaceAll(' ', '\t ')}\t`, '\u00a0\t'];
  const written = rest.map((line, i) => (odd[i] ? line.replace(people[i]?.nama ?? '', odd[i]) : line));
  const result = await load(folder.write('odd-spaces.csv', `${[header, ...written].join('\n')}\n`));
  expect(result.files[0]?.route).toBe('direct');
  expect((await rows()).slice(0, 3).map(({ nama }) => nama)).toEqual([name, name, people[3]?.nama]);
  expect(await setAside()).toMatchObject([{ line: 4 }]);
});

const encodings: Array<[name: string, bytes: Uint8Array]> = [
  ['UTF-8', Buffer.from(`${lines.join('\n')}\n`)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)],
  ['UTF-16', Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf16le')],
  ['GZIP', gzipSync(lines.join('\n'))],
  ['semicolons', Buffer.from(delimitedLines(people, ';').join('\r\n'))],
  ['tabs', Buffer.from(delimitedLines(people, '\t').join('\n'))],
  ['bars', Buffer.from(delimitedLines(people, '|').join('\n'))],
  ['line ends of old Macs', Buffer.from(`${lines.join('\r')}\r`)],
  ['mixed line ends', Buffer.from(lines.map((line, i) => line + (i % 3 ? '\n' : '\r\n')).join(''))],
  ['every value in quotes', Buffer.from(lines.map((line) => `"${line.replaceAll(',', '","')}"`).join('\n'))],
  ['titles above the header', Buffer.from(`DATA PENDUDUK\nDESA "SESETAN"\n\n${lines.join('\n')}\n`)],
  ['blank lines', Buffer.from(lines.join('\n\n'))],
];
test.each(encodings)('%s gives the same table', async (_name, bytes) => {
  const result = await load(folder.write('same.csv', bytes));
  expect(result).toMatchObject({ rowsIn: 40, rowsUsed: 40, rowsQuarantined: 0 });
  const all = await rows();
  expect(all.map(({ id }) => id)).toEqual(people.map(({ no_penduduk }) => no_penduduk));
  expect(all.map(({ born }) => born)).toEqual(people.map(({ tanggal_lahir }) => tanggal_lahir));
  expect(all.map(({ nik }) => String(nik))).toEqual(people.map(({ nik }) => nik));
});

test('Windows-1252 letters survive', async () => {
  const text = [lines[0], (lines[1] as string).replace('Sudiarta', 'Sudiartá'), ...lines.slice(2)].join(
    '\r\n',
  );
  await load(folder.write('old.csv', Buffer.from(text, 'latin1')));
  expect((await rows())[0]?.nama).toBe('I Wayan Sudiartá');
});

test('a value over several lines stays one row', async () => {
  const text = lines.map((line, i) =>
    i === 5 ? line.replace('Jl. Melati No. 5', '"Jl. Melati\nNo. 5"') : line,
  );
  const result = await load(folder.write('multi.csv', text.join('\n')));
  expect(result).toMatchObject({ rowsIn: 40, rowsUsed: 40 });
  expect((await rows())[4]?.address).toBe('Jl. Melati No. 5');
});

test('rows that cannot be used are set aside with their line and a reason', async () => {
  const bad = [...lines];
  bad.splice(
    3,
    0,
    lines[0] as string,
    'P9,5171',
    `${lines[4]},x,y`,
    ',,,,,,,,,,,,',
    'TOTAL,40,,,,,,,,,,,',
    `,5171014507900000${','.repeat(11)}`,
    `X1,,,I Wayan Sudiarta${','.repeat(9)}`,
    '"P8,5171',
  );
  bad.push('P7,517101');
  const result = await load(folder.write('bad.csv', bad.join('\n')));
  expect(result).toMatchObject({ rowsIn: 49, rowsUsed: 40, rowsQuarantined: 9 });
  const found = await setAside();
  expect(found.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'Baris judul yang berulang.'],
    [5, 'Kolom kurang: 2 kolom, seharusnya 13.'],
    [6, 'Kolom berlebih: 15 kolom, seharusnya 13.'],
    [7, 'Baris kosong.'],
    [8, 'Baris jumlah, bukan data orang.'],
    [9, 'Nama kosong.'],
    [10, 'NIK, KK, tanggal lahir dan nomor HP kosong atau tidak dapat dibaca.'],
    [11, 'Tanda kutip tidak ditutup atau tidak pada tempatnya.'],
    [50, 'Baris terakhir terpotong: 2 kolom, seharusnya 13.'],
  ]);
  expect(found[7]?.row).toBe('"P8,5171');
  expect(found[5]?.column).toBe('nama');
  expect((await rows()).map(({ id }) => id)).toEqual(people.map(({ no_penduduk }) => no_penduduk));
});

test('the direct and the rewriting route set aside the same lines', async () => {
  const bad = [...lines];
  bad.splice(3, 0, 'P9,5171', ',,,,,,,,,,,,', '', lines[0] as string);
  const direct = await load(folder.write('direct.csv', `${bad.join('\n')}\n`));
  const first = [await rows(), await setAside()];
  const rewritten = await load(folder.write('mixed.csv', `${bad.join('\n')}\r\n`));
  expect([direct.files[0]?.route, rewritten.files[0]?.route]).toEqual(['direct', 'rewritten']);
  expect([await rows(), await setAside()]).toEqual(first);
});

test('bytes that are not UTF-8 spoil only their own row', async () => {
  const text = lines.map((line, i) =>
    i === 7 ? line.replace('Jl.', 'J\xff.') : line.replace('Jl.', 'Jl\xc3\xa9'),
  );
  const result = await load(folder.write('broken.csv', Buffer.from(text.join('\n'), 'latin1')));
  expect(result).toMatchObject({ rowsIn: 40, rowsQuarantined: 1 });
  expect((await setAside())[0]).toMatchObject({ line: 8, reason: 'Pengodean huruf rusak: bukan UTF-8.' });
});

test('repeated ids get a suffix, missing ones are made from the line', async () => {
  const text = [
    lines[0],
    lines[1],
    lines[1],
    (lines[1] as string).replace('P000001', 'P000001#2'),
    '',
    'P1,2',
    (lines[2] as string).replace('P000002', ''),
    lines[3],
  ];
  const result = await load(folder.write('ids.csv', text.join('\n')));
  expect((await rows()).map(({ id }) => id)).toEqual([
    'P000001',
    'P000001#2',
    'P000001#2#2',
    'baris-7',
    'P000003',
  ]);
  expect(result.warnings.map(({ code, count }) => [code, count])).toEqual([
    ['ids-made-up', 1],
    ['ids-repeated', 2],
  ]);
});

test('several files with other headers become one table', async () => {
  const village = (n: number) =>
    `NO;NAMA LENGKAP;NO. KTP;TGL LAHIR\n1;${people[n]?.nama};${people[n]?.nik};5/7/1990\n2;${people[n]?.nama};;05-JUL-1991\n`;
  const result = await load([folder.write('a.csv', village(0)), folder.write('b.csv', village(1))]);
  expect(result).toMatchObject({
    rowsIn: 4,
    rowsUsed: 4,
    columns: { nama: 'NAMA LENGKAP', nik: 'NO. KTP', no_kk: null },
  });
  expect((await rows()).map(({ id, born }) => [id, born])).toEqual([
    ['baris-2', '1990-07-05'],
    ['baris-3', '1991-07-05'],
    ['berkas2-baris-2', '1990-07-05'],
    ['berkas2-baris-3', '1991-07-05'],
  ]);
});

test('villages: codes in any form, names by look-up, others NULL with a warning', async () => {
  const text = [
    'nama,nik,desa',
    ...['5171011001', '51.71.01.1002', 'Desa  SESETAN', 'Atlantis'].map(
      (v, i) => `A B,${people[i]?.nik},${v}`,
    ),
  ];
  const result = await load(folder.write('v.csv', text.join('\n')), {
    villages: new Map([['Sesetan', '51.71.01.1003']]),
  });
  expect((await rows()).map(({ village }) => village)).toEqual([
    '51.71.01.1001',
    '51.71.01.1002',
    '51.71.01.1003',
    null,
  ]);
  expect(result.warnings.map(({ code, count }) => [code, count])).toContainEqual(['village-unknown', 1]);
});

test('the village in the name of a file counts when it is a known one', async () => {
  const text = `nama,nik\nA B,${people[0]?.nik}\n`;
  const villages = new Map([['Sesetan', '51.71.01.1003']]);
  await load([folder.write('5171011003.csv', text), folder.write('5171011004.csv', text)], { villages });
  expect((await rows()).map(({ village }) => village)).toEqual(['51.71.01.1003', null]);
});

test('a given mapping decides: columns, order of dates, village of the file', async () => {
  const text = `a;b;c;d\nNi Luh Sari;x;05/07/1990;${people[1]?.nik}\n`;
  await load(folder.write('m.csv', text), {
    mapping: {
      columns: [
        { column: 'a', canonical: 'nama' },
        { column: 2, canonical: 'tanggal_lahir' },
        { column: 'd', canonical: 'nik' },
      ],
      dateOrder: 'mdy',
      village: '51.71.01.1001',
    },
  });
  expect((await rows())[0]).toMatchObject({
    nama: 'Ni Luh Sari',
    born: '1990-05-07',
    village: '51.71.01.1001',
  });
});

test('formulas stay text', async () => {
  const text = `nama,nik,alamat\n"=cmd|'/C calc'!A0",${people[0]?.nik},@SUM(1+1)\n+1,${people[1]?.nik},-1\n`;
  await load(folder.write('f.csv', text));
  expect((await rows()).map(({ nama, address }) => [nama, address])).toEqual([
    ["=cmd|'/C calc'!A0", '@SUM(1+1)'],
    ['+1', '-1'],
  ]);
});

test('XLSX: titles, dates, numbers that lost digits and numbers that did not', async () => {
  const cell = (n: number) => [
    n + 1,
    people[n]?.nama ?? '',
    people[n]?.nik ?? '',
    new Date('1990-07-05T00:00:00Z'),
    33059,
  ];
  const sheet = [
    ['DATA PENDUDUK'],
    [],
    ['NO', 'NAMA', 'NIK', 'TGL LAHIR', 'LAIN'],
    cell(0),
    [],
    cell(1),
    [3, 'I Made Putra', 5171010507900000, '5 Juli 1990', 1],
    ['JUMLAH', 3],
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Sampul', rows: [['Laporan']] },
      { name: 'Data', rows: sheet },
    ],
  });
  const result = await load(folder.write('book.xlsx', bytes));
  expect(result).toMatchObject({ rowsIn: 4, rowsUsed: 3, rowsQuarantined: 1 });
  expect(result.warnings.map(({ code }) => code)).toEqual([
    'ids-made-up',
    'sheets-not-read',
    'nik-lost-digits',
  ]);
  expect((await rows()).map(({ id, nik, nik_text, born }) => [id, nik, nik_text, born])).toEqual([
    ['baris-4', Number(people[0]?.nik), null, '1990-07-05'],
    ['baris-6', Number(people[1]?.nik), null, '1990-07-05'],
    ['baris-7', null, '5.17101050790000e+15', '1990-07-05'],
  ]);
  expect(await setAside()).toMatchObject([{ line: 8, reason: 'Baris jumlah, bukan data orang.' }]);
  const exact = people.slice(0, 20).map((person, i) => [person.nama, Number(person.nik) + 1 + (i % 10)]);
  await load(
    folder.write(
      'exact.xlsx',
      await writeXlsx({ sheets: [{ name: 'S', rows: [['NAMA', 'NIK'], ...exact] }] }),
    ),
  );
  expect((await rows()).map(({ nik }) => nik)).toEqual(exact.map(([, nik]) => nik));
});

test('Parquet with typed columns', async () => {
  const path = `${folder.path}/people.parquet`;
  await engine.run(
    `COPY (SELECT * FROM (VALUES ('Ni Luh Sari', 5171014507900000, DATE '1990-07-05'), (NULL, 5171014507900000, NULL), ('I Made', 5171010507900000, DATE '1990-07-05')) AS t(nama, nik, tanggal_lahir)) TO '${path}' (FORMAT parquet)`,
  );
  const result = await load(path);
  expect(result).toMatchObject({ rowsIn: 3, rowsUsed: 2, rowsQuarantined: 1 });
  expect((await rows()).map(({ id, nik, born }) => [id, nik, born])).toEqual([
    ['baris-1', 5171014507900000, '1990-07-05'],
    ['baris-3', 5171010507900000, '1990-07-05'],
  ]);
  expect(await setAside()).toMatchObject([{ line: 2, reason: 'Nama kosong.' }]);
});

test('members have their own columns', async () => {
  const text = `NOKA,NIK,NAMA,TGL LAHIR,SEGMEN,KELAS,STATUS\n0001234567890,${people[0]?.nik},I Wayan,1990-07-05,PBPU,3,AKTIF\n`;
  await load(folder.write('members.csv', text), { kind: 'members' });
  expect((await rows())[0]).toMatchObject({
    id: '0001234567890',
    segment: 'PBPU',
    class: '3',
    status: 'AKTIF',
  });
});

test('names of files are no patterns', async () => {
  for (const name of ['data[1].csv', 'data*.csv', "data'?.csv"]) {
    const result = await load(folder.write(name, lines.join('\n')));
    expect(result).toMatchObject({ rowsIn: 40, rowsUsed: 40, files: [{ route: 'direct' }] });
  }
});

test('progress names the phases', async () => {
  const seen: ImportProgress[] = [];
  await load(folder.write('p.csv', lines.join('\n')), { onProgress: (progress) => seen.push(progress) });
  expect(seen.map(({ phase }) => phase)).toEqual(['look', 'read', 'check']);
});

test('aborting stops the import and leaves no table', async () => {
  const control = new AbortController();
  const reason = new Error('stop');
  const running = load(folder.write('p.csv', lines.join('\n')), {
    signal: control.signal,
    onProgress: ({ phase }) => phase === 'read' && control.abort(reason),
  });
  await expect(running).rejects.toBe(reason);
  expect(await engine.rows("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'people%'")).toEqual(
    [],
  );
});
