import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { Scope } from '../scope.ts';
import { say, type ToSay } from './say.ts';

/** What settling changed. */
export interface Settled {
  /** Cases that ended because cover began. */
  activated: number;
  /** Applications whose first payment did not come. */
  lapsed: number;
}

interface Reached {
  form: string;
  exit: string;
  /** Null when nobody is looked for any more. */
  caseId: string | null;
  memberId: number;
  segment: string;
  since: string;
}

const howOf: Readonly<Record<string, 'list' | 'payment' | 'employer' | 'newborn'>> = {
  pemda: 'list',
  pbi: 'list',
  ppu: 'employer',
  pbpu: 'payment',
  reactivation: 'payment',
  newborn: 'newborn',
};

/** Whether a family has an approved form that waits for cover: most who pay have none, and nothing to settle. */
export async function awaitsCover(db: Db, householdId: number): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    SELECT EXISTS (SELECT FROM pesiar_application
      WHERE household_id = ${householdId} AND status = 'approved') AS waits`.execute(db);
  return rows[0]?.waits ?? false;
}

/**
 * Ends the cases whose exit has succeeded: the people of an approved form are covered. Open cases of others on the
 * form end with it. Applications without a first payment by their last day lapse. To be called after whatever may
 * begin cover: a payment, a list, a close of a month. As the system, in a transaction; safe to repeat.
 */
export async function settleApplications(
  db: Db,
  { at, today, householdId }: { at: string; today: string; householdId?: number | undefined },
): Promise<Settled> {
  await sql`SELECT pg_advisory_xact_lock(7040)`.execute(db);
  const family = householdId === undefined ? sql`true` : sql`a.household_id = ${householdId}`;
  const { rows: reached } = await sql<Reached>`
    WITH done AS (
      SELECT a.form, a.exit, a.case_id FROM pesiar_application a
      WHERE a.status = 'approved' AND ${family}
        AND EXISTS (SELECT FROM pesiar_application_member p WHERE p.form = a.form)
        AND NOT EXISTS (SELECT FROM pesiar_application_member p JOIN member_status s ON s.member_id = p.member_id
          WHERE p.form = a.form AND NOT s.active)
    )
    SELECT d.form, d.exit, c.case_id AS "caseId", p.member_id AS "memberId", s.segment, s.since
    FROM done d
    JOIN pesiar_application_member p ON p.form = d.form
    JOIN member_status s ON s.member_id = p.member_id
    LEFT JOIN pesiar_case c ON c.bucket IS NULL AND (c.resident_no = p.resident_no OR c.subject_member_id = p.member_id
      OR (c.case_id = d.case_id AND p.resident_no IS NULL))
    ORDER BY c.case_id, p.member_id`.execute(db);
  const once = new Map(reached.map((one) => [one.caseId, one]));
  const words = [...once.values()].flatMap(({ caseId, memberId, segment, since, exit }): ToSay[] =>
    caseId === null
      ? []
      : [{ caseId, kind: 'activated', body: { memberId, segment, from: since, how: howOf[exit] ?? 'list' } }],
  );
  await say(db, Scope.system(), at, words);
  const forms = [...new Set(reached.map(({ form }) => form))];
  await sql`UPDATE pesiar_application SET status = 'active' WHERE form = ANY (${forms}::uuid[])`.execute(db);
  await joinFamilies(db, forms, today);
  const lapsed = await lapse(db, at, today);
  return { activated: words.length, lapsed };
}

/** Babies that are covered join the bill of the mother's family on the next 1st. */
async function joinFamilies(db: Db, forms: readonly string[], today: string): Promise<void> {
  await sql`
    WITH baby AS (
      SELECT p.member_id, a.joins_household_id AS family, s.segment, s.class,
        (date_trunc('month', ${today}::date) + interval '1 month')::date AS next
      FROM pesiar_application a
      JOIN pesiar_application_member p ON p.form = a.form
      JOIN member_status s ON s.member_id = p.member_id
      WHERE a.form = ANY (${forms}::uuid[]) AND a.joins_household_id IS NOT NULL
    ), fact AS (
      INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, household_id, role, owed_from, source, reference)
      SELECT member_id, 'enrolled', next, segment, class, family, NULL, next, 'pesiar', 'keluarga:' || family FROM baby
      ON CONFLICT DO NOTHING
    )
    UPDATE member_status s SET due_on = b.next, due_reason = 'PLANNED' FROM baby b WHERE s.member_id = b.member_id`.execute(
    db,
  );
}

async function lapse(db: Db, at: string, today: string): Promise<number> {
  const { rows } = await sql<{ form: string; caseId: string; until: string }>`
    UPDATE pesiar_application SET status = 'lapsed'
    WHERE status = 'approved' AND desk = 'officer' AND pay_until < ${today}::date
    RETURNING form, case_id AS "caseId", pay_until AS until`.execute(db);
  await say(
    db,
    Scope.system(),
    at,
    rows.map(({ form, caseId, until }) => ({
      caseId,
      kind: 'desk-decided' as const,
      body: { desk: 'officer' as const, form, verdict: 'lapsed' as const, reasons: ['not-paid'], until },
    })),
  );
  return rows.length;
}
