import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeMonth } from '../month-close/close-month.ts';
import { addFamily, addTariffs, cardOf, monthsBetween, vaOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { PaymentRepository } from './payment-repository.ts';
import { proveLedger } from './prove-ledger.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let payments: PaymentRepository;
beforeAll(async () => {
  database = await openTestDatabase();
  await addTariffs(database.owner);
  payments = new PaymentRepository(database.owner);
});
afterAll(() => database.close());

const onDay = (today: string) => ({ channel: 'notification', today, timeZone: 'Asia/Makassar' }) as const;
let references = 0;
const pay = (card: number, amount: number, day: string, today = day) =>
  payments.post(
    { bank: 'BRI', reference: `R${++references}`, va: vaOf(card), amount, paidAt: `${day}T02:00:00Z` },
    onDay(today),
  );
const statusOf = async (member: number) =>
  (
    await queryRows(
      database.owner,
      `SELECT active, inactive_kind, since, reason, arrears_months, arrears_amount FROM member_status WHERE member_id = ${member}`,
    )
  )[0];

test('the reactivation price makes active on the day, a rupiah less does not', async () => {
  const months = monthsBetween('2026-01', '2026-04');
  const family = () =>
    addFamily(database.owner, {
      people: [++references + 100, ++references + 100],
      months,
      paid: 2,
      active: false,
      since: '2026-04-01',
    });
  for (const [less, active] of [
    [1, false],
    [0, true],
  ] as const) {
    const { members, household } = await family();
    const card = Number(
      (
        await queryRows<{ card: string }>(database.owner, `SELECT card FROM member WHERE id = ${members[0]}`)
      )[0]?.card.slice(4),
    );
    // March and April of two people
    const posting = await pay(card, 4 * 35_000 - less, '2026-04-18');
    expect(posting).toMatchObject({ outcome: 'posted', household, reactivated: active });
    expect(await statusOf(members[1] as number)).toMatchObject({
      active,
      since: active ? '2026-04-18' : '2026-04-01',
      arrears_months: 0,
    });
  }
});

test('before the close of last month, the whole way back is billed and counts; a rupiah less waits as a deposit', async () => {
  for (const [card, less, active] of [
    [761, 1, false],
    [771, 0, true],
  ] as const) {
    const { members, household } = await addFamily(database.owner, {
      people: [card, card + 1],
      months: monthsBetween('2026-01', '2026-04'),
      paid: 2,
      active: false,
      since: '2026-04-01',
    });
    // March, April and the running May of two people; May has no bill yet.
    const posting = await pay(card, 6 * 35_000 - less, '2026-05-06');
    expect(posting).toMatchObject({ outcome: 'posted', household, reactivated: active });
    expect(await statusOf(members[1] as number)).toMatchObject({
      active,
      since: active ? '2026-05-06' : '2026-04-01',
      arrears_months: 0,
    });
    const may = `SELECT people, amount FROM bill WHERE month = '2026-05-01' AND household_id = ${household}`;
    expect(await queryRows(database.owner, may)).toEqual(active ? [{ people: 2, amount: 70_000 }] : []);
  }
  const order = { month: '2026-04', today: '2026-05-07', by: 'petugas' };
  await closeMonth(database.ownerPool, order);
  const bills = `SELECT household_id, count(*)::int AS n FROM bill WHERE month = '2026-05-01' GROUP BY 1 HAVING count(*) > 1`;
  expect(await queryRows(database.owner, bills)).toEqual([]);
  expect((await proveLedger(database.ownerPool, '2026-05-07')).filter(({ faults }) => faults > 0)).toEqual(
    [],
  );
});

test('delivered again it changes nothing; with another amount it is a conflict', async () => {
  await addFamily(database.owner, { people: [501], months: ['2026-05'] });
  const notice = {
    bank: 'BNI',
    reference: 'X1',
    va: vaOf(501),
    amount: 35_000,
    paidAt: '2026-05-09T02:00:00Z',
  };
  expect(await payments.post(notice, onDay('2026-05-09'))).toMatchObject({ outcome: 'posted' });
  expect(await payments.post(notice, onDay('2026-05-10'))).toMatchObject({ outcome: 'repeated' });
  expect(await payments.post({ ...notice, amount: 36_000 }, onDay('2026-05-10'))).toMatchObject({
    outcome: 'conflict',
  });
  expect(
    await queryRows(
      database.owner,
      `SELECT sum(amount)::int AS paid FROM allocation a WHERE household_id = (SELECT household_id FROM payment WHERE reference = 'X1')`,
    ),
  ).toEqual([{ paid: 35_000 }]);
});

test('money paid on the last day and delivered after the close leaves no gap', async () => {
  const { members } = await addFamily(database.owner, {
    people: [511],
    months: monthsBetween('2026-01', '2026-04'),
    paid: 2,
  });
  const member = members[0] as number;
  // the close of March suspended the family before the bank's message came
  await sql`UPDATE member_status SET active = false, inactive_kind = 'arrears', since = '2026-04-01', reason = 'ARREARS',
    arrears_months = 1, arrears_amount = 35000 WHERE member_id = ${member}`.execute(database.owner);
  await pay(511, 35_000, '2026-03-31', '2026-04-02');
  expect(await statusOf(member)).toMatchObject({ active: true, since: '2024-01-01', arrears_months: 0 });
});

test('payments delivered in another order end in the same state', async () => {
  const states = [];
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const card = ++references + 600;
    const { members } = await addFamily(database.owner, {
      people: [card],
      months: monthsBetween('2026-01', '2026-03'),
      paid: 0,
    });
    const days = ['2026-01-20', '2026-03-07'] as const;
    for (const i of order) await pay(card, i === 0 ? 35_000 : 70_000, days[i as 0 | 1], '2026-03-08');
    states.push(await statusOf(members[0] as number));
  }
  expect(states[1]).toEqual(states[0]);
  expect(states[0]).toMatchObject({ active: true, since: '2026-03-07' });
});

