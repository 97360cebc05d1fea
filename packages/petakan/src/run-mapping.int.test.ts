import { createHash } from 'node:crypto';
import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateBranch } from '@jangkau/demo';
import { isProblem } from '@jangkau/kernel';
import { Engine, sqlString } from '@jangkau/linkage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MappingOptions, MappingProgress } from './mapping-options.ts';
import { prepareMembers } from './prepare-members.ts';
import { runMapping } from './run-mapping.ts';
import type { MappingSummary } from './summary.ts';

const AS_OF = '2026-10-31';
const RESIDENTS = 3000;

let folder: string;
let engine: Engine;
let base: string;
let baseRun: MappingSummary;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jangkau-petakan-'));
  engine = await Engine.open({ threads: 1 });
  await generateBranch({ residents: RESIDENTS, seed: 21, outDir: folder, asOf: AS_OF });
  base = join(folder, 'base');
  baseRun = await map({ out: base });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

function map(options: Partial<MappingOptions> & { out: string }): Promise<MappingSummary> {
  return runMapping({
    residents: [join(folder, 'residents.csv')],
    members: [join(folder, 'members.csv')],
    asOf: AS_OF,
    threads: 2,
    ...options,
  });
}

type Text = Record<string, string | null>;
function rows(file: string): Promise<Text[]> {
  return engine.rows<Text>(`SELECT * FROM read_csv(${sqlString(file)}, all_varchar = true, header = true)`);
}

/** Who is linked to which card, who is on the list, and who is listed twice: the outcome of a run. */
async function outcome(out: string) {
  const [links, uncovered] = [await rows(join(out, 'links.csv')), await rows(join(out, 'uncovered.csv'))];
  return {
    links: links.map((r) => `${r.no_penduduk} ${r.no_kartu}`).sort(),
    uncovered: uncovered.map((r) => `${r.no_penduduk} ${r.reason}`).sort(),
  };
}

