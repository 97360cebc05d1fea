import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { factColumns, isoMoment, type KeptFact, keptFacts } from './case-row.ts';

/** Two records of a case that could not both count, and which of them a person let stand. */
export interface SettledConflictRow {
  id: string;
  caseId: string;
  name: string;
  area: string;
  banjar: string | null;
  at: string;
  by: string;
  note: string | null;
  stands: string;
  setAside: string[];
}

/** Differences within reach that were settled, newest first, with the records they were about. */
export async function settledConflicts(
  db: Db,
  scope: Scope,
  limit: number,
): Promise<(SettledConflictRow & { sides: KeptFact[] })[]> {
  const { rows } = await sql<SettledConflictRow>`
    SELECT f.id, f.case_id AS "caseId", c.name, f.area_code AS area, f.banjar, ${sql.raw(isoMoment('f.at'))} AS at,
      f.made_by AS by, f.body->>'note' AS note, f.body->>'stands' AS stands, f.body->'setAside' AS "setAside"
    FROM case_fact f JOIN pesiar_case c ON c.case_id = f.case_id
    WHERE f.kind = 'resolved-conflict' AND ${scope.within(sql.ref('f.area_code'), sql.ref('f.banjar'))}
    ORDER BY f.seq DESC LIMIT ${limit}`.execute(db);
  const { rows: sides } = await sql`
    SELECT ${factColumns} FROM case_fact f
    WHERE f.id = ANY (${rows.flatMap(({ stands, setAside }) => [stands, ...setAside])}::uuid[])`.execute(db);
  const known = new Map(keptFacts(sides).map((fact) => [fact.id, fact]));
  return rows.map((row) => ({
    ...row,
    sides: [row.stands, ...row.setAside].flatMap((id) => known.get(id) ?? []),
  }));
}
