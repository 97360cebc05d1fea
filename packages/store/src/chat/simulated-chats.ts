import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A member of the made-up branch to write as. */
export interface SenderRow {
  situation: 'arrears' | 'former-pbi' | 'laid-off' | 'active';
  phone: string;
  name: string;
  card: string;
  born: string;
}

/** Two made-up members of each situation that a newcomer may want to see; only members of the demo. */
export async function simulatedSenders(db: Db): Promise<SenderRow[]> {
  const { rows } = await sql<SenderRow>`
    SELECT wanted.situation, found.phone, found.name, found.card, found.born
    FROM (VALUES ('arrears', 1), ('former-pbi', 2), ('laid-off', 3), ('active', 4)) wanted (situation, n)
    CROSS JOIN LATERAL (
      SELECT m.id, m.phone, m.name, m.card, to_char(m.born, 'YYYY-MM-DD') AS born
      FROM member m JOIN member_status s ON s.member_id = m.id
      WHERE CASE wanted.situation
          WHEN 'arrears' THEN s.reason = 'ARREARS' AND s.segment = 'PBPU' AND s.arrears_months BETWEEN 6 AND 20
          WHEN 'former-pbi' THEN s.reason = 'PBI_REMOVED'
          WHEN 'laid-off' THEN s.reason = 'EMPLOYMENT_ENDED'
          ELSE s.active AND s.segment = 'PBPU' AND s.arrears_months = 0 END
        AND m.phone ~ '^(0|62|\\+62)?8[0-9]{8,11}$' AND m.born < current_date - interval '22 years'
        AND EXISTS (SELECT FROM membership_fact f WHERE f.member_id = m.id AND f.source = 'contoh')
        AND m.id NOT IN (SELECT restricted_members())
      ORDER BY m.id LIMIT 2
    ) found ORDER BY wanted.n, found.id`.execute(db);
  return rows;
}

/** For the simulated phone: our clock, too, says that 24 hours are over. */
export async function endWindow(db: Db, line: string, address: string): Promise<void> {
  await sql`UPDATE chat_conversation SET window_ends_at = clock_timestamp()
    WHERE line = ${line} AND address = ${address}`.execute(db);
}

/** For the simulated phone: the conversation begins anew; what was said and asked for stays. */
export async function startOver(db: Db, line: string, address: string): Promise<void> {
  await sql`UPDATE chat_conversation SET state = '{}', waiting_for = NULL, waiting_since = NULL, opted_out_at = NULL,
      undeliverable = NULL, next_send_at = NULL
    WHERE line = ${line} AND address = ${address}`.execute(db);
  await sql`UPDATE chat_message m SET state = 'dropped' FROM chat_conversation c
    WHERE c.id = m.conversation_id AND c.line = ${line} AND c.address = ${address} AND m.state IN ('queued', 'sending')`.execute(
    db,
  );
}
