import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Seconds between two messages to one person, after a burst that is shorter than a conversation usually is. */
const PAIR_SECONDS = 6;
const PAIR_BURST = 10;
/** A message that is being sent and of which nothing is heard is sent again after this many seconds. */
const LOST_SECONDS = 120;

/** Errors that mean: not to this person. 131026 cannot be reached, 131050 has closed our campaigns in WhatsApp. */
const unreachable: readonly number[] = [131026, 131050];

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
  /** Campaign it belongs to. */
  campaign_id: number | null;
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

/** What decides which messages may be taken now. */
export interface TakeLimits {
  now: Date;
  /** At most so many. */
  most: number;
  /** People that may be written to first, outside their windows, in any moving 24 hours. */
  portfolioLimit: number;
  /** Campaigns write to nobody beyond so many of them. */
  campaignLimit: number;
  /** Campaigns that run and are within their hours. */
  openCampaigns: readonly number[];
}

/** A message over the limit of the portfolio is looked at again after this many seconds; a code is of no use by then. */
const FULL_SECONDS = 3600;
const CODE_FULL_SECONDS = 15;
/** One-time codes hold so long; one that comes later only confuses. */
const CODE_MINUTES = 5;
/** One taker at a time counts what the portfolio has left. */
const TAKE_LOCK = 7051;

/**
 * Takes messages that are due, the oldest of each conversation, and marks them as being sent. The pair rate is kept
 * here: a conversation whose allowance is used up waits. So is the limit of the portfolio: whoever is taken outside
 * their window counts from that moment, until the message is refused. Answers go before campaigns, which leave them a
 * part of that limit. Messages of campaigns are sent at most once, so one of which nothing is heard is not taken again.
 */
export async function takeDueMessages(
  db: Db,
  { now, most, portfolioLimit, campaignLimit, openCampaigns }: TakeLimits,
): Promise<DueMessage[]> {
  await sql`SELECT pg_advisory_xact_lock(${TAKE_LOCK})`.execute(db);
  await dropLateCodes(db, now);
  const { rows } = await sql<DueMessage>`
    WITH due AS MATERIALIZED (
      SELECT m.id, m.conversation_id, m.campaign_id, m.kind, m.due_at,
        coalesce(c.window_ends_at > ${now}::timestamptz, false) AS in_window
      FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id
      WHERE m.state IN ('queued', 'sending') AND m.due_at <= ${now}::timestamptz
        AND (m.campaign_id IS NULL OR (m.state = 'queued' AND c.opted_out_at IS NULL
          AND m.campaign_id = ANY (${[...openCampaigns]}::int[])))
        AND (c.next_send_at IS NULL OR c.next_send_at <= ${now}::timestamptz + make_interval(secs => ${PAIR_SECONDS * (PAIR_BURST - 1)}))
        AND NOT EXISTS (SELECT FROM chat_message b WHERE b.conversation_id = m.conversation_id AND b.id < m.id
          AND b.state IN ('queued', 'sending') AND (b.campaign_id IS NULL OR m.campaign_id IS NOT NULL))
      ORDER BY m.campaign_id IS NOT NULL, m.due_at, m.id LIMIT ${most} FOR UPDATE OF m SKIP LOCKED
    ), written AS MATERIALIZED (
      SELECT DISTINCT conversation_id FROM chat_message
      WHERE outside_window AND sent_at > ${now}::timestamptz - interval '24 hours' AND EXISTS (SELECT FROM due WHERE NOT in_window)
    ), counted AS (
      SELECT d.*, d.in_window OR w.conversation_id IS NOT NULL AS counts_already,
        count(*) FILTER (WHERE NOT d.in_window AND w.conversation_id IS NULL)
          OVER (ORDER BY d.campaign_id IS NOT NULL, d.due_at, d.id) AS nth
      FROM due d LEFT JOIN written w USING (conversation_id)
    ), judged AS (
      SELECT *, counts_already OR nth + (SELECT count(*) FROM written) <=
        CASE WHEN campaign_id IS NULL THEN ${portfolioLimit}::int ELSE ${campaignLimit}::int END AS may_go FROM counted
    ), taken AS (
      UPDATE chat_message m SET
        state = CASE WHEN j.may_go THEN 'sending' ELSE 'queued' END,
        attempts = m.attempts + CASE WHEN j.may_go THEN 1 ELSE 0 END,
        outside_window = j.may_go AND NOT j.in_window,
        sent_at = CASE WHEN j.may_go THEN ${now}::timestamptz END,
        error_kind = CASE WHEN j.may_go THEN m.error_kind ELSE 'portfolio' END,
        due_at = ${now}::timestamptz + make_interval(secs => CASE WHEN j.may_go THEN ${LOST_SECONDS}::float
          WHEN j.kind = 'code' THEN ${CODE_FULL_SECONDS}::float ELSE ${FULL_SECONDS}::float END)
      FROM judged j WHERE m.id = j.id
      RETURNING m.id, m.conversation_id, m.kind, m.body, m.attempts, m.campaign_id, j.may_go
    ), paced AS (
      UPDATE chat_conversation c SET next_send_at = greatest(c.next_send_at, ${now}::timestamptz) + make_interval(secs => ${PAIR_SECONDS})
      FROM taken WHERE c.id = taken.conversation_id AND taken.may_go
      RETURNING c.id, c.line, c.address, c.phone, c.window_ends_at
    )
    SELECT t.id::text AS id, t.conversation_id::text AS conversation_id, p.line, p.address, p.phone, t.kind, t.body,
      t.attempts::int AS attempts, t.campaign_id, coalesce(p.window_ends_at > ${now}::timestamptz, false) AS in_window
    FROM taken t JOIN paced p ON p.id = t.conversation_id WHERE t.may_go ORDER BY t.id`.execute(db);
  return rows;
}

