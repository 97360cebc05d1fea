import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateBranch, type ScaledTotals, segmentGroups, writeHistories } from '@jangkau/demo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { closeMonth } from '../month-close/close-month.ts';
import { saveTariffs } from '../rules/save-tariffs.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { loadMembers } from './load-members.ts';
import { memberTotals } from './member-totals.ts';

const residents = 4000;
let database: TestDatabase;
let folder: string;
let totals: ScaledTotals;
beforeAll(async () => {
  database = await openTestDatabase();
  await saveTariffs(database.owner);
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-members-'));
  await generateBranch({ residents, seed: 5, outDir: folder });
  const file = path.join(folder, 'histories.csv');
  const membersFile = path.join(folder, 'members.csv');
  ({ totals } = await writeHistories({ membersFile, outFile: file, residents, seed: 5, asOf: '2026-10-31' }));
  await loadMembers(database.ownerPool, { file, asOf: '2026-10-31', ledgerMonths: 6, source: 'contoh' });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test('June 2023 and June 2024 come out to the person', async () => {
  const june2023 = await memberTotals(database.owner, '2023-06-30');
  expect(june2023.members).toBe(totals.members2023);
  const bySegment: Record<string, number> = {
    ...june2023.segments,
    PPU: june2023.segments.PPU_BU + june2023.segments.PPU_PN,
  };
  for (const group of segmentGroups)
    expect([group, bySegment[group]]).toEqual([group, totals.segments2023[group]]);
  const june2024 = await memberTotals(database.owner, '2024-06-30');
  expect([june2024.active, june2024.inactive]).toEqual([totals.active2024, totals.inactive2024]);
  expect(june2024.kinds.arrears / june2024.inactive).toBeCloseTo(15.3 / 56.8, 1);
});

test('the ledger is proved, before a close and after it', async () => {
  const sound = async (day: string) =>
    (await proveLedger(database.ownerPool, day)).filter(({ faults }) => faults > 0);
  expect(await sound('2026-10-31')).toEqual([]);
  await closeMonth(database.ownerPool, { month: '2026-10', today: '2026-11-22', by: 'uji' });
  expect(await sound('2026-11-01')).toEqual([]);
  const [bills] = await queryRows<{ n: number }>(
    database.owner,
    `SELECT count(*)::int AS n FROM bill WHERE month = '2026-11-01'`,
  );
  expect(bills?.n).toBeGreaterThan(100);
});

test('a register is loaded once', async () => {
  const file = path.join(folder, 'histories.csv');
  await expect(
    loadMembers(database.ownerPool, { file, asOf: '2026-10-31', ledgerMonths: 6, source: 'contoh' }),
  ).rejects.toMatchObject({ code: 'register-not-empty' });
});
