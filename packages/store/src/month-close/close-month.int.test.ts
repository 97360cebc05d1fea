import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PaymentRepository } from '../ledger/payment-repository.ts';
import { addFamily, addTariffs, monthsBetween, vaOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { closeMonth } from './close-month.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
const families: Record<string, { household: number; members: number[] }> = {};
const until = monthsBetween('2026-01', '2026-03');
beforeAll(async () => {
  database = await openTestDatabase();
  await addTariffs(database.owner);
  const add = async (name: string, fixture: Parameters<typeof addFamily>[1]) => {
    families[name] = await addFamily(database.owner, fixture);
  };
  await add('paid', { people: [1, 2], months: until, paid: 3 });
  await add('late', { people: [3, 4, 5], months: until, paid: 2, class: 1 });
  await add('long', {
    people: [6],
    months: monthsBetween('2024-03', '2026-03'),
    paid: 0,
    active: false,
    since: '2024-04-01',
  });
  await add('ahead', { people: [7], months: until, paid: 3 });
  await add('child', { people: [8, 9], segment: 'PPU_BU', class: 2 });
  await add('removed', { people: [10], segment: 'PBI_APBN' });
  await add('laidOff', { people: [11], segment: 'PPU_BU', class: 2 });
  await add('rehab', {
    people: [12],
    months: monthsBetween('2025-10', '2026-03'),
    paid: 0,
    active: false,
    since: '2025-11-01',
  });
  await sql`UPDATE member_status SET arrears_months = 24, arrears_amount = 24 * 35000 WHERE member_id = ${member('long')}`.execute(
    database.owner,
  );
  await sql`UPDATE member_status SET arrears_months = 5, arrears_amount = 5 * 35000 WHERE member_id = ${member('rehab')}`.execute(
    database.owner,
  );
  await sql`UPDATE member_status SET due_on = '2026-04-01', due_reason = 'CHILD_OVER_AGE' WHERE member_id = ${member('child', 1)}`.execute(
    database.owner,
  );
  await sql`UPDATE member_status SET due_on = '2026-04-01', due_reason = 'PLANNED' WHERE member_id IN (${member('removed')}, ${member('laidOff')})`.execute(
    database.owner,
  );
  await sql`INSERT INTO membership_fact (member_id, kind, valid_on, cause, proof, source) VALUES
    (${member('removed')}, 'left', '2026-04-01', 'pbi-removed', NULL, 'decree'),
    (${member('laidOff')}, 'left', '2026-04-01', 'laid-off', true, 'employer')`.execute(database.owner);
  await sql`WITH p AS (INSERT INTO rehab_plan (household_id, version, registered_on, arrears_months, amount, terms, legal_basis, recorded_by)
      VALUES (${families.rehab?.household as number}, 'v2', '2026-03-02', 5, 245000, '{}', 'uji', 'uji') RETURNING id)
    INSERT INTO rehab_stage (plan_id, stage, due_by, amount, covers)
    SELECT id, s, ('2026-02-28'::date + s * interval '1 month')::date, 122500, '{}' FROM p, generate_series(1, 2) s`.execute(
    database.owner,
  );
  // pays four months ahead
  await new PaymentRepository(database.owner).post(
    { bank: 'BRI', reference: 'ahead', va: vaOf(7), amount: 130_000, paidAt: '2026-03-20T02:00:00Z' },
    { channel: 'notification', today: '2026-03-20', timeZone: 'Asia/Makassar' },
  );
});
afterAll(() => database.close());

const member = (family: string, i = 0) => families[family]?.members[i] as number;
const status = async (family: string, i = 0) =>
  (
    await queryRows(
      database.owner,
      `SELECT active, inactive_kind, since, reason, arrears_months, arrears_amount FROM member_status WHERE member_id = ${member(family, i)}`,
    )
  )[0];
const fingerprint = async () =>
  (
    await queryRows(
      database.owner,
      `SELECT (SELECT md5(string_agg(s::text, '|' ORDER BY member_id)) FROM member_status s) AS status,
        (SELECT count(*) FROM bill_line) AS lines, (SELECT count(*) FROM allocation) AS allocations,
        (SELECT count(*) FROM status_change) AS changes, (SELECT count(*) FROM payment) AS payments`,
    )
  )[0];
const close = (month: string, more = {}) =>
  closeMonth(database.ownerPool, { month, today: '2026-06-15', by: 'petugas', ...more });

test('a dry run says what would change and changes nothing', async () => {
  const before = await fingerprint();
  const dry = await close('2026-03', { dryRun: true });
  expect(await fingerprint()).toEqual(before);
  const real = await close('2026-03');
  const told = (result: typeof dry) =>
    result.steps.map(({ id, count, amount, samples }) => ({ id, count, amount, samples }));
  expect(told(real)).toEqual(told(dry));
  expect(Object.fromEntries(real.steps.map(({ id, count }) => [id, count]))).toEqual({
    planned: 2,
    expiries: 1,
    suspensions: 3,
    'beyond-cap': 1,
    rehab: 2,
    bills: 5,
    deposits: 1,
    'payer-bills': 0,
  });
});

test('every rule has left its mark', async () => {
  expect(await status('paid')).toMatchObject({ active: true, reason: 'PAID', arrears_months: 0 });
  expect(await status('late', 2)).toEqual({
    active: false,
    inactive_kind: 'arrears',
    since: '2026-04-01',
    reason: 'ARREARS',
    arrears_months: 1,
    arrears_amount: 150_000,
  });
  expect(await status('long')).toMatchObject({
    active: false,
    since: '2024-04-01',
    arrears_months: 24,
    arrears_amount: 24 * 35_000,
  });
  expect(await status('child', 1)).toMatchObject({
    active: false,
    inactive_kind: 'lapsed',
    reason: 'CHILD_OVER_AGE',
    since: '2026-04-01',
  });
  expect(await status('removed')).toMatchObject({
    active: false,
    inactive_kind: 'lapsed',
    reason: 'PBI_REMOVED',
    since: '2026-04-01',
  });
  expect(await status('laidOff')).toMatchObject({ active: true, reason: 'LAYOFF_GUARANTEE' });
  expect(
    await queryRows(
      database.owner,
      `SELECT due_on, due_reason FROM member_status WHERE member_id = ${member('laidOff')}`,
    ),
  ).toEqual([{ due_on: '2026-10-01', due_reason: 'LAYOFF_GUARANTEE_OVER' }]);
  expect(await queryRows(database.owner, 'SELECT kind, stage FROM rehab_event ORDER BY id')).toEqual([
    { kind: 'stage-missed', stage: 1 },
    { kind: 'lapsed', stage: 0 },
  ]);
  // 130,000 ahead: April is paid, the rest waits
  expect(
    await queryRows(
      database.owner,
      `SELECT amount FROM open_holding WHERE household_id = ${families.ahead?.household}`,
    ),
  ).toEqual([{ amount: 95_000 }]);
});

test('a closed month closed again changes nothing', async () => {
  const before = await fingerprint();
  expect(await close('2026-03')).toMatchObject({ already: true });
  expect(await fingerprint()).toEqual(before);
});

test('months are closed one after the other and when they are over', async () => {
  await expect(close('2026-05')).rejects.toMatchObject({ code: 'month-out-of-order' });
  await expect(close('2026-06')).rejects.toMatchObject({ code: 'month-not-over' });
});

test('the kept state is what the ledger says', async () => {
  await close('2026-04');
  const rows = await queryRows<{ active: boolean; kept: boolean }>(
    database.owner,
    `SELECT h.active, s.active AS kept, h.since, s.since AS kept_since FROM household_standing(
       (SELECT array_agg(DISTINCT household_id) FROM bill), '2026-05-01') h
     JOIN member_status s USING (household_id)`,
  );
  expect(rows.length).toBe(8);
  for (const row of rows) expect(row.kept).toBe(row.active);
});
