import type pg from 'pg';

/** Another class for a family that pays for itself. */
interface ClassOrder {
  /** Anybody of the family. */
  memberId: number;
  class: 1 | 2 | 3;
  /** The 1st from which class and tariff hold. */
  effectiveOn: string;
  /** What it was decided on; the same again changes nothing. */
  reference: string;
}

/**
 * Plans the class for everybody of the family who is covered and pays: it takes effect with the close of the month
 * before. Whoever has another change planned is left out. How many people it was planned for. As the owner.
 */
export async function changeClass(client: pg.ClientBase, order: ClassOrder): Promise<number> {
  await client.query(
    `WITH family AS (
       SELECT s.* FROM member_status own JOIN member_status s ON s.household_id = own.household_id
       WHERE own.member_id = $1 AND s.active AND s.segment IN ('PBPU', 'BP') AND own.segment IN ('PBPU', 'BP')
         AND s.due_reason IS DISTINCT FROM 'PLANNED'
       ORDER BY s.member_id
     ), fact AS (
       INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, household_id, role, owed_from, source, reference)
       SELECT member_id, 'enrolled', $3::date, segment, $2, household_id, role, $3::date, 'pandawa', $4 FROM family
       ON CONFLICT DO NOTHING RETURNING member_id
     )
     UPDATE member_status s SET due_on = $3::date, due_reason = 'PLANNED' FROM fact WHERE s.member_id = fact.member_id`,
    [order.memberId, order.class, order.effectiveOn, order.reference],
  );
  const { rows } = await client.query<{ people: number }>(
    `SELECT count(*)::int AS people FROM member_status own
     JOIN member_status s ON s.household_id = own.household_id
     JOIN membership_fact f ON f.member_id = s.member_id AND f.kind = 'enrolled' AND f.reference = $2
     WHERE own.member_id = $1`,
    [order.memberId, order.reference],
  );
  return rows[0]?.people ?? 0;
}
