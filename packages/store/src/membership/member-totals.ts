import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Members on a day, counted so that parts always come to their whole. */
export interface MemberTotals {
  asOf: string;
  /** active + inactive; who died, left the country or had a second card is no member. */
  members: number;
  active: number;
  inactive: number;
  /** Inactive by kind. */
  kinds: { arrears: number; lapsed: number };
  /** Members by segment. */
  segments: Record<string, number> & { PPU_BU: number; PPU_PN: number };
  activeBySegment: Record<string, number>;
  /** Residents by the latest published figure up to the day. */
  residents: { n: number; asOf: string; source: string } | null;
}

/**
 * Counts members as of any day from the changes of state that were noted. Of the changes up to the day the one noted
 * last holds: a death that becomes known late ends what was noted of later days.
 */
export async function memberTotals(db: Db, asOf: string): Promise<MemberTotals> {
  const { rows } = await sql<{ segment: string; active: boolean; kind: string | null; n: number }>`
    SELECT segment, active, inactive_kind AS kind, count(*)::int AS n FROM (
      SELECT DISTINCT ON (member_id) segment, active, inactive_kind FROM status_change
      WHERE valid_on <= ${asOf}::date ORDER BY member_id, id DESC
    ) state
    WHERE inactive_kind IS DISTINCT FROM 'ended'
    GROUP BY segment, active, inactive_kind`.execute(db);
  const sum = (of: typeof rows) => of.reduce((total, { n }) => total + n, 0);
  const bySegment = (of: typeof rows) => {
    const counts: MemberTotals['segments'] = {
      PBI_APBN: 0,
      PBPU_PEMDA: 0,
      PPU_PN: 0,
      PPU_BU: 0,
      PBPU: 0,
      BP: 0,
    };
    for (const { segment, n } of of) counts[segment] = (counts[segment] ?? 0) + n;
    return counts;
  };
  const figure = await sql<{ n: number; asOf: string; source: string }>`
    SELECT residents AS n, as_of AS "asOf", source FROM population_figure
    WHERE as_of <= ${asOf}::date AND area_code = '' ORDER BY as_of DESC LIMIT 1`.execute(db);
  return {
    asOf,
    members: sum(rows),
    active: sum(rows.filter(({ active }) => active)),
    inactive: sum(rows.filter(({ active }) => !active)),
    kinds: {
      arrears: sum(rows.filter(({ kind }) => kind === 'arrears')),
      lapsed: sum(rows.filter(({ kind }) => kind === 'lapsed')),
    },
    segments: bySegment(rows),
    activeBySegment: bySegment(rows.filter(({ active }) => active)),
    residents: figure.rows[0] ?? null,
  };
}
