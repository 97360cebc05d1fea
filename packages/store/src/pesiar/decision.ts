import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import type { Desk } from './add-application.ts';
import { type FormDetail, formDetail } from './form-people.ts';
import { say } from './say.ts';

/** Who decides, when. */
export interface Deciding {
  scope: Scope;
  /** ISO instant. */
  at: string;
  /** Date of today in the branch's zone, YYYY-MM-DD. */
  today: string;
  desk: Desk;
}

/** How a form ended at its desk. */
export interface Verdict {
  form: FormDetail;
  verdict: 'approved' | 'refused' | 'lapsed';
  reasons: readonly string[];
  note?: string | undefined;
  startsOn?: string | null;
  payUntil?: string | null;
  amount?: number | null;
  va?: string | null;
  householdId?: number | null;
  joinsHouseholdId?: number | null;
  listId?: number | null;
  members?: readonly { memberId: number; residentNo: string | null }[];
}

/**
 * Forms that wait at a desk, locked for this transaction, in the order in which they were handed in. Forms that are
 * gone or decided are left out.
 */
export async function waitingForms(db: Db, desk: Desk, forms: readonly string[]): Promise<FormDetail[]> {
  // Facts first, then forms: the same order everywhere.
  await sql`SELECT pg_advisory_xact_lock(7040)`.execute(db);
  const { rows } = await sql<{ form: string }>`
    SELECT form FROM pesiar_application
    WHERE form = ANY (${forms}::uuid[]) AND desk = ${desk} AND status = 'waiting' ORDER BY handed_in_at, form FOR UPDATE`.execute(
    db,
  );
  const details: FormDetail[] = [];
  for (const { form } of rows) {
    const detail = await formDetail(db, form);
    if (detail) details.push(detail);
  }
  return details;
}

/** Keeps what was decided: at the desk, and as facts of the cases. */
export async function keepVerdicts(
  db: Db,
  { scope, at, desk }: Deciding,
  verdicts: readonly Verdict[],
): Promise<void> {
  for (const one of verdicts) {
    const { form } = one.form;
    await sql`
      UPDATE pesiar_application SET status = ${one.verdict}, decided_at = ${at}, decided_by = ${scope.username},
        reasons = ${[...one.reasons]}, starts_on = ${one.startsOn ?? null}, pay_until = ${one.payUntil ?? null},
        amount = ${one.amount ?? null}, va = ${one.va ?? null}, household_id = ${one.householdId ?? null},
        joins_household_id = ${one.joinsHouseholdId ?? null}, list_id = ${one.listId ?? null}
      WHERE form = ${form}::uuid`.execute(db);
    for (const { memberId, residentNo } of one.members ?? [])
      await sql`
        INSERT INTO pesiar_application_member (form, member_id, resident_no, area_code, banjar)
        VALUES (${form}::uuid, ${memberId}, ${residentNo}, ${one.form.area}, ${one.form.banjar}) ON CONFLICT DO NOTHING`.execute(
        db,
      );
  }
  await say(
    db,
    scope,
    at,
    verdicts.map((one) => ({
      caseId: one.form.caseId,
      kind: 'desk-decided' as const,
      body: {
        desk,
        form: one.form.form,
        verdict: one.verdict,
        reasons: one.reasons,
        from: one.startsOn ?? null,
        until: one.payUntil ?? null,
        ...(one.note && { note: one.note }),
      },
    })),
  );
}

/** Refuses forms, each for the reasons given. Returns how many were waiting. */
export async function refuseForms(
  db: Db,
  deciding: Deciding,
  order: { forms: readonly string[]; reasons: readonly string[]; note?: string | undefined },
): Promise<number> {
  const waiting = await waitingForms(db, deciding.desk, order.forms);
  await keepVerdicts(
    db,
    deciding,
    waiting.map((form) => ({ form, verdict: 'refused', reasons: order.reasons, note: order.note })),
  );
  return waiting.length;
}
