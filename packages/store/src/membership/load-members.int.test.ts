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

test('a death that becomes known late counts from its day on, over what was noted of later days', async () => {
  const counts = async (day: string) => {
    const { members, active, inactive } = await memberTotals(database.owner, day);
    return [members, active, inactive];
  };
  const days = ['2026-09-30', '2026-11-01'];
  const [[members = 0, active = 0, inactive = 0] = [], after = []] = await Promise.all(days.map(counts));
  // Covered in September, and suspended by the close.
  const late = `SELECT member_id FROM status_change c WHERE valid_on = '2026-11-01' AND reason = 'ARREARS'
    AND NOT EXISTS (SELECT FROM status_change d WHERE d.member_id = c.member_id AND d.id <> c.id AND NOT d.active)
    ORDER BY member_id LIMIT 1`;
  await queryRows(
    database.owner,
    `INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
     SELECT member_id, '2026-09-16', 'PBPU', 3, false, 'ended', 'DIED', 'uji' FROM (${late}) l`,
  );
  expect(await counts('2026-09-30')).toEqual([members - 1, active - 1, inactive]);
  expect(await counts('2026-11-01')).toEqual([(after[0] ?? 0) - 1, after[1], (after[2] ?? 0) - 1]);
});

test('a register is loaded once', async () => {
  const file = path.join(folder, 'histories.csv');
  await expect(
    loadMembers(database.ownerPool, { file, asOf: '2026-10-31', ledgerMonths: 6, source: 'contoh' }),
  ).rejects.toMatchObject({ code: 'register-not-empty' });
});
