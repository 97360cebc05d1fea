import type { Bilingual } from './bilingual.ts';

/** Why a pair with the same NIK was accepted at once: the accepting rules of the built-in model's first tier. */
export const NIK_RULE_WORDS: Record<string, Bilingual> = {
  'same-date-and-name': {
    id: 'NIK sama, tanggal lahir sama, dan namanya sama atau sangat mirip',
    en: 'same NIK, same date of birth, and the same or a very similar name',
  },
  'near-date-same-name': {
    id: 'NIK sama, namanya sama, hari dan bulan lahir sama, hanya tahunnya berbeda',
    en: 'same NIK, same name, same day and month of birth; only the year differs',
  },
  'slipped-date-same-name': {
    id: 'NIK sama, namanya sama, tahun dan bulan lahir sama, hanya harinya berbeda',
    en: 'same NIK, same name, same year and month of birth; only the day differs',
  },
  'slipped-month-same-name': {
    id: 'NIK sama, namanya sama, tahun dan hari lahir sama, hanya bulannya berbeda',
    en: 'same NIK, same name, same year and day of birth; only the month differs',
  },
  'swapped-date-same-name': {
    id: 'NIK sama, namanya sama, hari dan bulan lahir tertukar',
    en: 'same NIK, same name, day and month of birth swapped',
  },
  'unknown-date-same-name': {
    id: 'NIK sama, namanya sama, tahun lahir sama dan salah satunya ditulis 1 Januari',
    en: 'same NIK, same name, same year of birth and one side says 1 January',
  },
  'no-date-same-name': {
    id: 'NIK sama dan namanya sama; tanggal lahir tidak terisi di salah satu berkas',
    en: 'same NIK and same name; no date of birth on one side',
  },
  'same-date-changed-name': {
    id: 'NIK sama, tanggal lahir sama, namanya masih mirip, dan tidak ada kembarannya di keluarga itu',
    en: 'same NIK, same date of birth, a name that still resembles, and no twin in the family',
  },
  'same-date-and-family': {
    id: 'Tanggal lahir dan nomor KK sama, tidak ada kembaran dalam keluarga itu; nama ditulis lain.',
    en: 'Birth date and family card are the same, with no twin in that family; the name is written differently.',
  },
};
