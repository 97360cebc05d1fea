import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Somebody who wants notices, and where they go. */
interface Wish {
  memberId: number;
  conversationId: string;
  name: string;
}

/** Keeps what somebody chose; the conversation is the one their code went to. For jangkau_system. */
export async function keepNoticeChoice(
  db: Db,
  choice: { memberId: number; conversationId: string; whatsapp: boolean },
): Promise<void> {
  await sql`INSERT INTO member_notice_choice (member_id, conversation_id, whatsapp)
    VALUES (${choice.memberId}, ${choice.conversationId}::bigint, ${choice.whatsapp})`.execute(db);
}

/** Who has closed our campaigns in WhatsApp (131050) still gets what they asked for. */
const reachable = sql`(c.undeliverable IS NULL OR c.undeliverable = '131050')`;

/** Those who want notices, did not stop all messages, and can be reached. */
const wishes = sql`
  SELECT m.id AS member_id, w.conversation_id, m.name FROM (
    SELECT DISTINCT ON (member_id) member_id, conversation_id, whatsapp FROM member_notice_choice ORDER BY member_id, id DESC
  ) w JOIN chat_conversation c ON c.id = w.conversation_id JOIN member m ON m.id = w.member_id
  WHERE w.whatsapp AND c.opted_out_at IS NULL AND ${reachable}
    AND NOT EXISTS (SELECT FROM restricted_members() r WHERE r = m.id)`;

/** A member who is covered again and was not told yet. */
interface ActivationToTell extends Wish {
  on: string;
}

/**
 * Whose cover came back in the last days and who want to know: by the notices they chose, or because their own
 * conversation asked within 30 days. Each activation once: it has been told when its message is in the outbox.
 */
export async function activationsToTell(db: Db): Promise<ActivationToTell[]> {
  const { rows } = await sql<ActivationToTell>`
    WITH told AS (
      ${wishes}
      UNION
      SELECT m.id, c.id, m.name FROM chat_conversation c JOIN member m ON m.id = c.member_id
      WHERE c.opted_out_at IS NULL AND ${reachable} AND c.last_in_at > now() - interval '30 days'
        AND NOT EXISTS (SELECT FROM member_notice_choice n WHERE n.member_id = c.member_id)
        AND NOT EXISTS (SELECT FROM restricted_members() r WHERE r = m.id)
    )
    SELECT w.member_id AS "memberId", w.conversation_id::text AS "conversationId", w.name, s.since AS "on"
    FROM told w JOIN member_status s ON s.member_id = w.member_id
    CROSS JOIN LATERAL (
      -- Back after having been away: a card that is new, or whose class changed, did not come back.
      SELECT c.active FROM status_change c WHERE c.member_id = w.member_id AND c.valid_on < s.since
      ORDER BY c.valid_on DESC, c.id DESC LIMIT 1
    ) before
    WHERE s.active AND NOT before.active
      AND EXISTS (SELECT FROM status_change c WHERE c.member_id = w.member_id AND c.valid_on = s.since AND c.active
        AND c.recorded_at > now() - interval '3 days')
      AND NOT EXISTS (SELECT FROM chat_message o WHERE o.conversation_id = w.conversation_id
        AND o.key = 'active-again/' || w.member_id || '/' || s.since)
    LIMIT 200`.execute(db);
  return rows;
}

/** A bill or a stage of REHAB that is to be paid soon. */
interface DueToTell extends Wish {
  what: 'bill' | 'stage';
  dueOn: string;
  key: string;
}

/** Bills and stages due within `days` that are not paid, of those who want notices; each once. */
export async function duesToTell(db: Db, today: string, days: number): Promise<DueToTell[]> {
  const { rows } = await sql<DueToTell>`
    WITH told AS (${wishes}), due AS (
      SELECT w.*, s.household_id FROM told w JOIN member_status s ON s.member_id = w.member_id
    ), listed AS (
      SELECT d.member_id, d.conversation_id, d.name, 'bill' AS what, (b.month + 9)::date AS due_on,
        'bill/' || to_char(b.month, 'YYYY-MM') || '/' || b.household_id AS key
      FROM due d JOIN bill b ON b.household_id = d.household_id AND b.month = date_trunc('month', ${today}::date)::date
      WHERE EXISTS (SELECT FROM unpaid_lines(ARRAY[d.household_id]) u WHERE u.month = b.month)
        -- Who pays arrears by stages is told of the stages.
        AND NOT EXISTS (SELECT FROM running_rehab r WHERE r.household_id = d.household_id)
      UNION ALL
      SELECT d.member_id, d.conversation_id, d.name, 'stage', t.due_by, 'stage/' || t.plan_id || '/' || t.stage
      FROM due d JOIN running_rehab r ON r.household_id = d.household_id
      CROSS JOIN LATERAL (
        SELECT plan_id, stage, due_by, sum(amount) OVER (ORDER BY stage) AS upto FROM rehab_stage WHERE plan_id = r.id
      ) t
      WHERE t.upto > (SELECT coalesce(sum(p.amount), 0) FROM payment p LEFT JOIN holding h ON h.id = p.from_holding
        WHERE p.household_id = r.household_id AND p.paid_on >= r.registered_on AND h.kind IS DISTINCT FROM 'deposit')
    )
    SELECT l.member_id AS "memberId", l.conversation_id::text AS "conversationId", l.name, l.what, l.due_on AS "dueOn", l.key
    FROM listed l
    WHERE l.due_on BETWEEN ${today}::date AND ${today}::date + ${days}::int
      AND NOT EXISTS (SELECT FROM chat_message o WHERE o.conversation_id = l.conversation_id AND o.key = l.key)
    LIMIT 200`.execute(db);
  return rows;
}

/** The conversation with a phone on one of our numbers; undefined when there is none yet. For jangkau_system. */
export async function conversationOfPhone(db: Db, line: string, phone: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT id::text AS id FROM chat_conversation WHERE phone = ${phone} AND line = ${line}
    ORDER BY last_in_at DESC NULLS LAST, id LIMIT 1`.execute(db);
  return rows[0]?.id;
}

/** Somebody proved with a code that this is their phone. For jangkau_system. */
export async function bindConversation(db: Db, id: string, memberId: number): Promise<void> {
  await sql`UPDATE chat_conversation SET member_id = ${memberId} WHERE id = ${id}::bigint`.execute(db);
}

/** Keeps who agreed to a plan, and to which words. For jangkau_system, with the plan. */
export async function keepRehabAgreement(
  db: Db,
  agreement: { plan: number; memberId: number; language: 'id' | 'en'; words: string },
): Promise<void> {
  await sql`INSERT INTO rehab_agreement (plan_id, member_id, language, words)
    VALUES (${agreement.plan}, ${agreement.memberId}, ${agreement.language}, ${agreement.words})`.execute(db);
}
