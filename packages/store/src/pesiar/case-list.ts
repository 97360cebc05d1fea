import type { CasePhase, Outcome } from '@jangkau/pesiar';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';
import { type CaseRow, caseColumns } from './case-row.ts';

/** Which cases. */
export interface CaseFilter {
  area?: string | undefined;
  banjar?: string | undefined;
  phase?: CasePhase | undefined;
  bucket?: Outcome | undefined;
  reason?: string | undefined;
  agent?: string | undefined;
  /** True: with an agent; false: with none. */
  assigned?: boolean | undefined;
  /** Cases that are not over. */
  pending?: boolean | undefined;
  /** Due on this day or before. */
  dueBy?: string | undefined;
  /** Beginnings of words of the name. */
  words?: string | undefined;
}

/** A page of cases by village, banjar and name, after a case. */
export async function listCases(
  db: Db,
  scope: Scope,
  filter: CaseFilter,
  page: { after?: { caseId: string } | undefined; limit: number },
): Promise<CaseRow[]> {
  const { after, limit } = page;
  const order = sql.raw(`c.area_code, coalesce(c.banjar, ''), c.name, c.case_id`);
  const words = tsquery(filter.words);
  if (words !== undefined) {
    const { rows } = await sql<CaseRow>`
      SELECT ${caseColumns} FROM pesiar_case c
      WHERE c.case_id = ANY (ARRAY(SELECT cases_by_words(${words}, ${told(filter)}::jsonb, ${after?.caseId ?? null}::uuid, ${limit}, true)))
      ORDER BY ${order}`.execute(db);
    return rows;
  }
  const { rows } = await sql<CaseRow>`
    SELECT ${caseColumns} FROM pesiar_case c
    WHERE ${conditionOf(scope, filter)}
      AND ${
        after
          ? sql`(${order}) > (
              SELECT o.area_code, coalesce(o.banjar, ''), o.name, o.case_id FROM pesiar_case o WHERE o.case_id = ${after.caseId}::uuid)`
          : sql`true`
      }
    ORDER BY ${order} LIMIT ${limit}`.execute(db);
  return rows;
}

/** How many there are, counting no further than `most`. */
export async function countCases(db: Db, scope: Scope, filter: CaseFilter, most = 10_000): Promise<number> {
  const words = tsquery(filter.words);
  const few =
    words === undefined
      ? sql`SELECT FROM pesiar_case c WHERE ${conditionOf(scope, filter)} LIMIT ${most}`
      : sql`SELECT FROM cases_by_words(${words}, ${told(filter)}::jsonb, NULL, ${most}, false)`;
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM (${few}) few`.execute(db);
  return rows[0]?.n ?? 0;
}

/** A filter as `cases_by_words` reads it; the scope is the session's own. */
function told({ words: _, ...filter }: CaseFilter): string {
  return JSON.stringify(filter);
}

/** SQL condition on pesiar_case `c`, or on what is kept of its counts; words of names are looked for elsewhere. */
export function conditionOf(scope: Scope, filter: Omit<CaseFilter, 'words'>): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [scope.within(sql.ref('c.area_code'), sql.ref('c.banjar'))];
  if (filter.area !== undefined) parts.push(inArea(sql.ref('c.area_code'), filter.area));
  if (filter.banjar !== undefined) parts.push(sql`coalesce(c.banjar, '') = ${filter.banjar}`);
  if (filter.phase !== undefined) parts.push(sql`c.phase = ${filter.phase}`);
  if (filter.bucket !== undefined) parts.push(sql`c.bucket = ${filter.bucket}`);
  if (filter.reason !== undefined) parts.push(sql`c.reason = ${filter.reason}`);
  if (filter.agent !== undefined) parts.push(sql`c.agent = ${filter.agent}`);
  if (filter.assigned !== undefined)
    parts.push(filter.assigned ? sql`c.agent IS NOT NULL` : sql`c.agent IS NULL`);
  if (filter.pending !== undefined)
    parts.push(filter.pending ? sql`c.bucket IS NULL` : sql`c.bucket IS NOT NULL`);
  if (filter.dueBy !== undefined) parts.push(sql`c.due_on <= ${filter.dueBy}`);
  return sql.join(parts, sql` AND `);
}

function tsquery(words: string | undefined): string | undefined {
  const found = words?.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return found?.map((word) => `'${word}':*`).join(' & ');
}
