import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** What is known about a key: new, being done, done with an answer, or used for something else. */
export type IdempotencyClaim =
  | { state: 'new' }
  | { state: 'busy' }
  | { state: 'different' }
  | { state: 'done'; status: number; body: unknown };

/** Answers of writes by Idempotency-Key. */
export class IdempotencyRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Takes the key for this request, or says who has it. Keys are forgotten after a day. */
  async claim(officer: string, key: string, fingerprint: string): Promise<IdempotencyClaim> {
    await sql`
      DELETE FROM idempotency WHERE officer = ${officer} AND key = ${key}
        AND (created_at < now() - interval '1 day' OR (status IS NULL AND created_at < now() - interval '1 hour'))`.execute(
      this.#db,
    );
    const inserted = await sql`
      INSERT INTO idempotency (officer, key, fingerprint) VALUES (${officer}, ${key}, ${fingerprint})
      ON CONFLICT DO NOTHING RETURNING 1`.execute(this.#db);
    if (inserted.rows.length > 0) return { state: 'new' };
    const { rows } = await sql<{ fingerprint: string; status: number | null; body: unknown }>`
      SELECT fingerprint, status, body FROM idempotency WHERE officer = ${officer} AND key = ${key}`.execute(
      this.#db,
    );
    const found = rows[0];
    if (found && found.fingerprint !== fingerprint) return { state: 'different' };
    if (!found || found.status === null) return { state: 'busy' };
    return { state: 'done', status: found.status, body: found.body };
  }

  async complete(officer: string, key: string, status: number, body: unknown): Promise<void> {
    await sql`
      UPDATE idempotency SET status = ${status}, body = ${JSON.stringify(body ?? null)}
      WHERE officer = ${officer} AND key = ${key}`.execute(this.#db);
  }

  /** Gives the key back after a failure, so that trying again does it. */
  async release(officer: string, key: string): Promise<void> {
    await sql`DELETE FROM idempotency WHERE officer = ${officer} AND key = ${key} AND status IS NULL`.execute(
      this.#db,
    );
  }
}
