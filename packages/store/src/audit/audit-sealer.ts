import { sql } from 'kysely';
import type { Database, Db } from '../database/connect.ts';
import { type Link, microseconds, noHash, type SealedEntry, sealedColumns } from './audit-hash.ts';
import type { AuditHeads, DayHead } from './audit-heads.ts';
import { type Clock, chainLinks } from './chain-links.ts';
import { NumbersToLookAt } from './numbers-to-look-at.ts';

export interface SealerOptions {
  database: Pick<Database, 'system'>;
  heads: AuditHeads;
  /** Pause between looks for new entries; a second when absent. */
  everyMs?: number;
  /** Milliseconds of a clock that goes evenly; that of the process when absent. */
  now?: () => number;
  onError?: (error: unknown) => void;
}

/** The chain in the database is not the one that was sealed: nothing is added to it. */
export class ChainCut extends Error {
  constructor(head: DayHead) {
    super(`the audit no longer has its link ${head.day}/${head.seq}; run: npx jangkau audit verify`);
    this.name = 'ChainCut';
  }
}

const sealerLock = 702_001;
const batch = 2000;
/** No transaction that adds entries takes longer; numbers that are still missing then were never used. */
const slowestMs = 15 * 60_000;

/**
 * Chains the entries of the audit in the order in which it finds them, behind those who add them: adding
 * never waits. One sealer at a time works on a database, whoever else has one.
 */
export class AuditSealer {
  readonly #options: SealerOptions;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<unknown> = Promise.resolve();
  readonly #numbers = new NumbersToLookAt(slowestMs);
  /**
   * When to look through all entries: at first, and once more when the transactions that were under way
   * then have ended. In between each look costs what is new, however long the audit is.
   */
  #lookThroughAt = Number.NEGATIVE_INFINITY;
  /** Where the chain ended when we last looked; undefined before the first look. */
  #head: DayHead | 'none' | undefined;

  constructor(options: SealerOptions) {
    this.#options = options;
  }

  /** Seals from now on, until it is closed. */
  start(): void {
    const { everyMs = 1000, onError } = this.#options;
    const turn = (pause: number) => {
      this.#timer = setTimeout(() => {
        const again = (next: number) => {
          if (this.#timer) turn(next);
        };
        this.seal().then(
          () => again(everyMs),
          (error: unknown) => {
            onError?.(error);
            // Told now and then, not every second.
            again(Math.min(pause * 2, 60_000));
          },
        );
      }, pause);
      this.#timer.unref();
    };
    turn(everyMs);
  }

  /**
   * Seals every entry there is; returns how many.
   * @throws ChainCut when the link sealed last is gone: adding to such a chain would hide that
   */
  seal(): Promise<number> {
    const work = this.#working.then(async () => {
      this.#head ??= (await this.#options.heads.list()).at(-1) ?? 'none';
      const now = (this.#options.now ?? (() => performance.now()))();
      const through = now >= this.#lookThroughAt;
      let sealed = 0;
      for (;;) {
        const { found, upTo, head } = await this.#options.database.system
          .transaction()
          .execute((tx) => this.#sealBatch(tx, through));
        // After the commit: what is remembered outside is in the database.
        if (head) {
          this.#head = { day: head.day, seq: head.seq, hash: head.hash.toString('hex') };
          await this.#options.heads.save(this.#head);
        }
        this.#numbers.looked(found, upTo, now);
        sealed += found.length;
        if (found.length < batch) break;
      }
      if (through) this.#lookThroughAt = this.#lookThroughAt < 0 ? now + slowestMs : Number.POSITIVE_INFINITY;
      return sealed;
    });
    this.#working = work.catch(() => undefined);
    return work;
  }

  /** Stops looking and seals what is left. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.seal();
  }

  async #sealBatch(tx: Db, through: boolean): Promise<{ found: number[]; upTo: number; head?: Link }> {
    // A number of our own: whoever seals takes this lock.
    await sql`SELECT pg_advisory_xact_lock(${sealerLock})`.execute(tx);
    const { beyond, missing } = this.#numbers;
    // Before the look: what is added in between it sees too.
    const { rows: newest } = await sql<{ id: string | null }>`
      SELECT max(id)::text AS id FROM audit_entry WHERE id > ${beyond}`.execute(tx);
    const { rows: entries } = await sql<SealedEntry>`
      SELECT ${sealedColumns} FROM audit_entry e
      WHERE (e.id > ${through ? 0 : beyond} OR e.id = ANY (${missing}))
        AND NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
      ORDER BY e.id LIMIT ${batch}`.execute(tx);
    const found = entries.map(({ id }) => Number(id));
    const upTo = Math.max(found.at(-1) ?? 0, found.length < batch ? Number(newest[0]?.id ?? 0) : 0);
    if (this.#head && this.#head !== 'none') await assertHas(tx, this.#head);
    if (entries.length === 0) return { found, upTo };
    const { rows } = await sql<Clock>`
      SELECT (now() AT TIME ZONE 'UTC')::date AS day, ${microseconds(sql`now()`)} AS now`.execute(tx);
    const links = chainLinks(await lastLink(tx), entries, rows[0] as Clock);
    const last = links.at(-1);
    await sql`
      INSERT INTO audit_link (day, seq, entry_id, previous_hash, hash, sealed_at)
      SELECT day, seq, entry_id, decode(previous_hash, 'hex'), decode(hash, 'hex'), now()
      FROM jsonb_to_recordset(${JSON.stringify(
        links.map((link) => ({
          day: link.day,
          seq: link.seq,
          entry_id: link.entryId,
          previous_hash: link.previousHash.toString('hex'),
          hash: link.hash.toString('hex'),
        })),
      )}::jsonb) AS l (day date, seq integer, entry_id bigint, previous_hash text, hash text)`.execute(tx);
    return { found, upTo, ...(last && { head: last }) };
  }
}

/** The link that was sealed last is still there; others may have been added since. */
async function assertHas(tx: Db, head: DayHead): Promise<void> {
  const { rows } = await sql`
    SELECT FROM audit_link
    WHERE day = ${head.day}::date AND seq = ${head.seq} AND hash = decode(${head.hash}, 'hex')`.execute(tx);
  if (rows.length === 0) throw new ChainCut(head);
}

/** The newest link; undefined in an empty chain. */
async function lastLink(tx: Db): Promise<Link | undefined> {
  const { rows } = await sql<{ day: string; seq: number; entryId: string; hash: Buffer }>`
    SELECT day, seq, entry_id::text AS "entryId", hash FROM audit_link ORDER BY day DESC, seq DESC LIMIT 1`.execute(
    tx,
  );
  const found = rows[0];
  return found && { ...found, previousHash: noHash, sealedAt: '' };
}
