import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A plan to be entered, with its terms as they were worked out. */
export interface NewRehabPlan {
  householdId: number;
  version: 1 | 2;
  registeredOn: string;
  arrearsMonths: number;
  amount: number;
  stages: readonly { dueBy: string; amount: number; covers: readonly string[] }[];
  terms: unknown;
  legalBasis: string;
  by: string;
}

/** Enters a plan; undefined when the family has a running one. */
export async function addRehabPlan(db: Db, plan: NewRehabPlan): Promise<number | undefined> {
  return db.isTransaction ? enterPlan(db, plan) : db.transaction().execute((own) => enterPlan(own, plan));
}

async function enterPlan(db: Db, plan: NewRehabPlan): Promise<number | undefined> {
  // A statement of its own: what looks for a running plan has to see what was entered while it waited.
  await sql`SELECT pg_advisory_xact_lock(7032, ${plan.householdId})`.execute(db);
  const { rows } = await sql<{ id: number }>`
    WITH added AS (
      INSERT INTO rehab_plan (household_id, version, registered_on, arrears_months, amount, terms, legal_basis, recorded_by)
      SELECT ${plan.householdId}, ${`v${plan.version}`}, ${plan.registeredOn}::date, ${plan.arrearsMonths}, ${plan.amount},
        ${JSON.stringify(plan.terms)}::jsonb, ${plan.legalBasis}, ${plan.by}
      WHERE NOT EXISTS (SELECT FROM running_rehab r WHERE r.household_id = ${plan.householdId})
      RETURNING id
    ), stages AS (
      INSERT INTO rehab_stage (plan_id, stage, due_by, amount, covers)
      SELECT a.id, s.n, (s.stage ->> 'dueBy')::date, (s.stage ->> 'amount')::int,
        ARRAY(SELECT (month || '-01')::date FROM jsonb_array_elements_text(s.stage -> 'covers') month)
      FROM added a, jsonb_array_elements(${JSON.stringify(plan.stages)}::jsonb) WITH ORDINALITY s (stage, n)
    )
    SELECT id FROM added`.execute(db);
  return rows[0]?.id;
}

/** A plan as a list shows it. */
export interface ListedPlan {
  plan: number;
  /** A member of the family, to ask further. */
  card: string;
  version: string;
  registeredOn: string;
  state: 'running' | 'completed' | 'lapsed' | 'cancelled';
  stages: number;
  paidStages: number;
  amount: number;
  /** What came in since the plan began. */
  paid: number;
  nextDue: string | null;
}

/** Plans in one state, or all; the next due first. */
export async function rehabPlans(db: Db, state?: ListedPlan['state']): Promise<ListedPlan[]> {
  const { rows } = await sql<ListedPlan>`
    SELECT * FROM (
      SELECT r.id AS plan, (SELECT min(m.card) FROM member_status s JOIN member m ON m.id = s.member_id
          WHERE s.household_id = r.household_id) AS card,
        r.version, r.registered_on AS "registeredOn",
        coalesce((SELECT e.kind FROM live_rehab_event e WHERE e.plan_id = r.id
          AND e.kind IN ('completed', 'lapsed', 'cancelled') ORDER BY e.id DESC LIMIT 1), 'running') AS state,
        t.stages, t.paid_stages AS "paidStages", r.amount, p.paid::int AS paid, t.next_due AS "nextDue"
      FROM rehab_plan r
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(p.amount), 0) AS paid FROM payment p LEFT JOIN holding h ON h.id = p.from_holding
        WHERE p.household_id = r.household_id AND p.paid_on >= r.registered_on AND h.kind IS DISTINCT FROM 'deposit') p
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS stages, count(*) FILTER (WHERE upto <= p.paid)::int AS paid_stages,
          min(due_by) FILTER (WHERE upto > p.paid) AS next_due
        FROM (SELECT due_by, sum(amount) OVER (ORDER BY stage) AS upto FROM rehab_stage WHERE plan_id = r.id) x) t
    ) listed
    WHERE ${state ?? null}::text IS NULL OR state = ${state ?? null}
    ORDER BY "nextDue" NULLS LAST, plan`.execute(db);
  return rows;
}
