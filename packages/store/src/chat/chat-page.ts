import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A conversation as a front-liner opens it. */
export interface ChatPage {
  chat: {
    id: string;
    phone: string | null;
    memberId: number | null;
    name: string | null;
    phase: string;
    waitingFor: string | null;
    waitingSince: Date | null;
    answerBy: Date | null;
    windowEndsAt: Date | null;
    assignedTo: string | null;
    assignedName: string | null;
    optedOutAt: Date | null;
    undeliverable: string | null;
    rating: number | null;
  };
  items: ChatItem[];
  messages: ChatLine[];
  facts: ChatFactRow[];
}

export interface ChatItem {
  id: string;
  service: string;
  madeAt: Date;
  dueOn: string;
  doneAt: Date | null;
  outcome: string | null;
  answers: Record<string, string>;
  files: { id: string; type: string; bytes: number; document: string }[];
}

export interface ChatLine {
  id: string;
  inbound: boolean;
  kind: string;
  body: Record<string, unknown>;
  at: Date;
  state: string;
  madeBy: string | null;
  byTemplate: boolean;
  errorCode: number | null;
  errorKind: string | null;
}

export interface ChatFactRow {
  id: string;
  at: Date;
  madeBy: string;
  kind: string;
  body: Record<string, unknown>;
}

/** Messages shown of a conversation: the latest. */
const mostLines = 300;

/** One conversation with everything said and done in it; undefined out of reach. */
export async function chatPage(db: Db, id: string): Promise<ChatPage | undefined> {
  const { rows } = await sql<ChatPage['chat']>`
    SELECT c.id::text AS id, c.phone, c.member_id AS "memberId", m.name, coalesce(c.state ->> 'phase', 'menu') AS phase,
      c.waiting_for AS "waitingFor", c.waiting_since AS "waitingSince", c.answer_by AS "answerBy",
      c.window_ends_at AS "windowEndsAt", c.assigned_to AS "assignedTo", o.name AS "assignedName",
      c.opted_out_at AS "optedOutAt", c.undeliverable,
      (SELECT score::int FROM chat_rating r WHERE r.conversation_id = c.id ORDER BY r.at DESC LIMIT 1) AS rating
    FROM chat_conversation c LEFT JOIN member m ON m.id = c.member_id
    LEFT JOIN chat_officers() o ON o.username = c.assigned_to
    WHERE c.id = ${id}::bigint`.execute(db);
  const [chat] = rows;
  if (!chat) return undefined;
  const items = await sql<ChatItem>`
    SELECT id::text AS id, service, made_at AS "madeAt", due_on::text AS "dueOn", done_at AS "doneAt", outcome, answers, files
    FROM chat_work_item WHERE conversation_id = ${id}::bigint ORDER BY chat_work_item.id DESC LIMIT 50`.execute(
    db,
  );
  const messages = await sql<ChatLine>`
    SELECT * FROM (
      SELECT id::text AS id, id AS place, inbound, kind, body, at, state, made_by AS "madeBy", by_template AS "byTemplate",
        error_code AS "errorCode", error_kind AS "errorKind"
      FROM chat_message WHERE conversation_id = ${id}::bigint ORDER BY chat_message.id DESC LIMIT ${mostLines}
    ) latest ORDER BY place`.execute(db);
  const facts = await sql<ChatFactRow>`
    SELECT id::text AS id, at, made_by AS "madeBy", kind, body FROM chat_fact
    WHERE conversation_id = ${id}::bigint ORDER BY chat_fact.at, chat_fact.id LIMIT 500`.execute(db);
  return { chat, items: items.rows, messages: messages.rows, facts: facts.rows };
}

/** Changes when anything in a conversation does; undefined out of reach. Names nobody. */
export async function chatVersion(db: Db, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    SELECT md5(concat_ws(' ', c.touched_at, c.assigned_to, c.opted_out_at,
      (SELECT concat(max(m.id), ' ', count(*) FILTER (WHERE m.state = 'delivered'), ' ', count(*) FILTER (WHERE m.state = 'read'),
        ' ', count(*) FILTER (WHERE m.state = 'failed'), ' ', count(*) FILTER (WHERE m.state = 'queued'))
        FROM chat_message m WHERE m.conversation_id = c.id),
      (SELECT concat(count(*), max(f.at)) FROM chat_fact f WHERE f.conversation_id = c.id),
      (SELECT max(r.at) FROM chat_rating r WHERE r.conversation_id = c.id),
      (SELECT concat(count(*), count(w.done_at)) FROM chat_work_item w WHERE w.conversation_id = c.id))) AS version
    FROM chat_conversation c WHERE c.id = ${id}::bigint`.execute(db);
  return rows[0]?.version;
}
