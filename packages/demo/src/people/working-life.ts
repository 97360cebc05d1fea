import type { Random } from '../chance/random.ts';
import { Weighted, weighted } from '../chance/weighted.ts';
import type { Segment } from './person.ts';

/**
 * Payers of households. Shares of members: PBI APBN 14.9 %, Pemda 27.3 %, PPU 37.2 %, PBPU 18.2 %, BP 2.4 %
 * (branch, June 2023); the split of PPU between state and companies is an estimate.
 */
export const segments = new Weighted<Segment>(
  ['PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU', 'PBPU', 'BP'],
  [14.89, 27.33, 6.1, 31.1, 18.15, 2.43],
);

const poor = weighted({
  'BURUH HARIAN LEPAS': 26,
  'PETANI/PEKEBUN': 26,
  'BELUM/TIDAK BEKERJA': 12,
  'BURUH TANI/PERKEBUNAN': 8,
  PEDAGANG: 8,
  'NELAYAN/PERIKANAN': 3,
  'TUKANG BATU': 6,
  'TUKANG KAYU': 3,
  WIRASWASTA: 8,
});
const own = weighted({
  WIRASWASTA: 52,
  PEDAGANG: 22,
  'PETANI/PEKEBUN': 14,
  PERDAGANGAN: 5,
  'KARYAWAN SWASTA': 7,
});
const company = weighted({
  'KARYAWAN SWASTA': 82,
  'KARYAWAN BUMN': 5,
  'KARYAWAN HONORER': 6,
  GURU: 4,
  PERAWAT: 2,
  BIDAN: 1,
});
const state = weighted({
  'PEGAWAI NEGERI SIPIL': 62,
  GURU: 16,
  'KEPOLISIAN RI': 9,
  'TENTARA NASIONAL INDONESIA': 6,
  'PERANGKAT DESA': 7,
});

/** An occupation that fits age, sex and who pays, in the words of the population register. */
export function anyOccupation(age: number, sex: number, segment: Segment, random: Random): string {
  if (age < 6) return 'BELUM/TIDAK BEKERJA';
  if (age < 19) return 'PELAJAR/MAHASISWA';
  if (age < 23 && random.chance(0.55)) return 'PELAJAR/MAHASISWA';
  if (age > 60 && (segment === 'PPU_PN' || segment === 'BP')) return 'PENSIUNAN';
  if (sex === 1 && random.chance(age > 55 ? 0.5 : 0.3)) return 'MENGURUS RUMAH TANGGA';
  if (age > 72 && random.chance(0.6)) return 'BELUM/TIDAK BEKERJA';
  if (segment === 'PPU_PN') return state.pick(random);
  if (segment === 'PPU_BU') return company.pick(random);
  return segment === 'PBPU' || segment === 'BP' ? own.pick(random) : poor.pick(random);
}

const operators = [811, 812, 813, 819, 821, 822, 852, 853, 857, 858, 859, 877, 878, 881, 882, 895, 896];

/** A mobile number without the leading zero: ten to eleven digits. */
export function anyPhone(random: Random): number {
  const operator = random.of(operators);
  return random.chance(0.75)
    ? operator * 100000000 + random.below(100000000)
    : operator * 10000000 + random.below(10000000);
}
