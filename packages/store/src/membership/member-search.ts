import { maskCard, maskNik } from '@jangkau/kernel';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Whom to look for: words of a name with typing errors, or one exact number. */
export type MemberSearch =
  | { name: string }
  | { card: string }
  | { nik: string }
  | { phone: string }
  | { kk: string };

/** A member in a list; numbers masked. */
export interface MemberRow {
  memberId: number;
  householdId: number;
  name: string;
  sex: 'L' | 'P' | null;
  born: string | null;
  card: string;
  nik: string | null;
  areaCode: string | null;
  village: string | null;
  segment: string;
  class: number;
  active: boolean;
  inactiveKind: 'arrears' | 'lapsed' | 'ended' | null;
  reason: string;
  since: string;
  arrearsMonths: number;
  arrearsAmount: number;
}

/** Matches looked at to find the best; a search that finds more should say more. */
const lookedAt = 400;

/** Columns of a MemberRow; tables m (member) and s (member_status). */
export const memberColumns = sql`
  m.id AS "memberId", s.household_id AS "householdId", m.name, m.sex, m.born, m.card, m.nik::text AS nik,
  nullif(m.area_code, '') AS "areaCode", (SELECT a.name FROM area a WHERE a.code = m.area_code) AS village,
  s.segment, s.class, s.active, s.inactive_kind AS "inactiveKind", s.reason, s.since,
  s.arrears_months AS "arrearsMonths", s.arrears_amount AS "arrearsAmount"`;

/** A row with its numbers masked. */
export function maskMember(row: MemberRow): MemberRow {
  return {
    ...row,
    nik: row.nik && maskNik(row.nik),
    card: maskCard(row.card),
  };
}

/** Finds members; the best matches first. `more` when there are others. */
export async function searchMembers(
  db: Db,
  search: MemberSearch,
  limit: number,
): Promise<{ items: MemberRow[]; more: boolean }> {
  const { rows } =
    'name' in search ? await byName(db, search.name, limit) : await byNumber(db, search, limit);
  return { items: rows.slice(0, limit).map(maskMember), more: rows.length > limit };
}

async function byNumber(db: Db, search: Exclude<MemberSearch, { name: string }>, limit: number) {
  const condition =
    'card' in search
      ? sql`m.card = ${search.card}`
      : 'nik' in search
        ? sql`m.nik = ${search.nik}::bigint`
        : 'phone' in search
          ? sql`m.phone = ${search.phone}`
          : sql`s.household_id IN (SELECT h.id FROM household h WHERE h.kk = ${search.kk}::bigint)`;
  return sql<MemberRow>`SELECT ${memberColumns} FROM member m JOIN member_status s ON s.member_id = m.id
    WHERE ${condition} ORDER BY m.name, m.id LIMIT ${limit + 1}`.execute(db);
}

async function byName(db: Db, name: string, limit: number) {
  const asked = await wordsLike(db, name);
  if (asked === undefined) return { rows: [] };
  // First the keys: the join then touches only these rows.
  const found = await sql<{ id: number }>`
    SELECT search_members(${asked.query}, ${lookedAt}, ${asked.usual}) AS id`.execute(db);
  return sql<MemberRow>`SELECT ${memberColumns} FROM member m JOIN member_status s ON s.member_id = m.id
    WHERE m.id = ANY (${found.rows.map(({ id }) => id)}::int[])
    ORDER BY similarity(m.name, ${name}) DESC, m.name, m.id LIMIT ${limit + 1}`.execute(db);
}

/** A word that so many carry is typed as it is meant, and typed to its end when others follow. */
const common = 200;
/** Words of a search whose misspellings are looked for, the rarest: each costs as much as the search itself. */
const mostCorrected = 2;
/** From this share of all members on a name is a usual one. */
const usualShare = 0.01;

/**
 * A tsquery in which every word may be itself, the beginning of a word when it is the last or not well known, or for
 * the rarest words one of the register that is written nearly so. Undefined when nothing is left to look for.
 */
async function wordsLike(db: Db, name: string): Promise<{ query: string; usual: boolean } | undefined> {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
    .slice(0, 6);
  if (words.length === 0) return undefined;
  const { rows: known } = await sql<{ word: string; people: number }>`
    SELECT word, people FROM name_word WHERE word = ANY (${words}::text[])`.execute(db);
  const people = new Map(known.map((row) => [row.word, row.people]));
  const carried = (word: string) => people.get(word) ?? 0;
  const rarest = words
    .filter((word) => word.length > 3)
    .sort((a, b) => carried(a) - carried(b))
    .slice(0, mostCorrected);
  const { rows: near } = await sql<{ asked: string; word: string }>`
    SELECT asked, near.word FROM unnest(${rarest}::text[]) asked
    CROSS JOIN LATERAL (
      SELECT w.word FROM name_word w
      WHERE w.word % asked AND abs(length(w.word) - length(asked)) <= 2
      ORDER BY similarity(w.word, asked) DESC, w.people DESC LIMIT 6
    ) near WHERE similarity(near.word, asked) >= 0.4`.execute(db);
  const query = words
    .map((word, at) => {
      const begins = word.length > 2 && (at === words.length - 1 || carried(word) < common);
      const others = near
        .filter((row) => row.asked === word && row.word !== word)
        .map((row) => `'${row.word}'`);
      return `(${[begins ? `'${word}':*` : `'${word}'`, ...others].join(' | ')})`;
    })
    .join(' & ');
  const [{ members = 0 } = {}] = (
    await sql<{ members: number }>`
      SELECT greatest(reltuples, 1)::float8 AS members FROM pg_class WHERE oid = 'member'::regclass`.execute(
      db,
    )
  ).rows;
  const share = words.reduce((part, word) => part * (carried(word) / Math.max(members, 1)), 1);
  return { query, usual: share >= usualShare };
}
