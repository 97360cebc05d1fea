import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFamily, addTariffs, monthsBetween } from '../testing/membership-fixture.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { addRehabPlan } from './rehab-plans.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await addTariffs(database.owner);
});
afterAll(() => database.close());

test('husband and wife who join at the same moment enter one plan', async () => {
  const { household: householdId } = await addFamily(database.owner, {
    people: [1, 2],
    months: monthsBetween('2026-01', '2026-06'),
    paid: 0,
  });
  const join = () =>
    addRehabPlan(database.system, {
      householdId,
      version: 2,
      registeredOn: '2026-07-02',
      arrearsMonths: 6,
      amount: 420_000,
      stages: [
        { dueBy: '2026-07-31', amount: 210_000, covers: ['2026-01', '2026-02', '2026-03'] },
        { dueBy: '2026-08-31', amount: 210_000, covers: ['2026-04', '2026-05', '2026-06'] },
      ],
      terms: {},
      legalBasis: 'Perdir 37/2021',
      by: 'anggota',
    });
  const plans = await Promise.all([join(), join(), join(), join()]);
  expect(plans.filter((plan) => plan !== undefined)).toHaveLength(1);
});
