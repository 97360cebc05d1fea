import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { isPerson, type PersonKeys } from './person-keys.ts';

/** Keys of rows in results of mappings: the number of the mapping and the key within it, side by side. */
export interface ResultKeys {
  runs: number[];
  keys: number[];
}

/** A person with everything their rows are found by. */
export interface FoundPerson extends PersonKeys {
  residents: ResultKeys;
  /** Rows of cards in mappings. */
  cards: ResultKeys;
  cardNumbers: string[];
  members: number[];
  /** Families the person belongs to now. */
  families: number[];
  /** Those and earlier ones. */
  everFamilies: number[];
  /** Cases of the drive. */
  cases: string[];
}

/**
 * Where a person is found: in every mapping and in the member register. A card is theirs when it carries their
 * NIK or a mapping gave it to them, and the name or the birth date agrees. Read as the system, because a person
 * may have lived in areas the officer does not see.
 */
export async function findPerson(system: Db, person: PersonKeys): Promise<FoundPerson> {
  const residents = await sql<{ run: number; key: number; card: number | null }>`
    SELECT run_number AS run, resident_key AS key, member_key AS card FROM resident_result
    WHERE ${isPerson(person)} ORDER BY 1, 2`.execute(system);
  const linked = residents.rows.filter(({ card }) => card !== null);
  const agrees = sql`(m.born = ${person.born}::date OR m.name = ${person.name})`;
  const cards = await sql<{ run: number; key: number; number: string }>`
    SELECT m.run_number AS run, m.member_key AS key, m.no_kartu AS number FROM member_result m
    WHERE (m.nik = ${person.nik}::bigint OR (m.run_number, m.member_key) IN (
      SELECT * FROM unnest(${linked.map(({ run }) => run)}::int[], ${linked.map(({ card }) => card)}::int[])))
      AND ${agrees} ORDER BY 1, 2`.execute(system);
  const cardNumbers = [...new Set(cards.rows.map(({ number }) => number))];
  const members = await sql<{ id: number; card: string }>`
    SELECT m.id, m.card FROM member m
    WHERE m.id = ${person.memberId ?? null}::int
      OR ((m.nik = ${person.nik}::bigint OR m.card = ANY (${cardNumbers}::text[])) AND ${agrees}) ORDER BY m.id`.execute(
    system,
  );
  const ids = members.rows.map(({ id }) => id);
  const families = await sql<{ id: number; now: boolean }>`
    SELECT id, bool_or(now) AS now FROM (
      SELECT household_id AS id, true AS now FROM member_status WHERE member_id = ANY (${ids}::int[])
      UNION ALL SELECT household_id, false FROM membership_fact
      WHERE member_id = ANY (${ids}::int[]) AND household_id IS NOT NULL
    ) f GROUP BY id ORDER BY id`.execute(system);
  const cases = await sql<{ id: string }>`
    SELECT c.case_id AS id FROM pesiar_case c
    WHERE (c.resident_no = ${person.noPenduduk} AND (c.born = ${person.born}::date OR c.name = ${person.name}))
      OR c.member_id = ANY (${ids}::int[]) OR c.subject_member_id = ANY (${ids}::int[]) ORDER BY 1`.execute(
    system,
  );
  return {
    ...person,
    cases: cases.rows.map(({ id }) => id),
    residents: keysOf(residents.rows),
    cards: keysOf(cards.rows),
    cardNumbers: [...new Set([...cardNumbers, ...members.rows.map(({ card }) => card)])],
    members: ids,
    families: families.rows.filter(({ now }) => now).map(({ id }) => id),
    everFamilies: families.rows.map(({ id }) => id),
  };
}

function keysOf(rows: readonly { run: number; key: number }[]): ResultKeys {
  return { runs: rows.map(({ run }) => run), keys: rows.map(({ key }) => key) };
}
