import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Failures in a day after which a number cannot be proven by chat, from whatever phone. */
const MOST_GUESSES = 10;

/**
 * The member with that NIK or card, birth date and phone on record. Undefined when anything of it does not agree, or
 * the number was guessed at too often; then the failure is counted.
 */
export async function proveMember(
  db: Db,
  claim: { number: string; numberHash: Buffer; born: string; phone: string | null },
): Promise<number | undefined> {
  const guessed = await sql<{ n: number }>`SELECT count(*)::int AS n FROM chat_guess
    WHERE number_hash = ${claim.numberHash} AND at > clock_timestamp() - interval '1 day'`.execute(db);
  const column =
    claim.number.length === 13 ? sql`m.card = ${claim.number}` : sql`m.nik = ${claim.number}::bigint`;
  const { rows } = await sql<{ id: number }>`
    SELECT m.id FROM member m JOIN member_status s ON s.member_id = m.id
    WHERE ${column} AND m.born = ${claim.born}::date
      AND (m.phone = ANY (${spellings(claim.phone)}::text[]) OR EXISTS (
        SELECT FROM member_status o JOIN member r ON r.id = o.member_id
        WHERE o.household_id = s.household_id AND r.phone = ANY (${spellings(claim.phone)}::text[])))
    ORDER BY s.active DESC, (s.inactive_kind IS DISTINCT FROM 'ended') DESC, m.id LIMIT 1`.execute(db);
  const found = rows[0]?.id;
  if (found !== undefined && (guessed.rows[0]?.n ?? 0) < MOST_GUESSES) return found;
  await sql`INSERT INTO chat_guess (number_hash) VALUES (${claim.numberHash})`.execute(db);
  return undefined;
}

/** How registers write the same number: 62812..., 0812..., 812... */
function spellings(phone: string | null): string[] {
  if (!phone) return [];
  const rest = phone.replace(/\D/g, '').replace(/^(62|0)/, '');
  return [`62${rest}`, `+62${rest}`, `0${rest}`, rest];
}

/** Keeps the one-time code of a conversation for five minutes, instead of any before. */
export async function keepCode(db: Db, conversationId: string, codeHash: Buffer): Promise<void> {
  await sql`INSERT INTO chat_code (conversation_id, code_hash, expires_at)
    VALUES (${conversationId}::bigint, ${codeHash}, clock_timestamp() + interval '5 minutes')
    ON CONFLICT (conversation_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0`.execute(
    db,
  );
}

/** Whether that is the code; a right one is used up, and three wrong ones use it up too. */
export async function useCode(db: Db, conversationId: string, codeHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ right: boolean }>`
    UPDATE chat_code SET tries = CASE WHEN code_hash = ${codeHash} THEN 99 ELSE tries + 1 END
    WHERE conversation_id = ${conversationId}::bigint AND tries < 3 AND expires_at > clock_timestamp()
    RETURNING code_hash = ${codeHash} AS right`.execute(db);
  return rows[0]?.right ?? false;
}
