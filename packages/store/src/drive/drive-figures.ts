import type { ArrearsBand } from '@jangkau/campaigns';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea } from '../scope.ts';

/** A group of inactive members. Every inactive member is in exactly one. */
interface DriveGroup {
  kind: 'arrears' | 'lapsed';
  reason: string;
  segment: string;
  band: ArrearsBand;
  people: number;
  families: number;
  amount: number;
}

/** Inactive members of an area by what could bring them back. */
export interface DriveFigures {
  members: number;
  active: number;
  inactive: number;
  groups: DriveGroup[];
  areas: { code: string; name: string; members: number; inactive: number; arrears: number; amount: number }[];
}

const band = sql`CASE WHEN s.arrears_months = 0 THEN '0' WHEN s.arrears_months <= 3 THEN '1-3'
  WHEN s.arrears_months <= 12 THEN '4-12' ELSE '13-24' END`;

/** Counts of an area (a code of any level), its parts one level down. */
export async function driveFigures(db: Db, area: string | undefined): Promise<DriveFigures> {
  const within = area ? inArea(sql.ref('s.area_code'), area) : sql`true`;
  const groups = await sql<DriveGroup>`
    SELECT s.inactive_kind AS kind, s.reason, s.segment, ${band} AS band, count(*)::int AS people,
      count(DISTINCT s.household_id)::int AS families, sum(s.arrears_amount)::float8 AS amount
    FROM member_status s WHERE NOT s.active AND s.inactive_kind IN ('arrears', 'lapsed') AND ${within}
    GROUP BY 1, 2, 3, 4 ORDER BY people DESC`.execute(db);
  const length = area === undefined ? 5 : area.length >= 8 ? 13 : 8;
  const areas = await sql<DriveFigures['areas'][number] & { active: number }>`
    SELECT c.code, coalesce(a.name, c.code) AS name, c.members, c.active, c.inactive, c.arrears, c.amount FROM (
      SELECT left(s.area_code, ${length}) AS code,
        (count(*) FILTER (WHERE s.inactive_kind IS DISTINCT FROM 'ended'))::int AS members,
        (count(*) FILTER (WHERE s.active))::int AS active,
        (count(*) FILTER (WHERE s.inactive_kind IN ('arrears', 'lapsed')))::int AS inactive,
        (count(*) FILTER (WHERE s.inactive_kind = 'arrears'))::int AS arrears,
        coalesce(sum(s.arrears_amount) FILTER (WHERE NOT s.active), 0)::float8 AS amount
      FROM member_status s WHERE ${within} GROUP BY 1
    ) c LEFT JOIN area a ON a.code = c.code ORDER BY c.code`.execute(db);
  const sum = (of: 'members' | 'active' | 'inactive') =>
    areas.rows.reduce((total, row) => total + row[of], 0);
  return {
    members: sum('members'),
    active: sum('active'),
    inactive: sum('inactive'),
    groups: groups.rows,
    areas: areas.rows.map(({ active: _, ...row }) => row),
  };
}
