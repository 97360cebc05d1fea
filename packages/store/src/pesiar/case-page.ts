import type { Evidence } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { type CaseRow, caseColumns, factColumns, type KeptFact, keptFacts } from './case-row.ts';

/** One case with everything that happened, its family and what was photographed. */
export interface CasePage {
  row: CaseRow;
  facts: KeptFact[];
  /** Other cases of the same family. */
  family: CaseRow[];
  point: { lat: number; lon: number; accuracy: number } | null;
  attachments: { sha256: string; mime: string; size: number; addedBy: string }[];
}

/** A case within reach; undefined otherwise. */
export async function casePage(db: Db, caseId: string): Promise<CasePage | undefined> {
  const { rows } =
    await sql<CaseRow>`SELECT ${caseColumns} FROM pesiar_case c WHERE c.case_id = ${caseId}::uuid`.execute(
      db,
    );
  const [row] = rows;
  if (!row) return undefined;
  const family = await sql<CaseRow>`
    SELECT ${caseColumns} FROM pesiar_case c
    WHERE c.area_code = ${row.area} AND c.household_key = ${row.householdKey} AND c.case_id <> ${caseId}::uuid
    ORDER BY c.born NULLS LAST, c.name LIMIT 40`.execute(db);
  const point = await sql<{ lat: number; lon: number; accuracy: number }>`
    SELECT lat, lon, accuracy FROM household_point
    WHERE area_code = ${row.area} AND household_key = ${row.householdKey}`.execute(db);
  const attachments = await sql<CasePage['attachments'][number]>`
    SELECT sha256, mime, size, added_by AS "addedBy" FROM attachment WHERE case_id = ${caseId}::uuid ORDER BY added_at`.execute(
    db,
  );
  return {
    row,
    facts: await caseFacts(db, caseId),
    family: family.rows,
    point: point.rows[0] ?? null,
    attachments: attachments.rows,
  };
}

/** Facts of a case in the order of its versions. */
export async function caseFacts(db: Db, caseId: string): Promise<KeptFact[]> {
  const { rows } = await sql`
    SELECT ${factColumns} FROM case_fact f WHERE f.case_id = ${caseId}::uuid ORDER BY f.version`.execute(db);
  return keptFacts(rows);
}

/** Facts after a place in the server's order, of cases within reach; for devices that catch up. */
export async function factsAfter(db: Db, scope: Scope, seq: number, limit: number): Promise<KeptFact[]> {
  const { rows } = await sql`
    SELECT ${factColumns} FROM case_fact f
    WHERE f.seq > ${seq} AND ${scope.within(sql.ref('f.area_code'), sql.ref('f.banjar'))}
    ORDER BY f.seq LIMIT ${limit}`.execute(db);
  return keptFacts(rows);
}

/** What was written down about who can pay, by form: the latest classification of its case, within reach. */
export async function evidenceOfForms(db: Db, forms: readonly string[]): Promise<Map<string, Evidence>> {
  const { rows } = await sql<{ form: string; evidence: Evidence }>`
    SELECT DISTINCT ON (a.form) a.form, f.body->'evidence' AS evidence
    FROM pesiar_application a JOIN case_fact f ON f.case_id = a.case_id
    WHERE a.form = ANY (${forms}::uuid[]) AND f.kind = 'classified' ORDER BY a.form, f.version DESC`.execute(
    db,
  );
  return new Map(rows.map(({ form, evidence }) => [form, evidence]));
}
