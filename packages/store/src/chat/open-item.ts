import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A request that is not decided, as carrying it out needs it. */
export interface OpenItem {
  id: string;
  service: string;
  memberId: number | null;
  answers: Readonly<Record<string, string>>;
}

/** An open request of a conversation; undefined when it is decided, not there or out of reach. */
export async function openItem(db: Db, chat: string, item: string): Promise<OpenItem | undefined> {
  const { rows } = await sql<OpenItem>`
    SELECT id::text AS id, service, member_id AS "memberId", answers FROM chat_work_item
    WHERE id = ${item}::bigint AND conversation_id = ${chat}::bigint AND done_at IS NULL`.execute(db);
  return rows[0];
}
