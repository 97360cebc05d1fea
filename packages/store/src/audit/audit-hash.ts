import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

/** An entry with everything the chain vouches for; numbers and moments as text, so that nothing is rounded. */
export interface SealedEntry {
  id: string;
  /** Microseconds since 1970. */
  at: string;
  username: string;
  role: string | null;
  area: string | null;
  purpose: string | null;
  action: string;
  subject_kind: string | null;
  subject_key: string | null;
  detail: string | null;
  outcome: string;
  request_id: string | null;
  address: string | null;
}

/** A place in the chain. */
export interface Link {
  /** YYYY-MM-DD, UTC, of the sealing. */
  day: string;
  /** 1, 2, 3 ... within the day. */
  seq: number;
  entryId: string;
  previousHash: Buffer;
  hash: Buffer;
  /** Microseconds since 1970. */
  sealedAt: string;
}

/** What the first link of all carries as the hash before it. */
export const noHash = Buffer.alloc(32);

/** Columns of a SealedEntry of the entry `e`. */
export const sealedColumns: RawBuilder<unknown> = sql`
  e.id::text AS id, ${microseconds(sql.ref('e.at'))} AS at, e.username, e.role, e.area, e.purpose, e.action,
  e.subject_kind, e.subject_key, e.detail::text AS detail, e.outcome, e.request_id, e.address`;

/** A moment as text of its microseconds since 1970. */
export function microseconds(moment: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(extract(epoch FROM ${moment}) * 1000000)::bigint::text`;
}

/** The hash of a link: of the hash before it, its place, and the entry. */
export function linkHash(link: Omit<Link, 'hash'>, entry: SealedEntry): Buffer {
  const sealed = [
    link.day,
    link.seq,
    link.sealedAt,
    entry.id,
    entry.at,
    entry.username,
    entry.role,
    entry.area,
    entry.purpose,
    entry.action,
    entry.subject_kind,
    entry.subject_key,
    entry.detail,
    entry.outcome,
    entry.request_id,
    entry.address,
  ];
  return createHash('sha256').update(link.previousHash).update(JSON.stringify(sealed)).digest();
}
