import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Somebody of the family of a request, as far as a decision needs it. */
export interface FamilyPerson {
  memberId: number;
  name: string;
  born: string | null;
  sex: string | null;
  card: string;
  segment: string;
  class: number;
  active: boolean;
  inactiveKind: string | null;
  arrearsMonths: number;
  fktp: string | null;
}

const columns = sql`m.id AS "memberId", m.name, m.born, m.sex, m.card, s.segment, s.class::int AS class, s.active,
  s.inactive_kind AS "inactiveKind", s.arrears_months::int AS "arrearsMonths", m.fktp`;

/** The family a member is billed with, oldest first, without those whose membership is over. */
export async function familyOfMember(db: Db, memberId: number): Promise<FamilyPerson[]> {
  const { rows } = await sql<FamilyPerson>`
    SELECT ${columns} FROM member_status own
    JOIN member_status s ON s.household_id = own.household_id JOIN member m ON m.id = s.member_id
    WHERE own.member_id = ${memberId} AND s.inactive_kind IS DISTINCT FROM 'ended'
    ORDER BY m.born NULLS LAST, m.id`.execute(db);
  return rows;
}

/** Other cards that may be of the same person: the same NIK, or the same name and birth date. */
export async function otherCardsOf(db: Db, memberId: number): Promise<FamilyPerson[]> {
  const { rows } = await sql<FamilyPerson>`
    SELECT ${columns} FROM member own
    JOIN member m ON m.id <> own.id AND (m.nik = own.nik OR (m.born = own.born AND m.name = own.name
      AND to_tsvector('simple', m.name) @@ plainto_tsquery('simple', own.name)))
    JOIN member_status s ON s.member_id = m.id
    WHERE own.id = ${memberId} AND s.inactive_kind IS DISTINCT FROM 'ended' ORDER BY s.active DESC, m.id LIMIT 10`.execute(
    db,
  );
  return rows;
}

/** First day in the present class, by the spells since; null when nothing is known. */
export async function classChosenOn(db: Db, memberId: number): Promise<string | null> {
  const { rows } = await sql<{ on: string | null }>`
    SELECT min(c.valid_on) AS "on" FROM status_change c JOIN member_status s ON s.member_id = c.member_id
    WHERE c.member_id = ${memberId} AND c.class = s.class AND c.valid_on > coalesce((
      SELECT max(o.valid_on) FROM status_change o WHERE o.member_id = c.member_id AND o.class <> s.class), '-infinity')`.execute(
    db,
  );
  return rows[0]?.on ?? null;
}
