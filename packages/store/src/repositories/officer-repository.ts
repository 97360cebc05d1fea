import type { Assignment } from '@jangkau/access';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

export interface OfficerRow {
  username: string;
  name: string;
  password_hash: string;
}

/** Whoever holds a token, and in which roles. */
export interface SessionRow {
  username: string;
  name: string;
  expires_at: Date;
  assignments: Assignment[];
}

/** People who work with Jangkau, their roles and their signed-in browsers. */
export class OfficerRepository {
  readonly #database: Pick<Database, 'app' | 'gate' | 'owner'>;

  constructor(database: Pick<Database, 'app' | 'gate' | 'owner'>) {
    this.#database = database;
  }

  /** The active officer of this name. */
  async find(username: string): Promise<OfficerRow | undefined> {
    const { rows } = await sql<OfficerRow>`
      SELECT username, name, password_hash FROM officer
      WHERE username = ${username} AND active`.execute(this.#database.gate);
    return rows[0];
  }

  /** Adds an officer or changes one, with exactly these roles; only the server itself does this. */
  async save(officer: OfficerRow & { assignments: readonly Assignment[] }): Promise<void> {
    await this.#database.owner.transaction().execute(async (tx) => {
      await sql`
        INSERT INTO officer (username, name, password_hash)
        VALUES (${officer.username}, ${officer.name}, ${officer.password_hash})
        ON CONFLICT (username) DO UPDATE SET name = excluded.name, password_hash = excluded.password_hash`.execute(
        tx,
      );
      const wanted = sql`SELECT role, kind, code FROM jsonb_to_recordset(${JSON.stringify(officer.assignments)}::jsonb)
        AS a (role text, kind text, code text)`;
      await sql`
        UPDATE assignment SET revoked_at = now(), revoked_by = 'sistem'
        WHERE username = ${officer.username} AND revoked_at IS NULL
          AND (role, scope_kind, coalesce(scope_code, '')) NOT IN
            (SELECT role, kind, coalesce(code, '') FROM (${wanted}) w)`.execute(tx);
      await sql`
        INSERT INTO assignment (username, role, scope_kind, scope_code, granted_by)
        SELECT ${officer.username}, role, kind, code, 'sistem' FROM (${wanted}) w
        ON CONFLICT DO NOTHING`.execute(tx);
    });
  }

  /** Remembers a signed-in browser, and forgets those whose time is over. */
  async openSession(tokenHash: Buffer, username: string, expiresAt: Date): Promise<void> {
    const { gate } = this.#database;
    await sql`DELETE FROM session WHERE expires_at < now()`.execute(gate);
    await sql`
      INSERT INTO session (token_hash, username, expires_at)
      VALUES (${tokenHash}, ${username}, ${expiresAt})`.execute(gate);
  }

  /** Who holds this token, while it lasts. */
  async findSession(tokenHash: Buffer): Promise<SessionRow | undefined> {
    const { rows } = await sql<SessionRow>`
      SELECT username, name, expires_at, assignments FROM session_of(${tokenHash})`.execute(
      this.#database.app,
    );
    return rows[0];
  }

  async closeSession(tokenHash: Buffer): Promise<void> {
    await sql`DELETE FROM session WHERE token_hash = ${tokenHash}`.execute(this.#database.gate);
  }
}
