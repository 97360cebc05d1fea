import { fillerNikSql, roundedNikSql } from '../sql/nik-text-sql.ts';

/** How much an issue matters: 'error' spoils the mapping, 'warning' weakens it, 'info' is good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** A kind of fault in the rows of a register. */
export interface IssueKind {
  code: string;
  /** Canonical column it is about. */
  column: string;
  /** SQL condition on a row; `nik_dd`, `nik_mm`, `nik_yy`, `name_digits` and `today` are at hand. */
  rows: string;
  /** Share of all rows from which it is a warning, and an error. */
  warnFrom: number;
  errorFrom: number;
  id: string;
  en: string;
}

const never = 2;

/** Faults that are counted row by row. Duplicates and the share of 1 January are counted apart. */
export const issueKinds: readonly IssueKind[] = [
  {
    code: 'nik-missing',
    column: 'nik',
    rows: 'nik IS NULL AND nik_text IS NULL',
    warnFrom: 0.02,
    errorFrom: 0.3,
    id: 'NIK kosong',
    en: 'NIK missing',
  },
  {
    code: 'nik-placeholder',
    column: 'nik',
    rows: fillerNikSql('nik_text'),
    warnFrom: 0.005,
    errorFrom: 0.2,
    id: 'NIK pengisi (angka yang sama semua)',
    en: 'Filler NIK (one repeated digit)',
  },
  {
    code: 'nik-lost-digits',
    column: 'nik',
    rows: roundedNikSql('nik_text'),
    warnFrom: 0,
    errorFrom: 0.05,
    id: 'NIK rusak karena disimpan sebagai angka Excel',
    en: 'NIK damaged by being kept as an Excel number',
  },
  {
    code: 'nik-invalid',
    column: 'nik',
    rows: `nik_text IS NOT NULL AND NOT ${fillerNikSql('nik_text')} AND NOT ${roundedNikSql('nik_text')}`,
    warnFrom: 0.005,
    errorFrom: 0.2,
    id: 'NIK tidak sah',
    en: 'NIK invalid',
  },
  {
    code: 'nik-sex-mismatch',
    column: 'jenis_kelamin',
    rows: 'nik IS NOT NULL AND sex <> CASE WHEN nik_dd > 40 THEN 2 ELSE 1 END',
    warnFrom: 0.01,
    errorFrom: 0.2,
    id: 'Jenis kelamin berbeda dengan NIK',
    en: 'Sex differs from the NIK',
  },
  {
    code: 'nik-birth-mismatch',
    column: 'tanggal_lahir',
    rows: 'day(born) <> CASE WHEN nik_dd > 40 THEN nik_dd - 40 ELSE nik_dd END OR month(born) <> nik_mm OR year(born) % 100 <> nik_yy',
    warnFrom: 0.05,
    errorFrom: 0.4,
    id: 'Tanggal lahir berbeda dengan NIK',
    en: 'Birth date differs from the NIK',
  },
  {
    code: 'born-missing',
    column: 'tanggal_lahir',
    rows: 'born IS NULL AND born_text IS NULL',
    warnFrom: 0.02,
    errorFrom: 0.5,
    id: 'Tanggal lahir kosong',
    en: 'Birth date missing',
  },
  {
    code: 'born-invalid',
    column: 'tanggal_lahir',
    rows: 'born_text IS NOT NULL',
    warnFrom: 0.005,
    errorFrom: 0.2,
    id: 'Tanggal lahir tidak terbaca atau mustahil',
    en: 'Birth date unreadable or impossible',
  },
  {
    code: 'age-implausible',
    column: 'tanggal_lahir',
    rows: 'born < today - INTERVAL 110 YEAR',
    warnFrom: 0.0005,
    errorFrom: 0.05,
    id: 'Umur di atas 110 tahun',
    en: 'Older than 110 years',
  },
  {
    code: 'name-digits',
    column: 'nama',
    rows: 'name_digits',
    warnFrom: 0.005,
    errorFrom: 0.2,
    id: 'Nama berisi angka',
    en: 'Name with digits',
  },
  {
    code: 'kk-missing',
    column: 'no_kk',
    rows: 'kk IS NULL',
    warnFrom: 0.1,
    errorFrom: never,
    id: 'Nomor KK kosong atau tidak sah',
    en: 'Family card number missing or invalid',
  },
  {
    code: 'sex-missing',
    column: 'jenis_kelamin',
    rows: 'sex IS NULL',
    warnFrom: 0.1,
    errorFrom: never,
    id: 'Jenis kelamin kosong atau tidak terbaca',
    en: 'Sex missing or unreadable',
  },
  {
    code: 'village-missing',
    column: 'kode_desa',
    rows: 'village IS NULL',
    warnFrom: 0.01,
    errorFrom: 0.5,
    id: 'Desa kosong atau tidak dikenal',
    en: 'Village missing or unknown',
  },
];
