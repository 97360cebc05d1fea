import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Seconds between two messages to one person, after a burst of a few. */
const PAIR_SECONDS = 6;
const PAIR_BURST = 4;
/** A message that is being sent and of which nothing is heard is sent again after this many seconds. */
const LOST_SECONDS = 120;

/** A message of ours to be sent now. */
export interface DueMessage {
  id: string;
  conversation_id: string;
  line: string;
  address: string;
  phone: string | null;
  kind: string;
  body: unknown;
  attempts: number;
  in_window: boolean;
}

/** Puts a message into the outbox, once for its key, in the transaction of the change that causes it. */
export async function queueMessage(
  db: Db,
  conversationId: string,
  message: { key: string; kind: string; body: unknown },
): Promise<void> {
  await sql`INSERT INTO chat_message (conversation_id, key, inbound, kind, body, state)
    VALUES (${conversationId}::bigint, ${message.key}, false, ${message.kind}, ${JSON.stringify(message.body)}::jsonb, 'queued')
    ON CONFLICT DO NOTHING`.execute(db);
}

/**
 * Takes messages that are due, the oldest of each conversation, and marks them as being sent. The pair rate is kept
 * here: a conversation whose allowance is used up waits.
 */
export async function takeDueMessages(db: Db, most: number): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    WITH due AS (
      SELECT m.id FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id
      WHERE m.state IN ('queued', 'sending') AND m.due_at <= clock_timestamp()
        AND (c.next_send_at IS NULL OR c.next_send_at <= clock_timestamp() + make_interval(secs => ${PAIR_SECONDS * (PAIR_BURST - 1)}))
        AND NOT EXISTS (SELECT FROM chat_message b WHERE b.conversation_id = m.conversation_id AND b.id < m.id
          AND b.state IN ('queued', 'sending'))
      ORDER BY m.due_at, m.id LIMIT ${most} FOR UPDATE OF m SKIP LOCKED
    ), taken AS (
      UPDATE chat_message m SET state = 'sending', attempts = m.attempts + 1,
        due_at = clock_timestamp() + make_interval(secs => ${LOST_SECONDS})
      FROM due WHERE m.id = due.id
      RETURNING m.id, m.conversation_id, m.kind, m.body, m.attempts
    ), paced AS (
      UPDATE chat_conversation c SET next_send_at = greatest(c.next_send_at, clock_timestamp()) + make_interval(secs => ${PAIR_SECONDS})
      FROM taken WHERE c.id = taken.conversation_id
      RETURNING c.id, c.line, c.address, c.phone, c.window_ends_at
    )
    SELECT t.id::text AS id, t.conversation_id::text AS conversation_id, p.line, p.address, p.phone, t.kind, t.body,
      t.attempts::int AS attempts, coalesce(p.window_ends_at > clock_timestamp(), false) AS in_window
    FROM taken t JOIN paced p ON p.id = t.conversation_id ORDER BY t.id`.execute(db);
  return rows;
}

/** WhatsApp took the message. What was said of it before we knew its id counts now. */
export async function messageAccepted(
  db: Db,
  id: string,
  { wamid, outsideWindow, byTemplate }: { wamid: string; outsideWindow: boolean; byTemplate: boolean },
): Promise<void> {
  await sql`UPDATE chat_message SET state = 'accepted', wamid = ${wamid}, outside_window = ${outsideWindow}, by_template = ${byTemplate},
    sent_at = clock_timestamp(), body = CASE WHEN kind = 'code' THEN '{"kind": "code"}' ELSE body END WHERE id = ${id}::bigint AND state = 'sending'`.execute(
    db,
  );
  await climb(db, wamid);
}

/** The message could not be handed over: again later, or not at all. */
export async function messageRefused(
  db: Db,
  id: string,
  { code, kind, retryInSeconds }: { code: number | null; kind: string; retryInSeconds: number | null },
): Promise<void> {
  await sql`UPDATE chat_message SET error_code = ${code}, error_kind = ${kind},
      state = CASE WHEN ${retryInSeconds}::float IS NULL THEN 'failed' ELSE 'queued' END,
      failed_at = CASE WHEN ${retryInSeconds}::float IS NULL THEN clock_timestamp() END,
      due_at = CASE WHEN ${retryInSeconds}::float IS NULL THEN due_at
        ELSE clock_timestamp() + make_interval(secs => ${retryInSeconds ?? 0}) END
    WHERE id = ${id}::bigint AND state = 'sending'`.execute(db);
}

/** The person cannot or does not want to be reached: kept with the conversation for whoever looks. */
export async function markUndeliverable(db: Db, conversationId: string, reason: string): Promise<void> {
  await sql`UPDATE chat_conversation SET undeliverable = ${reason} WHERE id = ${conversationId}::bigint`.execute(
    db,
  );
}

/** A status of a message of ours. */
export interface StatusOfMessage {
  wamid: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  at: string;
  errorCode: number | null;
  priceCategory: string | null;
  priceType: string | null;
  billable: boolean | null;
}

/** Keeps a status, once, in whatever order it comes. True when it is new. */
export async function keepStatus(db: Db, status: StatusOfMessage): Promise<boolean> {
  const { rows } =
    await sql`INSERT INTO chat_status (wamid, status, at, error_code, price_category, price_type, billable)
    VALUES (${status.wamid}, ${status.status}, ${status.at}::timestamptz, ${status.errorCode}, ${status.priceCategory},
      ${status.priceType}, ${status.billable}) ON CONFLICT DO NOTHING RETURNING 1`.execute(db);
  if (rows.length === 0) return false;
  await climb(db, status.wamid);
  return true;
}

/** The ladder: sent < delivered < read, up only; read means delivered; failed is the end unless it arrived after all. */
async function climb(db: Db, wamid: string): Promise<void> {
  await sql`
    UPDATE chat_message m SET
      state = CASE WHEN s.read THEN 'read' WHEN s.delivered THEN 'delivered' WHEN s.failed THEN 'failed'
        WHEN s.sent THEN 'sent' ELSE m.state END,
      delivered_at = coalesce(s.delivered_at, s.read_at), read_at = s.read_at, failed_at = s.failed_at,
      error_code = coalesce(s.error_code, m.error_code), price_category = s.price_category, price_type = s.price_type,
      billable = s.billable
    FROM (
      SELECT coalesce(bool_or(status = 'read'), false) AS read, coalesce(bool_or(status = 'delivered'), false) AS delivered,
        coalesce(bool_or(status = 'sent'), false) AS sent, coalesce(bool_or(status = 'failed'), false) AS failed,
        max(at) FILTER (WHERE status = 'delivered') AS delivered_at, max(at) FILTER (WHERE status = 'read') AS read_at,
        max(at) FILTER (WHERE status = 'failed') AS failed_at, max(error_code) AS error_code,
        max(price_category) AS price_category, max(price_type) AS price_type, bool_or(billable) AS billable
      FROM chat_status WHERE wamid = ${wamid}
    ) s
    WHERE m.wamid = ${wamid}`.execute(db);
}

/** People written to first, outside their windows, in the last 24 hours: what the limit of the portfolio counts. */
export async function outsideWindowUsers(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(DISTINCT conversation_id)::int AS n FROM chat_message
    WHERE outside_window AND sent_at > clock_timestamp() - interval '24 hours'`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Messages by what they cost, for the cost counter. */
export async function messageCosts(
  db: Db,
): Promise<{ category: string; type: string; billable: boolean; n: number }[]> {
  const { rows } = await sql<{ category: string; type: string; billable: boolean; n: number }>`
    SELECT price_category AS category, coalesce(price_type, '') AS type, coalesce(billable, false) AS billable, count(*)::int AS n
    FROM chat_message WHERE price_category IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(db);
  return rows;
}
