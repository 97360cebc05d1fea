import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../database/connect.ts';
import { PaymentRepository } from '../ledger/payment-repository.ts';
import { Scope } from '../scope.ts';
import { addFamily, addTariffs, monthsBetween, vaOf } from '../testing/membership-fixture.ts';
import { queryRows } from '../testing/query-rows.ts';
import { signedIn } from '../testing/signed-in.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { MemberSessionRepository } from './member-session-repository.ts';

let database: TestDatabase;
let family: { household: number; members: number[] };
let neighbours: { household: number; members: number[] };
let payer: Scope;
let spouse: Scope;
let child: Scope;

const run = (statement: string) => queryRows(database.owner, statement);

async function signIn(memberId: number, minutes = 60): Promise<Scope> {
  const tokenHash = randomBytes(32);
  const createdAt = new Date(Date.now() - 3_600_000);
  const expiresAt = new Date(Date.now() + minutes * 60_000);
  const [conversation] = await queryRows<{ id: string }>(
    database.owner,
    `INSERT INTO chat_conversation (user_hash, line, address) VALUES (sha256('\\x${tokenHash.toString('hex')}'), '1', 'x') RETURNING id::text AS id`,
  );
  await new MemberSessionRepository(database.gate).open({
    tokenHash,
    memberId,
    conversationId: conversation?.id as string,
    keep: true,
    createdAt,
    expiresAt,
    endsAt: new Date(Date.now() + 86_400_000),
    device: '',
    address: '',
  });
  return Scope.member({ memberId, tokenHash });
}

beforeAll(async () => {
  database = await openTestDatabase();
  const { owner } = database;
  await addTariffs(owner);
  const months = monthsBetween('2026-01', '2026-06');
  family = await addFamily(owner, { people: [1, 2, 3, 4], months, paid: 2 });
  neighbours = await addFamily(owner, { people: [11, 12], months, paid: 1 });
  const [, two, three] = family.members;
  await run(`
    UPDATE member_status SET role = 'spouse' WHERE member_id = ${two};
    UPDATE member SET born = current_date - interval '9 years' WHERE id = ${three};
    INSERT INTO payer (kind, code, name) VALUES ('employer', 'C1', 'PT CONTOH');
    INSERT INTO facility (code, name, level) VALUES ('0901R001', 'PUSKESMAS CONTOH', 'FKTP')`);
  for (const of of [family, neighbours]) {
    await run(`
      INSERT INTO visit (facility, reference, day, level, kind, member_id, segment, source)
        SELECT '0901R001', 'V' || id, '2026-05-01', 'FKTP', 'sick', id, 'PBPU', 'uji' FROM member WHERE id IN (${of.members.join()});
      WITH c AS (INSERT INTO chat_conversation (user_hash, line, address, member_id)
          VALUES (sha256('${of.household}'), '1', 'x', ${of.members[0]}) RETURNING id, member_id),
        w AS (INSERT INTO chat_work_item (conversation_id, key, service, member_id, answers, files, due_on)
          SELECT id, 'k', 'E', member_id, '{}', '[]', '2026-06-01' FROM c)
        INSERT INTO member_notice_choice (member_id, conversation_id, whatsapp) SELECT member_id, id, true FROM c;
      WITH p AS (INSERT INTO rehab_plan (household_id, version, registered_on, arrears_months, amount, terms, legal_basis, recorded_by)
          VALUES (${of.household}, 'v2', '2026-06-02', 5, 245000, '{}', 'uji', 'uji') RETURNING id),
        s AS (INSERT INTO rehab_stage (plan_id, stage, due_by, amount, covers) SELECT id, 1, '2026-07-31', 245000, '{}' FROM p),
        a AS (INSERT INTO rehab_agreement (plan_id, member_id, language, words)
          SELECT id, ${of.members[0]}, 'id', repeat('Saya setuju. ', 5) FROM p)
        INSERT INTO rehab_event (plan_id, kind, stage, on_date) SELECT id, 'stage-missed', 1, '2026-08-01' FROM p`);
  }
  for (const [n, reference] of [
    [1, 'a'],
    [11, 'b'],
  ] as const)
    await new PaymentRepository(database.owner).post(
      { bank: 'BRI', reference, va: vaOf(n), amount: 2_000_000, paidAt: '2026-06-20T02:00:00Z' },
      { channel: 'notification', today: '2026-06-20', timeZone: 'Asia/Makassar' },
    );
  await run(`WITH a AS (INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by)
      VALUES (${neighbours.household}, 'correction', 'uji', -35000, '2026-06-21', 'x') RETURNING id)
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
      SELECT '2026-01-01', ${neighbours.members[0]}, 2, ${neighbours.household}, 35000, 35000, -35000, 0, id FROM a`);
  payer = await signIn(family.members[0] as number);
  spouse = await signIn(family.members[1] as number);
  child = await signIn(family.members[2] as number);
}, 120_000);
afterAll(() => database.close());

/** Tables the login may read, and by which column one sees whose a row is. */
const byMember = ['member_status', 'status_change'];
const byHousehold = ['bill', 'bill_line', 'allocation', 'payment', 'holding', 'rehab_plan'];
const owned = [
  ...byMember,
  ...byHousehold,
  'member',
  'household',
  'adjustment',
  'rehab_stage',
  'rehab_event',
  'rehab_agreement',
  'visit',
  'member_notice_choice',
  'open_holding',
  'live_rehab_event',
];

