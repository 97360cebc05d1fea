import type pg from 'pg';

/** What to open cases of. */
export interface OpenOrder {
  run: number;
  /** Area whose people are looked for; '' for all. Only where the drive runs. */
  area: string;
  by: string;
  /** ISO instant. */
  at: string;
  /** Reasons to open; all when absent. */
  reasons?: readonly string[] | undefined;
  /** Areas whoever asks reaches; undefined: all. */
  within?: readonly string[] | undefined;
}

/** How many were opened, by reason. */
export type OpenedCounts = Partial<Record<string, number>>;

// $1 run, $2 area, $3 by, $4 at, $5 reasons or null, $6 areas within reach or null.
const opening = `
  WITH live AS MATERIALIZED (
    SELECT DISTINCT ON (area_code) area_code, value = 'true'::jsonb AS live FROM pesiar_setting
    WHERE name = 'live' ORDER BY area_code, id DESC
  ), place AS MATERIALIZED (
    SELECT a.code FROM area a
    WHERE a.level = 'village' AND (a.code = $2 OR $2 = '' OR a.code LIKE $2 || '.%')
      AND ($6::text[] IS NULL OR ARRAY[a.code, left(a.code, 8), left(a.code, 5), left(a.code, 2)] && $6)
      AND (SELECT l.live FROM live l WHERE l.area_code IN (a.code, left(a.code, 8), left(a.code, 5), left(a.code, 2), '')
           AND l.live IS NOT NULL ORDER BY length(l.area_code) DESC LIMIT 1)
  ), found AS (
    SELECT r.no_penduduk AS resident_no, m.id AS member_id, r.name, r.sex, r.born, r.area_code, r.banjar, r.address, r.kk,
      CASE WHEN r.inactive_kind IS NOT NULL THEN r.segment END AS segment,
      CASE WHEN r.inactive_kind IS NOT NULL THEN s.class END AS class,
      CASE WHEN r.inactive_kind IS NOT NULL THEN s.arrears_months END AS arrears_months,
      r.p_uncovered AS probability,
      CASE WHEN r.inactive_kind = 'arrears' THEN 'inactive-arrears' WHEN r.inactive_kind = 'lapsed' THEN 'inactive-lapsed'
        WHEN r.member_key IS NULL AND r.p_uncovered < 0.95 AND r.best_member_key IS NOT NULL THEN 'doubtful-match'
        WHEN r.member_key IS NULL THEN 'uncovered' END AS reason
    FROM resident_result r
    LEFT JOIN member_result k ON k.run_number = r.run_number AND k.member_key = r.member_key AND r.inactive_kind IS NOT NULL
    LEFT JOIN member m ON m.card = k.no_kartu
    LEFT JOIN member_status s ON s.member_id = m.id
    WHERE r.run_number = $1 AND r.area_code IN (SELECT code FROM place)
      AND (r.member_key IS NULL OR r.inactive_kind IN ('arrears', 'lapsed'))
      AND NOT EXISTS (SELECT FROM pesiar_case c WHERE c.resident_no = r.no_penduduk AND c.bucket IS NULL)
    UNION ALL
    SELECT NULL, m.id, k.name, k.sex, k.born, k.area_code, NULL, k.address, k.kk, k.segment, s.class, s.arrears_months,
      NULL, 'unmatched-member'
    FROM member_result k JOIN member m ON m.card = k.no_kartu LEFT JOIN member_status s ON s.member_id = m.id
    WHERE k.run_number = $1 AND k.bucket = 'unmatched' AND k.area_code IN (SELECT code FROM place)
      AND NOT EXISTS (SELECT FROM pesiar_case c WHERE c.subject_member_id = m.id AND c.bucket IS NULL)
  ), wanted AS (
    SELECT DISTINCT ON (coalesce(f.resident_no, 'm' || f.member_id)) f.*, v.key AS household_key, uuidv7() AS case_id
    FROM found f
    LEFT JOIN LATERAL (SELECT left(encode(sha256(convert_to(t.salt::text || ':' || lpad(f.kk::text, 16, '0'), 'UTF8')), 'hex'), 24) AS key
      FROM village_salt t WHERE t.area_code = f.area_code AND f.kk IS NOT NULL) v ON true
    WHERE f.reason IS NOT NULL AND ($5::text[] IS NULL OR f.reason = ANY ($5))
    ORDER BY coalesce(f.resident_no, 'm' || f.member_id)
  ), added AS (
    INSERT INTO pesiar_case (case_id, version, phase, reason, resident_no, subject_member_id, name, sex, born, area_code, banjar,
      address, household_key, segment, class, arrears_months, run_number, probability, member_id, opened_at, last_at)
    SELECT case_id, 1, 'open', reason, resident_no, member_id, name, sex, born, area_code, banjar, address, household_key,
      segment, class, arrears_months, $1, probability, member_id, $4, $4 FROM wanted ORDER BY area_code, banjar, name
    RETURNING 1
  ), said AS (
    INSERT INTO case_fact (id, case_id, version, kind, at, made_by, base, body, area_code, banjar)
    SELECT uuidv7(), case_id, 1, 'opened', $4, $3, 0, jsonb_build_object('reason', reason, 'run', $1::int,
      'probability', probability, 'subject', jsonb_build_object('residentNo', resident_no, 'memberId', member_id,
        'name', name, 'sex', sex, 'born', born, 'area', area_code, 'banjar', banjar, 'address', address,
        'householdKey', household_key, 'segment', segment, 'class', class, 'arrearsMonths', arrears_months)),
      area_code, banjar FROM wanted
    RETURNING 1
  )
  SELECT reason, count(*)::int AS n FROM wanted GROUP BY reason ORDER BY reason`;

/**
 * Opens cases of everyone a mapping found without working cover and whom nobody looks for yet: uncovered, doubtful,
 * inactive, and cards of nobody. Set-based, in the caller's transaction.
 */
export async function openCases(client: pg.ClientBase, order: OpenOrder): Promise<OpenedCounts> {
  await client.query('SELECT pg_advisory_xact_lock(7040)');
  await client.query(
    `INSERT INTO village_salt (area_code)
     SELECT DISTINCT area_code FROM resident_result WHERE run_number = $1 AND area_code <> ''
     UNION SELECT DISTINCT area_code FROM member_result WHERE run_number = $1 AND area_code <> '' ON CONFLICT DO NOTHING`,
    [order.run],
  );
  const { rows } = await client.query<{ reason: string; n: number }>(opening, [
    order.run,
    order.area,
    order.by,
    order.at,
    order.reasons ?? null,
    order.within ?? null,
  ]);
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}
