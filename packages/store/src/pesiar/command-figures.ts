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
    WITH told AS (
      SELECT ${sql.raw(keys[level])} AS key, c.bucket, c.payer_class, c.visits, c.due_on < ${today}::date AS late,
        c.assigned_at IS NOT NULL AS given, ${today}::date - c.last_at::date AS age,
        CASE WHEN c.phase = 'active' THEN 4 WHEN c.registered_at IS NOT NULL THEN 3 WHEN c.advocated_at IS NOT NULL THEN 2
          WHEN c.visited_at IS NOT NULL THEN 1 ELSE 0 END AS reached
      FROM pesiar_case c WHERE ${conditionOf(scope, filter)}
    ), counted AS (
      SELECT key, bucket, count(*) AS mapped, count(*) FILTER (WHERE given) AS assigned,
        count(*) FILTER (WHERE reached >= 1) AS visited, count(*) FILTER (WHERE reached >= 2) AS advocated,
        count(*) FILTER (WHERE reached >= 3) AS registered, count(*) FILTER (WHERE reached = 4) AS active,
        count(*) FILTER (WHERE late) AS late, count(*) FILTER (WHERE payer_class = 'able') AS able,
        count(*) FILTER (WHERE payer_class = 'unable') AS unable, count(*) FILTER (WHERE payer_class = 'working') AS working,
        count(*) FILTER (WHERE age <= 7) AS week, count(*) FILTER (WHERE age BETWEEN 8 AND 30) AS month,
        count(*) FILTER (WHERE age BETWEEN 31 AND 90) AS quarter, count(*) FILTER (WHERE age > 90) AS older, sum(visits) AS visits
      FROM told GROUP BY key, bucket
    )
    SELECT key, sum(mapped)::int AS mapped, sum(assigned)::int AS assigned, sum(visited)::int AS visited,
      sum(advocated)::int AS advocated, sum(registered)::int AS registered, sum(active)::int AS active,
      coalesce(sum(mapped) FILTER (WHERE bucket IS NULL), 0)::int AS pending,
      coalesce(sum(late) FILTER (WHERE bucket IS NULL), 0)::int AS overdue,
      coalesce(jsonb_object_agg(bucket, mapped) FILTER (WHERE bucket IS NOT NULL), '{}') AS buckets,
      jsonb_build_object('able', sum(able), 'unable', sum(unable), 'working', sum(working)) AS classes,
      jsonb_build_object('week', coalesce(sum(week) FILTER (WHERE bucket IS NULL), 0),
        'month', coalesce(sum(month) FILTER (WHERE bucket IS NULL), 0),
        'quarter', coalesce(sum(quarter) FILTER (WHERE bucket IS NULL), 0),
        'older', coalesce(sum(older) FILTER (WHERE bucket IS NULL), 0)) AS ageing,
      coalesce(sum(visits), 0)::int AS visits
    FROM counted GROUP BY key ORDER BY key`.execute(db);
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
