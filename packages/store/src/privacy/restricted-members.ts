import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/**
 * Keys of members whose data are not to be worked with (UU 27/2022 Art 41). Their cover, bills and payments go
 * on: those are a duty of law.
 */
export async function restrictedMembers(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT restricted_members() AS id`.execute(db);
  return rows.map(({ id }) => id);
}
