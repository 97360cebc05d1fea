import { virtualAccount } from '@jangkau/contributions';
import { isCardNumber } from '@jangkau/kernel';
import type pg from 'pg';
import { clientDb } from './client-db.ts';
import { type Deciding, keepVerdicts, waitingForms } from './decision.ts';

/** What taking up a reactivation came to. */
export type ReactivationApproval =
  | { outcome: 'gone' }
  | { outcome: 'member-unknown' }
  | { outcome: 'approved'; memberId: number; va: string; way: 'pay' | 'rehab'; stages: number | null };

/**
 * Takes up a reactivation: the family's virtual account is told, and the case ends when the money makes the card
 * active (a plan of stages is entered beside this). In the caller's transaction, as the owner.
 */
export async function approveReactivation(
  client: pg.PoolClient,
  deciding: Deciding,
  order: { form: string; note?: string | undefined },
): Promise<ReactivationApproval> {
  const db = clientDb(client);
  const [form] = await waitingForms(db, 'officer', [order.form]);
  if (!form) return { outcome: 'gone' };
  const niks = form.people.flatMap(({ nik }) => nik ?? []);
  const { rows } = await client.query<{
    memberId: number;
    card: string;
    householdId: number;
    amount: number;
  }>(
    `SELECT m.id AS "memberId", m.card, s.household_id AS "householdId",
       (SELECT sum(t.arrears_amount)::int FROM member_status t WHERE t.household_id = s.household_id) AS amount
     FROM member m JOIN member_status s ON s.member_id = m.id
     WHERE CASE WHEN $1::int IS NOT NULL THEN m.id = $1 ELSE m.nik = ANY ($2::bigint[]) END
     ORDER BY s.active, m.id LIMIT 1`,
    [form.subjectMemberId, niks],
  );
  const [member] = rows;
  if (!member || !isCardNumber(member.card)) return { outcome: 'member-unknown' };
  const va = virtualAccount(member.card, { bank: form.body.bank ?? 'bri' });
  await keepVerdicts(db, deciding, [
    {
      form,
      verdict: 'approved',
      reasons: [],
      note: order.note,
      va,
      amount: member.amount,
      householdId: member.householdId,
      members: [{ memberId: member.memberId, residentNo: form.people[0]?.residentNo ?? null }],
    },
  ]);
  const { memberId } = member;
  return { outcome: 'approved', memberId, va, way: form.body.way ?? 'pay', stages: form.body.stages ?? null };
}
