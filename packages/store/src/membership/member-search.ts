import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea } from '../scope.ts';
import { type MemberPlace, membersByName, type PlacedMember } from './member-name-search.ts';
import { type MemberRow, maskMember, memberColumns } from './member-row.ts';

/** Whom to look for: words of a name with typing errors, or one exact number. */
export type MemberSearch =
  | { name: string }
  | { card: string }
  | { nik: string }
  | { phone: string }
  | { kk: string };

/** A page of what a search finds. */
export interface MemberPage {
  limit: number;
  /** Code of an area of any level; everywhere when absent. */
  area?: string | undefined;
  /** Where the page before ended. */
  after?: MemberPlace | undefined;
}

/** Finds members; the best matches first. `next`: where a page of others begins, undefined when there are none. */
export async function searchMembers(
  db: Db,
  search: MemberSearch,
  { limit, ...page }: MemberPage,
): Promise<{ items: MemberRow[]; next: MemberPlace | undefined }> {
  const wanted = { ...page, most: limit + 1 };
  const found =
    'name' in search ? await membersByName(db, search.name, wanted) : await byNumber(db, search, wanted);
  return {
    items: found.slice(0, limit).map(({ row }) => maskMember(row)),
    next: found.length > limit ? found[limit - 1]?.place : undefined,
  };
}

async function byNumber(
  db: Db,
  search: Exclude<MemberSearch, { name: string }>,
  { area, after, most }: Omit<MemberPage, 'limit'> & { most: number },
): Promise<PlacedMember[]> {
  const condition =
    'card' in search
      ? sql`m.card = ${search.card}`
      : 'nik' in search
        ? sql`m.nik = ${search.nik}::bigint`
        : 'phone' in search
          ? sql`m.phone = ${search.phone}`
          : sql`s.household_id IN (SELECT h.id FROM household h WHERE h.kk = ${search.kk}::bigint)`;
  const { rows } = await sql<MemberRow>`
    SELECT ${memberColumns} FROM member m JOIN member_status s ON s.member_id = m.id
    WHERE ${condition} AND ${area === undefined ? sql`true` : inArea(sql`m.area_code`, area)}
      AND ${after ? sql`(m.name, m.id) > (SELECT l.name, l.id FROM member l WHERE l.id = ${after.id})` : sql`true`}
    ORDER BY m.name, m.id LIMIT ${most}`.execute(db);
  return rows.map((row) => ({ row, place: { stage: 0, ranked: true, id: row.memberId } }));
}
