import type { CaseFact, CaseFactKind, CaseState } from '@jangkau/pesiar';
import { type RawBuilder, sql } from 'kysely';

/** A case as lists and figures have it: the columns of pesiar_case. */
export interface CaseRow {
  caseId: string;
  version: number;
  phase: CaseState['phase'];
  bucket: CaseState['bucket'];
  reason: CaseState['reason'];
  residentNo: string | null;
  subjectMemberId: number | null;
  name: string;
  sex: 'L' | 'P' | null;
  born: string | null;
  area: string;
  banjar: string | null;
  address: string | null;
  householdKey: string | null;
  segment: string | null;
  class: 1 | 2 | 3 | null;
  arrearsMonths: number | null;
  run: number | null;
  probability: number | null;
  agent: string | null;
  dueOn: string | null;
  visits: number;
  lastVisitAt: string | null;
  lastVisitBy: string | null;
  lastResult: string | null;
  identity: CaseState['identity'];
  payerClass: CaseState['class'];
  advocacy: CaseState['advocacy'];
  consent: boolean | null;
  exitKind: string | null;
  exitForm: string | null;
  exitAt: string | null;
  exitStatus: string | null;
  exitReasons: string[];
  exitFrom: string | null;
  exitUntil: string | null;
  activeFrom: string | null;
  memberId: number | null;
  openedAt: string;
  assignedAt: string | null;
  visitedAt: string | null;
  advocatedAt: string | null;
  registeredAt: string | null;
  endedAt: string | null;
  lastAt: string;
}

const columns: readonly (readonly [keyof CaseRow, string, 'moment'?])[] = [
  ['caseId', 'case_id'],
  ['version', 'version'],
  ['phase', 'phase'],
  ['bucket', 'bucket'],
  ['reason', 'reason'],
  ['residentNo', 'resident_no'],
  ['subjectMemberId', 'subject_member_id'],
  ['name', 'name'],
  ['sex', 'sex'],
  ['born', 'born'],
  ['area', 'area_code'],
  ['banjar', 'banjar'],
  ['address', 'address'],
  ['householdKey', 'household_key'],
  ['segment', 'segment'],
  ['class', 'class'],
  ['arrearsMonths', 'arrears_months'],
  ['run', 'run_number'],
  ['probability', 'probability'],
  ['agent', 'agent'],
  ['dueOn', 'due_on'],
  ['visits', 'visits'],
  ['lastVisitAt', 'last_visit_at', 'moment'],
  ['lastVisitBy', 'last_visit_by'],
  ['lastResult', 'last_result'],
  ['identity', 'identity'],
  ['payerClass', 'payer_class'],
  ['advocacy', 'advocacy'],
  ['consent', 'consent'],
  ['exitKind', 'exit_kind'],
  ['exitForm', 'exit_form'],
  ['exitAt', 'exit_at', 'moment'],
  ['exitStatus', 'exit_status'],
  ['exitReasons', 'exit_reasons'],
  ['exitFrom', 'exit_from'],
  ['exitUntil', 'exit_until'],
  ['activeFrom', 'active_from'],
  ['memberId', 'member_id'],
  ['openedAt', 'opened_at', 'moment'],
  ['assignedAt', 'assigned_at', 'moment'],
  ['visitedAt', 'visited_at', 'moment'],
  ['advocatedAt', 'advocated_at', 'moment'],
  ['registeredAt', 'registered_at', 'moment'],
  ['endedAt', 'ended_at', 'moment'],
  ['lastAt', 'last_at', 'moment'],
];

/** SQL: a moment as facts write it, 2026-11-22T05:08:09.123Z. */
export function isoMoment(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Columns of a CaseRow from pesiar_case `c`. */
export const caseColumns: RawBuilder<unknown> = sql.raw(
  columns
    .map(([name, column, moment]) => `${moment ? isoMoment(`c.${column}`) : `c.${column}`} AS "${name}"`)
    .join(', '),
);

/** Where a case stands, as the row that is kept of it. */
export function caseRowOf(state: CaseState, probability: number | null): CaseRow {
  const { subject, lastVisit, exit } = state;
  return {
    caseId: state.caseId,
    version: state.version,
    phase: state.phase,
    bucket: state.bucket,
    reason: state.reason,
    residentNo: subject.residentNo,
    subjectMemberId: subject.memberId,
    name: subject.name,
    sex: subject.sex,
    born: subject.born,
    area: subject.area,
    banjar: subject.banjar,
    address: subject.address,
    householdKey: subject.householdKey,
    segment: subject.segment,
    class: subject.class,
    arrearsMonths: subject.arrearsMonths,
    run: state.run,
    probability,
    agent: state.agent,
    dueOn: state.dueOn,
    visits: state.visits,
    lastVisitAt: lastVisit?.at ?? null,
    lastVisitBy: lastVisit?.by ?? null,
    lastResult: lastVisit?.result ?? null,
    identity: state.identity,
    payerClass: state.class,
    advocacy: state.advocacy,
    consent: state.consent,
    exitKind: exit?.kind ?? null,
    exitForm: exit?.form ?? null,
    exitAt: exit?.at ?? null,
    exitStatus: exit?.status ?? null,
    exitReasons: [...(exit?.reasons ?? [])],
    exitFrom: exit?.from ?? null,
    exitUntil: exit?.until ?? null,
    activeFrom: state.activeFrom,
    memberId: state.memberId,
    openedAt: state.openedAt,
    assignedAt: state.assignedAt,
    visitedAt: state.visitedAt,
    advocatedAt: state.advocatedAt,
    registeredAt: state.registeredAt,
    endedAt: state.endedAt,
    lastAt: state.lastAt,
  };
}

/** Statement that keeps rows: adds them or brings them up to date. */
export function keepCaseRows(rows: readonly CaseRow[]): RawBuilder<unknown> {
  const names = sql.raw(columns.map(([, column]) => column).join(', '));
  const records = rows.map((row) => Object.fromEntries(columns.map(([name, column]) => [column, row[name]])));
  const updates = sql.raw(
    columns
      .slice(1)
      .map(([, column]) => `${column} = excluded.${column}`)
      .join(', '),
  );
  return sql`
    INSERT INTO pesiar_case (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::pesiar_case, ${JSON.stringify(records)}::jsonb)
    ON CONFLICT (case_id) DO UPDATE SET ${updates}`;
}

/** A fact as it is kept: with its place in the case and in the order of the server. */
export type KeptFact = CaseFact & { readonly version: number; readonly seq: number };

interface FactRow {
  id: string;
  seq: number;
  caseId: string;
  version: number;
  kind: CaseFactKind;
  at: string;
  by: string;
  device: string | null;
  base: number;
  body: unknown;
}

/** Columns of a KeptFact from case_fact `f`. */
export const factColumns: RawBuilder<unknown> = sql.raw(
  `f.id, f.seq::float8 AS seq, f.case_id AS "caseId", f.version, f.kind, ${isoMoment('f.at')} AS at, f.made_by AS by,
   f.device, f.base, f.body`,
);

/** Facts of rows with `factColumns`. */
export function keptFacts(rows: readonly unknown[]): KeptFact[] {
  return rows as FactRow[] as unknown as KeptFact[];
}
