import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readVillages } from './areas.ts';
import { generateUnseen, type UnseenCounts } from './generate.ts';
import type { Difficulty } from './rates.ts';

const RESIDENTS = 20_000;
const root = mkdtempSync(join(tmpdir(), 'unseen-'));
afterAll(() => rmSync(root, { recursive: true }));

type Row = Record<string, string>;

/** Reads a CSV whose fields hold no line breaks. */
function read(dir: string, file: string): Row[] {
  const [header = '', ...lines] = readFileSync(join(root, dir, file), 'utf8')
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const fields = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '');
    expect(fields).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, i) => [name, fields[i] as string]));
  });
}

function make(
  dir: string,
  seed: number,
  residents = RESIDENTS,
  difficulty: Difficulty = 'normal',
): UnseenCounts {
  return generateUnseen({ residents, seed, out: join(root, dir), difficulty });
}

function hash(dir: string): string {
  const sum = createHash('sha256');
  for (const file of ['residents.csv', 'members.csv', 'truth.csv', 'faults.csv'])
    sum.update(readFileSync(join(root, dir, file)));
  return sum.digest('hex');
}

let counts: UnseenCounts;
let residents: Row[];
let members: Row[];
let truth: Row[];
beforeAll(() => {
  counts = make('a', 11);
  residents = read('a', 'residents.csv');
  members = read('a', 'members.csv');
  truth = read('a', 'truth.csv');
});

test('the same seed writes the same bytes, another seed does not', () => {
  make('b', 11);
  make('c', 12);
  expect(hash('b')).toBe(hash('a'));
  expect(hash('c')).not.toBe(hash('a'));
});

test('every resident has one link row, every card one owner or none, and the counts add up', () => {
  const links = truth.filter((t) => t.kind === 'link');
  const duplicates = truth.filter((t) => t.kind === 'duplicate');
  expect(residents).toHaveLength(RESIDENTS);
  expect(links.map((t) => t.no_penduduk)).toEqual(residents.map((r) => r.no_penduduk));
  const owned = truth.map((t) => t.no_kartu).filter((card) => card !== '');
  const cards = new Set(members.map((m) => m.no_kartu));
  expect(new Set(owned).size).toBe(owned.length);
  expect(owned.every((card) => cards.has(card))).toBe(true);
  expect(cards.size).toBe(members.length);
  expect(links.filter((t) => t.no_kartu === '')).toHaveLength(counts.uncoveredTotal);
  expect(duplicates).toHaveLength(counts.duplicateCards);
  const strays = Object.values(counts.withoutResident).reduce((a, b) => a + b, 0);
  expect(members).toHaveLength(RESIDENTS - counts.uncoveredTotal + duplicates.length + strays);
  const covered = new Set(links.filter((t) => t.no_kartu !== '').map((t) => t.no_penduduk));
  expect(duplicates.every((t) => covered.has(t.no_penduduk))).toBe(true);
});

test('faults name known residents and cards, and every card without resident says why', () => {
  const faults = read('a', 'faults.csv');
  const people = new Set(residents.map((r) => r.no_penduduk));
  const cards = new Set(members.map((m) => m.no_kartu));
  for (const f of faults) {
    expect(f.no_penduduk === '' || people.has(f.no_penduduk as string)).toBe(true);
    expect(f.no_kartu === '' || cards.has(f.no_kartu as string)).toBe(true);
    expect(f.faults).not.toBe('');
  }
  const strays = faults
    .filter((f) => f.no_penduduk === '')
    .map((f) => (f.faults as string).split(' ')[0] as string);
  for (const [why, n] of Object.entries(counts.withoutResident)) {
    expect(strays.filter((s) => s === why)).toHaveLength(n);
  }
  const uncovered = truth.filter((t) => t.no_kartu === '').map((t) => t.no_penduduk);
  const reasons = new Map(faults.map((f) => [`${f.no_penduduk}/${f.no_kartu}`, f.faults]));
  expect(uncovered.every((id) => reasons.get(`${id}/`)?.startsWith('uncovered-'))).toBe(true);
});

test('people live in the 238 villages; a family card has one address and serials no person can have', () => {
  expect(readVillages()).toHaveLength(238);
  const codes = new Set(readVillages().map(({ code }) => code));
  const homes = new Map<string, string>();
  for (const r of residents) {
    expect(codes.has(r.kode_desa as string)).toBe(true);
    const home = `${r.kode_desa} ${r.alamat}`;
    expect(homes.get(r.no_kk as string) ?? home).toBe(home);
    homes.set(r.no_kk as string, home);
    expect(Number((r.no_kk as string).slice(12))).toBeGreaterThanOrEqual(9000);
  }
  expect(new Set(residents.map((r) => r.kode_desa)).size).toBeGreaterThan(230);
  expect(RESIDENTS / homes.size).toBeGreaterThan(2.4);
  expect(RESIDENTS / homes.size).toBeLessThan(4);
});

test('a plain join on the NIK misses about 6.3 % of residents, and most of those have a card', () => {
  const onCards = new Set(members.map((m) => m.nik).filter((nik) => nik?.length === 16));
  const alone = residents.filter((r) => !onCards.has(r.nik)).length / RESIDENTS;
  expect(alone).toBeGreaterThan(0.052);
  expect(alone).toBeLessThan(0.076);
  expect(counts.uncoveredTotal / RESIDENTS).toBeGreaterThan(0.0045);
  expect(counts.uncoveredTotal / RESIDENTS).toBeLessThan(0.0088);
});

test('hard has about twice the faults', () => {
  const hard = make('hard', 11, RESIDENTS, 'hard');
  const share = (c: UnseenCounts, fault: string): number => (c.faults[fault] ?? 0) / c.residents;
  for (const fault of [
    'nik-missing',
    'nik-mistyped',
    'name-typo',
    'birth-year',
    'kk-old',
    'resident-name-typo',
  ]) {
    expect(share(hard, fault) / share(counts, fault)).toBeGreaterThan(1.5);
    expect(share(hard, fault) / share(counts, fault)).toBeLessThan(2.6);
  }
});

test('the hard cases an examiner asks for are there', () => {
  const big = make('big', 13, 120_000);
  for (const fault of [
    'twin',
    'sibling-same-given',
    'named-after-father',
    'uncovered-newborn',
    'uncovered-household',
    'uncovered-child',
    'uncovered-twin',
    'uncovered-adult',
    'has-namesake',
    'nik-swapped',
    'nik-of-housemate',
    'nik-of-stranger',
    'nik-old',
    'nik-placeholder',
    'name-baby-on-mother',
    'name-priest-name',
    'resident-nik-15-digits',
    'birth-swapped',
    'birth-1-january',
    'village-other',
    'kk-old',
    'sex-wrong',
  ]) {
    expect(big.faults[fault] ?? 0, fault).toBeGreaterThan(0);
  }
});

test('messy records have several faults at once more often than chance would', () => {
  const byKey = new Map(read('a', 'faults.csv').map((f) => [f.no_penduduk, f.faults as string]));
  let nik = 0;
  let name = 0;
  let both = 0;
  for (const r of residents) {
    const list = byKey.get(r.no_penduduk) ?? '';
    const a = / nik-|^nik-/.test(list);
    const b = / name-|^name-/.test(list);
    if (a) nik++;
    if (b) name++;
    if (a && b) both++;
  }
  expect((both * RESIDENTS) / (nik * name)).toBeGreaterThan(1.1);
});
