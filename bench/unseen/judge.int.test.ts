import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgeRun } from './judge.ts';

let dir: string;
const file = (name: string, lines: string[]): string => {
  const path = join(dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

/**
 * Six residents. A and B are linked right (B through a second card), C is called uncovered though covered,
 * D is uncovered and called so, E is uncovered and linked to a dead man's card, F is linked to A's second card.
 */
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'judge-'));
  file('truth.csv', [
    'no_penduduk,no_kartu,kind',
    'A,1,link',
    'A,11,duplicate',
    'B,2,link',
    'B,22,duplicate',
    'C,3,link',
    'D,,link',
    'E,,link',
    'F,6,link',
  ]);
  file('faults.csv', [
    'no_penduduk,no_kartu,faults',
    'C,3,nik-missing name-mononym',
    'D,,uncovered-adult',
    'E,,uncovered-newborn twin',
    'F,6,nik-old',
    'A,11,second-card nik-missing',
    ',9,dead',
  ]);
  file('links.csv', [
    'no_penduduk,no_kartu,probability,tier',
    'A,1,1,nik',
    'B,22,0.97,probable',
    'E,9,0.8,probable',
    'F,11,0.6,household',
  ]);
  file('uncovered.csv', [
    'no_penduduk,p_uncovered,kode_desa,banjar,best_no_kartu,reason',
    'C,0.7,51.71.01.1001,,3,weak-candidate',
    'D,0.95,51.71.01.1001,,,no-candidate',
    'E,0.2,51.71.01.1001,,9,weak-candidate',
  ]);
  file('summary.json', [JSON.stringify({ threshold: 0.5, expectedUncovered: 1.85 })]);
  file('residents.csv', ['no_penduduk,nama', 'A,ANDI', 'C,CIPTA', 'E,EKA', 'F,FAJAR']);
  file('members.csv', ['no_kartu,nama', '1,ANDI', '3,CIPTO', '9,EKO', '11,ANDY', '6,FAJAR']);
});
afterEach(() => rmSync(dir, { recursive: true }));

test('counts recall and precision of the uncovered list and of the links', async () => {
  const v = await judgeRun({ truth: join(dir, 'truth.csv'), run: dir });
  expect(v.residents).toBe(6);
  expect(v.trulyUncovered).toBe(2);
  expect(v.uncovered).toEqual({
    threshold: 0.5,
    called: 2,
    right: 1,
    falseUncovered: 1,
    missed: 1,
    recall: 0.5,
    precision: 0.5,
  });
  expect(v.links).toMatchObject({
    written: 4,
    right: 2,
    wrong: 2,
    precision: 0.5,
    coveredResidents: 4,
    coveredLinkedRight: 2,
    recall: 0.5,
  });
  expect(v.links.wrongKinds).toEqual({
    'covered resident, card of another resident': 1,
    'uncovered resident, card without resident': 1,
  });
  expect(v.links.byTier).toEqual([
    { tier: 'household', written: 1, wrong: 1 },
    { tier: 'nik', written: 1, wrong: 0 },
    { tier: 'probable', written: 2, wrong: 1 },
  ]);
  expect(v.expectedUncovered).toEqual({ expected: 1.85, truth: 2, relativeError: -0.075 });
  expect(v.accounting).toEqual({ inNeither: 0, inBoth: 0, unknownResidents: 0, unknownCards: 0 });
});

test('a lower threshold calls more residents uncovered', async () => {
  const v = await judgeRun({ truth: join(dir, 'truth.csv'), run: dir, threshold: 0.1 });
  expect(v.uncovered).toMatchObject({ called: 3, right: 2, missed: 0, recall: 1 });
  expect(v.uncoveredAtHalf).toMatchObject({ called: 2, right: 1 });
  expect(v.accounting.inBoth).toBe(1);
});

test('the calibration table compares the mean probability with the observed share', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => i);
  file('truth.csv', ['no_penduduk,no_kartu,kind', ...rows.map((i) => `R${i},${i < 30 ? '' : i + 1},link`)]);
  file('links.csv', ['no_penduduk,no_kartu,probability,tier', 'R99,100,1,nik']);
  file('uncovered.csv', [
    'no_penduduk,p_uncovered,kode_desa,banjar,best_no_kartu,reason',
    ...rows.slice(0, 60).map((i) => `R${i},0.44,x,,,weak-candidate`),
    ...rows.slice(60, 70).map((i) => `R${i},1,x,,,no-candidate`),
  ]);
  const v = await judgeRun({ truth: join(dir, 'truth.csv'), run: dir });
  expect(v.calibration.bands).toEqual([
    { from: 0.4, to: 0.5, count: 60, meanP: 0.44, observed: 0.5, difference: -0.06, ok: false },
    { from: 0.9, to: 1, count: 10, meanP: 1, observed: 0, difference: 1, ok: null },
  ]);
  expect(v.calibration.allOk).toBe(false);
  expect(v.calibration.lowestP).toBe(0.44);
});

test('errors are broken down by fault and shown with both records', async () => {
  const v = await judgeRun({
    truth: join(dir, 'truth.csv'),
    run: dir,
    residents: join(dir, 'residents.csv'),
    members: join(dir, 'members.csv'),
    examples: 20,
  });
  expect(v.errors.falseUncovered.byFault).toEqual([
    { fault: 'name-mononym', errors: 1, records: 1, rate: 1 },
    { fault: 'nik-missing', errors: 1, records: 1, rate: 1 },
  ]);
  expect(v.errors.falseUncovered.byReason).toEqual({ 'weak-candidate': 1 });
  expect(v.errors.missedUncovered.byKind.map((k) => k.fault)).toEqual(['twin', 'uncovered-newborn']);
  expect(v.errors.missedUncovered.byLinkedCard).toEqual({ dead: 1 });
  expect(v.errors.wrongLink.byLinkedCard).toEqual({ 'another resident': 1, dead: 1 });
  expect(v.examples?.falseUncovered).toEqual([
    {
      faults: 'nik-missing name-mononym',
      resident: { no_penduduk: 'C', nama: 'CIPTA' },
      card: { no_kartu: '3', nama: 'CIPTO' },
      chosen: null,
      chosenFaults: '',
      p: 0.7,
      why: 'weak-candidate',
    },
  ]);
  expect(v.examples?.missedUncovered?.[0]).toMatchObject({
    card: null,
    chosen: { nama: 'EKO' },
    chosenFaults: 'dead',
  });
  expect(v.examples?.wrongLink).toHaveLength(2);
});

test('a run without its files is refused', async () => {
  rmSync(join(dir, 'uncovered.csv'));
  await expect(judgeRun({ truth: join(dir, 'truth.csv'), run: dir })).rejects.toThrow(/uncovered\.csv/);
});
