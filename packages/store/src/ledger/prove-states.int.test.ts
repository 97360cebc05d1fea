import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateBranch, writeHistories } from '@jangkau/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadMembers } from '../membership/load-members.ts';
import { closeMonth, undoClose } from '../month-close/close-month.ts';
import { saveTariffs } from '../rules/save-tariffs.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { PaymentRepository } from './payment-repository.ts';
import { proveStates } from './prove-states.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  await saveTariffs(database.owner);
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-fold-'));
  const [file, membersFile] = [path.join(folder, 'histories.csv'), path.join(folder, 'members.csv')];
  await generateBranch({ residents: 700, seed: 9, outDir: folder });
  await writeHistories({ membersFile, outFile: file, residents: 700, seed: 9, asOf: '2026-10-31' });
  await loadMembers(database.ownerPool, { file, asOf: '2026-10-31', ledgerMonths: 4, source: 'contoh' });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const differences = async (onDay: string) => {
  const { checked, samples } = await proveStates(database.owner, { onDay });
  expect(checked).toBeGreaterThan(650);
  return samples;
};

test('the kept state of every member is the fold of what is known: as loaded, closed, paid, taken back, closed', async () => {
  expect(await differences('2026-10-31')).toEqual([]);
  const close = { month: '2026-10', today: '2026-11-05', by: 'uji' };
  await closeMonth(database.ownerPool, close);
  expect(await differences('2026-11-01')).toEqual([]);
  // Those who owe pay everything, some of them a part of it.
  const owing = await queryRows<{ va: string; amount: number }>(
    database.owner,
    `SELECT min('88888' || right(m.card, 11)) AS va, sum(s.arrears_amount)::int + sum(l.amount)::int AS amount
     FROM member_status s JOIN member m ON m.id = s.member_id
     JOIN bill_line l ON l.member_id = m.id AND l.month = '2026-11-01'
     WHERE s.arrears_months > 0 GROUP BY s.household_id ORDER BY s.household_id LIMIT 30`,
  );
  expect(owing.length).toBeGreaterThan(5);
  const payments = new PaymentRepository(database.owner);
  for (const [i, { va, amount }] of owing.entries())
    await payments.post(
      {
        bank: 'BRI',
        reference: `R${i}`,
        va,
        amount: i % 3 ? amount : 35_000,
        paidAt: '2026-11-04T03:00:00Z',
      },
      { channel: 'notification', today: '2026-11-05', timeZone: 'Asia/Makassar' },
    );
  expect(await differences('2026-11-05')).toEqual([]);
  await undoClose(database.ownerPool, close);
  expect(await differences('2026-11-05')).toEqual([]);
  await closeMonth(database.ownerPool, close);
  expect(await differences('2026-11-05')).toEqual([]);
});

test('a state that was changed past the facts is found, also in a sample', async () => {
  await sql`UPDATE member_status SET active = false, inactive_kind = 'lapsed', reason = 'EMPLOYMENT_ENDED' WHERE segment = 'PPU_BU' AND active`.execute(
    database.owner,
  );
  const proof = await proveStates(database.owner, { onDay: '2026-11-05', sample: 200 });
  expect(proof.checked).toBeLessThan(500);
  expect(proof.faults).toBeGreaterThan(10);
});