async function values(db: Db, table: string, column: string): Promise<number[]> {
  const { rows } = await sql<{
    v: number;
  }>`SELECT DISTINCT ${sql.ref(column)} AS v FROM ${sql.table(table)} ORDER BY 1`.execute(db);
  return rows.map(({ v }) => v);
}
async function count(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? -1;
}

describe('straight SQL of a member', () => {
  test.each(byMember)('reads %s of the family alone', async (table) => {
    expect((await values(database.owner, table, 'member_id')).length).toBe(6);
    expect(await database.as(payer, (db) => values(db, table, 'member_id'))).toEqual(family.members);
  });

  test.each(byHousehold)('reads %s of the family alone', async (table) => {
    expect((await values(database.owner, table, 'household_id')).length).toBe(2);
    expect(await database.as(payer, (db) => values(db, table, 'household_id'))).toEqual([family.household]);
  });

  test('reads nobody else as a person, a family, a plan or a payer', async () => {
    await database.as(payer, async (db) => {
      expect(await values(db, 'member', 'id')).toEqual(family.members);
      expect(await values(db, 'household', 'id')).toEqual([family.household]);
      expect(await count(db, 'rehab_stage')).toBe(1);
      expect(await count(db, 'rehab_event')).toBe(1);
      expect(await count(db, 'rehab_agreement')).toBe(1);
      expect(await count(db, 'adjustment')).toBe(0);
      expect(await queryRows(db, 'SELECT count(id)::int AS n FROM chat_work_item')).toEqual([{ n: 1 }]);
      expect(await queryRows(db, 'SELECT * FROM own_payers()')).toEqual([]);
    });
  });

  test('sees visits of oneself, and as a parent of children under 18: not of the spouse, not as a child', async () => {
    const [one, two, three] = family.members;
    const seen = (scope: Scope) => database.as(scope, (db) => values(db, 'visit', 'member_id'));
    expect(await seen(payer)).toEqual([one, three]);
    expect(await seen(spouse)).toEqual([two, three]);
    expect(await seen(child)).toEqual([three]);
    await run(`UPDATE member SET born = current_date - interval '18 years' WHERE id = ${three}`);
    expect(await seen(payer)).toEqual([one]);
    await run(`UPDATE member SET born = current_date - interval '9 years' WHERE id = ${three}`);
  });

  test('of a session that is over, or of an officer, or made up, reads nothing', async () => {
    const over = await signIn(family.members[0] as number, -1);
    const officer = await signedIn(database, 'branch-officer');
    const asMember = Scope.member({ memberId: 1, tokenHash: officer.tokenHash as Buffer });
    const madeUp = Scope.member({ memberId: family.members[0] as number, tokenHash: randomBytes(32) });
    for (const scope of [over, asMember, madeUp])
      for (const table of owned)
        expect([table, await database.as(scope, (db) => count(db, table))]).toEqual([table, 0]);
    // And the token of a member is nobody to the login of officers.
    const asOfficer = Scope.of({
      username: 'x',
      reach: { roles: ['branch-officer'], whole: true, areas: [] },
      tokenHash: payer.tokenHash as Buffer,
    });
    expect(await database.as(asOfficer, (db) => count(db, 'member'))).toBe(0);
  });

  test('writes nothing but the audit, and that in its own name', async () => {
    for (const statement of [
      `UPDATE member SET phone = '0811'`,
      `UPDATE member_status SET active = true`,
      'DELETE FROM bill',
      `INSERT INTO rehab_agreement (plan_id, member_id, language, words) VALUES (1, 1, 'id', repeat('x', 50))`,
      `INSERT INTO member_notice_choice (member_id, conversation_id, whatsapp) VALUES (1, 1, true)`,
      'CREATE TABLE x (y int)',
    ])
      await expect(database.as(payer, (db) => queryRows(db, statement))).rejects.toThrow('permission denied');
    const enter = (name: string) =>
      database.as(payer, (db) =>
        queryRows(
          db,
          `INSERT INTO audit_entry (username, action, outcome) VALUES ('${name}', 'own.home', 'done')`,
        ),
      );
    await enter(`member ${family.members[0]}`);
    await expect(enter(`member ${neighbours.members[0]}`)).rejects.toThrow('row-level security');
    await expect(enter('petugas')).rejects.toThrow('row-level security');
  });

  test.each([
    'session',
    'officer',
    'member_session',
    'member_sign_in',
    'audit_entry',
    'membership_fact',
    'payer',
    'chat_message',
    'chat_conversation',
    'resident_result',
    'pesiar_case',
    'subject_request',
    'name_word',
  ])('cannot read %s', async (table) => {
    await expect(database.as(payer, (db) => queryRows(db, `SELECT * FROM ${table}`))).rejects.toThrow(
      'permission denied',
    );
  });

  test('cannot read what a request says, nor call what is not for it', async () => {
    for (const statement of [
      'SELECT answers FROM chat_work_item',
      'SELECT restricted_members()',
      `SELECT * FROM rights_of('petugas')`,
      `SELECT post_payment('BRI', 'x', '${vaOf(11)}', 1, now(), 'UTC', 'counter', NULL, '2026-06-20')`,
    ])
      await expect(database.as(payer, (db) => queryRows(db, statement))).rejects.toThrow('permission denied');
  });
});

test('agreements and choices are facts', async () => {
  for (const table of ['rehab_agreement', 'member_notice_choice'])
    await expect(run(`UPDATE ${table} SET member_id = member_id`)).rejects.toThrow('append-only');
});
