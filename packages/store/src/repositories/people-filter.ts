import { type RawBuilder, sql } from 'kysely';
import { inArea } from '../scope.ts';

export type PeopleList =
  | 'uncovered'
  | 'inactive'
  | 'duplicates'
  | 'unmatched'
  | 'doubtful'
  | 'linked'
  | 'all';
export type PeopleSort = 'village' | 'name' | 'p' | 'doubt';

/** Which people of a run; every part narrows. */
export interface PeopleFilter {
  list: PeopleList;
  q?: string | undefined;
  area?: string | undefined;
  banjar?: string | undefined;
  minP?: number | undefined;
  maxP?: number | undefined;
  reason?: string | undefined;
  segment?: string | undefined;
  status?: string | undefined;
  inactiveKind?: string | undefined;
  sort?: PeopleSort | undefined;
}

/** True for lists of member cards; the others are of residents. */
export function isCardList(list: PeopleList): boolean {
  return list === 'duplicates' || list === 'unmatched';
}

/** The text the user typed: words of a name, or a number. */
export type SearchText = { words: string } | { number: string } | undefined;

/**
 * Reads the search box. Anything with a digit is a number (card, NIK, KK, no_penduduk), exact; otherwise
 * every word is the beginning of a word of the name, as a tsquery.
 */
export function readSearchText(q: string | undefined): SearchText {
  const text = q?.trim() ?? '';
  if (text === '') return undefined;
  if (/\d/.test(text)) return { number: text.replace(/[\s.-]/g, '') };
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .slice(0, 8);
  return words.length === 0 ? undefined : { words: words.map((word) => `'${word}':*`).join(' & ') };
}

// Word for word the conditions of the partial indexes in 0002-results.sql, or they are not used.
const listConditions: Record<PeopleList, RawBuilder<unknown>> = {
  all: sql`true`,
  linked: sql`p.member_key IS NOT NULL`,
  uncovered: sql`p.member_key IS NULL`,
  inactive: sql`p.inactive_kind IS NOT NULL`,
  doubtful: sql`p.p_uncovered > 0.05 AND p.p_uncovered < 0.95`,
  duplicates: sql`p.bucket = 'duplicate'`,
  unmatched: sql`p.bucket = 'unmatched'`,
};

/** SQL condition on table alias `p` for everything in the filter but the number search. */
export function filterCondition(filter: PeopleFilter): RawBuilder<unknown> {
  const cards = isCardList(filter.list);
  const parts: RawBuilder<unknown>[] = [listConditions[filter.list]];
  const search = readSearchText(filter.q);
  if (search && 'words' in search)
    parts.push(sql`to_tsvector('simple', p.name) @@ to_tsquery('simple', ${search.words})`);
  if (filter.area) parts.push(inArea(sql.ref('p.area_code'), filter.area));
  if (filter.segment) parts.push(sql`p.segment = ${filter.segment}`);
  if (filter.status) parts.push(sql`p.status = ${filter.status}`);
  if (filter.inactiveKind) parts.push(sql`p.inactive_kind = ${filter.inactiveKind}`);
  if (!cards) {
    if (filter.banjar !== undefined)
      parts.push(filter.banjar === '' ? sql`p.banjar IS NULL` : sql`p.banjar = ${filter.banjar}`);
    if (filter.minP !== undefined) parts.push(sql`p.p_uncovered >= ${filter.minP}::real`);
    if (filter.maxP !== undefined) parts.push(sql`p.p_uncovered <= ${filter.maxP}::real`);
    if (filter.reason) parts.push(sql`p.reason = ${filter.reason}`);
  }
  return sql`${sql.join(parts, sql` AND `)}`;
}

/** True when the filter asks for nothing but a list and an area, whose lengths are known. */
export function isPlain(filter: PeopleFilter): boolean {
  const { list: _list, sort: _sort, area: _area, ...rest } = filter;
  return Object.values(rest).every((value) => value === undefined);
}
