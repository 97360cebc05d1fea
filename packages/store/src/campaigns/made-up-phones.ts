import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Of the demo: messages of a day reach made-up phones: most arrive, many are read, some are answered. One statement. */
export async function reachMadeUpPhones(db: Db, campaign: number, at: Date): Promise<void> {
  await sql`
    WITH sent AS (
      SELECT id, conversation_id, row_number() OVER (ORDER BY id) AS nth, mod(id * 37, 100) AS chance FROM chat_message
      WHERE campaign_id = ${campaign} AND state = 'queued'
    ), gone AS (
      UPDATE chat_message m SET attempts = 1, outside_window = true, wamid = 'wamid.contoh.' || m.id,
        state = CASE WHEN s.chance < 3 THEN 'failed' WHEN s.chance < 68 THEN 'read' ELSE 'delivered' END,
        sent_at = ${at}::timestamptz + s.nth * interval '3 minutes',
        failed_at = CASE WHEN s.chance < 3 THEN ${at}::timestamptz + s.nth * interval '3 minutes' END,
        error_code = CASE WHEN s.chance < 3 THEN 131026 END, error_kind = CASE WHEN s.chance < 3 THEN 'recipient' END,
        delivered_at = CASE WHEN s.chance >= 3 THEN ${at}::timestamptz + s.nth * interval '3 minutes' + interval '8 seconds' END,
        read_at = CASE WHEN s.chance BETWEEN 3 AND 67 THEN ${at}::timestamptz + s.nth * interval '3 minutes' + interval '50 minutes' END,
        price_category = CASE WHEN s.chance >= 3 THEN 'utility' END, price_type = CASE WHEN s.chance >= 3 THEN 'regular' END,
        billable = CASE WHEN s.chance >= 3 THEN true END
      FROM sent s WHERE m.id = s.id RETURNING m.id, m.conversation_id, s.chance
    )
    INSERT INTO chat_message (conversation_id, key, inbound, kind, body, at, state)
    SELECT conversation_id, 'wamid.contoh.balas.' || id, true, 'button',
      '{"kind": "choice", "id": "begin.reactivate", "title": "Aktifkan kartu"}', ${at}::timestamptz + interval '7 hours', 'received'
    FROM gone WHERE chance BETWEEN 3 AND 24`.execute(db);
}

/** A family of the demo that pays something after its turn. */
export interface PayingFamily {
  card: string;
  /** Rupiah of one of its bills. */
  amount: number | null;
  /** ISO instant. */
  paidAt: string;
}

/** Of the demo: families that pay a month of what they owe; `shares` of a hundred, by arm. */
export async function payingFamilies(
  db: Db,
  campaign: number,
  shares: { contact: number; holdOut: number },
): Promise<PayingFamily[]> {
  const { rows } = await sql<PayingFamily>`
    WITH family AS (
      SELECT f.household_id, f.arm, m.card, t.at, row_number() OVER (PARTITION BY f.arm ORDER BY f.position) AS nth
      FROM campaign_family f JOIN campaign_turn t USING (campaign_id, household_id) JOIN member m ON m.id = f.member_id
      WHERE f.campaign_id = ${campaign}
    )
    SELECT card, (SELECT min(b.amount)::int FROM bill b WHERE b.household_id = family.household_id) AS amount,
      to_json(at + make_interval(days => 2 + (nth % 15)::int)) #>> '{}' AS "paidAt"
    FROM family WHERE mod(nth * 37, 100) < CASE arm WHEN 'contact' THEN ${shares.contact}::int ELSE ${shares.holdOut}::int END
    ORDER BY arm, nth`.execute(db);
  return rows;
}
