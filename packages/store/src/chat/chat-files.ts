import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A photograph or document of a chat, encrypted. */
export interface ChatFile {
  mime: string;
  size: number;
  sealed: Buffer;
}

/** Keeps what was sent in a conversation, once by its hash. */
export async function keepChatFile(
  db: Db,
  conversationId: string,
  sha256: string,
  { mime, size, sealed }: ChatFile,
): Promise<void> {
  await sql`INSERT INTO chat_file (conversation_id, sha256, mime, size, bytes)
    VALUES (${conversationId}::bigint, ${sha256}, ${mime}, ${size}, ${sealed}) ON CONFLICT DO NOTHING`.execute(
    db,
  );
}

/** A file of a conversation; undefined out of reach. */
export async function findChatFile(
  db: Db,
  conversationId: string,
  sha256: string,
): Promise<ChatFile | undefined> {
  const { rows } = await sql<ChatFile>`SELECT mime, size, bytes AS sealed FROM chat_file
    WHERE conversation_id = ${conversationId}::bigint AND sha256 = ${sha256}`.execute(db);
  return rows[0];
}
