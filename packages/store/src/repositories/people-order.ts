import { type RawBuilder, sql } from 'kysely';
import { isCardList, type PeopleFilter, type PeopleSort } from './people-filter.ts';

/** An order of a list with the index that serves it: what to sort by, and where a page goes on. */
export interface PeopleOrder {
  name: PeopleSort;
  orderBy: RawBuilder<unknown>;
  /** Values of the row a page ended with, to be selected by its key. */
  position: RawBuilder<unknown>;
  /** Rows after a position. */
  after(position: readonly unknown[]): RawBuilder<unknown>;
}

/**
 * The order asked for, or by village where no index serves it: by probability only the uncovered and the
 * doubtful are sorted, by doubt only the doubtful.
 */
export function orderOf(filter: PeopleFilter): PeopleOrder {
  const key = sql.ref(isCardList(filter.list) ? 'p.member_key' : 'p.resident_key');
  const sort = filter.sort ?? (filter.list === 'doubtful' ? 'doubt' : 'village');
  if (sort === 'name')
    return {
      name: 'name',
      orderBy: sql`p.name, ${key}`,
      position: sql`p.name AS a, ${key} AS b`,
      after: ([a, b]) => sql`(p.name, ${key}) > (${a}, ${b}::int)`,
    };
  if (sort === 'p' && (filter.list === 'uncovered' || filter.list === 'doubtful'))
    return {
      name: 'p',
      orderBy: sql`p.p_uncovered DESC, ${key} DESC`,
      position: sql`p.p_uncovered AS a, ${key} AS b`,
      after: ([a, b]) => sql`(p.p_uncovered, ${key}) < (${a}::real, ${b}::int)`,
    };
  if (sort === 'doubt' && filter.list === 'doubtful')
    return {
      name: 'doubt',
      orderBy: sql`abs(p.p_uncovered - 0.5), ${key}`,
      position: sql`abs(p.p_uncovered - 0.5) AS a, ${key} AS b`,
      after: ([a, b]) => sql`(abs(p.p_uncovered - 0.5), ${key}) > (${a}::float8, ${b}::int)`,
    };
  return {
    name: 'village',
    orderBy: sql`p.area_code, p.name, ${key}`,
    position: sql`p.area_code AS a, p.name AS b, ${key} AS c`,
    after: ([a, b, c]) => sql`(p.area_code, p.name, ${key}) > (${a}, ${b}, ${c}::int)`,
  };
}
