import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Counts the people of months in which visits came in since; returns how many months. */
export async function countContacts(db: Db): Promise<number> {
  const { rows: due } = await sql`SELECT FROM contact_due LIMIT 1`.execute(db);
  if (due.length === 0) return 0;
  const { rows } = await sql<{ n: number }>`SELECT count_contacts() AS n`.execute(db);
  return rows[0]?.n ?? 0;
}
