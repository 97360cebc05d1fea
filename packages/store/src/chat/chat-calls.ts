import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A call that waits to be worked. */
export interface WaitingCall {
  id: string;
  body: Buffer;
  attempts: number;
}

/**
 * The next call but some, or the one of an id, locked for this transaction; others take others. Undefined: none waits.
 */
export async function nextCall(
  db: Db,
  { id = null, except = [] }: { id?: string | null; except?: readonly string[] } = {},
): Promise<WaitingCall | undefined> {
  const { rows } = await sql<WaitingCall>`
    SELECT id::text AS id, body, attempts::int AS attempts FROM chat_call
    WHERE worked_at IS NULL AND next_try_at <= clock_timestamp()
      AND (${id}::bigint IS NULL OR id = ${id}::bigint) AND id <> ALL (${[...except]}::bigint[])
    ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(db);
  return rows[0];
}

/** Marks a call as worked, with what of it could not be used. */
export async function callWorked(db: Db, id: string, fault: string | null): Promise<void> {
  await sql`UPDATE chat_call SET worked_at = clock_timestamp(), fault = ${fault} WHERE id = ${id}::bigint`.execute(
    db,
  );
}

/** Puts a call back after a failure, for later each time: 2 s, 4 s, ... an hour at most. */
export async function callFailed(db: Db, id: string, fault: string): Promise<void> {
  await sql`UPDATE chat_call SET attempts = least(attempts + 1, 1000), fault = ${fault},
    next_try_at = clock_timestamp() + least(interval '1 hour', interval '1 second' * 2 ^ least(attempts + 1, 12))
    WHERE id = ${id}::bigint`.execute(db);
}

/** Deletes calls worked more than a week ago, old guesses and codes that ran out. */
export async function forgetOldCalls(db: Db): Promise<void> {
  await sql`DELETE FROM chat_call WHERE worked_at < clock_timestamp() - interval '7 days'`.execute(db);
  await sql`DELETE FROM chat_guess WHERE at < clock_timestamp() - interval '7 days'`.execute(db);
  await sql`DELETE FROM chat_code WHERE expires_at < clock_timestamp() - interval '1 day'`.execute(db);
}

/** How many calls wait, and for how many seconds the oldest. */
export async function callsWaiting(db: Db): Promise<{ waiting: number; oldestSeconds: number }> {
  const { rows } = await sql<{ waiting: number; oldestSeconds: number }>`
    SELECT count(*)::int AS waiting,
      coalesce(extract(epoch FROM clock_timestamp() - min(received_at)), 0)::float AS "oldestSeconds"
    FROM chat_call WHERE worked_at IS NULL`.execute(db);
  return rows[0] ?? { waiting: 0, oldestSeconds: 0 };
}
