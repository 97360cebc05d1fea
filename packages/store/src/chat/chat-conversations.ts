import type { Conversation } from '@jangkau/pandawa';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Who writes, on which of our numbers. */
export interface ChatUser {
  line: string;
  /** Keyed hash of the user. */
  userHash: Buffer;
  /** Keyed hash of the phone, when the user id is known too: an earlier conversation may be kept under it. */
  phoneHash?: Buffer;
  /** Where answers go. */
  address: string;
  /** Digits of the phone; null when WhatsApp does not say. */
  phone: string | null;
}

export interface ConversationRow {
  id: string;
  line: string;
  address: string;
  phone: string | null;
  member_id: number | null;
  state: Conversation | Record<string, never>;
  window_ends_at: Date | null;
  assigned_to: string | null;
}

const columns = sql`id::text AS id, line, address, phone, member_id, state, window_ends_at, assigned_to`;

/**
 * The conversation of a user, locked for this transaction; made when there is none. A phone WhatsApp kept back before is
 * filled in; another than before is another to prove oneself from.
 */
export async function lockConversation(db: Db, user: ChatUser): Promise<ConversationRow> {
  const { line, userHash, phoneHash, address, phone } = user;
  if (phoneHash)
    await sql`UPDATE chat_conversation SET user_hash = ${userHash} WHERE line = ${line} AND user_hash = ${phoneHash}
      AND NOT EXISTS (SELECT FROM chat_conversation o WHERE o.line = ${line} AND o.user_hash = ${userHash})`.execute(
      db,
    );
  await sql`INSERT INTO chat_conversation (line, user_hash, address, phone)
    VALUES (${line}, ${userHash}, ${address}, ${phone}) ON CONFLICT DO NOTHING`.execute(db);
  const { rows } = await sql<ConversationRow>`SELECT ${columns} FROM chat_conversation
    WHERE line = ${line} AND user_hash = ${userHash} FOR UPDATE`.execute(db);
  const row = rows[0] as ConversationRow;
  if (phone === null || row.phone === phone) return row;
  if (row.phone !== null) await moveConversation(db, row.id, { address: phone, phone, userHash });
  else
    await sql`UPDATE chat_conversation SET phone = ${phone}, address = ${phone} WHERE id = ${row.id}::bigint`.execute(
      db,
    );
  return { ...row, phone, address: phone, state: row.phone === null ? row.state : {} };
}

/** A conversation by its key, locked; undefined when there is none. */
export async function lockConversationById(db: Db, id: string): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`
    SELECT ${columns} FROM chat_conversation WHERE id = ${id}::bigint FOR UPDATE`.execute(db);
  return rows[0];
}

/** Where a conversation stands; null when nothing was said yet. */
export async function peekPhase(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ phase: string | null }>`
    SELECT state ->> 'phase' AS phase FROM chat_conversation WHERE id = ${id}::bigint`.execute(db);
  return rows[0]?.phase ?? null;
}

/** Writes what came of an event. */
export async function saveConversation(
  db: Db,
  id: string,
  {
    state,
    memberId,
    waitingFor,
    answerBy,
    optedOut,
    at,
  }: {
    state: Conversation;
    memberId: number | null;
    waitingFor: string | null;
    /** Until when somebody who waits for a person is promised an answer; null: no new promise. */
    answerBy: string | null;
    optedOut: boolean;
    /** ISO instant of the event. */
    at: string;
  },
): Promise<void> {
  await sql`UPDATE chat_conversation SET state = ${JSON.stringify(state)}::jsonb, member_id = coalesce(${memberId}, member_id),
      waiting_for = coalesce(${waitingFor}, CASE WHEN ${state.phase} = 'person' THEN waiting_for END),
      waiting_since = CASE WHEN ${state.phase} = 'person' THEN coalesce(waiting_since, clock_timestamp()) END,
      answer_by = CASE WHEN ${state.phase} = 'person' THEN coalesce(answer_by, ${answerBy}::timestamptz) END,
      opted_out_at = CASE WHEN ${optedOut} THEN coalesce(opted_out_at, ${at}::timestamptz) ELSE opted_out_at END,
      touched_at = clock_timestamp()
    WHERE id = ${id}::bigint`.execute(db);
}

/**
 * Keeps a message that came in, once. True when it is new. The 24 hours in which one may answer freely begin with it
 * when the person says something by it. Whoever writes can be reached; who has closed our campaigns in WhatsApp (131050)
 * wants them again only on saying so.
 */
