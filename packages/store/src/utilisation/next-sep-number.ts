import type pg from 'pg';

/** An SEP that stands for a member, day, level and facility; or the number the next one has. */
export interface SepPlace {
  number: string;
  /** There is one already. */
  known: boolean;
}

/**
 * The number of an SEP: facility, month and year, V, six digits. Two that ask at once may get the same; only
 * one of them can enter it.
 */
export async function nextSepNumber(
  pool: pg.Pool,
  visit: { facility: string; card: string; day: string; level: 'RJTL' | 'RITL' },
): Promise<SepPlace> {
  const prefix = `${visit.facility}${visit.day.slice(5, 7)}${visit.day.slice(2, 4)}V`;
  const { rows } = await pool.query<{ standing: string | null; last: string | null }>(
    `SELECT (
       SELECT v.reference FROM visit v JOIN member m ON m.id = v.member_id
       WHERE m.card = $2 AND v.facility = $1 AND v.day = $3 AND v.level = $4
       GROUP BY v.reference HAVING sum(v.counts) > 0 LIMIT 1) AS standing,
     (SELECT max(v.reference) FROM visit v WHERE v.facility = $1 AND v.reference >= $5 AND v.reference < $5 || 'a') AS last`,
    [visit.facility, visit.card, visit.day, visit.level, prefix],
  );
  const { standing = null, last = null } = rows[0] ?? {};
  if (standing !== null) return { number: standing, known: true };
  const next = last === null ? 1 : Number(last.slice(prefix.length)) + 1;
  return { number: `${prefix}${String(next).padStart(6, '0')}`, known: false };
}

/** The latest word on an SEP, cancelled or not; undefined when there is none at that facility. */
export async function sepOnRecord(
  pool: pg.Pool,
  number: string,
  facility: string | null,
): Promise<{ facility: string; level: 'RJTL' | 'RITL'; card: string; day: string } | undefined> {
  const { rows } = await pool.query(
    `SELECT v.facility, v.level, m.card, v.day FROM visit v JOIN member m ON m.id = v.member_id
     WHERE v.facility = left($1, 8) AND v.reference = $1 AND ($2::text IS NULL OR v.facility = $2)
     ORDER BY v.revision DESC, v.counts LIMIT 1`,
    [number, facility],
  );
  return rows[0];
}
