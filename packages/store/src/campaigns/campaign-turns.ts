import type { Gone, TurnOutcome } from '@jangkau/campaigns';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { restrictedMembers } from '../privacy/restricted-members.ts';
import { canReceive, recipientOrder, writtenWithin } from './candidate-families.ts';

/** A family whose turn comes next, with what is known of it now. */
export interface NextTurn {
  householdId: number;
  memberId: number;
  areaCode: string;
  position: number;
  /** What becomes of the turn: `queued` when the message may go. */
  outcome: TurnOutcome;
  phone: string | null;
  name: string;
  card: string;
  village: string | null;
}

/** One at a time hands out turns. */
const TURN_LOCK = 7050;

/** Waits until nobody else hands out turns; held to the end of the transaction. */
export async function lockTurns(system: Db): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${TURN_LOCK})`.execute(system);
}

/**
 * What has gone out, for the pace. Messages of the campaign that will go within a day or an hour count in it; `waiting`
 * are those of open campaigns that could go now. What is put off, or belongs to a campaign that rests, holds nobody up.
 */
export async function goneOut(
  system: Db,
  campaignId: number,
  { now, openCampaigns }: { now: Date; openCampaigns: readonly number[] },
): Promise<Gone & { waiting: number }> {
  const { rows } = await sql<Gone & { waiting: number }>`
    WITH own AS (
      SELECT count(*) FILTER (WHERE m.sent_at > ${now}::timestamptz - interval '24 hours'
          OR m.state = 'queued' AND m.due_at < ${now}::timestamptz + interval '24 hours')::int AS day,
        count(*) FILTER (WHERE m.sent_at > ${now}::timestamptz - interval '1 hour'
          OR m.state = 'queued' AND m.due_at < ${now}::timestamptz + interval '1 hour')::int AS hour
      FROM chat_message m WHERE m.campaign_id = ${campaignId}
        AND (m.state = 'queued' OR m.sent_at > ${now}::timestamptz - interval '24 hours')
    ), waiting AS (
      SELECT m.conversation_id, m.campaign_id FROM chat_message m
      WHERE m.state = 'queued' AND m.due_at <= ${now}::timestamptz AND m.campaign_id = ANY (${[...openCampaigns]}::int[])
    ), everybody AS (
      SELECT m.conversation_id FROM chat_message m
      WHERE m.outside_window AND m.sent_at > ${now}::timestamptz - interval '24 hours'
      UNION SELECT conversation_id FROM waiting
    )
    SELECT own.day AS "ownLastDay", own.hour AS "ownLastHour",
      (SELECT count(*)::int FROM everybody) AS "allLastDay", (SELECT count(*)::int FROM waiting) AS waiting FROM own`.execute(
    system,
  );
  return rows[0] as Gone & { waiting: number };
}

/** Messages of the last 24 hours in stretches of five minutes, of a campaign and of all others: what a forecast starts from. */
export async function sentLately(
  system: Db,
  campaignId: number,
  now: Date,
): Promise<{ at: Date; own: boolean; people: number }[]> {
  const { rows } = await sql<{ at: Date; own: boolean; people: number }>`
    SELECT date_bin('5 minutes', m.sent_at, '2000-01-01') AS at, coalesce(m.campaign_id = ${campaignId}, false) AS own,
      count(DISTINCT m.conversation_id)::int AS people
    FROM chat_message m WHERE m.outside_window AND m.sent_at > ${now}::timestamptz - interval '24 hours'
    GROUP BY 1, 2 ORDER BY 1`.execute(system);
  return rows;
}

/**
 * The next turns of a campaign, at most so many, with what becomes of each. Whom the draw chose is written to; when they
 * have died, left the family or have no number any more, whoever would be chosen now.
 */
export async function nextTurns(
  system: Db,
  campaignId: number,
  { now, frequencyDays, most }: { now: Date; frequencyDays: number; most: number },
): Promise<NextTurn[]> {
  const restricted = await restrictedMembers(system);
  const { rows } = await sql<NextTurn>`
    WITH next AS MATERIALIZED (
      SELECT f.* FROM campaign_family f WHERE f.campaign_id = ${campaignId}
        AND f.position > coalesce((SELECT max(t.position) FROM campaign_turn t WHERE t.campaign_id = ${campaignId}), 0)
      ORDER BY f.position LIMIT ${most}
    )
    SELECT n.household_id AS "householdId", m.id AS "memberId", n.area_code AS "areaCode", n.position,
      chat_phone(m.phone) AS phone, m.name, m.card, (SELECT a.name FROM area a WHERE a.code = n.area_code) AS village,
      CASE WHEN n.arm = 'hold-out' THEN 'hold-out'
        WHEN n.subjects && ${restricted}::int[] OR m.id = ANY (${restricted}::int[]) THEN 'restricted'
        WHEN NOT EXISTS (SELECT FROM member_status x WHERE x.member_id = ANY (n.subjects)
          AND x.inactive_kind IS DISTINCT FROM 'ended') THEN 'ended'
        WHEN NOT EXISTS (SELECT FROM member_status x WHERE x.member_id = ANY (n.subjects) AND NOT x.active
          AND x.inactive_kind <> 'ended') THEN 'active-again'
        WHEN r.member_id IS NULL THEN 'no-phone'
        WHEN c.opted_out THEN 'opted-out'
        WHEN c.undeliverable THEN 'undeliverable'
        WHEN ${writtenWithin(sql.ref('n.household_id'), now, frequencyDays)} THEN 'recently-written'
        ELSE 'queued' END AS outcome
    FROM next n LEFT JOIN LATERAL (
      SELECT s.member_id FROM member_status s JOIN member m ON m.id = s.member_id
      WHERE s.household_id = n.household_id AND ${canReceive(now)}
      ORDER BY (s.member_id = n.member_id) DESC, ${recipientOrder} LIMIT 1
    ) r ON true
    JOIN member m ON m.id = coalesce(r.member_id, n.member_id)
    CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(c.opted_out_at IS NOT NULL OR c.undeliverable = '131050'), false) AS opted_out,
        coalesce(bool_or(c.undeliverable IS NOT NULL), false) AS undeliverable
      FROM (
        -- Two look-ups by index; one with OR, or with the collation of a member's phone, would read every
        -- conversation for each turn.
        SELECT opted_out_at, undeliverable FROM chat_conversation WHERE phone = chat_phone(m.phone) COLLATE "default"
        UNION ALL SELECT opted_out_at, undeliverable FROM chat_conversation WHERE member_id = m.id
      ) c
    ) c
    ORDER BY n.position`.execute(system);
  return rows;
}

/** A turn with the message that goes, when one does. */
export interface DecidedTurn
  extends Pick<NextTurn, 'householdId' | 'memberId' | 'areaCode' | 'position' | 'outcome'> {
  message: { phone: string; userHash: Buffer; body: unknown } | null;
}

/**
 * Writes turns with their messages into the outbox, all in one statement: a turn is there with its message or not at
 * all, and a family's turn comes once. Conversations are made for numbers that never wrote.
 */
export async function keepTurns(
  system: Db,
  campaignId: number,
  line: string,
  turns: readonly DecidedTurn[],
  now: Date,
): Promise<void> {
  if (turns.length === 0) return;
  const of = <T>(read: (turn: DecidedTurn) => T) => turns.map(read);
  await sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM unnest(${of(({ householdId }) => householdId)}::int[], ${of(({ memberId }) => memberId)}::int[],
        ${of(({ areaCode }) => areaCode)}::text[], ${of(({ position }) => position)}::int[],
        ${of(({ outcome }) => outcome)}::text[], ${of(({ message }) => message?.phone ?? null)}::text[],
        ${of(({ message }) => message?.userHash ?? null)}::bytea[],
        ${of(({ message }) => (message ? JSON.stringify(message.body) : null))}::text[])
        g (household_id, member_id, area_code, position, outcome, phone, user_hash, body)
    ), known AS MATERIALIZED (
      SELECT DISTINCT ON (g.household_id) g.household_id, c.id
      FROM given g JOIN chat_conversation c ON c.line = ${line} AND c.phone = g.phone
      ORDER BY g.household_id, c.last_in_at DESC NULLS LAST, c.id
    ), made AS (
      INSERT INTO chat_conversation (line, user_hash, address, phone)
      SELECT DISTINCT ON (g.user_hash) ${line}, g.user_hash, g.phone, g.phone FROM given g
      WHERE g.phone IS NOT NULL AND g.household_id NOT IN (SELECT household_id FROM known)
      ON CONFLICT (line, user_hash) DO UPDATE SET touched_at = chat_conversation.touched_at
      RETURNING id, user_hash
    ), place AS (
      -- Two families may have come to one number since the audience was frozen: one message goes.
      SELECT DISTINCT ON (id) household_id, id FROM (
        SELECT household_id, id FROM known
        UNION ALL SELECT g.household_id, made.id FROM given g JOIN made USING (user_hash)
      ) x ORDER BY id, household_id
    ), message AS (
      INSERT INTO chat_message (conversation_id, key, inbound, kind, body, at, due_at, state, campaign_id)
      SELECT p.id, ${`campaign/${campaignId}`}, false, 'template', g.body::jsonb, ${now}::timestamptz, ${now}::timestamptz,
        'queued', ${campaignId}
      FROM given g JOIN place p USING (household_id) WHERE g.body IS NOT NULL ON CONFLICT DO NOTHING
      RETURNING id, conversation_id
    )
    INSERT INTO campaign_turn (campaign_id, household_id, position, member_id, area_code, at, outcome, conversation_id, message_id)
    SELECT ${campaignId}, g.household_id, g.position, g.member_id, g.area_code, ${now}::timestamptz,
      CASE WHEN g.outcome = 'queued' AND m.id IS NULL THEN 'recently-written' ELSE g.outcome END, m.conversation_id, m.id
    FROM given g LEFT JOIN place p USING (household_id) LEFT JOIN message m ON m.conversation_id = p.id`.execute(
    system,
  );
}

