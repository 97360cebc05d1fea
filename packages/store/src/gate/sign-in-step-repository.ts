import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A sign-in that is not complete: who, and what they have shown so far. */
export interface SignInStepRow {
  username: string;
  proven: string[];
}

/** Half-finished sign-ins. Works on a handle or a transaction of jangkau_gate. */
export class SignInStepRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async open(tokenHash: Buffer, step: SignInStepRow, now: Date, expiresAt: Date): Promise<void> {
    await sql`DELETE FROM sign_in_step WHERE expires_at < ${now}`.execute(this.#db);
    await sql`
      INSERT INTO sign_in_step (token_hash, username, proven, created_at, expires_at)
      VALUES (${tokenHash}, ${step.username}, ${step.proven}, ${now}, ${expiresAt})`.execute(this.#db);
  }

  async find(tokenHash: Buffer, now: Date): Promise<SignInStepRow | undefined> {
    const { rows } = await sql<SignInStepRow>`
      SELECT s.username, s.proven FROM sign_in_step s JOIN officer o USING (username)
      WHERE s.token_hash = ${tokenHash} AND s.expires_at > ${now} AND o.active`.execute(this.#db);
    return rows[0];
  }

  async close(tokenHash: Buffer): Promise<void> {
    await sql`DELETE FROM sign_in_step WHERE token_hash = ${tokenHash}`.execute(this.#db);
  }

  async closeAll(username: string): Promise<void> {
    await sql`DELETE FROM sign_in_step WHERE username = ${username}`.execute(this.#db);
  }
}
