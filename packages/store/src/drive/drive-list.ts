import type { AudienceRule } from '@jangkau/campaigns';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type MemberRow, maskMember, memberColumns } from '../membership/member-row.ts';
import { restrictedMembers } from '../privacy/restricted-members.ts';
import { audienceCondition } from './audience-condition.ts';

/**
 * A page of a work list, by village and key; `after` is the last key of the page before. Members whose data are
 * not to be worked with are left out.
 */
export async function driveList(
  db: Db,
  rule: AudienceRule,
  page: { after?: { area: string; memberId: number } | undefined; limit: number },
): Promise<{ items: MemberRow[]; next: { area: string; memberId: number } | null }> {
  const restricted = await restrictedMembers(db);
  const { rows } = await sql<MemberRow>`
    SELECT ${memberColumns} FROM member_status s JOIN member m ON m.id = s.member_id
    WHERE ${audienceCondition(rule)} AND s.member_id <> ALL (${restricted}::int[])
      AND ${page.after ? sql`(s.area_code, s.member_id) > (${page.after.area}, ${page.after.memberId})` : sql`true`}
    ORDER BY s.area_code, s.member_id LIMIT ${page.limit + 1}`.execute(db);
  const items = rows.slice(0, page.limit).map(maskMember);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > page.limit && last ? { area: last.areaCode ?? '', memberId: last.memberId } : null,
  };
}
