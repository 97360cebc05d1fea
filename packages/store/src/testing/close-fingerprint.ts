import type pg from 'pg';

/** A hash of everything a close of October 2026 may change, without keys and moments that differ from run to run. */
export async function closeFingerprint(pool: pg.Pool): Promise<string> {
  const hash = (columns: string, from: string) =>
    `(SELECT coalesce(sum(hashtextextended(concat_ws('|', ${columns}), 0)::numeric), 0)::text FROM ${from})`;
  const { rows } = await pool.query<{ hash: string }>(`SELECT concat_ws(' ',
    ${hash('member_id, household_id, segment, class, active, inactive_kind, since, reason, arrears_months, arrears_amount, due_on, due_reason', 'member_status')},
    ${hash('month, household_id, people, amount', `bill WHERE month >= '2026-10-01'`)},
    ${hash('month, member_id, household_id, class, amount', `bill_line WHERE month >= '2026-10-01'`)},
    ${hash('month, member_id, step, amount, paid_after', 'allocation')},
    ${hash('member_id, valid_on, segment, active, inactive_kind, reason, cause', `status_change WHERE valid_on >= '2026-10-01'`)},
    ${hash('household_id, kind, amount, on_date', 'adjustment')},
    ${hash('plan_id, kind, stage, on_date', 'rehab_event')}) AS hash`);
  return rows[0]?.hash as string;
}
