import { expect, test } from 'vitest';
import { madeUpPeople } from '../test-files/made-up-people.ts';
import { detectColumns, type FileColumn, mappingOf } from './detect-columns.ts';

const people = madeUpPeople(60);
const column = (index: number, name: string, samples: readonly string[] = []): FileColumn => ({
  index,
  name,
  samples,
});
const unnamed = (index: number, samples: readonly string[]): FileColumn => ({
  index,
  name: `Kolom ${index + 1}`,
  unnamed: true,
  samples,
});
const canonicals = (columns: FileColumn[], kind: 'residents' | 'members' = 'residents') =>
  detectColumns(columns, kind).map(({ canonical }) => canonical);

const headers: Array<[header: string, canonical: string | null, kind?: 'residents' | 'members']> = [
  ['NAMA LENGKAP', 'nama'],
  ['NAMA', 'nama'],
  ['Nama sesuai KTP', 'nama'],
  ['NAMA IBU KANDUNG', null],
  ['TGL LAHIR', 'tanggal_lahir'],
  ['Tanggal_Lahir', 'tanggal_lahir'],
  ['NO KK', 'no_kk'],
  ['NO. KARTU KELUARGA', 'no_kk'],
  ['JK', 'jenis_kelamin'],
  ['L/P', 'jenis_kelamin'],
  ['JENIS KELAMIN', 'jenis_kelamin'],
  ['KODE WILAYAH', 'kode_desa'],
  ['DESA/KELURAHAN', 'kode_desa'],
  ['NO HP', 'no_hp'],
  ['TELEPON', 'no_hp'],
  ['SHDK', 'hubungan_keluarga'],
  ['Hub. Keluarga', 'hubungan_keluarga'],
  ['NIK (16 angka)', 'nik'],
  ['NOKA', 'no_kartu', 'members'],
  ['NO KARTU', 'no_kartu', 'members'],
  ['STATUS KEPESERTAAN', 'status', 'members'],
  ['STATUS', null, 'residents'],
  ['NO', null],
  ['KETERANGAN', null],
];
test.each(headers)('header %s is %s', (header, canonical, kind) => {
  expect(canonicals([column(0, header)], kind)).toEqual([canonical]);
});

test('without headers, values decide', () => {
  const columns = [
    unnamed(
      0,
      people.map((_, i) => String(i + 1)),
    ),
    unnamed(
      1,
      people.map(({ no_kk }) => no_kk),
    ),
    unnamed(
      2,
      people.map(({ nik }) => nik),
    ),
    unnamed(
      3,
      people.map(({ nama }, i) => `${nama} ${'ABCDEFGHIJ'[i % 10]}${'KLMNOPQRST'[i % 7]}`),
    ),
    unnamed(
      4,
      people.map(({ jenis_kelamin }) => jenis_kelamin),
    ),
    unnamed(
      5,
      people.map(({ tanggal_lahir }) => tanggal_lahir),
    ),
    unnamed(
      6,
      people.map(({ kode_desa }) => kode_desa),
    ),
    unnamed(
      7,
      people.map(({ no_hp }) => no_hp),
    ),
  ];
  const guesses = detectColumns(columns, 'residents');
  expect(guesses.map(({ canonical }) => canonical)).toEqual([
    null,
    'no_kk',
    'nik',
    'nama',
    'jenis_kelamin',
    'tanggal_lahir',
    'kode_desa',
    'no_hp',
  ]);
  for (const { confidence, canonical, reason } of guesses)
    if (canonical) {
      expect(confidence).toBeGreaterThan(0.4);
      expect(confidence).toBeLessThan(0.8);
      expect(reason).toMatch(/%/);
    }
});

test('values can speak against a header', () => {
  const dates = people.map(({ tanggal_lahir }) => tanggal_lahir);
  const niks = people.map(({ nik }) => nik);
  const guesses = detectColumns(
    [column(0, 'NIK', dates), column(1, 'TGL LAHIR', niks), column(2, 'NAMA')],
    'residents',
  );
  expect(guesses[0]).toMatchObject({ canonical: 'tanggal_lahir' });
  expect(guesses[1]).toMatchObject({ canonical: 'nik' });
});

test('numbers of relatives are not taken for the person', () => {
  const niks = people.map(({ nik }) => nik);
  expect(
    canonicals([
      column(0, 'NIK IBU', niks),
      column(
        1,
        'NAMA KEPALA KELUARGA',
        people.map(({ nama }) => nama),
      ),
    ]),
  ).toEqual([null, null]);
});

test('a village code wins over a village name', () => {
  const columns = [column(0, 'DESA', ['SESETAN']), column(1, 'KODE DESA', ['51.71.01.1003'])];
  expect(canonicals([columns[0] as FileColumn])).toEqual(['kode_desa']);
  expect(canonicals(columns)).toEqual([null, 'kode_desa']);
});

test('the mapping follows the guesses', () => {
  expect(mappingOf(detectColumns([column(0, 'NAMA'), column(1, 'X')], 'residents'))).toEqual({
    columns: [
      { column: 0, canonical: 'nama' },
      { column: 1, canonical: null },
    ],
  });
});
