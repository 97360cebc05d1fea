import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateBranch } from '@jangkau/demo';
import { isProblem, maskNik } from '@jangkau/kernel';
import { Engine, sqlString } from '@jangkau/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision } from '../mapping-options.ts';
import { prepareMembers } from '../prepare-members.ts';
import { runMapping } from '../run-mapping.ts';
import { explainResident } from './explain-resident.ts';

let folder: string;
let engine: Engine;
let run: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jangkau-explain-'));
  engine = await Engine.open({ threads: 1 });
  await generateBranch({ residents: 3000, seed: 34, outDir: folder });
  run = join(folder, 'run');
  await map(run);
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function map(out: string, decisions: Decision[] = [], members = 'members.csv'): Promise<void> {
  await runMapping({
    residents: [join(folder, 'residents.csv')],
    members: [join(folder, members)],
    asOf: '2026-10-31',
    out,
    decisions,
  });
}

type Text = Record<string, string>;
async function find(file: string, where: string): Promise<Text> {
  const [row] = await engine.rows<Text>(
    `SELECT * FROM read_csv(${sqlString(file)}, all_varchar = true, header = true) WHERE ${where} LIMIT 1`,
  );
  if (!row) throw new Error(`no row in ${file} where ${where}`);
  return row;
}
const inRun = (name: string, where: string) => find(join(run, name), where);
const residentRow = (id: string) => find(join(folder, 'residents.csv'), `no_penduduk = ${sqlString(id)}`);

test('a link by NIK: both records, the rule that accepted it, the NIK masked', async () => {
  const link = await inRun('links.csv', `tier = 'nik'`);
  const resident = await residentRow(link.no_penduduk as string);
  const text = await explainResident({ run, resident: link.no_penduduk as string });
  expect(text).toContain(`TERHUBUNG dengan kartu ${link.no_kartu}`);
  expect(text).toContain(resident.nama);
  expect(text).toMatch(/Aturan yang menerimanya: NIK sama, /);
  expect(text).toMatch(/Accepting rule: same NIK, /);
  expect(text).toContain(maskNik(resident.nik as string));
  expect(text).not.toContain(resident.nik);
  expect(text).not.toContain(resident.no_kk);
});

test('a run against a prepared member register shows the same records and the same rule', async () => {
  const prepared = join(folder, 'run-prepared');
  await prepareMembers({
    members: [join(folder, 'members.csv')],
    out: join(folder, 'members.duckdb'),
    asOf: '2026-10-31',
  });
  await map(prepared, [], 'members.duckdb');
  for (const tier of ['nik', 'probable']) {
    const { no_penduduk: resident = '' } = await inRun('links.csv', `tier = '${tier}'`);
    // Weights differ a little: words are counted among all members and not among those without a link.
    const records = async (of: string) => {
      const lines = (await explainResident({ run: of, resident })).split('\n');
      const from = lines.findIndex((line) => line.includes('Register penduduk'));
      return lines
        .slice(
          from,
          lines.findIndex((line) => line.startsWith('  Status')),
        )
        .concat(lines.filter((line) => line.startsWith('Accepting rule')));
    };
    expect((await records(run)).length).toBeGreaterThan(8);
    expect(await records(prepared)).toEqual(await records(run));
  }
});

test('a scored link: the waterfall adds up to its sum, from the prior on', async () => {
  const link = await inRun('links.csv', `tier = 'probable'`);
  const text = await explainResident({ run, resident: link.no_penduduk as string });
  expect(text).toContain('NIK berbeda atau kosong, data lain cocok');
  expect(text).toContain('Ditemukan lewat: ');
  expect(text).toContain('Sebelum membandingkan');
  const bars = [...text.matchAll(/^ +([+-]?\d+,\d) +([+-]?\d+,\d) {2}.*\((.+): .+\)$/gm)];
  expect(bars.map((bar) => bar[3])).toEqual(
    expect.arrayContaining(['NIK', 'Name', 'Date of birth', 'Family']),
  );
  const bits = bars.map((bar) => Number(bar[1]?.replace(',', '.')));
  const total = Number(/Jumlah bukti ([+-]?\d+,\d) bit/.exec(text)?.[1]?.replace(',', '.'));
  expect(bits.reduce((a, b) => a + b, 0)).toBeCloseTo(total, -0.5);
  expect(bars.at(-1)?.[2]?.replace(',', '.')).toBe((total > 0 ? '+' : '') + total.toFixed(1));
});

test('a resident whom no search key found is explained too', async () => {
  const listed = await inRun('uncovered.csv', `reason = 'no-candidate'`);
  const text = await explainResident({ run, resident: listed.no_penduduk as string });
  expect(text).toContain('BELUM TERDAFTAR, peluang ');
  expect(text).toContain('Tidak ada kartu yang mirip di berkas peserta (alasan no-candidate)');
  expect(text).toContain((await residentRow(listed.no_penduduk as string)).nama);
});

test('an inactive card is named with its kind', async () => {
  const inactive = await inRun('inactive.csv', `kind = 'arrears'`);
  const text = await explainResident({ run, resident: inactive.no_penduduk as string });
  expect(text).toContain('Kartunya TIDAK AKTIF, menunggak');
});

test('a decision is named as what settled the pair, and a card that went to another says to whom', async () => {
  const loser = await inRun('links.csv', `tier = 'probable'`);
  const winner = await inRun('uncovered.csv', 'true');
  const card = loser.no_kartu as string;
  const decided = join(folder, 'decided');
  await map(decided, [
    { no_penduduk: loser.no_penduduk as string, no_kartu: card, verdict: 'different' },
    { no_penduduk: winner.no_penduduk as string, no_kartu: card, verdict: 'same' },
  ]);
  const won = await explainResident({ run: decided, resident: winner.no_penduduk as string });
  expect(won).toContain(`TERHUBUNG dengan kartu ${card}`);
  expect(won).toContain('Diputuskan peninjau');
  expect(won).toContain('keputusannya mengalahkan bukti');
  const lost = await explainResident({ run: decided, resident: loser.no_penduduk as string });
  expect(lost).toContain('BELUM TERDAFTAR');
  expect(lost).toContain(`Kartu ini terhubung dengan penduduk ${winner.no_penduduk}`);
});

test('without the registers the explanation goes on and says so', async () => {
  const link = await inRun('links.csv', `tier = 'nik'`);
  const [here, there] = [join(folder, 'members.csv'), join(folder, 'elsewhere.csv')];
  await rename(here, there);
  try {
    const text = await explainResident({ run, resident: link.no_penduduk as string });
    expect(text).toContain('Berkas members.csv sudah tidak ada');
    expect(text).toContain('Terhubung langsung lewat NIK');
  } finally {
    await rename(there, here);
  }
});

test('an unknown resident and an unknown run are problems', async () => {
  const nobody = await explainResident({ run, resident: 'tidak-ada' }).catch((e) => e);
  expect(isProblem(nobody, 'resident-not-found')).toBe(true);
  const nowhere = await explainResident({ run: join(folder, 'nowhere'), resident: 'x' }).catch((e) => e);
  expect(isProblem(nowhere, 'run-not-found')).toBe(true);
});
