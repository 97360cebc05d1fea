import type pg from 'pg';

/**
 * Gives the members of a made-up register their payers and the facts of it, set by set: three Pemda for those they
 * register, each by its own regency, and 2,000 people who will be covered from the next month.
 */
export async function fillPayers(pool: pg.Pool, today: string): Promise<void> {
  await pool.query(`
    INSERT INTO payer (kind, code, name, area_code)
    SELECT 'pemda', code, 'Pemda ' || code, code FROM unnest(ARRAY['51.71', '51.03', '51.02']) code;
    UPDATE member_status s SET payer_id = p.id FROM payer p
    WHERE s.segment = 'PBPU_PEMDA' AND p.kind = 'pemda' AND p.code = (ARRAY['51.71', '51.03', '51.02'])[1 + s.member_id % 3];
    INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, payer_id, household_id, role, source)
    SELECT member_id, 'enrolled', date '2025-01-01', segment, class, payer_id, household_id, role, 'bench' FROM member_status`);
  await pool.query(
    `WITH soon AS (
       SELECT s.member_id, s.household_id, p.id AS payer FROM member_status s, payer p
       WHERE NOT s.active AND s.segment = 'PBPU_PEMDA' AND p.kind = 'pemda' AND p.code = '51.71' LIMIT 2000
     ), fact AS (
       INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, payer_id, household_id, cover_from, source)
       SELECT member_id, 'enrolled', $1::date, 'PBPU_PEMDA', 3, payer, household_id, ($1::date + interval '1 month')::date, 'bench'
       FROM soon RETURNING member_id, cover_from
     )
     UPDATE member_status s SET due_on = f.cover_from, due_reason = 'PLANNED' FROM fact f WHERE s.member_id = f.member_id`,
    [today],
  );
  await pool.query('VACUUM (ANALYZE) member_status');
  await pool.query('VACUUM (ANALYZE) membership_fact');
}
