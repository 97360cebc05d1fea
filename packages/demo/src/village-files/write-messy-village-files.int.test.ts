import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateBranch } from '../generate-branch.ts';
import { type MessyVillageFile, writeMessyVillageFiles } from './write-messy-village-files.ts';

const villages = [
  '51.71.01.1003',
  '51.71.02.1014',
  '51.03.05.1005',
  '51.02.06.2003',
  '51.71.04.2005',
  '51.03.06.2006',
];
let branch = '';
let outDir = '';
let files: MessyVillageFile[] = [];
let key: string[][] = [];

beforeAll(async () => {
  branch = await mkdtemp(join(tmpdir(), 'jangkau-messy-'));
  outDir = join(branch, 'villages');
  await generateBranch({ residents: 30000, seed: 3, outDir: branch });
  files = await writeMessyVillageFiles({
    residentsFile: join(branch, 'residents.csv'),
    outDir,
    villages,
    seed: 3,
  });
  key = (await readFile(join(outDir, 'rows.csv'), 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
});
afterAll(() => rm(branch, { recursive: true, force: true }));

const bytes = (at: number) => readFile(join(outDir, files[at]?.file as string));
const lines = async (at: number, encoding: string) =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(await bytes(at)).split(/\r?\n/);
const linesOf = (at: number) => key.filter(([file]) => file === files[at]?.file);

test('every village gets a file, every resident a line', () => {
  expect(files.map(({ village }) => village)).toEqual(villages);
  expect(files.map(({ kind }) => kind)).toEqual(['xlsx', 'csv', 'csv', 'csv', 'xlsx', 'csv']);
  for (const [at, file] of files.entries()) {
    expect(linesOf(at)).toHaveLength(file.residents);
    expect(file.malformed).toBeGreaterThanOrEqual(5);
  }
  expect(new Set(key.map(([, , resident]) => resident)).size).toBe(key.length);
});

test('an XLSX has titles above its header, dates as dates and a total below', async () => {
  const { sheets } = await readXlsx(await bytes(0));
  const rows = sheets[0]?.rows ?? [];
  expect(rows[0]?.[0]).toMatch(/^DATA PENDUDUK DESA/);
  expect(files[0]?.headerLine).toBe(4);
  expect(rows[3]).toContain('NAMA LENGKAP');
  const line = Number(linesOf(0)[0]?.[1]);
  expect(rows[line - 1]?.some((cell) => cell instanceof Date)).toBe(true);
  expect(String(rows.at(-1)?.[0])).toMatch(/^JUMLAH PENDUDUK/);
});

test('a spreadsheet of bare serial numbers and of NIKs turned into numbers', async () => {
  const { sheets } = await readXlsx(await bytes(4));
  const rows = (sheets[0]?.rows ?? []).slice(1);
  expect(rows.some((row) => typeof row[1] === 'number' && row[1] > 1e15)).toBe(true);
  expect(
    rows.filter((row) => typeof row[4] === 'number' && row[4] > 3000 && row[4] < 47000).length,
  ).toBeGreaterThan(20);
});

test('a Windows-1252 file with semicolons and apostrophes', async () => {
  expect([...(await bytes(1))]).toContain(0x96);
  const text = await lines(1, 'windows-1252');
  expect(text[0]).toBe('No;NIK;No KK;Nama;L/P;Tempat Lahir;Tanggal Lahir;Alamat;Banjar;Pekerjaan');
  expect(text.some((line) => /^\d+;'\d{16};/.test(line))).toBe(true);
  expect(text.some((line) => /;\d{2}\/\d{2}\/\d{4};/.test(line))).toBe(true);
});

test('a UTF-8 file with a byte order mark and dates in words', async () => {
  expect([...(await bytes(2)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = await lines(2, 'utf-8');
  expect(text.some((line) => /,\d{1,2} (Juli|Mei|Agustus) \d{4},/.test(line))).toBe(true);
});

test('a tab-separated file whose lines are those the key names', async () => {
  const text = await lines(3, 'utf-8');
  expect(files[3]?.headerLine).toBe(3);
  const residents = await readFile(join(branch, 'residents.csv'), 'utf8');
  for (const [, line, id] of linesOf(3).slice(0, 40)) {
    const row = residents.split('\n').find((candidate) => candidate.startsWith(id as string)) as string;
    const nik = text[Number(line) - 1]?.split('\t')[2];
    expect(row.split(',')[1]).toBe(nik);
  }
});

test('a file whose NIKs partly became floats', async () => {
  const text = await lines(5, 'utf-8');
  expect(text.some((line) => /^\d,\d{5}E\+15;/.test(line))).toBe(true);
  expect(text.at(-2)).toMatch(/^JUMLAH;;\d+$/);
});

test('refuses codes that are none and villages without residents', async () => {
  const residentsFile = join(branch, 'residents.csv');
  const write = (code: string) =>
    writeMessyVillageFiles({ residentsFile, outDir, villages: [code], seed: 1 });
  await expect(write('51.71')).rejects.toThrow(expect.objectContaining({ code: 'not-found' }));
  await expect(write('Sesetan')).rejects.toThrow(expect.objectContaining({ code: 'area-code-invalid' }));
});
