import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { linkHash, microseconds, noHash, type SealedEntry, sealedColumns } from './audit-hash.ts';
import type { DayHead } from './audit-heads.ts';

/** How the audit differs from what was sealed. */
export type AuditFault =
  /** An entry does not read as it did when it was sealed. */
  | 'changed'
  /** An entry that was sealed is gone. */
  | 'entry-missing'
  /** A link is gone, or the chain was joined again without it. */
  | 'link-missing'
  /** A link does not follow from the one before it: put in, moved or changed. */
  | 'link-broken'
  /** The chain in the database ends before the one remembered outside. */
  | 'cut-off'
  /** The chain in the database is another one than was remembered outside. */
  | 'replaced'
  /** An entry with an earlier moment than its place in the chain allows: put in afterwards. */
  | 'backdated'
  /** An entry that should have been sealed long ago is not. */
  | 'unsealed'
  /** Questions at the hospital door are not those an entry has the hash of, or no entry speaks of them. */
  | 'look-ups-changed';

/** The first place where the audit is not what it was. */
export interface AuditBreak {
  fault: AuditFault;
  day: string | null;
  seq: number | null;
  entryId: string | null;
}

export interface AuditReport {
  entries: number;
  links: number;
  days: number;
  /** Entries too new to be sealed. */
  waiting: number;
  /** undefined: everything is as it was written. */
  broken: AuditBreak | undefined;
}

interface Row extends SealedEntry {
  found: boolean;
  day: string;
  seq: number;
  entry_id: string;
  previous_hash: Buffer;
  hash: Buffer;
  sealed_at: string;
}

const page = 5000;
/** Entries of one moment may be sealed in another order, by as much as a transaction may last. */
const toleranceMicroseconds = 15n * 60n * 1_000_000n;
const unsealedAfterMinutes = 15;

/**
 * Reads the whole audit again and compares it with its chain, and the chain with what was remembered outside
 * the database. `db` must see all of it: the owner or jangkau_system. `heads` must have been read before.
 */
export async function verifyAudit(db: Db, heads: readonly DayHead[]): Promise<AuditReport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const chain = await walkChain(tx, heads);
      const counts = await countEntries(tx);
      const report = { ...counts, links: chain.links, days: chain.days };
      if (chain.broken) return { ...report, broken: chain.broken };
      const unsealed = await firstUnsealed(tx);
      if (unsealed !== undefined) return { ...report, broken: atEntry('unsealed', unsealed) };
      const [lookUps] = await changedLookUps(tx);
      return { ...report, broken: lookUps && atEntry('look-ups-changed', lookUps.entryId) };
    });
}

function atEntry(fault: AuditFault, entryId: string | null): AuditBreak {
  return { fault, day: null, seq: null, entryId };
}

/** Batches of questions that differ from their entries, which are known to be whole by now. */
async function changedLookUps(tx: Db): Promise<{ entryId: string | null }[]> {
  const { rows } = await sql<{ entryId: string | null }>`
    SELECT entry_id::text AS "entryId" FROM changed_look_ups() LIMIT 1`.execute(tx);
  return rows;
}

/** Where the walk along the chain is. */
interface Place {
  day: string;
  seq: number;
  hash: Buffer;
  /** The latest moment of any entry so far. */
  latest: bigint;
}

async function walkChain(
  tx: Db,
  heads: readonly DayHead[],
): Promise<{ links: number; days: number; broken?: AuditBreak }> {
  const remembered = new Map(heads.map((head) => [`${head.day} ${head.seq}`, head]));
  const at: Place = { day: '', seq: 0, hash: noHash, latest: 0n };
  let links = 0;
  let days = 0;
  for (;;) {
    const rows = await nextLinks(tx, at);
    for (const row of rows) {
      const key = `${row.day} ${row.seq}`;
      const known = remembered.get(key);
      const fault =
        faultOf(row, at) ?? (known && known.hash !== row.hash.toString('hex') ? 'replaced' : undefined);
      if (fault) return { links, days, broken: { fault, day: row.day, seq: row.seq, entryId: row.entry_id } };
      remembered.delete(key);
      links++;
      if (row.day !== at.day) days++;
      const moment = BigInt(row.at);
      Object.assign(at, {
        day: row.day,
        seq: row.seq,
        hash: row.hash,
        latest: moment > at.latest ? moment : at.latest,
      });
    }
    if (rows.length < page) break;
  }
  // What is remembered and was not met on the way has been cut off.
  const [cut] = remembered.values();
  return cut
    ? { links, days, broken: { fault: 'cut-off', day: cut.day, seq: cut.seq, entryId: null } }
    : { links, days };
}

function faultOf(row: Row, before: Place): AuditFault | undefined {
  const next = row.day === before.day ? row.seq === before.seq + 1 : row.seq === 1;
  if (!next) return 'link-missing';
  if (!row.previous_hash.equals(before.hash)) return 'link-broken';
  if (!row.found) return 'entry-missing';
  const place = {
    day: row.day,
    seq: row.seq,
    entryId: row.entry_id,
    previousHash: row.previous_hash,
    sealedAt: row.sealed_at,
  };
  if (!linkHash(place, row).equals(row.hash)) return 'changed';
  return BigInt(row.at) < before.latest - toleranceMicroseconds ? 'backdated' : undefined;
}

async function nextLinks(tx: Db, { day, seq }: Place): Promise<Row[]> {
  const further = day === '' ? sql`true` : sql`(l.day, l.seq) > (${day}::date, ${seq}::int)`;
  const { rows } = await sql<Row>`
    SELECT l.day, l.seq, l.entry_id::text AS entry_id, l.previous_hash, l.hash,
      ${microseconds(sql.ref('l.sealed_at'))} AS sealed_at, e.id IS NOT NULL AS found, ${sealedColumns}
    FROM (SELECT * FROM audit_link l WHERE ${further} ORDER BY day, seq LIMIT ${page}) l
    LEFT JOIN audit_entry e ON e.id = l.entry_id
    ORDER BY l.day, l.seq`.execute(tx);
  return rows;
}

async function countEntries(tx: Db): Promise<{ entries: number; waiting: number }> {
  const { rows } = await sql<{ entries: number; waiting: number }>`
    SELECT count(*)::float8 AS entries,
      (count(*) FILTER (WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)))::float8 AS waiting
    FROM audit_entry e`.execute(tx);
  return rows[0] ?? { entries: 0, waiting: 0 };
}

async function firstUnsealed(tx: Db): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT id::text AS id FROM audit_entry e
    WHERE at < now() - ${`${unsealedAfterMinutes} minutes`}::interval
      AND NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
    ORDER BY e.id LIMIT 1`.execute(tx);
  return rows[0]?.id;
}
