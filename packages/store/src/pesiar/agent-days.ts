import { type QualityFlag, qualityFlags, type VisitTrace } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { isoMoment } from './case-row.ts';

/** A visit of an agent's day. */
export interface DayVisit extends VisitTrace {
  agent: string;
  caseId: string;
  name: string;
  area: string;
  banjar: string | null;
  result: string;
}

/** An agent's day: what was visited, how long it took, what is worth a second look. */
export interface AgentDay {
  agent: string;
  /** ISO instants. */
  first: string;
  last: string;
  visits: DayVisit[];
  households: number;
  flags: QualityFlag[];
}

/** Days of agents between two instants, by agent. */
export async function agentDays(
  db: Db,
  scope: Scope,
  span: { from: string; until: string; agent?: string | undefined },
): Promise<AgentDay[]> {
  const { rows } = await sql<DayVisit>`
    SELECT f.id AS "factId", f.made_by AS agent, f.case_id AS "caseId", c.name, f.area_code AS area, f.banjar,
      coalesce(c.household_key, c.case_id::text) AS household, f.body->>'startedAt' AS "startedAt", ${sql.raw(isoMoment('f.at'))} AS at,
      nullif(f.body->'point', 'null') AS point, f.body->>'result' AS result,
      CASE WHEN f.body->>'result' <> 'no-one-home' THEN concat(f.body->>'result', '|', f.body->>'met', '|', (
        SELECT k.body->>'evidence' FROM case_fact k WHERE k.case_id = f.case_id AND k.kind = 'classified' AND k.made_by = f.made_by
          AND k.at BETWEEN f.at - interval '1 hour' AND f.at + interval '1 hour' ORDER BY k.version DESC LIMIT 1)) END AS answers
    FROM case_fact f JOIN pesiar_case c ON c.case_id = f.case_id
    WHERE f.kind = 'visited' AND f.at >= ${span.from} AND f.at < ${span.until}
      AND ${scope.within(sql.ref('f.area_code'), sql.ref('f.banjar'))}
      AND ${span.agent ? sql`f.made_by = ${span.agent}` : sql`true`}
    ORDER BY f.made_by, f.at, f.id LIMIT 20000`.execute(db);
  return [...Map.groupBy(rows, ({ agent }) => agent)].map(([agent, visits]) => ({
    agent,
    first: visits[0]?.startedAt ?? '',
    last: visits.at(-1)?.at ?? '',
    visits,
    households: new Set(visits.map(({ household }) => household)).size,
    flags: qualityFlags(visits),
  }));
}
