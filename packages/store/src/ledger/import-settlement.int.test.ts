import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFamily, addTariffs, vaOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { importSettlement } from './import-settlement.ts';
import { PaymentRepository } from './payment-repository.ts';
import { openSuspense, reconciliation } from './reconciliation.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await addTariffs(database.owner);
  for (const n of [1, 2, 3]) await addFamily(database.owner, { people: [n], months: ['2026-05'] });
});
afterAll(() => database.close());

const settings = { bank: 'BRI', by: 'petugas', today: '2026-05-13', timeZone: 'Asia/Makassar' };
const text = [
  'no_referensi;no_va;nominal;waktu_bayar',
  `S1;${vaOf(1)};35000;2026-05-12T09:00:00+07:00`,
  `S2;${vaOf(2)};35000;2026-05-12T09:01:00+07:00`,
  `S9;8888899999999999;35000;2026-05-12T09:02:00+07:00`,
  `S4;${vaOf(3)};-5;2026-05-12T09:03:00+07:00`,
  `S5;123;35000;2026-05-12T09:03:00+07:00`,
  `S6;${vaOf(3)};35000;12-05-2026`,
  `S7;${vaOf(3)};35000`,
  `;${vaOf(3)};35000;2026-05-12T09:03:00+07:00`,
].join('\r\n');

test('every row is posted, repeated, in suspense or set aside with its line and reason', async () => {
  // S2 came by notification before, with another amount than the file says of S3
  await new PaymentRepository(database.owner).post(
    { bank: 'BRI', reference: 'S2', va: vaOf(2), amount: 35_000, paidAt: '2026-05-12T02:01:00Z' },
    { channel: 'notification', today: '2026-05-12', timeZone: 'Asia/Makassar' },
  );
  const report = await importSettlement(database.owner, { ...settings, name: 'bri.csv', text });
  expect(report).toMatchObject({
    rows: 8,
    posted: 1,
    repeated: 1,
    suspended: 1,
    quarantined: 5,
    already: false,
  });
  expect(report.refused).toEqual([
    { line: 5, column: 'amount', reason: 'amount' },
    { line: 6, column: 'va', reason: 'account-number' },
    { line: 7, column: 'paid_at', reason: 'moment' },
    { line: 8, column: null, reason: 'columns' },
    { line: 9, column: 'reference', reason: 'missing' },
  ]);
});

test('the same file twice changes nothing; a row that contradicts a known payment is set aside', async () => {
  const before = await queryRows(database.owner, 'SELECT count(*) FROM payment');
  expect(await importSettlement(database.owner, { ...settings, name: 'bri.csv', text })).toMatchObject({
    already: true,
    posted: 1,
  });
  expect(await queryRows(database.owner, 'SELECT count(*) FROM payment')).toEqual(before);
  const other = text.split('\r\n').slice(0, 2).join('\n').replace('35000', '36000');
  expect(
    await importSettlement(database.owner, { ...settings, name: 'bri-2.csv', text: other }),
  ).toMatchObject({
    quarantined: 1,
    refused: [{ line: 2, column: 'reference', reason: 'contradicts-known' }],
  });
});

test('a day reconciles: money in is money placed', async () => {
  const [day] = await reconciliation(database.owner, '2026-05-12', '2026-05-12');
  expect(day).toEqual({
    day: '2026-05-12',
    bank: 'BRI',
    notified: { n: 1, amount: 35_000 },
    filed: { n: 2, amount: 70_000 },
    counter: { n: 0, amount: 0 },
    allocated: 70_000,
    deposits: 0,
    suspense: 35_000,
    difference: 0,
  });
  expect(await openSuspense(database.owner, 10)).toMatchObject([{ reference: 'S9', amount: 35_000 }]);
});

test('a file without a column is refused as a whole', async () => {
  await expect(
    importSettlement(database.owner, { ...settings, name: 'x.csv', text: 'va,amount\n1,2' }),
  ).rejects.toMatchObject({
    code: 'column-missing',
  });
});
