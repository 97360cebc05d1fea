import type { Bilingual } from './bilingual.ts';

/** What the search keys of the built-in model (its blocking rules) are made of, by the parts of their names. */
export const SEARCH_PARTS: Record<string, Bilingual> = {
  'birth date': { id: 'tanggal lahir', en: 'date of birth' },
  'birth date of the NIK': { id: 'tanggal di dalam NIK', en: 'date in the NIK' },
  'birth year': { id: 'tahun lahir', en: 'year of birth' },
  'birth order': { id: 'urutan lahir', en: 'birth order' },
  'day and month swapped': { id: 'hari dan bulan tertukar', en: 'day and month swapped' },
  'year and month': { id: 'tahun dan bulan lahir', en: 'year and month of birth' },
  'day and month': { id: 'hari dan bulan lahir', en: 'day and month of birth' },
  'year and day': { id: 'tahun dan hari lahir', en: 'year and day of birth' },
  'a word': { id: 'satu kata nama', en: 'a word of the name' },
  'a rare word': { id: 'satu kata jarang', en: 'a rare word' },
  'two rarest words': { id: 'dua kata terjarang', en: 'the two rarest words' },
  'all words': { id: 'semua kata nama', en: 'all words of the name' },
  'unnamed child': { id: 'bayi belum bernama', en: 'a child without a name' },
  'family card': { id: 'kartu keluarga', en: 'family card' },
  'linked family': { id: 'keluarga yang sudah terhubung', en: 'a linked family' },
  NIK: { id: 'NIK', en: 'NIK' },
  'NIK place and date': { id: 'wilayah dan tanggal di dalam NIK', en: 'place and date in the NIK' },
  'NIK end': { id: 'akhir NIK', en: 'end of the NIK' },
  phone: { id: 'telepon', en: 'phone' },
  address: { id: 'alamat', en: 'address' },
  village: { id: 'desa', en: 'village' },
  sex: { id: 'jenis kelamin', en: 'sex' },
};

/** A search key in words: its parts, which are separated by commas, joined by '+'. */
export function searchWords(name: string): Bilingual {
  const parts = name.split(', ').map((part) => SEARCH_PARTS[part] ?? { id: part, en: part });
  return { id: parts.map(({ id }) => id).join(' + '), en: parts.map(({ en }) => en).join(' + ') };
}
