import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { type CaseFilter, conditionOf } from './case-list.ts';
import { isoMoment } from './case-row.ts';
import { newIds } from './new-ids.ts';
import { say } from './say.ts';

/** A meeting at a banjar. */
export interface GatheringRow {
  id: string;
  area: string;
  banjar: string | null;
  title: string;
  place: string;
  startsAt: string;
  withDinasSosial: boolean;
  state: 'planned' | 'held' | 'cancelled';
  note: string | null;
  plannedBy: string;
  invited: number;
  attended: number;
  agrees: number;
  /** Of those invited: cases that have ended in a registration since. */
  active: number;
}

/** Somebody invited. */
export interface GuestRow {
  caseId: string;
  name: string;
  address: string | null;
  banjar: string | null;
  phase: string;
  attended: boolean | null;
  answer: 'agrees' | 'thinks-about-it' | 'refuses' | null;
}

/** Meetings at banjars: planned, invited to, held, and what came of them. */
export const Gatherings = {
  /** Plans a meeting and invites everyone of the filter whose case is not over. */
  async plan(
    db: Db,
    scope: Scope,
    order: {
      area: string;
      banjar: string | null;
      title: string;
      place: string;
      startsAt: string;
      withDinasSosial: boolean;
      note: string | null;
      invite: CaseFilter;
    },
  ): Promise<string> {
    const [id] = await newIds(db, 1);
    await sql`
      INSERT INTO gathering (id, area_code, banjar, title, place, starts_at, with_dinas_sosial, note, planned_by)
      VALUES (${id}::uuid, ${order.area}, ${order.banjar}, ${order.title}, ${order.place}, ${order.startsAt},
        ${order.withDinasSosial}, ${order.note}, ${scope.username})`.execute(db);
    const filter = {
      ...order.invite,
      area: order.area,
      pending: true,
      ...(order.banjar !== null && { banjar: order.banjar }),
    };
    await sql`
      INSERT INTO gathering_guest (gathering_id, case_id, area_code, banjar)
      SELECT ${id}::uuid, c.case_id, c.area_code, c.banjar FROM pesiar_case c WHERE ${conditionOf(scope, filter)}
      ORDER BY c.name LIMIT 1000`.execute(db);
    return id as string;
  },

  async list(db: Db, scope: Scope, id?: string): Promise<GatheringRow[]> {
    const { rows } = await sql<GatheringRow>`
      SELECT g.id, g.area_code AS area, g.banjar, g.title, g.place, ${sql.raw(isoMoment('g.starts_at'))} AS "startsAt",
        g.with_dinas_sosial AS "withDinasSosial", g.state, g.note, g.planned_by AS "plannedBy",
        count(p.case_id)::int AS invited, count(*) FILTER (WHERE p.attended)::int AS attended,
        count(*) FILTER (WHERE p.answer = 'agrees')::int AS agrees, count(*) FILTER (WHERE c.phase = 'active')::int AS active
      FROM gathering g
      LEFT JOIN gathering_guest p ON p.gathering_id = g.id LEFT JOIN pesiar_case c ON c.case_id = p.case_id
      WHERE ${scope.within(sql.ref('g.area_code'), sql.ref('g.banjar'))} AND (${id ?? null}::uuid IS NULL OR g.id = ${id ?? null}::uuid)
      GROUP BY g.id ORDER BY g.starts_at DESC, g.id LIMIT 200`.execute(db);
    return rows;
  },

  async guests(db: Db, id: string): Promise<GuestRow[]> {
    const { rows } = await sql<GuestRow>`
      SELECT c.case_id AS "caseId", c.name, c.address, c.banjar, c.phase, p.attended, p.answer
      FROM gathering_guest p JOIN pesiar_case c ON c.case_id = p.case_id
      WHERE p.gathering_id = ${id}::uuid ORDER BY c.banjar, c.name LIMIT 1000`.execute(db);
    return rows;
  },

  /** Notes who came and what they said; the cases of those who came have been advised. False when there is none. */
  async hold(
    db: Db,
    scope: Scope,
    at: string,
    id: string,
    result: {
      note: string | null;
      guests: readonly { caseId: string; attended: boolean; answer: GuestRow['answer'] }[];
    },
  ): Promise<boolean> {
    const { rows } = await sql`
      UPDATE gathering SET state = 'held', note = coalesce(${result.note}, note) WHERE id = ${id}::uuid AND state <> 'cancelled'
      RETURNING 1`.execute(db);
    if (rows.length === 0) return false;
    const { rows: came } = await sql<{ caseId: string; answer: NonNullable<GuestRow['answer']> }>`
      UPDATE gathering_guest p SET attended = r.attended, answer = r.answer
      FROM jsonb_to_recordset(${JSON.stringify(result.guests)}::jsonb) AS r ("caseId" uuid, attended boolean, answer text),
        gathering_guest before JOIN pesiar_case c ON c.case_id = before.case_id
      WHERE p.gathering_id = ${id}::uuid AND p.case_id = r."caseId" AND before.gathering_id = p.gathering_id AND before.case_id = p.case_id
      RETURNING p.case_id AS "caseId", CASE WHEN p.attended AND NOT coalesce(before.attended, false) AND c.bucket IS NULL
        THEN coalesce(p.answer, 'thinks-about-it') END AS answer`.execute(db);
    await say(
      db,
      scope,
      at,
      came.flatMap(({ caseId, answer }) =>
        answer
          ? [
              {
                caseId,
                kind: 'advocated' as const,
                body: { where: 'gathering' as const, gatheringId: id, answer },
              },
            ]
          : [],
      ),
    );
    return true;
  },

  async cancel(db: Db, id: string): Promise<boolean> {
    const { rows } = await sql`
      UPDATE gathering SET state = 'cancelled' WHERE id = ${id}::uuid AND state = 'planned' RETURNING 1`.execute(
      db,
    );
    return rows.length > 0;
  },
};
