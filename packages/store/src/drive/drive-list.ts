import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type MemberRow, maskMember, memberColumns } from '../membership/member-search.ts';
import { restrictedMembers } from '../privacy/restricted-members.ts';
import { inArea } from '../scope.ts';
import type { DriveGroup } from './drive-figures.ts';

/** Which inactive members; every part narrows. */
export interface DriveFilter {
  area?: string | undefined;
  kind?: DriveGroup['kind'] | undefined;
  reason?: string | undefined;
  segment?: string | undefined;
  band?: DriveGroup['band'] | undefined;
}

const bands: Record<DriveGroup['band'], [number, number]> = {
  '0': [0, 0],
  '1-3': [1, 3],
  '4-12': [4, 12],
  '13-24': [13, 999],
};

/**
 * A page of a work list, by village and key; `after` is the last key of the page before. Members whose data are
 * not to be worked with are left out.
 */
export async function driveList(
  db: Db,
  filter: DriveFilter,
  page: { after?: { area: string; memberId: number } | undefined; limit: number },
): Promise<{ items: MemberRow[]; next: { area: string; memberId: number } | null }> {
  const [least, most] = filter.band ? bands[filter.band] : [0, 32_767];
  const restricted = await restrictedMembers(db);
  const { rows } = await sql<MemberRow>`
    SELECT ${memberColumns} FROM member_status s JOIN member m ON m.id = s.member_id
    WHERE NOT s.active AND s.inactive_kind IN ('arrears', 'lapsed')
      AND ${filter.area ? inArea(sql.ref('s.area_code'), filter.area) : sql`true`}
      AND ${filter.kind ? sql`s.inactive_kind = ${filter.kind}` : sql`true`}
      AND ${filter.reason ? sql`s.reason = ${filter.reason}` : sql`true`}
      AND ${filter.segment ? sql`s.segment = ${filter.segment}` : sql`true`}
      AND s.member_id <> ALL (${restricted}::int[])
      AND s.arrears_months BETWEEN ${least} AND ${most}
      AND ${page.after ? sql`(s.area_code, s.member_id) > (${page.after.area}, ${page.after.memberId})` : sql`true`}
    ORDER BY s.area_code, s.member_id LIMIT ${page.limit + 1}`.execute(db);
  const items = rows.slice(0, page.limit).map(maskMember);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > page.limit && last ? { area: last.areaCode ?? '', memberId: last.memberId } : null,
  };
}
