import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/**
 * Counts the people of months in which visits came in since; returns how many months. None while a file is coming in:
 * it would be counted again, and whoever reads the log for long keeps the file from putting a year in its place.
 */
export async function countContacts(db: Db): Promise<number> {
  const { rows: due } = await sql`SELECT FROM contact_due LIMIT 1`.execute(db);
  if (due.length === 0) return 0;
  const { rows } = await sql<{ n: number }>`
    SELECT CASE WHEN pg_try_advisory_xact_lock_shared(7041, 0) THEN count_contacts() ELSE 0 END AS n`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
