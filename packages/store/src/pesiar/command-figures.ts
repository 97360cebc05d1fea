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
  agent: 'c.told_of',
};

/** Which cases are counted. */
type FigureFilter = Pick<CaseFilter, 'area' | 'banjar' | 'agent'>;

/** Figures of the cases the filter finds, by place or agent: from what is kept of how many stand where. */
export async function commandFigures(
  db: Db,
  scope: Scope,
  level: FigureLevel,
  filter: FigureFilter,
  today: string,
): Promise<CommandFigures[]> {
  const { rows } = await sql<CommandFigures>`
    WITH told AS (
      SELECT ${sql.raw(keys[level])} AS key, c.bucket, c.payer_class, c.visits, c.cases, c.due_on < ${today}::date AS late,
        c.given, ${today}::date - c.last_on AS age, c.reached
      FROM pesiar_tally c WHERE ${conditionOf(scope, filter)}
    ), counted AS (
      SELECT key, bucket, sum(cases) AS mapped, coalesce(sum(cases) FILTER (WHERE given), 0) AS assigned,
        coalesce(sum(cases) FILTER (WHERE reached >= 1), 0) AS visited, coalesce(sum(cases) FILTER (WHERE reached >= 2), 0) AS advocated,
        coalesce(sum(cases) FILTER (WHERE reached >= 3), 0) AS registered, coalesce(sum(cases) FILTER (WHERE reached = 4), 0) AS active,
        coalesce(sum(cases) FILTER (WHERE late), 0) AS late, coalesce(sum(cases) FILTER (WHERE payer_class = 'able'), 0) AS able,
        coalesce(sum(cases) FILTER (WHERE payer_class = 'unable'), 0) AS unable, coalesce(sum(cases) FILTER (WHERE payer_class = 'working'), 0) AS working,
        coalesce(sum(cases) FILTER (WHERE age <= 7), 0) AS week, coalesce(sum(cases) FILTER (WHERE age BETWEEN 8 AND 30), 0) AS month,
        coalesce(sum(cases) FILTER (WHERE age BETWEEN 31 AND 90), 0) AS quarter, coalesce(sum(cases) FILTER (WHERE age > 90), 0) AS older, sum(visits) AS visits
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
