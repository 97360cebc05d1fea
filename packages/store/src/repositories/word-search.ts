import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { isCardList, type PeopleFilter, readSearchText } from './people-filter.ts';
import type { PeopleOrder } from './people-order.ts';

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

  /** Matches, or countedMatches + 1 when there are more. */
  async count(scope: Scope, run: number, filter: PeopleFilter): Promise<number> {
    const { sort: _sort, ...which } = filter;
    const key = JSON.stringify([run, which, scope.areas ?? null]);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const n = (await this.#found(run, filter, null, undefined, countedMatches + 1)).length;
    if (this.#counts.size >= remembered) this.#counts.clear();
    this.#counts.set(key, n);
    return n;
  }

  /**
   * Keys of a page: all matches by the word index first, then their order; or, by `walk`, along the order
   * until the page is full. Many matches lie everywhere in the order of villages, and walking it soon finds a
   * page of them; in the order of names they lie together, perhaps at the end.
   */
  async fetch(
    matches: number,
    run: number,
    filter: PeopleFilter,
    order: PeopleOrder,
    page: { after?: number | undefined; limit: number },
    walk: () => Promise<{ key: number }[]>,
  ): Promise<{ key: number }[]> {
    if (matches <= countedMatches || order.name === 'name')
      return this.#found(run, filter, order.name, page.after, page.limit);
    await planned(this.#db, 'off');
    const rows = await walk();
    // The transaction goes on with other queries.
    await planned(this.#db, 'on');
    return rows;
  }

  async #found(
    run: number,
    filter: PeopleFilter,
    sort: string | null,
    after: number | undefined,
    most: number,
  ): Promise<{ key: number }[]> {
    const { list, q, sort: _sort, ...rest } = filter;
    const search = readSearchText(q);
    const words = search && 'words' in search ? search.words : '';
    const { rows } = await sql<{ key: number }>`
      SELECT key FROM people_by_words(${run}, ${words}, ${isCardList(list)}, ${list}, ${JSON.stringify(rest)}::jsonb,
        ${sort}, ${after ?? null}, ${most}) AS key`.execute(this.#db);
    return rows;
  }
}

/** Whether anything but a walk along an index may be planned. */
async function planned(db: Db, value: 'on' | 'off'): Promise<void> {
  await sql`
    SELECT set_config('enable_seqscan', ${value}, true), set_config('enable_bitmapscan', ${value}, true)`.execute(
    db,
  );
}
