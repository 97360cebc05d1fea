import type { Assignment } from '@jangkau/access';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Whoever holds a token, and in which roles. */
export interface SessionRow {
  id: string;
  username: string;
  name: string;
  expires_at: Date;
  ends_at: Date;
  seen_at: Date;
  assignments: Assignment[];
}

/** A signed-in browser, as its owner sees it. */
export interface BrowserRow {
  id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  device: string;
  address: string;
  proven: string[];
  current: boolean;
}

export interface NewSession {
  tokenHash: Buffer;
  username: string;
  createdAt: Date;
  expiresAt: Date;
  endsAt: Date;
  device: string;
  address: string;
  proven: readonly string[];
}

/** Signed-in browsers. Works on a handle or a transaction of jangkau_gate. */
export class SessionRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Remembers a signed-in browser, and forgets those whose time has been over for a week. */
  async open(session: NewSession): Promise<void> {
    await sql`DELETE FROM session WHERE expires_at < ${session.createdAt}::timestamptz - interval '7 days'`.execute(
      this.#db,
    );
    await sql`
      INSERT INTO session (token_hash, username, created_at, seen_at, expires_at, ends_at, device, address, proven)
      VALUES (${session.tokenHash}, ${session.username}, ${session.createdAt}, ${session.createdAt},
        ${session.expiresAt}, ${session.endsAt}, ${session.device}, ${session.address}, ${[...session.proven]})`.execute(
      this.#db,
    );
  }

  /** Who holds this token, while it lasts. */
  async find(tokenHash: Buffer, now: Date): Promise<SessionRow | undefined> {
    const { rows } = await sql<SessionRow>`
      SELECT s.id, o.username, o.name, s.expires_at, s.ends_at, s.seen_at,
        coalesce((SELECT jsonb_agg(jsonb_build_object('role', a.role, 'kind', a.scope_kind, 'code', a.scope_code)
          ORDER BY a.id) FROM assignment a WHERE a.username = o.username AND a.revoked_at IS NULL), '[]') AS assignments
      FROM session s JOIN officer o USING (username)
      WHERE s.token_hash = ${tokenHash} AND s.expires_at > ${now} AND o.active`.execute(this.#db);
    return rows[0];
  }

  /** It was used: it lasts until `expiresAt` now, though never beyond its end. */
  async touch(tokenHash: Buffer, now: Date, expiresAt: Date): Promise<void> {
    await sql`
      UPDATE session SET seen_at = ${now}, expires_at = least(ends_at, ${expiresAt})
      WHERE token_hash = ${tokenHash}`.execute(this.#db);
  }

  /** Ends one by its token; says whose it was. */
  async close(tokenHash: Buffer): Promise<string | undefined> {
    const { rows } = await sql<{ username: string }>`
      DELETE FROM session WHERE token_hash = ${tokenHash} RETURNING username`.execute(this.#db);
    return rows[0]?.username;
  }

  /** Browsers somebody is signed in with, last used first; `current` is the one with this token. */
  async list(username: string, current: Buffer, now: Date): Promise<BrowserRow[]> {
    const { rows } = await sql<BrowserRow>`
      SELECT id, created_at, seen_at, expires_at, device, address, proven, token_hash = ${current} AS current
      FROM session WHERE username = ${username} AND expires_at > ${now}
      ORDER BY token_hash = ${current} DESC, seen_at DESC`.execute(this.#db);
    return rows;
  }

  /** Ends one of somebody's; false when there is none with this id. */
  async closeOne(username: string, id: string): Promise<boolean> {
    const { rows } = await sql`
      DELETE FROM session WHERE username = ${username} AND id::text = ${id} RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Ends all of somebody's but the one with the token `except`; returns how many. */
  async closeAll(username: string, except?: Buffer): Promise<number> {
    const { rows } = await sql`
      DELETE FROM session WHERE username = ${username}
        AND (${except ?? null}::bytea IS NULL OR token_hash <> ${except ?? null}) RETURNING 1`.execute(
      this.#db,
    );
    return rows.length;
  }
}
