import type { Bilingual } from './bilingual.ts';

/** Why a resident is on the list: the reason codes of uncovered.csv. */
export const REASON_WORDS: Record<string, Bilingual> = {
  'no-candidate': {
    id: 'Tidak ada kartu yang mirip di berkas peserta',
    en: 'Nobody similar in the member file',
  },
  'weak-candidate': {
    id: 'Ada kartu yang mirip, tetapi bukan orang yang sama',
    en: 'A similar card, but not the same person',
  },
  'claimed-candidate': {
    id: 'Kartu yang paling mirip milik orang lain',
    en: 'The most similar card belongs to someone else',
  },
  newborn: {
    id: 'Bayi di bawah satu tahun yang belum punya kartu',
    en: 'A baby under one year without a card',
  },
  'duplicate-resident': {
    id: 'Tercatat dua kali di register desa',
    en: 'Listed twice in the village register',
  },
  decided: {
    id: 'Peninjau menyatakan kartu itu bukan miliknya',
    en: 'A reviewer said the card is not theirs',
  },
};

/** How a resident was linked: the tiers of links.csv. */
export const TIER_WORDS: Record<string, Bilingual> = {
  nik: { id: 'NIK sama dan orangnya cocok', en: 'Same NIK, and the person agrees' },
  'nik-review': {
    id: 'NIK sama, tetapi nama atau tanggal perlu ditimbang',
    en: 'Same NIK, but name or date had to be weighed',
  },
  probable: { id: 'NIK berbeda atau kosong, data lain cocok', en: 'Other or no NIK, the other data agree' },
  household: { id: 'Cocok dengan bukti keluarga', en: 'Linked with evidence from the family' },
  decided: { id: 'Diputuskan peninjau', en: 'Decided by a reviewer' },
};

/** The words of a code, or the code itself for one nobody has words for. */
export function wordsOf(words: Record<string, Bilingual>, code: string): Bilingual {
  return words[code] ?? { id: code, en: code };
}
