import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Size of a made-up run directory, and its one random number seed. */
export interface FixtureOptions {
  residents: number;
  seed?: number;
  /** Residents from this key on are left out, and the first ones change state: for comparisons. */
  variant?: 'first' | 'second';
}

const firstNames = ['I WAYAN', 'I MADE', 'I NYOMAN', 'I KETUT', 'NI LUH', 'NI KADEK', 'NI KOMANG', 'I GUSTI'];
const middle = ['SUDIRA', 'ARTA', 'SUKERTA', 'DARMA', 'WIRATA', 'SUCI', 'LESTARI', 'PUTRA', 'YASA', 'MERTA'];
const last = [
  'ADNYANA',
  'WIDANA',
  'ASTAWA',
  'SUARTA',
  'DEWI',
  'ARIANI',
  'KERTI',
  'MUSTIKA',
  'PARWATI',
  'RATIH',
];
const villages = ['51.71.01.1001', '51.71.01.1002', '51.71.02.1003', '51.03.01.1001', '51.02.03.2004'];
const segments = ['PBI_APBN', 'PBPU_PEMDA', 'PPU_BU', 'PBPU', 'BP'];

/**
 * Writes the directory a mapping would have written: load/*.csv, summary.json and two of the lists. One
 * resident in ten has no card, one in nine of the others an inactive one. All people are made up and
 * their NIK end in serial 0000. The content depends on the options alone.
 */
export async function writeFixtureRun(directory: string, options: FixtureOptions): Promise<void> {
  const random = generator(options.seed ?? 1);
  const residents = [
    'resident_key,no_penduduk,nik,no_kk,nama,jenis_kelamin,tempat_lahir,tanggal_lahir,kode_desa,banjar,alamat,hubungan_keluarga,pekerjaan,no_hp,p_uncovered,reason,member_key,probability,tier,best_member_key',
  ];
  const members = [
    'member_key,no_kartu,nik,no_kk,nama,jenis_kelamin,tanggal_lahir,kode_desa,alamat,segmen,kelas,status,no_hp,bucket,resident_key,inactive_kind',
  ];
  const candidates = ['resident_key,member_key,probability,weight,evidence'];
  const perVillage = new Map(
    villages.map((code) => [code, { residents: 0, linked: 0, uncovered: 0, members: 0, inactive: 0 }]),
  );
  let memberKey = 0;
  for (let key = 1; key <= options.residents; key++) {
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const name = `${pick(firstNames)} ${pick(middle)} ${pick(last)}`;
    const village = pick(villages);
    const woman = name.startsWith('NI');
    const [year, month, day] = [1950 + (key % 70), 1 + (key % 12), 1 + (key % 28)];
    const born = `${year}-${two(month)}-${two(day)}`;
    const nik = `${village.replaceAll('.', '').slice(0, 6)}${two(day + (woman ? 40 : 0))}${two(month)}${two(year % 100)}0000`;
    const kk = `5171010101${String(100000 + Math.floor(key / 4)).padStart(6, '0')}`;
    const banjar = `Banjar ${1 + (key % 3)}`;
    let uncovered = key % 10 === 0;
    if (options.variant === 'second' && key % 50 === 0) uncovered = false;
    if (options.variant === 'second' && key % 50 === 1) uncovered = true;
    const inactive = !uncovered && key % 9 === 0;
    const count = perVillage.get(village) as {
      residents: number;
      linked: number;
      uncovered: number;
      members: number;
      inactive: number;
    };
    memberKey++;
    count.residents++;
    count.members++;
    const kind = inactive ? ['arrears', 'lapsed', 'ended', 'unknown'][key % 4] : '';
    const card = `000${String(1_000_000_000 + key)}`;
    const common = `${woman ? 'P' : 'L'},${born},${village}`;
    const doubt = key % 20 === 0;
    const p = uncovered ? (doubt ? 0.55 + (key % 7) / 25 : 0.97) : key % 33 === 0 ? 0.3 : 0.001;
    if (uncovered) {
      count.uncovered++;
      members.push(`${memberKey},${card},,,${name},${common},JL. LAIN ${key},PBPU,2,AKTIF,,unmatched,,`);
    } else {
      count.linked++;
      if (inactive) count.inactive++;
      members.push(
        `${memberKey},${card},${nik},${kk},${name},${common},JL. RAYA ${key},${segments[key % 5]},${1 + (key % 3)},${inactive ? 'NONAKTIF' : 'AKTIF'},,linked,${key},${kind}`,
      );
      if (key % 25 === 0) {
        memberKey++;
        members.push(
          `${memberKey},999${String(1_000_000_000 + key)},${nik},${kk},${name},${common},JL. RAYA ${key},PBPU,3,NONAKTIF,,duplicate,${key},lapsed`,
        );
      }
    }
    const own = memberKey - (!uncovered && key % 25 === 0 ? 1 : 0);
    if (uncovered || key % 33 === 0) {
      const evidence = JSON.stringify([
        { field: 'prior', level: null, label: 'awal', weight: -12 },
        { field: 'nama', level: 3, label: 'nama sama', weight: 9.5 },
        { field: 'tanggal_lahir', level: 2, label: 'tanggal lahir sama', weight: 3.25 },
      ]).replaceAll('"', '""');
      candidates.push(`${key},${own},${(1 - p).toFixed(4)},0.75,"${evidence}"`);
    }
    const result = uncovered
      ? `${p},weak-candidate,,,,${own}`
      : `${p},,${own},${key % 33 === 0 ? 0.7 : 1},${key % 33 === 0 ? 'probable' : 'nik'},${own}`;
    residents.push(
      `${key},P${String(key).padStart(7, '0')},${nik},${kk},${name},${woman ? 'P' : 'L'},DENPASAR,${born},${village},${banjar},"JL. RAYA ${key}, NO. 1",${key % 4 === 0 ? 'KEPALA KELUARGA' : 'ANAK'},PETANI,62812${String(key).padStart(7, '0')},${result}`,
    );
  }
  const villageLines = [...perVillage].map(([code, c]) =>
    [
      code,
      c.residents,
      c.linked,
      c.uncovered,
      c.uncovered * 0.9,
      c.uncovered * 1.1,
      c.residents ? c.linked / c.residents : 0,
      c.members,
      c.inactive,
    ].join(','),
  );
  const head = 'kode_desa,residents,linked,uncovered,uncovered_low,uncovered_high,coverage,members,inactive';
  await mkdir(path.join(directory, 'load'), { recursive: true });
  const write = (file: string, lines: string[]) =>
    writeFile(path.join(directory, file), `${lines.join('\n')}\n`);
  await write('load/residents.csv', residents);
  await write('load/members.csv', members);
  await write('load/candidates.csv', candidates);
  await write('load/villages.csv', [head, ...villageLines]);
  await write('villages.csv', [head, ...villageLines]);
  await write('uncovered.csv', [
    'no_penduduk,nama',
    ...residents
      .slice(1)
      .filter((l) => l.includes('weak-'))
      .map((l) => l.split(',')[1] ?? ''),
  ]);
  await writeFile(path.join(directory, 'summary.json'), JSON.stringify(summary(options.residents)));
}

function summary(residents: number) {
  return {
    runId: 'fixture',
    asOf: '2026-11-21',
    threshold: 0.9,
    stages: [{ stage: 'nik', rowsIn: residents, rowsOut: residents, ms: 1, detail: '' }],
    counts: { residents },
    reconciliation: [
      { equation: 'residents = linked + uncovered', left: residents, right: residents, ok: true },
    ],
  };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** A small seeded generator (mulberry32), so that fixtures are the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