/** Codes that could not go while they held are not sent, and not kept. */
async function dropLateCodes(db: Db, now: Date): Promise<void> {
  await sql`UPDATE chat_message SET state = 'dropped', error_kind = 'late', body = '{"kind": "code"}'
    WHERE kind = 'code' AND state IN ('queued', 'sending') AND due_at <= ${now}::timestamptz
      AND at < clock_timestamp() - make_interval(mins => ${CODE_MINUTES})`.execute(db);
}

/** WhatsApp took the message. What was said of it before we knew its id counts now. */
export async function messageAccepted(
  db: Db,
  id: string,
  accepted: { wamid: string; byTemplate: boolean; now: Date },
): Promise<void> {
  await sql`UPDATE chat_message SET state = 'accepted', wamid = ${accepted.wamid}, by_template = ${accepted.byTemplate}, sent_at = ${accepted.now}::timestamptz,
      body = CASE WHEN kind = 'code' THEN '{"kind": "code"}' ELSE body END
    WHERE id = ${id}::bigint AND state = 'sending'`.execute(db);
  await climb(db, accepted.wamid);
}

/** Whether the person was asked to write again, and has not since: asking once more costs, and says nothing new. */
export async function wasAskedToWrite(db: Db, conversationId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM chat_message m JOIN chat_conversation c ON c.id = m.conversation_id
    WHERE m.conversation_id = ${conversationId}::bigint AND m.by_template
      AND m.state IN ('accepted', 'sent', 'delivered', 'read') AND m.sent_at > coalesce(c.last_in_at, '-infinity') LIMIT 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** The message waits until the person writes: nothing goes in its place, so nobody is written to. */
export async function holdMessage(db: Db, id: string): Promise<void> {
  await sql`UPDATE chat_message SET state = 'dropped', by_template = true, outside_window = false, sent_at = NULL
    WHERE id = ${id}::bigint AND state = 'sending'`.execute(db);
}

/** The message could not be handed over: again later, or not at all. Nobody was written to, so nobody counts. */
export async function messageRefused(
  db: Db,
  id: string,
  refused: { code: number | null; kind: string; retryInSeconds: number | null; now: Date },
): Promise<void> {
  const { code, kind, retryInSeconds, now } = refused;
  await sql`UPDATE chat_message SET error_code = ${code}, error_kind = ${kind}, outside_window = false, sent_at = NULL,
      state = CASE WHEN ${retryInSeconds}::float IS NULL THEN 'failed' ELSE 'queued' END,
      failed_at = CASE WHEN ${retryInSeconds}::float IS NULL THEN ${now}::timestamptz END,
      due_at = CASE WHEN ${retryInSeconds}::float IS NULL THEN due_at
        ELSE ${now}::timestamptz + make_interval(secs => ${retryInSeconds ?? 0}) END
    WHERE id = ${id}::bigint AND state = 'sending'`.execute(db);
}

/** The person cannot or does not want to be reached: kept with the conversation for whoever looks. */
export async function markUndeliverable(db: Db, conversationId: string, reason: string): Promise<void> {
  // Whoever closed our messages has closed them, whatever else is the matter.
  await sql`UPDATE chat_conversation SET undeliverable = ${reason}
    WHERE id = ${conversationId}::bigint AND undeliverable IS DISTINCT FROM '131050'`.execute(db);
}

/** A status of a message of ours. */
export interface StatusOfMessage {
  wamid: string;
  /** Our own key of the message, when WhatsApp gives it back. */
  ownId?: string | null;
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
  const known = await climb(db, status.wamid);
  if (!known && status.ownId && (await learnWamid(db, status.ownId, status.wamid)))
    await climb(db, status.wamid);
  if (status.status === 'failed' && status.errorCode !== null && unreachable.includes(status.errorCode)) {
    await sql`UPDATE chat_conversation SET undeliverable = ${String(status.errorCode)}
      WHERE id = (SELECT conversation_id FROM chat_message WHERE wamid = ${status.wamid})
        AND undeliverable IS DISTINCT FROM '131050'`.execute(db);
  }
  return true;
}

/** A status tells that a message of a campaign was taken although we never heard so: it is not lost. */
async function learnWamid(db: Db, ownId: string, wamid: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`UPDATE chat_message SET wamid = ${wamid}, state = 'accepted', error_kind = NULL
    WHERE id = ${ownId}::bigint AND campaign_id IS NOT NULL AND wamid IS NULL
      AND (state = 'sending' OR (state = 'failed' AND error_kind = 'lost'))
      AND NOT EXISTS (SELECT FROM chat_message o WHERE o.wamid = ${wamid})`.execute(db);
  return Number(numAffectedRows ?? 0) > 0;
}

/**
 * Messages of campaigns that were on their way when we ended, or whose answer never came: nobody knows whether they
 * arrived. They are not sent again; a status that comes later tells.
 */
export async function giveUpLostMessages(db: Db, now: Date): Promise<number> {
  const { numAffectedRows } =
    await sql`UPDATE chat_message SET state = 'failed', error_kind = 'lost', failed_at = ${now}::timestamptz
    WHERE campaign_id IS NOT NULL AND state = 'sending' AND due_at <= ${now}::timestamptz`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * The ladder: sent < delivered < read, up only; read means delivered; failed is the end unless it arrived after all.
 * False when no message of ours has that id.
 */
async function climb(db: Db, wamid: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
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
  return Number(numAffectedRows ?? 0) > 0;
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
