import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A signed-in browser of a member. */
export interface MemberSessionRow {
  id: string;
  member_id: number;
  /** Where their code went; null when that conversation was erased since. */
  conversation_id: string | null;
  keep: boolean;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  ends_at: Date;
  device: string;
}

/** A browser that begins. */
export interface NewMemberSession {
  tokenHash: Buffer;
  memberId: number;
  /** Where their code went: what is said to this browser's member goes there. */
  conversationId: string;
  keep: boolean;
  createdAt: Date;
  expiresAt: Date;
  endsAt: Date;
  device: string;
  address: string;
}

const columns = sql`id::text AS id, member_id, conversation_id::text AS conversation_id, keep, created_at, seen_at, expires_at, ends_at, device`;

/** Browsers of members. Works on a handle or a transaction of jangkau_gate. */
export class MemberSessionRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Remembers one, and forgets those that are over. */
  async open(session: NewMemberSession): Promise<void> {
    await sql`DELETE FROM member_session WHERE expires_at < ${session.createdAt}`.execute(this.#db);
    await sql`INSERT INTO member_session (token_hash, member_id, conversation_id, keep, created_at, seen_at, expires_at, ends_at, device, address)
      VALUES (${session.tokenHash}, ${session.memberId}, ${session.conversationId}::bigint, ${session.keep},
        ${session.createdAt}, ${session.createdAt}, ${session.expiresAt}, ${session.endsAt}, ${session.device}, ${session.address})`.execute(
      this.#db,
    );
  }

  /** The browser that holds this token, while it lasts. */
  async find(tokenHash: Buffer, now: Date): Promise<MemberSessionRow | undefined> {
    const { rows } = await sql<MemberSessionRow>`SELECT ${columns} FROM member_session
      WHERE token_hash = ${tokenHash} AND expires_at > ${now}`.execute(this.#db);
    return rows[0];
  }

  /** It was used: it lasts until `expiresAt` now, though never beyond its end. */
  async touch(tokenHash: Buffer, now: Date, expiresAt: Date): Promise<void> {
    await sql`UPDATE member_session SET seen_at = ${now}, expires_at = least(ends_at, ${expiresAt})
      WHERE token_hash = ${tokenHash}`.execute(this.#db);
  }

  /** Browsers of a member, last used first; `current` is the one with this token. */
  async list(
    memberId: number,
    current: Buffer,
    now: Date,
  ): Promise<(MemberSessionRow & { current: boolean })[]> {
    const { rows } = await sql<MemberSessionRow & { current: boolean }>`
      SELECT ${columns}, token_hash = ${current} AS current FROM member_session
      WHERE member_id = ${memberId} AND expires_at > ${now} ORDER BY token_hash = ${current} DESC, seen_at DESC`.execute(
      this.#db,
    );
    return rows;
  }

  /** Ends one by its token; says whose it was. */
  async close(tokenHash: Buffer): Promise<number | undefined> {
    const { rows } = await sql<{ member_id: number }>`
      DELETE FROM member_session WHERE token_hash = ${tokenHash} RETURNING member_id`.execute(this.#db);
    return rows[0]?.member_id;
  }

  /** Ends one of a member's by its id; false when there is none. */
  async closeOne(memberId: number, id: string): Promise<boolean> {
    const { rows } = await sql`DELETE FROM member_session WHERE member_id = ${memberId} AND id::text = ${id}
      RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }
}
