import type pg from 'pg';

/** A health facility to enter. */
export interface FacilityRow {
  code: string;
  name: string;
  level: 'FKTP' | 'FKRTL';
  areaCode: string;
}

/** Enters facilities; those that are there stay as they are. */
export async function addFacilities(pool: pg.Pool, facilities: readonly FacilityRow[]): Promise<void> {
  await pool.query(
    `INSERT INTO facility (code, name, level, area_code)
     SELECT x.code, x.name, x.level, x."areaCode"
     FROM jsonb_to_recordset($1::jsonb) AS x (code text, name text, level text, "areaCode" text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(facilities)],
  );
}

// Shares of levels as BPJS published them for 2018: 63 % FKTP, 33 % outpatient, 4 % inpatient; two of five FKTP
// visits are of the healthy. Chance is a hash of the place in the month: the same seed, the same visits.
const fill = `
  INSERT INTO visit (facility, reference, day, level, kind, member_id, segment, area_code, discharged_on, source)
  SELECT CASE WHEN v.level = 'FKTP' THEN coalesce(m.fktp, v.any_fktp) ELSE h.codes[1 + v.pick % cardinality(h.codes)] END,
    'C' || to_char(v.day, 'YYMM') || 'V' || lpad(v.i::text, 7, '0'),
    v.day, v.level, v.kind, m.id, s.segment, m.area_code,
    CASE WHEN v.level = 'RITL' THEN least(v.day + 1 + v.pick % 7, $5::date) END, $4
  FROM (
    SELECT i, 1 + (abs(r1) % $2)::integer AS member_id, $1::date + (abs(r2) % $6)::integer AS day,
      CASE WHEN r3 < 630 THEN 'FKTP' WHEN r3 < 960 THEN 'RJTL' ELSE 'RITL' END AS level,
      CASE WHEN r3 < 252 THEN 'healthy' ELSE 'sick' END AS kind, (abs(r2) / 64 % 1000)::integer AS pick,
      f.codes[1 + (abs(r2) / 64 % cardinality(f.codes))::integer] AS any_fktp
    FROM generate_series(1, $3::integer) AS i
    CROSS JOIN LATERAL (
      SELECT hashint8extended(i, $7) AS r1, hashint8extended(i, $7 + 1) AS r2,
        abs(hashint8extended(i, $7 + 2)) % 1000 AS r3
    ) r
    CROSS JOIN (SELECT array_agg(code ORDER BY code) AS codes FROM facility WHERE level = 'FKTP') f
  ) v
  JOIN member m ON m.id = v.member_id
  JOIN member_status s ON s.member_id = m.id
  LEFT JOIN (SELECT area_code AS regency, array_agg(code ORDER BY code) AS codes FROM facility WHERE level = 'FKRTL' GROUP BY area_code) x
    ON x.regency = left(m.area_code, 5)
  CROSS JOIN (SELECT array_agg(code ORDER BY code) AS codes FROM facility WHERE level = 'FKRTL') a
  CROSS JOIN LATERAL (SELECT coalesce(x.codes, a.codes) AS codes) h`;

/**
 * Fills an empty log with a made-up history: so many visits in each month, of members picked by chance.
 * Whole or not at all; nothing is done when there are visits.
 */
export async function fillVisits(
  pool: pg.Pool,
  plan: readonly { month: string; visits: number }[],
  options: { source: string; asOf: string; seed: number; signal?: AbortSignal },
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL work_mem = '128MB'`);
    await client.query(`SET LOCAL synchronous_commit = off`);
    const { rows } = await client.query(
      'SELECT EXISTS (SELECT FROM visit) AS filled, (SELECT max(id) FROM member) AS members',
    );
    const { filled, members } = rows[0] as { filled: boolean; members: number | null };
    let made = 0;
    if (!filled && members !== null)
      for (const [i, { month, visits }] of plan.entries()) {
        options.signal?.throwIfAborted();
        const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
        const seed = options.seed * 1000 + i * 3;
        const { rowCount } = await client.query(fill, [
          `${month}-01`,
          members,
          visits,
          options.source,
          options.asOf,
          days,
          seed,
        ]);
        made += rowCount ?? 0;
      }
    await client.query('SELECT count_contacts()');
    await client.query('COMMIT');
    return made;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