test('an account of nobody goes to suspense until an officer finds the family, as of the day it was paid', async () => {
  const { household, members } = await addFamily(database.owner, {
    people: [701],
    months: ['2026-06', '2026-07'],
    paid: 1,
  });
  const { outcome, paymentId } = await pay(9_999_999, 35_000, '2026-07-30');
  expect(outcome).toBe('suspense');
  const [holding] = await queryRows<{ id: string }>(
    database.owner,
    `SELECT id::text FROM open_holding WHERE payment_id = ${paymentId}`,
  );
  expect(await payments.resolve(holding?.id as string, household, 'petugas', '2026-08-03')).toBeDefined();
  expect(await payments.resolve(holding?.id as string, household, 'petugas', '2026-08-03')).toBeUndefined();
  expect(await statusOf(members[0] as number)).toMatchObject({ active: true, arrears_months: 0 });
});

test('both recipes of an account number lead to the family; one that fits two families to suspense', async () => {
  const { household } = await addFamily(database.owner, { people: [801], months: ['2026-06'] });
  const tail = cardOf(801).slice(-10);
  const families = async (va: string) =>
    (await queryRows(database.owner, `SELECT household_id, families FROM household_of_va('${va}')`))[0];
  expect(await families(`888880${tail}`)).toEqual({ household_id: household, families: 1 });
  expect(await families(`89888${cardOf(801).slice(-11)}`)).toEqual({ household_id: household, families: 1 });
  // card 0019... by the branch's recipe is card 0009... by the other: a guess would pay for strangers
  const other = await addFamily(database.owner, { people: [802], months: ['2026-06'] });
  await sql`UPDATE member SET card = ${`001${cardOf(801).slice(3)}`} WHERE id = ${other.members[0] as number}`.execute(
    database.owner,
  );
  expect(await families(`888880${tail}`)).toMatchObject({ families: 2 });
});

test('the database refuses money counted twice, lost, or above the bill', async () => {
  const { household, members } = await addFamily(database.owner, {
    people: [901],
    months: ['2026-06'],
    paid: 0,
  });
  const member = members[0] as number;
  const add = (payment: string, allocation: string) =>
    sql
      .raw(`WITH p AS (INSERT INTO payment (bank, reference, household_id, amount, paid_on, paid_at, channel)
      VALUES ('UJI', '${payment}', ${household}, 35000, '2026-06-05', '2026-06-05', 'counter') RETURNING id)
      INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, payment_id)
      SELECT '2026-06-01', ${member}, ${allocation}, id FROM p`)
      .execute(database.owner);
  const whole = `1, ${household}, 35000, 0, 35000, 35000`;
  await expect(add('part', `1, ${household}, 35000, 0, 30000, 30000`)).rejects.toThrow('accounted for');
  await expect(add('more', `1, ${household}, 35000, 0, 40000, 40000`)).rejects.toThrow(
    'allocation_never_over',
  );
  await expect(add('other', `1, ${household}, 40000, 0, 35000, 35000`)).rejects.toThrow(
    'differs from its bill line',
  );
  await expect(add('gap', `2, ${household}, 35000, 0, 35000, 35000`)).rejects.toThrow('does not follow');
  await add('right', whole);
  await expect(add('again', whole)).rejects.toThrow('duplicate key');
  await expect(sql`UPDATE payment SET amount = 1`.execute(database.owner)).rejects.toThrow('append-only');
  await expect(sql`DELETE FROM allocation`.execute(database.owner)).rejects.toThrow('append-only');
});
