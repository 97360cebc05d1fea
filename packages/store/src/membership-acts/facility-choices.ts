import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../database/connect.ts';

/**
 * Since when members are, or will be, with the facility they chose last; those who never chose are left out. What was
 * chosen by the request `except` does not count: it may be carried out again.
 */
export async function facilityChosenOn(
  db: Db,
  members: readonly number[],
  except?: string,
): Promise<Map<number, string>> {
  const { rows } = await sql<{ memberId: number; on: string }>`
    SELECT member_id AS "memberId", max(effective_on) AS "on" FROM facility_choice
    WHERE member_id = ANY (${[...members]}::int[]) AND reference IS DISTINCT FROM ${except ?? null}::text GROUP BY member_id`.execute(
    db,
  );
  return new Map(rows.map(({ memberId, on }) => [memberId, on]));
}

/** A choice of a facility for one or more people of a family. */
interface FacilityOrder {
  members: readonly number[];
  facility: string;
  askedOn: string;
  effectiveOn: string;
  exception: string | null;
  by: string;
  /** What it was decided on; the same for the same people changes nothing. */
  reference: string;
}

/** Keeps the choice, once for its reference; the facility's name, undefined when there is none of the first level. As the owner. */
export async function chooseFacility(
  client: pg.ClientBase,
  order: FacilityOrder,
): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM facility WHERE code = $1 AND level = 'FKTP'`,
    [order.facility],
  );
  const name = rows[0]?.name;
  if (name === undefined) return undefined;
  await client.query(
    `INSERT INTO facility_choice (member_id, area_code, facility, asked_on, effective_on, exception, made_by, reference)
     SELECT s.member_id, s.area_code, $2, $3::date, $4::date, $5, $6, $7 FROM member_status s WHERE s.member_id = ANY ($1)
     ORDER BY s.member_id ON CONFLICT DO NOTHING`,
    [
      [...order.members],
      order.facility,
      order.askedOn,
      order.effectiveOn,
      order.exception,
      order.by,
      order.reference,
    ],
  );
  return name;
}

/** Lets choices whose day has come take effect, each once; how many members have another facility now. */
export async function applyFacilityChoices(db: Db, today: string): Promise<number> {
  const { numAffectedRows } = await sql`
    WITH due AS (
      UPDATE facility_choice SET applied_at = clock_timestamp() WHERE applied_at IS NULL AND effective_on <= ${today}::date
      RETURNING id, member_id, facility, effective_on
    )
    UPDATE member m SET fktp = d.facility FROM (
      SELECT DISTINCT ON (member_id) member_id, facility FROM due ORDER BY member_id, effective_on DESC, id DESC
    ) d WHERE m.id = d.member_id`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** A first-level facility to choose. */
interface FacilityToChoose {
  code: string;
  name: string;
  area: string | null;
}

/** First-level facilities whose name has these words. */
export async function facilitiesNamed(db: Db, words: string): Promise<FacilityToChoose[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<FacilityToChoose>`
    SELECT f.code, f.name, (SELECT a.name FROM area a WHERE a.code = left(f.area_code, 8)) AS area
    FROM facility f WHERE f.level = 'FKTP' AND (f.name ILIKE ${like} OR f.code = ${words}) ORDER BY f.name LIMIT 20`.execute(
    db,
  );
  return rows;
}
