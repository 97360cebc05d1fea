import type pg from 'pg';
import { applyPlanned } from '../month-close/apply-planned.ts';

/** Why a membership ends. */
interface EndingOrder {
  memberId: number;
  kind: 'died' | 'duplicate';
  /** The day it ends; of a death, the day of it. */
  on: string;
  today: string;
  /** What it was decided on; the same again changes nothing. */
  reference: string;
}

/** Ends a membership at once: the fact, and the state that follows. True when it was not ended before. As the owner. */
export async function endMembership(client: pg.ClientBase, order: EndingOrder): Promise<boolean> {
  const { memberId, kind, on, today, reference } = order;
  const { rows } = await client.query(
    `WITH fact AS (
       INSERT INTO membership_fact (member_id, kind, valid_on, source, reference)
       SELECT member_id, $2, $3::date, 'pandawa', $4 FROM member_status
       WHERE member_id = $1 AND inactive_kind IS DISTINCT FROM 'ended' ON CONFLICT DO NOTHING RETURNING member_id
     )
     UPDATE member_status s SET due_on = $3::date, due_reason = 'PLANNED' FROM fact WHERE s.member_id = fact.member_id
     RETURNING s.member_id`,
    [memberId, kind, on, reference],
  );
  if (rows.length === 0) return false;
  await applyPlanned(client as pg.PoolClient, today, reference);
  return true;
}
