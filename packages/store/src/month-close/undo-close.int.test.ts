import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payerBillsOf } from '../ledger/payer-payments.ts';
import { PaymentRepository } from '../ledger/payment-repository.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { addRuleSetting } from '../rules/rule-settings.ts';
import { addFamily, addTariffs, monthsBetween, vaOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { closeMonth, undoClose } from './close-month.ts';

// Two databases with the same families: one closes March, the other closes it, takes it back and closes it again.
type Branch = Awaited<ReturnType<typeof openTestDatabase>>;
let plain: Branch;
let undone: Branch;
const today = '2026-04-12';
beforeAll(async () => {
  [plain, undone] = [await openTestDatabase(), await openTestDatabase()];
  for (const branch of [plain, undone]) {
    await prepare(branch);
    // A decision of the branch that counts from April on, and one that does not yet.
    const share = { name: 'pemdaShare', legalBasis: 'PKS contoh' };
    expect(
      await addRuleSetting(branch.owner, { ...share, validFrom: '2026-04-01', value: 35_000 }, 'uji'),
    ).toBe(true);
    expect(
      await addRuleSetting(branch.owner, { ...share, validFrom: '2026-05-01', value: 30_000 }, 'uji'),
    ).toBe(true);
    expect(await addRuleSetting(branch.owner, { ...share, validFrom: '2026-05-01', value: 1 }, 'uji')).toBe(
      false,
    );
  }
});
afterAll(async () => {
  await plain.close();
  await undone.close();
});

async function prepare({ owner }: Branch): Promise<void> {
  await addTariffs(owner);
  const until = monthsBetween('2026-01', '2026-03');
  await addFamily(owner, { people: [1, 2], months: until, paid: 3 });
  await addFamily(owner, { people: [3, 4, 5], months: until, paid: 2, class: 1 });
  await addFamily(owner, { people: [6], months: until, paid: 2 });
  await addFamily(owner, {
    people: [7],
    months: monthsBetween('2024-03', '2026-03'),
    active: false,
    since: '2024-04-01',
  });
  const rehab = await addFamily(owner, {
    people: [8],
    months: monthsBetween('2025-10', '2026-03'),
    active: false,
    since: '2025-11-01',
  });
  const [, child] = (await addFamily(owner, { people: [9, 10], segment: 'PPU_BU', class: 2 })).members;
  const [removed] = (await addFamily(owner, { people: [11], segment: 'PBI_APBN' })).members;
  await sql`INSERT INTO payer (id, kind, code, name) VALUES (1, 'state', 'APBN', 'APBN'), (2, 'pemda', '51.71', 'Pemda')`.execute(
    owner,
  );
  for (const [i, segment] of ['PBI_APBN', 'PBPU_PEMDA'].entries()) {
    const { members } = await addFamily(owner, { people: [20 + 2 * i, 21 + 2 * i], segment });
    await sql`UPDATE member_status SET payer_id = ${i + 1} WHERE member_id = ANY (${members})`.execute(owner);
  }
  // Moves to PBI on 1 April by a list that turns out to be wrong.
  const moves = await addFamily(owner, { people: [12, 13], months: until, paid: 3 });
  await addFamily(owner, { people: [14], months: until, paid: 3 });
  await addFamily(owner, { people: [15], months: until, paid: 2 });
  for (const [va, months] of [
    [7, 24],
    [8, 5],
  ] as const)
    await sql`UPDATE member_status s SET arrears_months = ${months}, arrears_amount = ${months * 35_000} FROM member m
      WHERE m.id = s.member_id AND m.card = ${`0009${String(va).padStart(9, '0')}`}`.execute(owner);
  await sql`UPDATE member_status SET due_on = '2026-04-01', due_reason = 'CHILD_OVER_AGE' WHERE member_id = ${child}`.execute(
    owner,
  );
  await sql`UPDATE member_status SET due_on = '2026-04-01', due_reason = 'PLANNED'
    WHERE member_id IN (${removed}, ${moves.members[1]})`.execute(owner);
  await sql`INSERT INTO membership_fact (member_id, kind, valid_on, cause, source) VALUES (${removed}, 'left', '2026-04-01', 'pbi-removed', 'decree')`.execute(
    owner,
  );
  await sql`INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, household_id, source)
    VALUES (${moves.members[1]}, 'enrolled', '2026-04-01', 'PBI_APBN', 3, ${moves.household}, 'decree')`.execute(
    owner,
  );
  await sql`WITH p AS (INSERT INTO rehab_plan (household_id, version, registered_on, arrears_months, amount, terms, legal_basis, recorded_by)
      VALUES (${rehab.household}, 'v2', '2026-03-02', 5, 245000, '{}', 'uji', 'uji') RETURNING id)
    INSERT INTO rehab_stage (plan_id, stage, due_by, amount, covers)
    SELECT id, s, ('2026-02-28'::date + s * interval '1 month')::date, 122500, '{}' FROM p, generate_series(1, 2) s`.execute(
    owner,
  );
  await post(plain.owner === owner ? plain : undone, 14, 130_000, '2026-03-20');
}

const post = (branch: Branch, person: number, amount: number, day: string) =>
  new PaymentRepository(branch.owner).post(
    { bank: 'BRI', reference: `${person}-${day}`, va: vaOf(person), amount, paidAt: `${day}T02:00:00Z` },
    { channel: 'notification', today: day, timeZone: 'Asia/Makassar' },
  );
const order = { month: '2026-03', today, by: 'petugas' };

/** Everything that counts, without keys, moments and entries that cancel one another. */
async function standing({ owner }: Branch): Promise<unknown> {
  const all = (text: string) => queryRows(owner, text);
  return {
    members: await all('SELECT * FROM member_status ORDER BY member_id'),
    owed: await all(`SELECT l.month, l.member_id, l.amount, coalesce(sum(a.amount), 0)::int AS paid,
        coalesce(sum(a.amount) FILTER (WHERE a.payment_id IS NOT NULL), 0)::int AS money
      FROM bill_line l LEFT JOIN allocation a ON a.month = l.month AND a.member_id = l.member_id
      GROUP BY l.month, l.member_id, l.amount ORDER BY 1, 2`),
    relief: await all(`SELECT household_id, on_date, sum(amount)::int AS amount FROM adjustment
      GROUP BY household_id, on_date HAVING sum(amount) <> 0 ORDER BY 1, 2`),
    payers:
      await all(`SELECT payer_id, sum(people)::int AS people, sum(amount)::int AS amount, sum(from_region)::int AS region
      FROM payer_bill GROUP BY 1 ORDER BY 1`),
    rehab: await all('SELECT plan_id, kind, stage, on_date FROM live_rehab_event ORDER BY 1, 2, 3'),
    deposits: await all(
      'SELECT household_id, sum(amount)::int AS amount FROM open_holding GROUP BY 1 ORDER BY 1',
    ),
    spells: await all(`SELECT m.member_id, d.day::text AS day, s.segment, s.active, s.reason
      FROM member_status m, generate_series('2026-03-28'::date, '2026-04-12', '1 day') d (day)
      CROSS JOIN LATERAL (SELECT c.segment, c.active, c.reason FROM status_change c
        WHERE c.member_id = m.member_id AND c.valid_on <= d.day ORDER BY c.valid_on DESC, c.id DESC LIMIT 1) s
      ORDER BY 1, 2`),
  };
}
const faults = async (branch: Branch) =>
  (await proveLedger(branch.ownerPool, today)).filter((proof) => proof.faults > 0);

test('an undo brings back what was, keeps every row, and a close after it is as one that was never taken back', async () => {
  const before = await standing(undone);
  await closeMonth(undone.ownerPool, order);
  const closed = await standing(undone);
  expect(closed).not.toEqual(before);
  // As in reality: money comes in before anybody notices that the close was wrong.
  for (const branch of [plain, undone]) {
    if (branch === plain) await closeMonth(plain.ownerPool, order);
    await post(branch, 6, 70_000, '2026-04-05');
    await post(branch, 15, 35_000, '2026-04-05');
    await post(branch, 3, 100_000, '2026-04-06');
    await post(branch, 1, 70_000, '2026-04-07');
  }
  const rows = `SELECT (SELECT count(*) FROM bill) AS bills, (SELECT count(*) FROM status_change) AS changes,
    (SELECT count(*) FROM payment) AS payments, (SELECT count(*) FROM membership_fact) AS facts`;
  const [kept] = await queryRows<Record<string, number>>(undone.owner, rows);

  const dry = await undoClose(undone.ownerPool, { ...order, dryRun: true });
  expect(await standing(undone)).toEqual(await standing(plain));
  const back = await undoClose(undone.ownerPool, order);
  const told = (result: typeof dry) => result.steps.map(({ ms, ...step }) => step);
  expect(told(back)).toEqual(told(dry));
  expect(Object.fromEntries(back.steps.map(({ id, count }) => [id, count]))).toEqual({
    'undo-states': 10,
    'undo-beyond-cap': 1,
    'undo-rehab': 2,
    'undo-bills': 5,
    'undo-later-money': 3,
    'undo-payer-bills': 2,
  });
  const [now] = await queryRows<Record<string, number>>(undone.owner, rows);
  expect(now?.bills).toBe(kept?.bills);
  expect(now?.facts).toBe(kept?.facts);
  expect(now?.payments).toBe(kept?.payments);
  expect(Number(now?.changes)).toBeGreaterThan(Number(kept?.changes));

  await closeMonth(undone.ownerPool, order);
  expect(await standing(undone)).toEqual(await standing(plain));
  expect((await payerBillsOf(undone.owner, { month: '2026-04' })).items).toMatchObject([
    {
      kind: 'state',
      code: 'APBN',
      name: 'APBN',
      segment: 'PBI_APBN',
      people: 2,
      amount: 84_000,
      fromRegion: 0,
    },
    {
      kind: 'pemda',
      code: '51.71',
      name: 'Pemda',
      segment: 'PBPU_PEMDA',
      people: 2,
      amount: 84_000,
      fromRegion: 70_000,
    },
  ]);
  expect(await faults(undone)).toEqual([]);
  expect(await faults(plain)).toEqual([]);
});

test('only the last close, once, and not after other changes to its members', async () => {
  const undo = (more = {}) => undoClose(undone.ownerPool, { ...order, ...more });
  await expect(undo({ month: '2026-02' })).rejects.toMatchObject({ code: 'month-not-closed' });
  await undo();
  await expect(undo()).rejects.toMatchObject({ code: 'month-not-closed' });
  await closeMonth(undone.ownerPool, order);
  expect(await standing(undone)).toEqual(await standing(plain));
  await sql`INSERT INTO membership_fact (member_id, kind, valid_on, source)
    SELECT member_id, 'died', '2026-04-09', 'family' FROM close_image ORDER BY member_id LIMIT 1`.execute(
    undone.owner,
  );
  await expect(undo()).rejects.toMatchObject({ code: 'close-followed-by-changes' });
});

test('a fact withdrawn between undo and close counts as never said', async () => {
  const branch = await openTestDatabase();
  try {
    await addTariffs(branch.owner);
    const family = await addFamily(branch.owner, { people: [1, 2], months: ['2026-03'], paid: 1 });
    const wrong = family.members[1] as number;
    await sql`UPDATE member_status SET due_on = '2026-04-01', due_reason = 'PLANNED' WHERE member_id = ${wrong}`.execute(
      branch.owner,
    );
    await sql`INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, household_id, source)
      VALUES (${wrong}, 'enrolled', '2026-04-01', 'PBI_APBN', 3, ${family.household}, 'decree')`.execute(
      branch.owner,
    );
    await closeMonth(branch.ownerPool, order);
    await undoClose(branch.ownerPool, order);
    await sql`INSERT INTO membership_fact (member_id, kind, valid_on, withdraws, source)
      SELECT member_id, 'withdrawn', valid_on, id, 'desk' FROM membership_fact WHERE segment = 'PBI_APBN'`.execute(
      branch.owner,
    );
    await closeMonth(branch.ownerPool, order);
    expect(
      await queryRows(
        branch.owner,
        `SELECT issue, people, amount FROM bill WHERE month = '2026-04-01' ORDER BY issue`,
      ),
    ).toEqual([
      { issue: 1, people: 1, amount: 35_000 },
      { issue: 2, people: 1, amount: 35_000 },
    ]);
    expect(
      await queryRows(branch.owner, `SELECT segment, active FROM member_status WHERE member_id = ${wrong}`),
    ).toEqual([{ segment: 'PBPU', active: true }]);
    expect(await faults(branch)).toEqual([]);
  } finally {
    await branch.close();
  }
});
