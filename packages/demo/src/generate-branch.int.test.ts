import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNik, nikParts } from '@jangkau/kernel';
import { parseCsv } from 'hucre/csv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BranchSummary, generateBranch } from './generate-branch.ts';

const folders: string[] = [];

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'jangkau-demo-'));
  folders.push(path);
  return path;
}
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

async function digest(outDir: string): Promise<string[]> {
  const names = ['residents.csv', 'members.csv', 'truth.csv', 'truth.json'];
  const bytes = await Promise.all(names.map((name) => readFile(join(outDir, name))));
  return bytes.map((content) => createHash('sha256').update(content).digest('hex'));
}

type Row = Record<string, string>;
async function rows(path: string): Promise<Row[]> {
  const [header = [], ...lines] = parseCsv(await readFile(path, 'utf8'), { typeInference: false });
  return lines.map((line) =>
    Object.fromEntries(header.map((name, i) => [String(name), String(line[i] ?? '')])),
  );
}

test('the same seed and size give the same bytes, another seed others', async () => {
  const [a, b, c] = [await folder(), await folder(), await folder()];
  await generateBranch({ residents: 3000, seed: 11, outDir: a });
  await generateBranch({ residents: 3000, seed: 11, outDir: b });
  await generateBranch({ residents: 3000, seed: 12, outDir: c });
  expect(await digest(a)).toEqual(await digest(b));
  expect((await digest(a))[0]).not.toBe((await digest(c))[0]);
});

test('refuses sizes, seeds and dates that make no sense', async () => {
  const outDir = await folder();
  for (const wrong of [
    { residents: 0 },
    { residents: 1.5 },
    { seed: -1 },
    { asOf: '2026-13-01' },
    { asOf: '2026-02-30' },
  ]) {
    await expect(generateBranch({ residents: 10, seed: 1, outDir, ...wrong })).rejects.toThrow(
      expect.objectContaining({ status: 422 }),
    );
  }
});

test('stops when told', async () => {
  const signal = AbortSignal.abort();
  await expect(generateBranch({ residents: 30000, seed: 1, outDir: await folder(), signal })).rejects.toThrow(
    expect.objectContaining({ code: 'run-cancelled' }),
  );
});

