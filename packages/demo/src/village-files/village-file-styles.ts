import {
  addressWithDash,
  asDate,
  asSerial,
  type CellHabit,
  dayFirst,
  inWords,
  isoOrSerial,
  nikSometimesFloat,
  nikSometimesNumber,
  nikWithApostrophe,
  nikWithSpaces,
  plain,
  position,
  sexAs,
  undottedVillage,
} from './cell-habits.ts';

/** How one village keeps and sends its register. */
export interface VillageFileStyle {
  readonly kind: 'xlsx' | 'csv';
  readonly extension: 'xlsx' | 'csv' | 'txt';
  readonly delimiter: ',' | ';' | '\t';
  readonly encoding: 'utf8' | 'utf8-bom' | 'windows-1252';
  readonly lineEnd: '\n' | '\r\n';
  /** Lines above the header; {desa} stands for the village. An empty text is an empty line. */
  readonly titles: readonly string[];
  readonly columns: readonly (readonly [header: string, habit: CellHabit])[];
  /** What the last row says; {n} stands for the number of residents. */
  readonly total: string;
}

const village: CellHabit = () => '{desa}';

/** Styles seen in the field, in the order they are dealt out to villages. */
export const villageFileStyles: readonly VillageFileStyle[] = [
  {
    kind: 'xlsx',
    extension: 'xlsx',
    delimiter: ',',
    encoding: 'utf8',
    lineEnd: '\n',
    titles: ['DATA PENDUDUK DESA {desa}', 'KEADAAN BULAN OKTOBER 2026', ''],
    columns: [
      ['NO', position],
      ['NO. KK', plain('no_kk')],
      ['NIK', nikSometimesNumber],
      ['NAMA LENGKAP', plain('nama')],
      ['JK', plain('jenis_kelamin')],
      ['TEMPAT LAHIR', plain('tempat_lahir')],
      ['TGL LAHIR', asDate],
      ['HUB. KELUARGA', plain('hubungan_keluarga')],
      ['PEKERJAAN', plain('pekerjaan')],
      ['ALAMAT', plain('alamat')],
      ['BANJAR', plain('banjar')],
      ['DESA/KELURAHAN', village],
      ['NO. HP', plain('no_hp')],
    ],
    total: 'JUMLAH PENDUDUK: {n}',
  },
  {
    kind: 'csv',
    extension: 'csv',
    delimiter: ';',
    encoding: 'windows-1252',
    lineEnd: '\r\n',
    titles: [],
    columns: [
      ['No', position],
      ['NIK', nikWithApostrophe],
      ['No KK', plain('no_kk')],
      ['Nama', plain('nama')],
      ['L/P', plain('jenis_kelamin')],
      ['Tempat Lahir', plain('tempat_lahir')],
      ['Tanggal Lahir', dayFirst('/')],
      ['Alamat', addressWithDash],
      ['Banjar', plain('banjar')],
      ['Pekerjaan', plain('pekerjaan')],
    ],
    total: 'Total {n} jiwa',
  },
  {
    kind: 'csv',
    extension: 'csv',
    delimiter: ',',
    encoding: 'utf8-bom',
    lineEnd: '\n',
    titles: [],
    columns: [
      ['nama_lengkap', plain('nama')],
      ['nik', nikWithSpaces],
      ['nomor_kk', plain('no_kk')],
      ['kelamin', sexAs('Laki-laki', 'Perempuan')],
      ['tgl_lahir', inWords],
      ['kode_wilayah', undottedVillage],
      ['alamat', plain('alamat')],
      ['shdk', plain('hubungan_keluarga')],
    ],
    total: 'TOTAL {n}',
  },
  {
    kind: 'csv',
    extension: 'txt',
    delimiter: '\t',
    encoding: 'utf8',
    lineEnd: '\r\n',
    titles: ['REGISTER PENDUDUK {desa}', ''],
    columns: [
      ['NAMA PENDUDUK', plain('nama')],
      ['NOMOR KK', plain('no_kk')],
      ['NOMOR INDUK KEPENDUDUKAN', plain('nik')],
      ['JENIS KELAMIN', sexAs('LAKI-LAKI', 'PEREMPUAN')],
      ['TANGGAL LAHIR', dayFirst('-')],
      ['KODE DESA', plain('kode_desa')],
      ['LINGKUNGAN', plain('banjar')],
      ['TELEPON', plain('no_hp')],
    ],
    total: 'Jumlah\t{n}',
  },
  {
    kind: 'xlsx',
    extension: 'xlsx',
    delimiter: ',',
    encoding: 'utf8',
    lineEnd: '\n',
    titles: [],
    columns: [
      ['Nama', plain('nama')],
      ['No. NIK', nikSometimesNumber],
      ['No. KK', plain('no_kk')],
      ['L/P', sexAs('LK', 'PR')],
      ['Tgl. Lahir', asSerial],
      ['Dusun', plain('banjar')],
      ['Desa', village],
    ],
    total: 'Jumlah {n}',
  },
  {
    kind: 'csv',
    extension: 'csv',
    delimiter: ';',
    encoding: 'utf8',
    lineEnd: '\n',
    titles: ['Data penduduk {desa}'],
    columns: [
      ['NIK', nikSometimesFloat],
      ['NO KARTU KELUARGA', plain('no_kk')],
      ['NAMA', plain('nama')],
      ['KELAMIN', sexAs('1', '2')],
      ['TANGGAL_LAHIR', isoOrSerial],
      ['ALAMAT', plain('alamat')],
      ['PEKERJAAN', plain('pekerjaan')],
    ],
    total: 'JUMLAH;;{n}',
  },
];