/** Messages of a campaign whose people said STOP while they waited are not sent; how many. */
export async function dropOptedOut(system: Db, campaignId: number): Promise<number> {
  const { numAffectedRows } = await sql`UPDATE chat_message m SET state = 'dropped', error_kind = 'opted-out'
    FROM chat_conversation c WHERE c.id = m.conversation_id AND m.campaign_id = ${campaignId} AND m.state = 'queued'
      AND c.opted_out_at IS NOT NULL`.execute(system);
  return Number(numAffectedRows ?? 0);
}

/** What is left to do of a campaign, and why WhatsApp refuses it, when it does so for all. */
export async function workLeft(
  system: Db,
  campaignId: number,
): Promise<{ contacts: number; turns: number; inOutbox: number; refusal: string | null }> {
  const { rows } = await sql<{ contacts: number; turns: number; inOutbox: number; refusal: string | null }>`
    WITH last AS (SELECT coalesce(max(position), 0) AS position FROM campaign_turn WHERE campaign_id = ${campaignId}),
      ahead AS (
        SELECT count(*)::int AS turns, (count(*) FILTER (WHERE f.arm = 'contact'))::int AS contacts
        FROM campaign_family f, last WHERE f.campaign_id = ${campaignId} AND f.position > last.position
      ), outbox AS (
        SELECT count(*)::int AS n, min(error_kind) FILTER (WHERE error_kind IN ('template', 'account', 'credentials')) AS refusal
        FROM chat_message WHERE campaign_id = ${campaignId} AND state IN ('queued', 'sending')
      )
    SELECT ahead.contacts, ahead.turns, outbox.n AS "inOutbox", outbox.refusal FROM ahead, outbox`.execute(
    system,
  );
  return rows[0] as { contacts: number; turns: number; inOutbox: number; refusal: string | null };
}
