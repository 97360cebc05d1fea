import type { Random } from '../chance/random.ts';

const stems = [
  'Tengah',
  'Tegal',
  'Pande',
  'Gunung',
  'Batan Poh',
  'Pasekan',
  'Sengguan',
  'Anyar',
  'Kebon',
  'Dukuh',
  'Celuk',
  'Uma',
  'Bantas',
  'Pemenang',
  'Taman',
  'Abian',
  'Sema',
  'Pitik',
  'Lebah',
  'Kerta',
  'Wangaya',
  'Gemeh',
  'Titih',
  'Mertasari',
  'Suwung',
  'Kepisah',
  'Panti',
  'Pekandelan',
  'Bekul',
  'Belong',
  'Jematang',
  'Kaliungu',
  'Antap',
  'Bengkel',
  'Tubuh',
  'Cepaka',
  'Penataran',
  'Buaji',
  'Kedaton',
  'Semaga',
] as const;
const directions = [
  '',
  '',
  ' Kaja',
  ' Kelod',
  ' Kangin',
  ' Kauh',
  ' Gede',
  ' Sari',
  ' Dangin',
  ' Dauh',
] as const;

/** Names for the banjar of one village, all different. */
export function banjarNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const name = random.of(stems) + random.of(directions);
    names.add(names.has(name) ? `${name} ${random.between(1, 9)}` : name);
  }
  return [...names];
}
