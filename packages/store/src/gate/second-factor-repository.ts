import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** The authenticator app of an account; `secret` is encrypted. */
export interface SecondFactorRow {
  username: string;
  secret: string;
  used_step: number;
  confirmed_at: Date | null;
}

/** Authenticator apps and recovery codes. Works on a handle or a transaction of jangkau_gate. */
export class SecondFactorRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(username: string): Promise<SecondFactorRow | undefined> {
    const { rows } = await sql<SecondFactorRow>`
      SELECT username, secret, used_step::int AS used_step, confirmed_at
      FROM second_factor WHERE username = ${username}`.execute(this.#db);
    return rows[0];
  }

  /** Begins setting one up, in the place of one that was begun; false when one is in use. */
  async begin(username: string, secret: string): Promise<boolean> {
    const { rows } = await sql`
      INSERT INTO second_factor AS f (username, secret) VALUES (${username}, ${secret})
      ON CONFLICT (username) DO UPDATE SET secret = excluded.secret, used_step = -1, created_at = now()
        WHERE f.confirmed_at IS NULL RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Takes it into use; false when it is already. */
  async confirm(username: string, step: number, now: Date): Promise<boolean> {
    const { rows } = await sql`
      UPDATE second_factor SET confirmed_at = ${now}, used_step = ${step}
      WHERE username = ${username} AND confirmed_at IS NULL RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Marks the code of a time step as used; false when that one or a later one was used already. */
  async useStep(username: string, step: number): Promise<boolean> {
    const { rows } = await sql`
      UPDATE second_factor SET used_step = ${step}
      WHERE username = ${username} AND confirmed_at IS NOT NULL AND used_step < ${step} RETURNING 1`.execute(
      this.#db,
    );
    return rows.length > 0;
  }

  /** The same secret under a newer key. */
  async reseal(username: string, from: string, to: string): Promise<void> {
    await sql`
      UPDATE second_factor SET secret = ${to} WHERE username = ${username} AND secret = ${from}`.execute(
      this.#db,
    );
  }

  async all(): Promise<SecondFactorRow[]> {
    const { rows } = await sql<SecondFactorRow>`
      SELECT username, secret, used_step::int AS used_step, confirmed_at FROM second_factor`.execute(
      this.#db,
    );
    return rows;
  }

  /** Forgets the app and the recovery codes; false when there was none. */
  async remove(username: string): Promise<boolean> {
    await sql`DELETE FROM recovery_code WHERE username = ${username}`.execute(this.#db);
    const { rows } = await sql`
      DELETE FROM second_factor WHERE username = ${username} RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Replaces all recovery codes. */
  async setRecoveryCodes(username: string, hashes: readonly Buffer[]): Promise<void> {
    await sql`DELETE FROM recovery_code WHERE username = ${username}`.execute(this.#db);
    await sql`
      INSERT INTO recovery_code (username, code_hash)
      SELECT ${username}, code FROM unnest(${[...hashes]}::bytea[]) AS code`.execute(this.#db);
  }

  /** Uses a recovery code up; false when it is none or was used. */
  async useRecoveryCode(username: string, hash: Buffer, now: Date): Promise<boolean> {
    const { rows } = await sql`
      UPDATE recovery_code SET used_at = ${now}
      WHERE username = ${username} AND code_hash = ${hash} AND used_at IS NULL RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  async recoveryCodesLeft(username: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM recovery_code WHERE username = ${username} AND used_at IS NULL`.execute(
      this.#db,
    );
    return rows[0]?.n ?? 0;
  }
}
