import type { PayerClass } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';
import type { Desk } from './add-application.ts';
import { isoMoment } from './case-row.ts';

/** A form at its desk. */
export interface ApplicationRow {
  form: string;
  caseId: string;
  exit: 'pbpu' | 'pemda' | 'ppu' | 'pbi' | 'newborn' | 'reactivation';
  desk: Desk;
  status: 'waiting' | 'approved' | 'refused' | 'lapsed' | 'withdrawn' | 'active';
  name: string;
  born: string | null;
  area: string;
  banjar: string | null;
  payerClass: PayerClass | null;
  employerCode: string | null;
  employerName: string | null;
  people: number;
  class: 1 | 2 | 3 | null;
  handedInAt: string;
  handedInBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  reasons: string[];
  startsOn: string | null;
  payUntil: string | null;
  amount: number | null;
}

/** Which forms. */
export interface ApplicationFilter {
  desk?: Desk | undefined;
  status?: ApplicationRow['status'] | undefined;
  exit?: ApplicationRow['exit'] | undefined;
  area?: string | undefined;
  caseId?: string | undefined;
  forms?: readonly string[] | undefined;
}

const columns =
  sql.raw(`a.form, a.case_id AS "caseId", a.exit, a.desk, a.status, c.name, c.born, a.area_code AS area, a.banjar,
  c.payer_class AS "payerClass", a.employer_code AS "employerCode", a.employer_name AS "employerName", a.people, a.class,
  ${isoMoment('a.handed_in_at')} AS "handedInAt", a.handed_in_by AS "handedInBy", ${isoMoment('a.decided_at')} AS "decidedAt",
  a.decided_by AS "decidedBy", a.reasons, a.starts_on AS "startsOn", a.pay_until AS "payUntil", a.amount`);

/** Forms at desks within reach, the longest waiting first, after a form when paging. */
export async function applications(
  db: Db,
  scope: Scope,
  filter: ApplicationFilter,
  page: { after?: string | undefined; limit: number },
): Promise<ApplicationRow[]> {
  const { rows } = await sql<ApplicationRow>`
    SELECT ${columns} FROM pesiar_application a JOIN pesiar_case c ON c.case_id = a.case_id
    WHERE ${condition(filter)} AND ${scope.within(sql.ref('a.area_code'), sql.ref('a.banjar'))}
      AND ${page.after ? sql`(a.handed_in_at, a.form) > (SELECT handed_in_at, form FROM pesiar_application WHERE form = ${page.after}::uuid)` : sql`true`}
    ORDER BY a.handed_in_at, a.form LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** The same of one employer, as the system reads it: the employer sees its own workers wherever they live. */
export async function employerApplications(
  db: Db,
  codes: readonly string[],
  filter: ApplicationFilter,
): Promise<ApplicationRow[]> {
  const { rows } = await sql<ApplicationRow>`
    SELECT ${columns} FROM pesiar_application a JOIN pesiar_case c ON c.case_id = a.case_id
    WHERE a.desk = 'employer' AND a.employer_code = ANY (${codes}) AND ${condition(filter)}
    ORDER BY a.handed_in_at, a.form LIMIT 500`.execute(db);
  return rows;
}

/** Number and virtual account of a form within reach. */
export async function applicationAccount(
  db: Db,
  form: string,
): Promise<{ va: string | null; householdId: number | null; members: number[] } | undefined> {
  const { rows } = await sql<{ va: string | null; householdId: number | null; members: number[] }>`
    SELECT a.va, a.household_id AS "householdId",
      coalesce((SELECT array_agg(m.member_id ORDER BY m.member_id) FROM pesiar_application_member m WHERE m.form = a.form), '{}') AS members
    FROM pesiar_application a WHERE a.form = ${form}::uuid`.execute(db);
  return rows[0];
}

/** Says which employer a form is about, when the agent did not know its code. False when it no longer waits. */
export async function setEmployer(db: Db, form: string, code: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE pesiar_application SET employer_code = ${code}
    WHERE form = ${form}::uuid AND desk = 'employer' AND status = 'waiting' RETURNING 1`.execute(db);
  return rows.length > 0;
}

/** Counts of forms by desk, exit and status. */
export async function deskCounts(
  db: Db,
  scope: Scope,
  area?: string,
): Promise<
  { desk: Desk; exit: ApplicationRow['exit']; status: ApplicationRow['status']; n: number; people: number }[]
> {
  const { rows } = await sql<{
    desk: Desk;
    exit: ApplicationRow['exit'];
    status: ApplicationRow['status'];
    n: number;
    people: number;
  }>`
    SELECT a.desk, a.exit, a.status, count(*)::int AS n, sum(a.people)::int AS people FROM pesiar_application a
    WHERE ${scope.within(sql.ref('a.area_code'), sql.ref('a.banjar'))} AND ${area ? inArea(sql.ref('a.area_code'), area) : sql`true`}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(db);
  return rows;
}

function condition(filter: ApplicationFilter) {
  const parts = [sql`true`];
  if (filter.desk) parts.push(sql`a.desk = ${filter.desk}`);
  if (filter.status) parts.push(sql`a.status = ${filter.status}`);
  if (filter.exit) parts.push(sql`a.exit = ${filter.exit}`);
  if (filter.area) parts.push(sql`${inArea(sql.ref('a.area_code'), filter.area)}`);
  if (filter.caseId) parts.push(sql`a.case_id = ${filter.caseId}::uuid`);
  if (filter.forms) parts.push(sql`a.form = ANY (${filter.forms}::uuid[])`);
  return sql.join(parts, sql` AND `);
}
