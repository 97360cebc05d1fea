import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Random } from './random.ts';

/** One of the villages of the branch, with the residents it is to get. */
export interface Village {
  /** PP.KK.CC.DDDD */
  code: string;
  name: string;
  /** Six digits PPKKCC, the start of NIK and KK numbers issued there. */
  prefix: string;
  regency: string;
  residents: number;
  /** How much more (or less) than the average its people lack cover. */
  uncoveredFactor: number;
  banjars: string[];
}

/** Registered population, semester II 2024, per regency: sets the size of the three parts. */
const REGENCIES: Record<string, number> = { '51.71': 673270, '51.03': 537739, '51.02': 478393 };

const BANJAR_WORDS = [
  'Tengah',
  'Kaja',
  'Kelod',
  'Kangin',
  'Kauh',
  'Pande',
  'Gede',
  'Anyar',
  'Puseh',
  'Dauh Peken',
  'Delod Peken',
  'Batan Poh',
  'Batan Buah',
  'Tegal',
  'Tegeh',
  'Munggu',
  'Sengguan',
  'Pemangkalan',
  'Kebon',
  'Abian',
  'Taman',
  'Bengkel',
  'Gunung',
  'Umacandi',
  'Umadui',
  'Pagutan',
  'Titih',
  'Wangaya',
  'Suwung',
  'Kepisah',
  'Jeroan',
  'Geladag',
  'Mekar Sari',
  'Griya',
  'Sakah',
  'Pitik',
  'Ambengan',
  'Kaliungu',
  'Lumintang',
  'Binoh',
  'Cengkilung',
  'Saba',
  'Dukuh',
  'Penyaringan',
  'Bekul',
  'Pasekan',
  'Cepaka',
  'Bale Agung',
  'Sema',
  'Tangkas',
  'Beraban',
  'Padang',
  'Buduk',
  'Celuk',
  'Mertasari',
  'Batubidak',
];

/** Reads the branch's villages (Denpasar, Badung, Tabanan) from the installed area list. */
export function readVillages(): { code: string; name: string }[] {
  const entry = createRequire(import.meta.url).resolve('idn-area-data/package.json');
  const text = readFileSync(join(dirname(entry), 'data', 'villages.csv'), 'utf8');
  const villages: { code: string; name: string }[] = [];
  for (const line of text.split('\n')) {
    if (!(line.slice(0, 5) in REGENCIES)) continue;
    const [code = '', , name = ''] = line.trim().split(',');
    villages.push({ code, name });
  }
  return villages.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Shares `residents` among the villages: regencies by population, villages by an uneven draw. */
export function planVillages(residents: number, random: Random): Village[] {
  const list = readVillages();
  const weights = list.map(({ code }) => {
    const spread = 0.4 + random.next() + random.next() * random.next() * 2;
    return spread * (code[9] === '1' ? 1.7 : 1);
  });
  const sums: Record<string, number> = {};
  list.forEach(({ code }, i) => {
    const regency = code.slice(0, 5);
    sums[regency] = (sums[regency] ?? 0) + (weights[i] as number);
  });
  const total = Object.values(REGENCIES).reduce((a, b) => a + b, 0);
  let cumulative = 0;
  let given = 0;
  const villages = list.map(({ code, name }, i): Village => {
    const regency = code.slice(0, 5);
    const share =
      ((REGENCIES[regency] as number) / total) * ((weights[i] as number) / (sums[regency] as number));
    cumulative += share;
    const upTo = i === list.length - 1 ? residents : Math.round(cumulative * residents);
    const count = Math.max(0, upTo - given);
    given += count;
    const banjars = new Set<string>();
    const wanted = 3 + random.int(4) + Math.min(8, Math.floor(count / 1500));
    while (banjars.size < wanted) banjars.add(random.pick(BANJAR_WORDS));
    return {
      code,
      name,
      prefix: code.slice(0, 8).replaceAll('.', ''),
      regency,
      residents: count,
      uncoveredFactor: 0.35 + 1.3 * (random.next() * 0.5 + random.next() * random.next()),
      banjars: [...banjars],
    };
  });
  const average = villages.reduce((sum, v) => sum + v.uncoveredFactor * v.residents, 0) / residents;
  for (const village of villages) village.uncoveredFactor /= average;
  return villages;
}