async function digests(out: string): Promise<Record<string, string>> {
  const names = (await readdir(out, { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();
  const result: Record<string, string> = {};
  for (const name of names)
    if (name !== 'timings.json')
      result[name] = createHash('sha256')
        .update(await readFile(join(out, name)))
        .digest('hex');
  return result;
}

/** The lines of a file but the first, in another order that is always the same. */
async function shuffleFile(from: string, to: string): Promise<void> {
  const [header, ...lines] = (await readFile(from, 'utf8')).trimEnd().split('\n');
  const keyed = lines.map((line) => ({ line, key: createHash('sha256').update(line).digest('hex') }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  await writeFile(to, `${[header, ...keyed.map(({ line }) => line)].join('\n')}\n`);
}

describe('the outcome of a run', () => {
  test('every resident and every card is in exactly one bucket', async () => {
    const { counts } = baseRun;
    expect(baseRun.reconciliation.filter(({ ok }) => !ok)).toEqual([]);
    expect(counts.residents).toBe(RESIDENTS);

    const [links, uncovered, twice] = [
      await rows(join(base, 'links.csv')),
      await rows(join(base, 'uncovered.csv')),
      await rows(join(base, 'duplicate_residents.csv')),
    ];
    const people = [...links, ...uncovered, ...twice].map((r) => r.no_penduduk);
    expect(new Set(people).size).toBe(RESIDENTS);
    expect(people.length).toBe(RESIDENTS);

    const [duplicates, unmatched] = [
      await rows(join(base, 'duplicates.csv')),
      await rows(join(base, 'unmatched_members.csv')),
    ];
    const cards = [...links, ...duplicates, ...unmatched].map((r) => r.no_kartu);
    expect(new Set(cards).size).toBe(counts.members);
    expect(cards.length).toBe(counts.members);
  });

  test('links by NIK stand in the order of the register of residents', async () => {
    const byNik = (await rows(join(base, 'links.csv'))).filter((r) => r.tier === 'nik');
    const place = new Map((await rows(join(folder, 'residents.csv'))).map((r, i) => [r.no_penduduk, i]));
    const places = byNik.map((r) => place.get(r.no_penduduk as string) as number);
    expect(places.length).toBeGreaterThan(2000);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('tiers, reasons and villages add up to the totals', async () => {
    const { counts } = baseRun;
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(Object.values(counts.linksByTier))).toBe(counts.linked);
    expect((await rows(join(base, 'links.csv'))).length).toBe(counts.linked);
    expect(sum(Object.values(counts.uncoveredByReason))).toBe(counts.uncovered);
    const villages = await rows(join(base, 'villages.csv'));
    expect(sum(villages.map((v) => Number(v.residents)))).toBe(RESIDENTS);
    expect(sum(villages.map((v) => Number(v.linked)))).toBe(counts.linked);
    expect(sum(villages.map((v) => Number(v.uncovered)))).toBeCloseTo(baseRun.expectedUncovered, -0.5);
    expect(sum(Object.values(counts.inactive))).toBe((await rows(join(base, 'inactive.csv'))).length);
  });

  test('the list is right but for a few people', async () => {
    const truth = (await rows(join(folder, 'truth.csv'))).filter((r) => r.kind === 'uncovered');
    const uncovered = new Set(truth.map((r) => r.no_penduduk));
    const listed = (await rows(join(base, 'uncovered.csv'))).map((r) => r.no_penduduk);
    const right = listed.filter((id) => uncovered.has(id ?? '')).length;
    expect(uncovered.size).toBeGreaterThan(15);
    expect(right / uncovered.size).toBeGreaterThan(0.9);
    // Listed from one in five: of some thirty names a few may be covered after all.
    expect(right / listed.length).toBeGreaterThan(0.85);
  });

  test('the expected number lies in its interval and follows from the bands', () => {
    const { expectedUncovered, expectedUncoveredInterval: range, calibration } = baseRun;
    expect(range.low).toBeLessThan(expectedUncovered);
    expect(range.high).toBeGreaterThan(expectedUncovered);
    const fromBands = calibration.bands.reduce((sum, band) => sum + band.residents * band.meanP, 0);
    expect(fromBands).toBeCloseTo(expectedUncovered, 5);
  });
});

test('the same input gives the same bytes, whatever the number of threads', async () => {
  const [one, two] = [join(folder, 'one-thread'), join(folder, 'two-threads')];
  await map({ out: one, load: true, threads: 1 });
  await map({ out: two, load: true, threads: 2 });
  const [first, second] = [await digests(one), await digests(two)];
  expect(Object.keys(first)).toEqual(expect.arrayContaining(['report.html', join('load', 'candidates.csv')]));
  expect(second).toEqual(first);
  expect(first).toMatchObject(await digests(base));
  expect((await rows(join(one, 'load', 'residents.csv'))).length).toBe(RESIDENTS);
  expect((await rows(join(one, 'load', 'members.csv'))).length).toBe(baseRun.counts.members);
});

describe('with the rows of both files in another order', () => {
  let residents: string;
  let members: string;

  beforeAll(async () => {
    residents = join(folder, 'residents-shuffled.csv');
    members = join(folder, 'members-shuffled.csv');
    await shuffleFile(join(folder, 'residents.csv'), residents);
    await shuffleFile(join(folder, 'members.csv'), members);
  });

  test('the same people are linked and listed', async () => {
    const out = join(folder, 'shuffled');
    await map({ out, residents: [residents], members: [members] });
    expect(await outcome(out)).toEqual(await outcome(base));
  });

  test('decisions of an earlier run are obeyed', async () => {
    const links = await rows(join(base, 'links.csv'));
    const refusedNik = links.find((r) => r.tier === 'nik') as Text;
    const refusedScored = links.find((r) => r.tier === 'probable') as Text;
    const [listed] = await rows(join(base, 'uncovered.csv'));
    const [card] = await rows(join(base, 'unmatched_members.csv'));
    const pair = (r: Text) => ({ no_penduduk: r.no_penduduk ?? '', no_kartu: r.no_kartu ?? '' });
    const same = { no_penduduk: listed?.no_penduduk ?? '', no_kartu: card?.no_kartu ?? '' };

    const out = join(folder, 'decided');
    const summary = await map({
      out,
      residents: [residents],
      members: [members],
      decisions: [
        { ...pair(refusedNik), verdict: 'different' },
        { ...pair(refusedScored), verdict: 'same' },
        { ...pair(refusedScored), verdict: 'different' },
        { ...same, verdict: 'same' },
        { no_penduduk: 'tidak-ada', no_kartu: 'tidak-ada', verdict: 'same' },
      ],
    });
    expect(summary.reconciliation.filter(({ ok }) => !ok)).toEqual([]);
    const found = await outcome(out);
    expect(found.links).toContain(`${same.no_penduduk} ${same.no_kartu}`);
    for (const refused of [refusedNik, refusedScored])
      expect(found.links).not.toContain(`${refused.no_penduduk} ${refused.no_kartu}`);
    const link = (await rows(join(out, 'links.csv'))).find((r) => r.no_penduduk === same.no_penduduk);
    expect(link?.tier).toBe('decided');
  });
});

describe('one village', () => {
  test('only its residents are in the figures', async () => {
    const villages = await rows(join(base, 'villages.csv'));
    const village = villages.find((v) => Number(v.residents) > 30) as Text;
    const out = join(folder, 'village');
    const summary = await map({ out, village: village.kode_desa ?? '' });
    expect(summary.counts.residents).toBe(Number(village.residents));
    expect(summary.counts.members).toBe(baseRun.counts.members);
    expect(summary.reconciliation.filter(({ ok }) => !ok)).toEqual([]);
    expect((await rows(join(out, 'links.csv'))).length).toBe(summary.counts.linked);
    expect((await rows(join(out, 'villages.csv'))).map((v) => v.kode_desa)).toEqual([village.kode_desa]);
  });

  test('a village without residents is a problem', async () => {
    const failed = await map({ out: join(folder, 'nobody'), village: '99.99.99.9999' }).catch((e) => e);
    expect(isProblem(failed, 'village-empty')).toBe(true);
  });
});

test('rows that name nobody are set aside, counted, and change nothing else', async () => {
  const [residents, members] = [join(folder, 'residents-dirty.csv'), join(folder, 'members-dirty.csv')];
  await copyFile(join(folder, 'residents.csv'), residents);
  await copyFile(join(folder, 'members.csv'), members);
  const header = (await readFile(residents, 'utf8')).split('\n')[0] as string;
  await appendFile(residents, `,,,,,,,,,,,,\nJUMLAH,,,,,,,,,,,,\n${header}\nsatu,dua\n`);
  await appendFile(members, `,,,,,,,,,,,\n`);
  const out = join(folder, 'dirty');
  const summary = await map({ out, residents: [residents], members: [members] });
  const input = (kind: 'residents' | 'members') =>
    summary.inputs[kind] as { rowsIn: number; rowsUsed: number; rowsQuarantined: number };
  expect(input('residents')).toMatchObject({
    rowsIn: RESIDENTS + 4,
    rowsUsed: RESIDENTS,
    rowsQuarantined: 4,
  });
  expect(input('members').rowsQuarantined).toBe(1);
  expect(summary.reconciliation.filter(({ ok }) => !ok)).toEqual([]);
  expect((await rows(join(out, 'quarantine.csv'))).length).toBe(5);
  expect(await outcome(out)).toEqual(await outcome(base));
});

test.each(['import-members', 'block'] as const)('cancelled at %s, a run leaves no results', async (stage) => {
  const cancel = new AbortController();
  const out = join(folder, `cancelled-${stage}`);
  const seen: MappingProgress[] = [];
  const run = map({
    out,
    signal: cancel.signal,
    onProgress: (progress) => {
      seen.push(progress);
      if (progress.stage === stage) cancel.abort(new Error('enough'));
    },
  });
  await expect(run).rejects.toThrow('enough');
  expect(seen.at(-1)?.stage).toBe(stage);
  expect(await readdir(out)).toEqual([]);
});

test('a village against prepared members: the same links, everything accounted for, the same bytes twice', async () => {
  const prepared = join(folder, 'members.duckdb');
  await prepareMembers({ members: [join(folder, 'members.csv')], out: prepared, asOf: AS_OF });
  const [village] = (await rows(join(base, 'villages.csv'))).sort(
    (a, b) => Number(b.residents) - Number(a.residents),
  );
  const code = village?.kode_desa as string;
  const whole = { out: join(folder, 'village-whole'), village: code };
  const first = { out: join(folder, 'village-first'), members: [prepared], village: code };
  await map(whole);
  const run = await map(first);
  await map({ ...first, out: join(folder, 'village-again') });
  expect(run.reconciliation.filter(({ ok }) => !ok)).toEqual([]);
  expect(run.counts.members).toBe(baseRun.counts.members);
  const [links, wholeLinks] = [await outcome(first.out), await outcome(whole.out)].map((o) => o.links);
  expect(links?.length).toBeGreaterThan(5);
  expect(links).toEqual(wholeLinks);
  expect(await digests(join(folder, 'village-again'))).toEqual(await digests(first.out));
});
