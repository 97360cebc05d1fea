import type pg from 'pg';

/** A number of a member, hashed, with where the member stands. */
export interface FingerprintRow {
  /** First 48 bits of SHA-256(key, 'c' and card or 'n' and NIK). */
  fingerprint: number;
  reason: string;
  roomClass: 1 | 2 | 3;
}

/**
 * Calls `each` for every card and NIK of every member, in the order of their fingerprints; with `since` only of
 * members whose state changed after that moment. Numbers do not leave the database. What falls due by `today`
 * has taken effect.
 */
export async function memberFingerprints(
  pool: pg.Pool,
  options: { key: Buffer; today: string; since?: Date },
  each: (row: FingerprintRow) => void,
): Promise<void> {
  const client = await pool.connect();
  const changed = options.since
    ? `WHERE m.id IN (SELECT c.member_id FROM status_change c WHERE c.recorded_at > $3)
         OR s.due_on BETWEEN ($3::timestamptz - interval '2 days')::date AND $2::date`
    : '';
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(`SET LOCAL work_mem = '128MB'`);
    await client.query(
      `DECLARE fingerprints NO SCROLL CURSOR FOR
       SELECT ('x' || left(encode(sha256($1::bytea || convert_to(n.text, 'UTF8')), 'hex'), 12))::bit(48)::bigint::text,
         CASE WHEN s.due_on <= $2::date AND s.due_reason <> 'PLANNED' THEN s.due_reason ELSE s.reason END, s.class
       FROM member m JOIN member_status s ON s.member_id = m.id
       CROSS JOIN LATERAL (SELECT 'c' || m.card AS text UNION ALL SELECT 'n' || m.nik WHERE m.nik IS NOT NULL) n
       ${changed} ORDER BY left(encode(sha256($1::bytea || convert_to(n.text, 'UTF8')), 'hex'), 12) COLLATE "C"`,
      options.since ? [options.key, options.today, options.since] : [options.key, options.today],
    );
    for (;;) {
      const { rows } = await client.query<[string, string, 1 | 2 | 3]>({
        text: 'FETCH 20000 FROM fingerprints',
        rowMode: 'array',
      });
      for (const [fingerprint, reason, roomClass] of rows)
        each({ fingerprint: Number(fingerprint), reason, roomClass });
      if (rows.length === 0) break;
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
