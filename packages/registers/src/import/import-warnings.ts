import { type Engine, sqlName } from '@jangkau/linkage';
import { earliestBirth } from '../sql/date-sql.ts';
import { fillerNikSql, roundedNikSql } from '../sql/nik-text-sql.ts';
import type { ImportWarning, ImportWarningCode } from './import-options.ts';

const texts: Record<ImportWarningCode, readonly [id: string, en: string]> = {
  'ids-made-up': [
    'Baris tanpa nomor; dibuatkan dari nomor barisnya.',
    'Rows without a number; one was made from the line.',
  ],
  'ids-repeated': ['Nomor yang berulang; diberi akhiran #2, #3.', 'Repeated numbers; #2, #3 were added.'],
  'nik-lost-digits': [
    'NIK tersimpan sebagai angka Excel dan kehilangan angka belakangnya.',
    'NIKs kept as Excel numbers have lost their last digits.',
  ],
  'nik-placeholder': ['NIK pengisi seperti 0000000000000000.', 'Filler NIKs such as 0000000000000000.'],
  'nik-unreadable': [
    'NIK tidak sah: bukan 16 angka atau tanggalnya mustahil.',
    'Invalid NIKs: not 16 digits or an impossible date.',
  ],
  'born-implausible': [
    `Tanggal lahir sebelum 1900 atau sesudah hari ini.`,
    'Birth dates before 1900 or after today.',
  ],
  'born-unreadable': ['Tanggal lahir tidak dapat dibaca.', 'Birth dates that cannot be read.'],
  'village-unknown': [
    'Desa tidak dikenal atau kodenya tidak sah.',
    'Villages not known or with an invalid code.',
  ],
  'sheets-not-read': [
    'Lembar lain di buku kerja tidak dibaca.',
    'Other sheets of the workbook were not read.',
  ],
  'columns-unsure': [
    'Kolom yang dikenali hanya dari isinya; periksa.',
    'Columns recognised by their values only; check them.',
  ],
  'nothing-used': ['Tidak satu pun baris dapat dipakai.', 'Not a single row could be used.'],
};

/** A warning about `count` rows, sheets or columns. */
export function importWarning(code: ImportWarningCode, count: number): ImportWarning {
  const [message, messageEn] = texts[code];
  return { code, count, message, messageEn };
}

/** What the NIKs and birth dates that could not be used look like, as warnings. */
export async function valueWarnings(engine: Engine, table: string): Promise<ImportWarning[]> {
  const [row] = await engine.rows<Record<string, number>>(
    `SELECT
       count(*) FILTER (${roundedNikSql('nik_text')}) AS "nik-lost-digits",
       count(*) FILTER (${fillerNikSql('nik_text')}) AS "nik-placeholder",
       count(*) FILTER (nik_text IS NOT NULL) AS niks,
       count(*) FILTER (try_cast(born_text AS DATE) < DATE '${earliestBirth}' OR try_cast(born_text AS DATE) >= DATE '2000-01-01') AS "born-implausible",
       count(*) FILTER (born_text IS NOT NULL) AS borns
     FROM (SELECT nik_text, born_text FROM ${sqlName(table)} WHERE nik_text IS NOT NULL OR born_text IS NOT NULL)`,
  );
  const n = (key: string) => row?.[key] ?? 0;
  const counted: Array<[ImportWarningCode, number]> = [
    ['nik-lost-digits', n('nik-lost-digits')],
    ['nik-placeholder', n('nik-placeholder')],
    ['nik-unreadable', n('niks') - n('nik-lost-digits') - n('nik-placeholder')],
    ['born-implausible', n('born-implausible')],
    ['born-unreadable', n('borns') - n('born-implausible')],
  ];
  return counted.filter(([, count]) => count > 0).map(([code, count]) => importWarning(code, count));
}
