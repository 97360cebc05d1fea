import { dayOrder } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { type CaseFilter, conditionOf } from './case-list.ts';
import { say, type ToSay } from './say.ts';

/** Whom to give cases, and by when. */
export interface AssignOrder {
  agent: string;
  dueOn: string | null;
  note?: string | undefined;
  /** Either these cases, or all open ones that the filter finds. */
  cases?: readonly string[] | undefined;
  filter?: CaseFilter | undefined;
  /** At most so many, whole families together. */
  most: number;
}

/** What was given. */
export interface AssignedCases {
  assigned: number;
  /** Of those, taken from another agent first. */
  recalled: number;
  /** Agents whose devices lose data. */
  from: string[];
}

/**
 * Gives open cases to an agent; those that another agent holds are recalled first. What an agent has done and not yet
 * sent is taken in all the same.
 */
export async function assignCases(
  db: Db,
  scope: Scope,
  at: string,
  order: AssignOrder,
): Promise<AssignedCases> {
  const { rows } = await sql<{ caseId: string; agent: string | null }>`
    SELECT c.case_id AS "caseId", c.agent FROM pesiar_case c
    WHERE c.bucket IS NULL AND c.phase <> 'registered' AND c.agent IS DISTINCT FROM ${order.agent}
      AND ${order.cases ? sql`c.case_id = ANY (${order.cases}::uuid[])` : sql`true`}
      AND ${conditionOf(scope, order.filter ?? {})}
    ORDER BY c.area_code, c.banjar, c.household_key, c.name LIMIT ${order.most}`.execute(db);
  const recalled = rows.filter(({ agent }) => agent !== null);
  const words = rows.flatMap(({ caseId, agent }): ToSay[] => [
    ...(agent === null
      ? []
      : [{ caseId, kind: 'recalled' as const, body: { agent, reason: order.note ?? 'Dialihkan' } }]),
    {
      caseId,
      kind: 'assigned' as const,
      body: { agent: order.agent, dueOn: order.dueOn, ...(order.note && { note: order.note }) },
    },
  ]);
  await say(db, scope, at, words);
  return {
    assigned: rows.length,
    recalled: recalled.length,
    from: [...new Set(recalled.map(({ agent }) => agent as string))].sort(),
  };
}

/** Takes open cases from an agent without giving them to another. Returns how many. */
export async function recallCases(
  db: Db,
  scope: Scope,
  at: string,
  order: { agent: string; reason: string; filter: CaseFilter },
): Promise<number> {
  const { rows } = await sql<{ caseId: string }>`
    SELECT c.case_id AS "caseId" FROM pesiar_case c
    WHERE c.bucket IS NULL AND ${conditionOf(scope, { ...order.filter, agent: order.agent })} ORDER BY 1`.execute(
    db,
  );
  const { agent, reason } = order;
  await say(
    db,
    scope,
    at,
    rows.map(({ caseId }) => ({ caseId, kind: 'recalled' as const, body: { agent, reason } })),
  );
  return rows.length;
}

/** An agent and the work in hand. */
export interface AgentLoad {
  agent: string;
  name: string;
  areas: string[];
  /** Cases in hand, those of them past their day, families they belong to. */
  inHand: number;
  overdue: number;
  households: number;
  /** Visits and ended cases of the last seven days. */
  visits: number;
  ended: number;
}

/** Agents whose places the session reaches, with their load. Names of accounts come from the gate's function. */
export async function agentLoads(db: Db, scope: Scope, today: string): Promise<AgentLoad[]> {
  const { rows } = await sql<AgentLoad>`
    SELECT p.username AS agent, p.name, p.areas, coalesce(h.in_hand, 0) AS "inHand", coalesce(h.overdue, 0) AS overdue,
      coalesce(h.households, 0) AS households, coalesce(v.visits, 0) AS visits, coalesce(h.ended, 0) AS ended
    FROM agents_within() p
    LEFT JOIN (
      SELECT c.agent, count(*) FILTER (WHERE c.bucket IS NULL)::int AS in_hand,
        count(*) FILTER (WHERE c.bucket IS NULL AND c.due_on < ${today}::date)::int AS overdue,
        count(DISTINCT c.household_key) FILTER (WHERE c.bucket IS NULL)::int AS households,
        count(*) FILTER (WHERE c.ended_at > ${today}::date - 7)::int AS ended
      FROM pesiar_case c WHERE c.agent IS NOT NULL AND ${conditionOf(scope, {})} GROUP BY c.agent
    ) h ON h.agent = p.username
    LEFT JOIN (
      SELECT made_by, count(*)::int AS visits FROM case_fact
      WHERE kind = 'visited' AND at > ${today}::date - 7 GROUP BY made_by
    ) v ON v.made_by = p.username
    ORDER BY p.username`.execute(db);
  return rows;
}

/** A family an agent has to visit. */
export interface AgentStop {
  key: string;
  area: string;
  banjar: string | null;
  address: string | null;
  point: { lat: number; lon: number } | null;
  dueOn: string | null;
  people: { caseId: string; name: string; phase: string; reason: string }[];
}

/** Families of the open cases the filter finds, in an order that is short to walk. */
export async function agentRoute(
  db: Db,
  scope: Scope,
  filter: CaseFilter,
  from: { lat: number; lon: number } | null,
): Promise<AgentStop[]> {
  const { rows } = await sql<AgentStop>`
    SELECT coalesce(c.household_key, c.case_id::text) AS key, c.area_code AS area, c.banjar, min(c.address) AS address,
      CASE WHEN min(p.lat) IS NOT NULL THEN jsonb_build_object('lat', min(p.lat), 'lon', min(p.lon)) END AS point,
      min(c.due_on) AS "dueOn",
      jsonb_agg(jsonb_build_object('caseId', c.case_id, 'name', c.name, 'phase', c.phase, 'reason', c.reason) ORDER BY c.name) AS people
    FROM pesiar_case c
    LEFT JOIN household_point p ON p.area_code = c.area_code AND p.household_key = c.household_key
    WHERE c.bucket IS NULL AND ${conditionOf(scope, filter)}
    GROUP BY 1, 2, 3 ORDER BY 2, 3, 1 LIMIT 2000`.execute(db);
  return dayOrder(rows, from);
}
