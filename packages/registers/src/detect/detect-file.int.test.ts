import { truncateSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { headerSignature } from '../column-mapping.ts';
import { TempFolder } from '../test-files/temp-folder.ts';
import { detectFile } from './detect-file.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());
const detect = (name: string, content: string | Uint8Array) => detectFile(folder.write(name, content));

test('kind comes from the content, not from the name', async () => {
  const book = await writeXlsx({
    sheets: [
      {
        name: 'S',
        rows: [
          ['NAMA', 'NIK'],
          ['A', '1'],
        ],
      },
    ],
  });
  expect(await detect('data.csv', book)).toMatchObject({ kind: 'xlsx', sheet: 'S' });
  expect(await detect('data.xlsx', 'nama\tnik\nA\t1\n')).toMatchObject({ kind: 'tsv' });
});

test('delimiter, encoding and header below titles', async () => {
  const text = 'DATA PENDUDUK, DESA SESETAN\n\nNo;Nama;NIK\n1;Andr\u00e9, S.H.;5171010507900000\n';
  expect(await detect('a.csv', Buffer.from(text, 'latin1'))).toMatchObject({
    kind: 'csv',
    encoding: 'windows-1252',
    dialect: { delimiter: ';', lineEnd: '\n' },
    headerLine: 3,
    dataLine: 4,
    columns: [{ name: 'No' }, { name: 'Nama', samples: ['Andr\u00e9, S.H.'] }, { name: 'NIK' }],
  });
  expect((await detect('b.csv', `\ufeff${text}`)).encoding).toBe('utf-8-bom');
});

test('a file without a header keeps its first row', async () => {
  const found = await detect(
    'c.csv',
    'I Wayan Sudiarta,5171010507900000,1990-07-05\nNi Luh Sari,5171014507900000,1990-07-05\n',
  );
  expect(found).toMatchObject({
    headerLine: null,
    dataLine: 1,
    columns: [{ name: 'Kolom 1', unnamed: true }, {}, {}],
  });
});

test('the separator a spreadsheet wrote on the first line is believed', async () => {
  expect(await detect('d.csv', 'sep=;\nnama;nik\nA,B;5171010507900000\n')).toMatchObject({
    dialect: { delimiter: ';' },
    headerLine: 2,
  });
});

test('in a workbook the sheet with known headers is read', async () => {
  const book = await writeXlsx({
    sheets: [
      { name: 'Sampul', rows: [['Laporan'], ['Tahun', 2026]] },
      { name: 'Data', rows: [['DATA'], ['NAMA', 'NIK'], ['A', '5171010507900000']] },
    ],
  });
  expect(await detect('e.xlsx', book)).toMatchObject({
    sheets: ['Sampul', 'Data'],
    sheet: 'Data',
    headerLine: 2,
  });
});

test('the signature of headers ignores case, spaces and signs', () => {
  expect(headerSignature(['No. KK', 'Nama'])).toBe(headerSignature(['NO KK', ' nama ']));
  expect(headerSignature(['No. KK', 'Nama'])).not.toBe(headerSignature(['Nama', 'No. KK']));
});

test('a file beyond 2 GiB is looked at in all its parts', async () => {
  const path = folder.write(
    'large.csv',
    `nama,nik\n${'I Wayan Sudiarta,5171010507900000\n'.repeat(100_000)}`,
  );
  // The rest is a hole: it takes no room on the disk.
  truncateSync(path, 3 * 2 ** 30);
  const found = await detectFile(path);
  expect(found.columns.map(({ name }) => name)).toEqual(['nama', 'nik']);
});
