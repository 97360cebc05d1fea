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
  const { rows } = await sql<{ id: number }>`
    WITH one AS (SELECT pg_advisory_xact_lock(7032, ${plan.householdId})), added AS (
      INSERT INTO rehab_plan (household_id, version, registered_on, arrears_months, amount, terms, legal_basis, recorded_by)
      SELECT ${plan.householdId}, ${`v${plan.version}`}, ${plan.registeredOn}::date, ${plan.arrearsMonths}, ${plan.amount},
        ${JSON.stringify(plan.terms)}::jsonb, ${plan.legalBasis}, ${plan.by} FROM one
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
