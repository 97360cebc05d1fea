import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateBranch } from '@jangkau/demo';
import { formatDate, formatNumber } from '@jangkau/kernel';
import { Engine, sqlString } from '@jangkau/linkage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMapping } from '../run-mapping.ts';
import type { MappingSummary } from '../summary.ts';
import { readAreaNames } from './area-names.ts';
import { escapeHtml } from './html.ts';
import { writeReport } from './write-report.ts';

const FILE_NAME = 'penduduk <b>&.csv';

let folder: string;
let run: string;
let page: string;
let summary: MappingSummary;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jangkau-report-'));
  await generateBranch({ residents: 3000, seed: 55, outDir: folder });
  await rename(join(folder, 'residents.csv'), join(folder, FILE_NAME));
  run = join(folder, 'run');
  summary = await runMapping({
    residents: [join(folder, FILE_NAME)],
    members: [join(folder, 'members.csv')],
    asOf: '2026-10-31',
    out: run,
  });
  page = await readFile(join(run, 'report.html'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The page without markup, with ordinary spaces. */
const textOf = (markup: string) =>
  markup.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replace(/[\s\u00a0]+/g, ' ');

test('the page holds the figures of the run', () => {
  const text = textOf(page);
  const { counts, expectedUncovered, expectedUncoveredInterval: range, runId } = summary;
  expect(text).toContain(formatDate(summary.asOf));
  expect(text).toContain(runId);
  expect(text).toContain(`kira-kira ${formatNumber(expectedUncovered)} belum punya kartu JKN`);
  const low = range.high < 100 ? Math.floor(range.low) : range.low;
  expect(text).toContain(`Rentang perkiraannya ${formatNumber(low)} sampai `);
  expect(text).toContain(`Daftar kunjungan memuat ${formatNumber(counts.uncovered)} nama`);
  for (const count of [
    counts.residents,
    counts.linked,
    counts.inactive.arrears,
    counts.inactive.lapsed,
    counts.members,
  ])
    expect(text).toContain(` ${formatNumber(count)} `.trimEnd());
  for (const { equation } of summary.reconciliation) expect(text).toContain(equation);
  expect(text.match(/✓ cocok/g)?.length).toBe(summary.reconciliation.length);
});

test('the page asks for nothing from outside and runs nothing', () => {
  expect(page).not.toMatch(/https?:|url\(|<script|<link|<img|<iframe|@import|\ssrc=|\son\w+=/i);
  expect(page).toMatch(/^<!doctype html>\n<html lang="id">/);
});

test('names from files cannot become markup', () => {
  expect(page).not.toContain(FILE_NAME);
  expect(page).toContain(escapeHtml(FILE_NAME));
});

test('every village is a tile, under the name of its district', async () => {
  const villages = (await readFile(join(run, 'villages.csv'), 'utf8')).trimEnd().split('\n').length - 1;
  expect(page.match(/<li class="c\d" title=/g)?.length).toBe(villages);
  expect(page).toContain('Kabupaten Badung');
  expect(page).toContain('Denpasar Selatan');
});

describe('from the tables of a run', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await Engine.open({ threads: 1 });
    await engine.run(`
      CREATE TABLE village_result AS SELECT kode_desa, residents, linked, uncovered, uncovered_low AS low,
        uncovered_high AS high, inactive
      FROM read_csv(${sqlString(join(run, 'villages.csv'))})`);
  });
  afterAll(() => engine.close());

  const write = async (given: MappingSummary, names?: Map<string, string>) => {
    const out = await mkdtemp(join(folder, 'page-'));
    await writeReport(engine, given, out, names);
    return readFile(join(out, 'report.html'), 'utf8');
  };

  test('areas without a name are shown by their code', async () => {
    const text = textOf(await write(summary, new Map()));
    expect(text).toContain('51.71.01.1001');
    expect(text).not.toContain('Kabupaten Badung');
  });

  test('a count that does not agree is an alarm', async () => {
    const broken = { equation: 'satu = dua', left: 1, right: 2, ok: false };
    const text = textOf(await write({ ...summary, reconciliation: [broken] }));
    expect(text).toContain('1 jumlah tidak cocok');
    expect(text).toContain('✗ tidak cocok');
  });

  test('an empty run still makes a page', async () => {
    const empty = await Engine.open({ threads: 1 });
    const out = join(folder, 'empty');
    await mkdir(out);
    await empty.run(
      `CREATE TABLE village_result (kode_desa VARCHAR, residents BIGINT, linked BIGINT, uncovered DOUBLE, low DOUBLE, high DOUBLE, inactive BIGINT)`,
    );
    const counts = {
      ...summary.counts,
      residents: 0,
      linked: 0,
      uncovered: 0,
      linksByTier: {},
      uncoveredByReason: {},
    };
    await writeReport(empty, { ...summary, counts }, out);
    expect(await readFile(join(out, 'report.html'), 'utf8')).not.toContain('NaN');
    await empty.close();
  });
});

test('names are read for the provinces that occur, and only those', async () => {
  const names = await readAreaNames(['51.71.01.1001', 'tidak-diketahui']);
  expect(names.get('51.71')).toBe('Kota Denpasar');
  expect(names.get('51.03.01')).toBe('Kuta');
  expect([...names.keys()].every((code) => code.startsWith('51.'))).toBe(true);
  expect((await readAreaNames([])).size).toBe(0);
});
