import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Rows of a statement written out: for tests that look behind the repositories. */
export async function queryRows<Row = Record<string, unknown>>(db: Db, statement: string): Promise<Row[]> {
  return (await sql.raw<Row>(statement).execute(db)).rows;
}