describe('a branch of 25,000', () => {
  let summary: BranchSummary;
  let residents: Row[];
  let members: Row[];
  let truth: Row[];
  let progress = 0;

  beforeAll(async () => {
    const outDir = await folder();
    summary = await generateBranch({
      residents: 25000,
      seed: 1,
      outDir,
      onProgress: ({ done }) => {
        progress = done;
      },
    });
    [residents, members, truth] = (await Promise.all(
      ['residents.csv', 'members.csv', 'truth.csv'].map((name) => rows(join(outDir, name))),
    )) as [Row[], Row[], Row[]];
    expect(JSON.parse(await readFile(join(outDir, 'truth.json'), 'utf8'))).toEqual(summary);
  });

  test('has exactly the residents asked for, spread over all villages by population', () => {
    expect(residents).toHaveLength(25000);
    expect(progress).toBe(25000);
    expect(new Set(residents.map((row) => row.kode_desa)).size).toBe(238);
    const denpasar = residents.filter((row) => row.kode_desa?.startsWith('51.71')).length;
    const tabanan = residents.filter((row) => row.kode_desa?.startsWith('51.02')).length;
    expect(denpasar / 25000).toBeCloseTo(673270 / 1689402, 2);
    expect(tabanan / 25000).toBeCloseTo(478393 / 1689402, 2);
  });

  test('counts reconcile', () => {
    const { truth: kinds } = summary;
    expect(summary.residents).toBe(kinds.linked + kinds.uncovered + kinds['resident-again']);
    expect(summary.members).toBe(members.length);
    expect(members).toHaveLength(kinds.linked + kinds.duplicate + kinds.dead + kinds.left + kinds.elsewhere);
    expect(truth).toHaveLength(Object.values(kinds).reduce((sum, count) => sum + count, 0));
    expect(summary.uncovered).toBe(truth.filter((row) => row.kind === 'uncovered').length);
  });

  test('every resident and every card is answered for exactly once', () => {
    const ids = residents.map((row) => row.no_penduduk);
    const cards = members.map((row) => row.no_kartu);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(cards).size).toBe(cards.length);
    expect(cards.every((card) => /^\d{13}$/.test(card ?? ''))).toBe(true);
    const own = truth.filter((row) => ['linked', 'uncovered', 'resident-again'].includes(row.kind as string));
    expect(own.map((row) => row.no_penduduk).sort()).toEqual([...ids].sort());
    const answered = truth.filter((row) => row.no_kartu !== '' && row.kind !== 'resident-again');
    expect(answered.map((row) => row.no_kartu).sort()).toEqual([...cards].sort());
    expect(truth.filter((row) => row.kind === 'uncovered').every((row) => row.no_kartu === '')).toBe(true);
    expect(truth.filter((row) => row.kind === 'dead').every((row) => row.no_penduduk === '')).toBe(true);
  });

  test('the truth is consistent: linked people mostly agree, and a plain join on NIK misses some', () => {
    const byCard = new Map(members.map((row) => [row.no_kartu, row]));
    const byId = new Map(residents.map((row) => [row.no_penduduk, row]));
    const linked = truth.filter((row) => row.kind === 'linked');
    const agree = (column: string) =>
      linked.filter((row) => byId.get(row.no_penduduk)?.[column] === byCard.get(row.no_kartu)?.[column])
        .length / linked.length;
    expect(agree('nik')).toBeGreaterThan(0.92);
    expect(agree('nik')).toBeLessThan(0.96);
    expect(agree('tanggal_lahir')).toBeGreaterThan(0.96);
    expect(agree('jenis_kelamin')).toBeGreaterThan(0.985);
    expect(agree('nama')).toBeGreaterThan(0.55);
    const niks = new Set(members.map((row) => row.nik));
    const gap = residents.filter((row) => !niks.has(row.nik as string) || row.nik === '').length;
    expect(gap / 25000).toBeGreaterThan(0.05);
    expect(gap / 25000).toBeLessThan(0.08);
    expect(summary.uncovered / 25000).toBeGreaterThan(0.004);
    expect(summary.uncovered / 25000).toBeLessThan(0.011);
    expect(members.length / 25000).toBeCloseTo(1.0146, 1);
  });

  test('NIKs of residents are valid, unique and made up, but for a few slips', () => {
    const niks = residents.map((row) => row.nik as string).filter((nik) => nik !== '');
    expect(niks.length / 25000).toBeGreaterThan(0.99);
    expect(niks.filter(isNik).length / niks.length).toBeGreaterThan(0.9985);
    expect(new Set(niks).size / niks.length).toBeGreaterThan(0.999);
    expect(niks.filter((nik) => Number(nik.slice(12)) >= 9000).length / niks.length).toBeGreaterThan(0.999);
    const matches = residents.filter((row) => {
      if (!isNik(row.nik as string)) return false;
      const parts = nikParts(row.nik as Parameters<typeof nikParts>[0]);
      return parts.sex === row.jenis_kelamin && parts.birthDay === Number(row.tanggal_lahir?.slice(8));
    });
    expect(matches.length / niks.length).toBeGreaterThan(0.98);
    expect(matches.length).toBeLessThan(niks.length);
    const elsewhere = niks.filter((nik) => !/^51(71|02|03)/.test(nik)).length;
    expect(elsewhere / niks.length).toBeGreaterThan(0.08);
  });

  test('segments and activity have the shares of the branch', () => {
    const share = (test: (row: Row) => boolean) => members.filter(test).length / members.length;
    expect(share((row) => row.segmen === 'PBI_APBN')).toBeCloseTo(0.149, 1);
    expect(share((row) => row.segmen === 'PBPU_PEMDA')).toBeCloseTo(0.273, 1);
    expect(share((row) => row.segmen === 'PPU_BU' || row.segmen === 'PPU_PN')).toBeCloseTo(0.372, 1);
    expect(share((row) => row.segmen === 'BP')).toBeCloseTo(0.024, 1);
    expect(Math.abs(share((row) => row.status === 'NONAKTIF') - 0.1094)).toBeLessThan(0.012);
    expect(share((row) => row.segmen === 'PBI_APBN' && row.kelas !== '3')).toBe(0);
  });

  test('newborns stand under their mothers, uncovered people are young or whole households', () => {
    expect(members.some((row) => /^B(AYI|Y)\.? NY/i.test(row.nama ?? '') && row.nik === '')).toBe(true);
    const uncovered = new Set(truth.filter((row) => row.kind === 'uncovered').map((row) => row.no_penduduk));
    const newborns = residents.filter((row) => (row.tanggal_lahir as string) > '2025-10-31');
    const rate = newborns.filter((row) => uncovered.has(row.no_penduduk as string)).length / newborns.length;
    expect(rate).toBeGreaterThan(5 * (summary.uncovered / 25000));
    const households = Map.groupBy(residents, (row) => row.no_kk);
    const whole = [...households.values()].filter(
      (people) => people.length > 1 && people.every((row) => uncovered.has(row.no_penduduk as string)),
    );
    expect(whole.length).toBeGreaterThan(3);
  });
});
