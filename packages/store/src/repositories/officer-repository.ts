import { sql } from 'kysely';
import type { Database, Db } from '../database/connect.ts';

export interface OfficerRow {
  username: string;
  name: string;
  role: 'branch-officer' | 'district-operator' | 'village-operator';
  password_hash: string;
  areas: string[];
}

export interface SessionRow extends Omit<OfficerRow, 'password_hash'> {
  expires_at: Date;
}

/** Officers and their signed-in browsers. */
export class OfficerRepository {
  readonly #db: Db;
  readonly #owner: Db;

  constructor(database: Pick<Database, 'app' | 'owner'>) {
    this.#db = database.app;
    this.#owner = database.owner;
  }

  /** The active officer of this name. */
  async find(username: string): Promise<OfficerRow | undefined> {
    const { rows } = await sql<OfficerRow>`
      SELECT username, name, role, password_hash, areas FROM officer
      WHERE username = ${username} AND active`.execute(this.#db);
    return rows[0];
  }

  /** Adds an officer or changes one; requests have no right to do this, only the owner. */
  async save(officer: OfficerRow): Promise<void> {
    await sql`
      INSERT INTO officer (username, name, role, password_hash, areas)
      VALUES (${officer.username}, ${officer.name}, ${officer.role}, ${officer.password_hash}, ${officer.areas})
      ON CONFLICT (username) DO UPDATE SET name = excluded.name, role = excluded.role,
        password_hash = excluded.password_hash, areas = excluded.areas`.execute(this.#owner);
  }

  /** Remembers a signed-in browser, and forgets those whose time is over. */
  async openSession(tokenHash: Buffer, username: string, expiresAt: Date): Promise<void> {
    await sql`DELETE FROM session WHERE expires_at < now()`.execute(this.#db);
    await sql`
      INSERT INTO session (token_hash, username, expires_at)
      VALUES (${tokenHash}, ${username}, ${expiresAt})`.execute(this.#db);
  }

  /** Who holds this token, while it lasts. */
  async findSession(tokenHash: Buffer): Promise<SessionRow | undefined> {
    const { rows } = await sql<SessionRow>`
      SELECT o.username, o.name, o.role, o.areas, s.expires_at
      FROM session s JOIN officer o USING (username)
      WHERE s.token_hash = ${tokenHash} AND s.expires_at > now() AND o.active`.execute(this.#db);
    return rows[0];
  }

  async closeSession(tokenHash: Buffer): Promise<void> {
    await sql`DELETE FROM session WHERE token_hash = ${tokenHash}`.execute(this.#db);
  }
}