export async function keepInbound(
  db: Db,
  conversationId: string,
  message: {
    key: string;
    kind: string;
    body: unknown;
    at: string;
    opensWindow: boolean;
    wantsAgain: boolean;
  },
): Promise<boolean> {
  const { rows } = await sql`INSERT INTO chat_message (conversation_id, key, inbound, kind, body, at, state)
    VALUES (${conversationId}::bigint, ${message.key}, true, ${message.kind}, ${JSON.stringify(message.body)}::jsonb,
      ${message.at}::timestamptz, 'received')
    ON CONFLICT DO NOTHING RETURNING 1`.execute(db);
  if (rows.length === 0) return false;
  if (!message.opensWindow) return true;
  await sql`UPDATE chat_conversation SET last_in_at = greatest(last_in_at, ${message.at}::timestamptz),
      window_ends_at = greatest(window_ends_at, ${message.at}::timestamptz + interval '24 hours'),
      undeliverable = CASE WHEN undeliverable = '131050' AND NOT ${message.wantsAgain}::boolean THEN undeliverable END
    WHERE id = ${conversationId}::bigint`.execute(db);
  await sendWhatWaited(db, conversationId);
  return true;
}

/** Whether the person has taken a message back, which may become known before the message itself. */
export async function isWithdrawn(db: Db, conversationId: string, key: string): Promise<boolean> {
  const { rows } =
    await sql`SELECT FROM chat_message WHERE conversation_id = ${conversationId}::bigint AND inbound
    AND kind = 'revoke' AND body ->> 'of' = ${key} LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** The person takes a message back: its words go. What was handed in for a request stays with the request. */
export async function withdrawInbound(db: Db, conversationId: string, key: string): Promise<void> {
  await sql`UPDATE chat_message SET body = '{"kind": "withdrawn"}' WHERE conversation_id = ${conversationId}::bigint
    AND key = ${key} AND inbound AND body ->> 'kept' IS NULL`.execute(db);
}

/** What could not be said because the 24 hours were over goes now, once by its key; not what is older than a month. */
async function sendWhatWaited(db: Db, conversationId: string): Promise<void> {
  await sql`
    INSERT INTO chat_message (conversation_id, key, inbound, kind, body, state, made_by)
    SELECT conversation_id, key || '/again', false, kind, body, 'queued', made_by FROM chat_message
    WHERE conversation_id = ${conversationId}::bigint AND by_template AND at > clock_timestamp() - interval '30 days'
    ORDER BY id ON CONFLICT DO NOTHING`.execute(db);
}

/** A person has another number or user id now: answers go there, and who it is has to be proven again. */
export async function moveConversation(
  db: Db,
  id: string,
  to: { address: string; phone: string | null; userHash: Buffer },
): Promise<void> {
  await sql`UPDATE chat_conversation c SET address = ${to.address}, phone = ${to.phone}, state = '{}',
      user_hash = CASE WHEN EXISTS (SELECT FROM chat_conversation o WHERE o.line = c.line AND o.user_hash = ${to.userHash})
        THEN c.user_hash ELSE ${to.userHash} END
    WHERE id = ${id}::bigint`.execute(db);
}

/** Conversations in the middle of something that nobody touched for so many minutes. */
export async function idleConversations(db: Db, minutes: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id::text AS id FROM chat_conversation
    WHERE state ->> 'phase' IN ('number', 'birth', 'code', 'flow')
      AND touched_at < clock_timestamp() - make_interval(mins => ${minutes}) LIMIT 100`.execute(db);
  return rows.map(({ id }) => id);
}

/** Makes a work item, once for its key; the number it has. */
export async function keepWorkItem(
  db: Db,
  item: {
    conversationId: string;
    key: string;
    service: string;
    memberId: number | null;
    answers: unknown;
    files: unknown;
    dueOn: string;
  },
): Promise<{ id: string; dueOn: string }> {
  await sql`INSERT INTO chat_work_item (conversation_id, key, service, member_id, answers, files, due_on)
    VALUES (${item.conversationId}::bigint, ${item.key}, ${item.service}, ${item.memberId}, ${JSON.stringify(item.answers)}::jsonb,
      ${JSON.stringify(item.files)}::jsonb, ${item.dueOn}::date) ON CONFLICT DO NOTHING`.execute(db);
  const { rows } = await sql<{
    id: string;
    dueOn: string;
  }>`SELECT id::text AS id, due_on AS "dueOn" FROM chat_work_item
    WHERE conversation_id = ${item.conversationId}::bigint AND key = ${item.key}`.execute(db);
  return rows[0] as { id: string; dueOn: string };
}

/** Keeps how content somebody was. */
export async function keepRating(db: Db, conversationId: string, key: string, score: number): Promise<void> {
  await sql`INSERT INTO chat_rating (conversation_id, key, score) VALUES (${conversationId}::bigint, ${key}, ${score})
    ON CONFLICT DO NOTHING`.execute(db);
}
