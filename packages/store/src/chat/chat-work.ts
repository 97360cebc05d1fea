import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';

/** What a front-liner did, with the id it was given when it was asked for. */
export interface ChatFact {
  id: string;
  chat: string;
  kind: 'assigned' | 'released' | 'noted' | 'replied' | 'handed-back' | 'finished' | 'carried-out';
  body: Readonly<Record<string, unknown>>;
}

/** Adds what was done. False when it was added before: then nothing of it is to be done again. */
export async function addChatFact(
  db: Db,
  scope: Scope,
  { id, chat, kind, body }: ChatFact,
): Promise<boolean> {
  const { rows } = await sql`INSERT INTO chat_fact (id, conversation_id, made_by, kind, body)
    VALUES (${id}::uuid, ${chat}::bigint, ${scope.username}, ${kind}, ${JSON.stringify(body)}::jsonb)
    ON CONFLICT DO NOTHING RETURNING 1`.execute(db);
  return rows.length > 0;
}

/** Gives a conversation to a front-liner, or to nobody. */
export async function assignChat(db: Db, chat: string, to: string | null): Promise<void> {
  await sql`UPDATE chat_conversation SET assigned_to = ${to} WHERE id = ${chat}::bigint`.execute(db);
}

/** It is the person's turn: no promise to answer runs. */
export async function chatAnswered(db: Db, chat: string): Promise<void> {
  await sql`UPDATE chat_conversation SET answer_by = NULL WHERE id = ${chat}::bigint`.execute(db);
}

/** Puts an answer of a front-liner into the outbox, once for its key. */
export async function queueAnswer(
  db: Db,
  scope: Scope,
  chat: string,
  message: { key: string; kind: string; body: unknown },
): Promise<void> {
  await sql`INSERT INTO chat_message (conversation_id, key, inbound, kind, body, state, made_by)
    VALUES (${chat}::bigint, ${message.key}, false, ${message.kind}, ${JSON.stringify(message.body)}::jsonb, 'queued',
      ${scope.username}) ON CONFLICT DO NOTHING`.execute(db);
}

/** Ends a request. False when it is not there or has ended already. */
export async function finishWorkItem(db: Db, chat: string, item: string, outcome: string): Promise<boolean> {
  const { rows } = await sql`UPDATE chat_work_item SET done_at = clock_timestamp(), outcome = ${outcome}
    WHERE id = ${item}::bigint AND conversation_id = ${chat}::bigint AND done_at IS NULL RETURNING 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** Requests of a conversation that are not decided. */
export async function openItems(db: Db, chat: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM chat_work_item
    WHERE conversation_id = ${chat}::bigint AND done_at IS NULL`.execute(db);
  return rows[0]?.n ?? 0;
}

/** People of the branch who may answer in chats. */
export async function chatOfficers(db: Db): Promise<{ username: string; name: string }[]> {
  const { rows } = await sql<{
    username: string;
    name: string;
  }>`SELECT username, name FROM chat_officers()`.execute(db);
  return rows;
}
