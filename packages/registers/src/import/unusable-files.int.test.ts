import { truncateSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Engine } from '@jangkau/linkage';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RegisterFileError } from '../register-file-error.ts';
import { delimitedLines, madeUpPeople } from '../test-files/made-up-people.ts';
import { TempFolder } from '../test-files/temp-folder.ts';
import { importRegister } from './import-register.ts';

let engine: Engine;
const folder = new TempFolder();
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

const csv = delimitedLines(madeUpPeople(300)).join('\n');

async function refusal(path: string): Promise<RegisterFileError> {
  const error = await importRegister(engine, { table: 'people', kind: 'residents', files: [path] }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RegisterFileError);
  expect(await engine.rows("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'people%'")).toEqual(
    [],
  );
  return error as RegisterFileError;
}

const contents: Array<[code: string, what: string, content: string | Uint8Array]> = [
  ['file-empty', 'an empty file', ''],
  ['file-empty', 'only blank lines', '\n \r\n\n'],
  ['no-rows', 'a header only', 'nama,nik,tanggal_lahir\n'],
  ['binary-content', 'zero bytes', new Uint8Array(5000)],
  ['pdf-document', 'a PDF named .csv', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj'],
  ['zip-archive', 'a ZIP named .csv', Buffer.from('504b0304140000000800', 'hex')],
  ['image', 'a JPEG named .csv', Buffer.from('ffd8ffe000104a464946', 'hex')],
  [
    'html-page',
    'an HTML error page',
    '\ufeff\n<!DOCTYPE html><html><body>504 Gateway Time-out</body></html>',
  ],
  [
    'old-spreadsheet',
    'an old XLS',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  ],
  ['no-table', 'prose', 'Kepada Yth. Bapak Camat\nDengan hormat\nTerlampir data penduduk\n'],
  ['name-column-missing', 'no names', `nik,tanggal_lahir\n5171014507900000,1990-07-05\n`],
  [
    'key-column-missing',
    'names only',
    'nama,alamat\nI Wayan Sudiarta,Jl. Melati 1\nNi Luh Sari,Jl. Melati 2\n',
  ],
  ['damaged-archive', 'a GZIP cut short', gzipSync(Buffer.from(csv.repeat(40))).subarray(0, 3000)],
  ['damaged-parquet', 'a Parquet cut short', Buffer.from('PAR1\u0015\u0000')],
];
test.each(contents)('%s: %s', async (code, _what, content) => {
  const error = await refusal(folder.write('file.csv', content));
  expect(error.code).toBe(code);
  for (const text of [error.messageId, error.messageEn, error.adviceId, error.adviceEn])
    expect(text).toMatch(/^[A-Z].*\.$/);
});

test('a missing file and a folder', async () => {
  expect((await refusal(`${folder.path}/nowhere.csv`)).code).toBe('file-not-found');
  expect((await refusal(folder.path)).code).toBe('not-a-file');
});

test('an XLSX cut short or overwritten inside', async () => {
  const rows = [['NAMA', 'NIK'], ...madeUpPeople(2000).map(({ nama, nik }) => [nama, nik])];
  const bytes = await writeXlsx({ sheets: [{ name: 'S', rows }] });
  for (const share of [0.2, 0.5, 0.9])
    expect((await refusal(folder.write('cut.xlsx', bytes.subarray(0, bytes.length * share)))).code).toBe(
      'damaged-spreadsheet',
    );
});

test('two gigabytes of nothing are refused without reading them', async () => {
  const path = folder.write('huge.csv', '');
  truncateSync(path, 2 * 1024 ** 3);
  const started = performance.now();
  expect((await refusal(path)).code).toBe('binary-content');
  expect(performance.now() - started).toBeLessThan(1000);
});

test('a mapping that does not fit the file', async () => {
  const path = folder.write('m.csv', csv);
  const mapping = { columns: [{ column: 'nama warga', canonical: 'nama' as const }] };
  await expect(
    importRegister(engine, { table: 'people', kind: 'residents', files: [path], mapping }),
  ).rejects.toMatchObject({ code: 'mapping-mismatch' });
});
