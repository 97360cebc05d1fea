import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** New UUIDs v7, in order. */
export async function newIds(db: Db, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT uuidv7() AS id FROM generate_series(1, ${count})`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
