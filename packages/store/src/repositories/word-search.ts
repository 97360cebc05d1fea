import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { PeopleSort } from './people-filter.ts';

/** Up to here matches are counted to the end, fetched by the word index and sorted. */
export const countedMatches = 20_000;
const remembered = 1000;

/**
 * Searching names by beginnings of words. How many people such a search finds cannot be told from
 * statistics: 'made' is every eighth Balinese, 'zzz' nobody, and a planner that guesses wrong reads a whole
 * register. So matches are counted first, by the word index and only up to a limit, and the way to fetch
 * the page follows from that. Results of a run never change, so a count is good for ever.
 */
export class WordSearch {
  readonly #db: Db;
  readonly #counts = new Map<string, number>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Matches, or countedMatches + 1 when there are more. `identity` tells one search from another. */
  async count(identity: unknown, from: RawBuilder<unknown>): Promise<number> {
    const key = JSON.stringify(identity);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const n = await this.#db.transaction().execute(async (tx) => {
      await byWordIndex(tx);
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM (SELECT ${from} LIMIT ${countedMatches + 1}) found`.execute(tx);
      return rows[0]?.n ?? 0;
    });
    if (this.#counts.size >= remembered) this.#counts.clear();
    this.#counts.set(key, n);
    return n;
  }

  /**
   * Runs the query of a page: `walk` follows the order until the page is full, `sort` fetches all matches by
   * the word index first. Many matches lie everywhere in the order of villages, and walking it soon finds a
   * page of them; in the order of names they lie together, perhaps at the end.
   */
  async fetch<Row>(
    matches: number,
    by: PeopleSort,
    query: { walk(db: Db): Promise<Row[]>; sort(db: Db): Promise<Row[]> },
  ): Promise<Row[]> {
    return this.#db.transaction().execute(async (tx) => {
      if (matches <= countedMatches || by === 'name') {
        await byWordIndex(tx);
        return query.sort(tx);
      }
      await inOrder(tx);
      return query.walk(tx);
    });
  }
}

async function byWordIndex(tx: Transaction<unknown>): Promise<void> {
  await sql`SET LOCAL enable_seqscan = off`.execute(tx);
  await sql`SET LOCAL enable_indexscan = off`.execute(tx);
  await sql`SET LOCAL enable_indexonlyscan = off`.execute(tx);
}

async function inOrder(tx: Transaction<unknown>): Promise<void> {
  await sql`SET LOCAL enable_seqscan = off`.execute(tx);
  await sql`SET LOCAL enable_bitmapscan = off`.execute(tx);
}
