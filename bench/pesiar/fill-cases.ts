import type pg from 'pg';

/** The areas of a branch of this size: villages, each with so many banjars. */
const villages = 238;
const banjars = 7;

/**
 * Cases as many as a large drive has, made by the database itself through the real table with its triggers and
 * indexes: most wait, the others stand everywhere a case can.
 */
export async function fillCases(pool: pg.Pool, cases: number): Promise<void> {
  await pool.query(`
    INSERT INTO area (code, name, level, parent) VALUES ('51', 'Bali', 'province', NULL), ('51.71', 'Kota', 'regency', '51'),
      ('51.03', 'Kabupaten A', 'regency', '51'), ('51.02', 'Kabupaten B', 'regency', '51')`);
  await pool.query(`
    INSERT INTO area (code, name, level, parent)
    SELECT r || '.' || lpad(d::text, 2, '0'), 'Kecamatan ' || d, 'district', r
    FROM unnest(ARRAY['51.71', '51.03', '51.02']) r, generate_series(1, 7) d`);
  await pool.query(
    `INSERT INTO area (code, name, level, parent)
     SELECT d.code || '.' || (1001 + n / 21)::text, 'Desa ' || n, 'village', d.code
     FROM generate_series(0, $1 - 1) n
     JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS place FROM area WHERE level = 'district') d ON d.place = n % 21`,
    [villages],
  );
  await pool.query(
    `WITH village AS (SELECT array_agg(code ORDER BY code) AS codes FROM area WHERE level = 'village'),
     one AS (
       SELECT i, (SELECT codes[1 + i % $2] FROM village) AS area, 'Banjar ' || chr(65 + i / $2 % $3) AS banjar,
         -- Seven of ten wait; the others have come one step further each.
         CASE WHEN i % 9973 * 79 % 100 < 70 THEN 0 ELSE 1 + i % 9967 * 61 % 6 END AS step, i % 40 AS ago, i % $2 AS village_no
       FROM generate_series(1, $1::int) i)
     INSERT INTO pesiar_case (case_id, version, phase, bucket, reason, resident_no, name, sex, born, area_code, banjar, address,
       household_key, run_number, probability, agent, due_on, visits, last_visit_at, last_visit_by, last_result, payer_class,
       exit_kind, exit_status, opened_at, assigned_at, visited_at, advocated_at, registered_at, ended_at, last_at)
     SELECT gen_random_uuid(), 1 + step, (ARRAY['open', 'assigned', 'visited', 'advocated', 'registered', 'active', 'closed'])[1 + step],
       CASE step WHEN 5 THEN 'registered' WHEN 6 THEN (ARRAY['moved', 'died', 'refused', 'already-active'])[1 + i % 4] END,
       CASE i % 4 WHEN 0 THEN 'inactive-arrears' WHEN 1 THEN 'inactive-lapsed' ELSE 'uncovered' END, 'P' || i,
       (ARRAY['I WAYAN', 'NI WAYAN', 'I MADE', 'NI MADE', 'I NYOMAN', 'NI NYOMAN', 'I KETUT', 'NI KETUT', 'I PUTU', 'NI LUH'])[1 + i % 10]
         || ' ' || (ARRAY['SUDIARTA', 'SUARTINI', 'ADNYANA', 'WIDNYANI', 'ARIMBAWA', 'SUKERTI', 'YASA', 'PARWATI'])[1 + i / 10 % 8]
         || ' CONTOH ' || chr(65 + i / 80 % 26) || chr(65 + i / 2080 % 26),
       CASE WHEN i % 2 = 0 THEN 'L' ELSE 'P' END, date '1950-01-01' + i % 25000, area, banjar, 'Jl. Contoh ' || i % 200,
       md5((i / 3)::text), 1, 0.9, CASE WHEN step > 0 THEN 'agen-' || village_no END, CASE WHEN step > 0 THEN date '2026-11-10' + i % 30 END,
       CASE WHEN step > 1 THEN 1 + i % 3 ELSE 0 END, CASE WHEN step > 1 THEN moment END, CASE WHEN step > 1 THEN 'agen-' || village_no END,
       CASE WHEN step > 1 THEN 'found-uncovered' END, CASE WHEN step > 1 THEN (ARRAY['able', 'unable', 'working'])[1 + i % 3] END,
       CASE WHEN step IN (4, 5) THEN 'pemda' END, CASE step WHEN 4 THEN 'waiting' WHEN 5 THEN 'active' END,
       timestamptz '2026-10-01', CASE WHEN step > 0 THEN moment END, CASE WHEN step > 1 THEN moment END,
       CASE WHEN step > 2 THEN moment END, CASE WHEN step IN (4, 5) THEN moment END, CASE WHEN step > 4 THEN moment END,
       CASE WHEN step = 0 THEN timestamptz '2026-10-01' ELSE moment END
     FROM (SELECT *, timestamptz '2026-11-21' - ago * interval '1 day' AS moment FROM one) told`,
    [cases, villages, banjars],
  );
  await pool.query('VACUUM ANALYZE pesiar_case, pesiar_tally');
}
