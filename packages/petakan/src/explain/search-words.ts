import type { Bilingual } from './bilingual.ts';

/** The search keys of the built-in model (its blocking rules), by their names in the model. */
export const SEARCH_WORDS: Record<string, Bilingual> = {
  'birth date, a word': { id: 'tanggal lahir, satu kata', en: 'date of birth, a word' },
  'birth date of the NIK, a word': { id: 'tanggal di NIK, satu kata', en: 'date in the NIK, a word' },
  'birth date, village': { id: 'tanggal lahir, desa', en: 'date of birth, village' },
  'birth date, unnamed child': {
    id: 'tanggal lahir, bayi belum bernama',
    en: 'date of birth, a child without a name',
  },
  'a rare word, village': { id: 'satu kata jarang, desa', en: 'a rare word, village' },
  'family card': { id: 'kartu keluarga', en: 'family card' },
  'linked family': { id: 'keluarga yang sudah terhubung', en: 'a linked family' },
  'day and month swapped, a word': {
    id: 'hari dan bulan tertukar, satu kata',
    en: 'day and month swapped, a word',
  },
  'year and month, a word': { id: 'tahun dan bulan, satu kata', en: 'year and month, a word' },
  'day and month, a word': { id: 'hari dan bulan, satu kata', en: 'day and month, a word' },
  'year and day, a word': { id: 'tahun dan hari, satu kata', en: 'year and day, a word' },
  'all words, birth year': { id: 'semua kata, tahun lahir', en: 'all words, birth year' },
  'all words, village': { id: 'semua kata, desa', en: 'all words, village' },
  'two rarest words, village': { id: 'dua kata terjarang, desa', en: 'two rarest words, village' },
  'NIK place and date': { id: 'wilayah dan tanggal di NIK', en: 'place and date in the NIK' },
  'NIK end': { id: 'akhir NIK', en: 'end of the NIK' },
  NIK: { id: 'NIK', en: 'NIK' },
  phone: { id: 'telepon', en: 'phone' },
  'address, a word': { id: 'alamat, satu kata', en: 'address, a word' },
};
