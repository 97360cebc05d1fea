import type { Outcome } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { type CaseFilter, conditionOf } from './case-list.ts';

/** What figures are told by. */
export type FigureLevel = 'all' | 'regency' | 'district' | 'village' | 'banjar' | 'agent';

/**
 * The funnel of a place or an agent. Each step counts who came at least so far; mapped = pending + the sum of the
 * buckets, always.
 */
export interface CommandFigures {
  /** Code of the area, village/banjar, user name of the agent, or '' for all. */
  key: string;
  mapped: number;
  assigned: number;
  visited: number;
  advocated: number;
  registered: number;
  active: number;
  pending: number;
  overdue: number;
  buckets: Partial<Record<Outcome, number>>;
  classes: { able: number; unable: number; working: number };
  /** Cases that are not over by days since anything happened in them. */
  ageing: { week: number; month: number; quarter: number; older: number };
  visits: number;
}

const keys: Readonly<Record<FigureLevel, string>> = {
  all: `''`,
  regency: 'left(c.area_code, 5)',
  district: 'left(c.area_code, 8)',
  village: 'c.area_code',
  banjar: `c.area_code || '/' || coalesce(c.banjar, '')`,
  agent: `coalesce(c.agent, c.last_visit_by, '')`,
};

/** Figures of the cases the filter finds, by place or agent: one pass over the cases within reach. */
export async function commandFigures(
  db: Db,
  scope: Scope,
  level: FigureLevel,
  filter: CaseFilter,
  today: string,
): Promise<CommandFigures[]> {
  const { rows } = await sql<CommandFigures>`
    WITH told AS MATERIALIZED (
      SELECT ${sql.raw(keys[level])} AS key, c.phase, c.bucket, c.payer_class, c.visits, c.due_on, c.assigned_at,
        ${sql.lit(today)}::date - c.last_at::date AS age,
        CASE WHEN c.phase = 'active' THEN 4 WHEN c.registered_at IS NOT NULL THEN 3 WHEN c.advocated_at IS NOT NULL THEN 2
          WHEN c.visited_at IS NOT NULL THEN 1 ELSE 0 END AS reached
      FROM pesiar_case c WHERE ${conditionOf(scope, filter)}
    ), bucketed AS (
      SELECT key, jsonb_object_agg(bucket, n) AS buckets FROM (
        SELECT key, bucket, count(*) AS n FROM told WHERE bucket IS NOT NULL GROUP BY 1, 2) b GROUP BY key
    )
    SELECT t.key, count(*)::int AS mapped,
      count(*) FILTER (WHERE t.assigned_at IS NOT NULL)::int AS assigned,
      count(*) FILTER (WHERE t.reached >= 1)::int AS visited,
      count(*) FILTER (WHERE t.reached >= 2)::int AS advocated,
      count(*) FILTER (WHERE t.reached >= 3)::int AS registered,
      count(*) FILTER (WHERE t.reached = 4)::int AS active,
      count(*) FILTER (WHERE t.bucket IS NULL)::int AS pending,
      count(*) FILTER (WHERE t.bucket IS NULL AND t.due_on < ${today}::date)::int AS overdue,
      coalesce((SELECT b.buckets FROM bucketed b WHERE b.key = t.key), '{}') AS buckets,
      jsonb_build_object('able', count(*) FILTER (WHERE t.payer_class = 'able'), 'unable', count(*) FILTER (WHERE t.payer_class = 'unable'),
        'working', count(*) FILTER (WHERE t.payer_class = 'working')) AS classes,
      jsonb_build_object('week', count(*) FILTER (WHERE t.bucket IS NULL AND t.age <= 7),
        'month', count(*) FILTER (WHERE t.bucket IS NULL AND t.age BETWEEN 8 AND 30),
        'quarter', count(*) FILTER (WHERE t.bucket IS NULL AND t.age BETWEEN 31 AND 90),
        'older', count(*) FILTER (WHERE t.bucket IS NULL AND t.age > 90)) AS ageing,
      coalesce(sum(t.visits), 0)::int AS visits
    FROM told t GROUP BY t.key ORDER BY t.key`.execute(db);
  return rows;
}

/** People made active by PESIAR in a period, by day: how the drive comes on. */
export async function activeByDay(
  db: Db,
  scope: Scope,
  filter: CaseFilter,
  from: string,
  until: string,
): Promise<{ day: string; active: number; visits: number }[]> {
  const { rows } = await sql<{ day: string; active: number; visits: number }>`
    SELECT d::date::text AS day, coalesce(a.n, 0)::int AS active, coalesce(v.n, 0)::int AS visits
    FROM generate_series(${from}::date, ${until}::date, interval '1 day') d
    LEFT JOIN (SELECT c.ended_at::date AS day, count(*) AS n FROM pesiar_case c
      WHERE c.phase = 'active' AND ${conditionOf(scope, filter)} GROUP BY 1) a ON a.day = d::date
    LEFT JOIN (SELECT c.last_visit_at::date AS day, count(*) AS n FROM pesiar_case c
      WHERE c.last_visit_at IS NOT NULL AND ${conditionOf(scope, filter)} GROUP BY 1) v ON v.day = d::date
    ORDER BY d`.execute(db);
  return rows;
}
