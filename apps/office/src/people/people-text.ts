import { defineText } from '../text/define-text.ts';

/** Words for the codes of people and cards: reasons, kinds, ways of linking, segments, verdicts. */
export const peopleText = defineText({
  id: {
    reasons: {
      'no-candidate': 'Tidak ada yang mirip',
      'weak-candidate': 'Ada yang mirip, tetapi tidak cukup meyakinkan',
      'claimed-candidate': 'Yang paling mirip milik orang lain',
      newborn: 'Bayi, ibunya terlindungi',
      'duplicate-resident': 'Tercatat dua kali di daftar penduduk',
      decided: 'Menurut keputusan peninjau',
    } as Record<string, string>,
    kinds: { arrears: 'Menunggak', lapsed: 'Mutasi', ended: 'Berakhir', unknown: 'Tidak diketahui' },
    tiers: {
      nik: 'NIK sama dan orangnya cocok',
      'nik-review': 'NIK sama, data lain berbeda',
      probable: 'Mirip',
      household: 'Bukti keluarga',
      decided: 'Diputuskan peninjau',
    } as Record<string, string>,
    segments: {
      PBI_APBN: 'PBI (APBN)',
      PBPU_PEMDA: 'Didaftarkan pemda',
      PPU_PN: 'Penyelenggara negara',
      PPU_BU: 'Pekerja badan usaha',
      PBPU: 'Mandiri',
      BP: 'Bukan pekerja',
    } as Record<string, string>,
    statuses: { AKTIF: 'Aktif', NONAKTIF: 'Tidak aktif' } as Record<string, string>,
    sexes: { L: 'Laki-laki', P: 'Perempuan' },
    states: {
      linked: 'Terhubung',
      uncovered: 'Belum terdaftar',
      duplicate: 'Kartu ganda',
      unmatched: 'Tanpa penduduk',
    },
    verdicts: { same: 'Orang yang sama', different: 'Orang berbeda', unsure: 'Ragu', withdrawn: 'Ditarik' },
    class: (name: string) => `kelas ${name}`,
    unknown: 'tidak ada',
  },
  en: {
    reasons: {
      'no-candidate': 'Nobody similar',
      'weak-candidate': 'Someone similar, but not convincingly so',
      'claimed-candidate': 'The most similar belongs to someone else',
      newborn: 'Baby, mother covered',
      'duplicate-resident': 'Twice in the population register',
      decided: 'By a reviewer’s decision',
    } as Record<string, string>,
    kinds: { arrears: 'In arrears', lapsed: 'Lapsed', ended: 'Ended', unknown: 'Unknown' },
    tiers: {
      nik: 'Same NIK, person agrees',
      'nik-review': 'Same NIK, other data differ',
      probable: 'Similar',
      household: 'Household evidence',
      decided: 'Decided by a reviewer',
    } as Record<string, string>,
    segments: {
      PBI_APBN: 'PBI (state budget)',
      PBPU_PEMDA: 'By local government',
      PPU_PN: 'State employee',
      PPU_BU: 'Company employee',
      PBPU: 'Own account',
      BP: 'Non-worker',
    } as Record<string, string>,
    statuses: { AKTIF: 'Active', NONAKTIF: 'Inactive' } as Record<string, string>,
    sexes: { L: 'Male', P: 'Female' },
    states: {
      linked: 'Linked',
      uncovered: 'Not registered',
      duplicate: 'Duplicate card',
      unmatched: 'Without a resident',
    },
    verdicts: {
      same: 'Same person',
      different: 'Different people',
      unsure: 'Unsure',
      withdrawn: 'Withdrawn',
    },
    class: (name: string) => `class ${name}`,
    unknown: 'none',
  },
});
