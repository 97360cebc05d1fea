import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Age from which members look after their data themselves: that of an identity card. */
const leastAge = 17;
/** Wrong codes after which a new one has to be asked for. */
const mostTries = 3;

/** A sign-in that waits for its code. */
export interface NewMemberSignIn {
  tokenHash: Buffer;
  numberHash: Buffer;
  codeHash: Buffer;
  keep: boolean;
  /** Undefined when nobody was found: kept all the same, so that nothing tells one from the other. */
  memberId: number | undefined;
  conversationId: string | undefined;
  expiresAt: Date;
}

/** A code that was given: whose it is, and what was kept to compare it with. */
interface TriedSignIn {
  member_id: number | null;
  conversation_id: string | null;
  number_hash: Buffer;
  code_hash: Buffer;
  keep: boolean;
}

/** Sign-ins of members that wait for a code. Works on a handle or a transaction of jangkau_system. */
export class MemberSignInRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * The member with that NIK (16 digits) or card (13) and birth date, with the phone on record. Nobody below 17,
   * nobody whose membership has ended for good, and nobody whose data may not be worked with.
   */
  async find(claim: {
    number: string;
    born: string;
    today: string;
  }): Promise<{ memberId: number; phone: string | null } | undefined> {
    const { number, born, today } = claim;
    const column = number.length === 13 ? sql`m.card = ${number}` : sql`m.nik = ${number}::bigint`;
    const { rows } = await sql<{ memberId: number; phone: string | null }>`
      SELECT m.id AS "memberId", m.phone FROM member m JOIN member_status s ON s.member_id = m.id
      WHERE ${column} AND m.born = ${born}::date AND m.born <= ${today}::date - make_interval(years => ${leastAge})
        AND s.reason NOT IN ('DIED', 'DUPLICATE', 'CITIZENSHIP_LOST')
        AND NOT EXISTS (SELECT FROM restricted_members() r WHERE r = m.id)
      ORDER BY s.active DESC, (s.inactive_kind IS DISTINCT FROM 'ended') DESC, m.id LIMIT 1`.execute(
      this.#db,
    );
    return rows[0];
  }

  /** Keeps one, and forgets those whose time is over. */
  async begin(one: NewMemberSignIn): Promise<void> {
    await sql`DELETE FROM member_sign_in WHERE expires_at < now()`.execute(this.#db);
    await sql`INSERT INTO member_sign_in (token_hash, number_hash, member_id, conversation_id, code_hash, keep, expires_at)
      VALUES (${one.tokenHash}, ${one.numberHash}, ${one.memberId ?? null}, ${one.conversationId ?? null}::bigint,
        ${one.codeHash}, ${one.keep}, ${one.expiresAt})`.execute(this.#db);
  }

  /** The number a sign-in was begun with, as its hash; undefined when there is none or its time is over. */
  async numberOf(tokenHash: Buffer): Promise<Buffer | undefined> {
    const { rows } = await sql<{ number_hash: Buffer }>`SELECT number_hash FROM member_sign_in
      WHERE token_hash = ${tokenHash} AND expires_at > now()`.execute(this.#db);
    return rows[0]?.number_hash;
  }

  /** Counts a try before it is judged; undefined when there is none, its time is over or its tries are used up. */
  async try(tokenHash: Buffer): Promise<TriedSignIn | undefined> {
    const { rows } = await sql<TriedSignIn>`
      UPDATE member_sign_in SET tries = tries + 1
      WHERE token_hash = ${tokenHash} AND expires_at > now() AND tries < ${mostTries}
      RETURNING member_id, conversation_id::text AS conversation_id, number_hash, code_hash, keep`.execute(
      this.#db,
    );
    return rows[0];
  }

  /** Uses it up. */
  async end(tokenHash: Buffer): Promise<void> {
    await sql`DELETE FROM member_sign_in WHERE token_hash = ${tokenHash}`.execute(this.#db);
  }
}
