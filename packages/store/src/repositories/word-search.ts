import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { PeopleSort } from './people-filter.ts';

/** Up to here matches are counted to the end, fetched by the word index and sorted. */
export const countedMatches = 20_000;
const remembered = 1000;

/** Counts of searches that were made, by what was searched for and by whom. */
export type WordCounts = Map<string, number>;

/**
 * Searching names by beginnings of words. How many people such a search finds cannot be told from
 * statistics: 'made' is every eighth Balinese, 'zzz' nobody, and a planner that guesses wrong reads a whole
 * register. So matches are counted first, by the word index and only up to a limit, and the way to fetch
 * the page follows from that. Results of a run never change, so a count is good for ever.
 */
export class WordSearch {
  readonly #db: Db;
  readonly #counts: WordCounts;

  constructor(db: Db, counts: WordCounts) {
    this.#db = db;
    this.#counts = counts;
  }

  /** Matches, or countedMatches + 1 when there are more. `identity` tells one search from another. */
  async count(identity: unknown, from: RawBuilder<unknown>): Promise<number> {
    const key = JSON.stringify(identity);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const n = await this.#planned(byWordIndex, async () => {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM (SELECT ${from} LIMIT ${countedMatches + 1}) found`.execute(this.#db);
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
    if (matches <= countedMatches || by === 'name')
      return this.#planned(byWordIndex, () => query.sort(this.#db));
    return this.#planned(inOrder, () => query.walk(this.#db));
  }

  // For this query alone: the transaction goes on with other ones.
  async #planned<T>(without: readonly string[], work: () => Promise<T>): Promise<T> {
    const set = (value: 'off' | 'on') =>
      sql`SELECT ${sql.join(without.map((plan) => sql`set_config(${plan}, ${value}, true)`))}`.execute(
        this.#db,
      );
    await set('off');
    const result = await work();
    await set('on');
    return result;
  }
}

const byWordIndex = ['enable_seqscan', 'enable_indexscan', 'enable_indexonlyscan'];
const inOrder = ['enable_seqscan', 'enable_bitmapscan'];
