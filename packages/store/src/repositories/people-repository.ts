import { maskCard, maskKk, maskNik, maskNumbersIn } from '@jangkau/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type RestrictedKeys, restrictedKeys } from '../privacy/restricted-keys.ts';
import { inArea, type Scope } from '../scope.ts';
import { filterCondition, isCardList, isPlain, type PeopleFilter, readSearchText } from './people-filter.ts';
import { orderOf } from './people-order.ts';
import { placeOf } from './person-columns.ts';
import { countedMatches, type WordCounts, WordSearch } from './word-search.ts';

/** A row of a list; the same for residents and for member cards. */
export interface PersonRow {
  residentKey: number | null;
  memberKey: number | null;
  name: string;
  nik: string | null;
  kk: string | null;
  card: string | null;
  sex: 'L' | 'P' | null;
  born: string | null;
  areaCode: string | null;
  village: string | null;
  district: string | null;
  banjar: string | null;
  address: string | null;
  state: 'linked' | 'uncovered' | 'duplicate' | 'unmatched';
  pUncovered: number | null;
  reason: string | null;
  probability: number | null;
  tier: string | null;
  segment: string | null;
  class: string | null;
  status: string | null;
  inactiveKind: 'arrears' | 'lapsed' | 'ended' | 'unknown' | null;
  verdict: 'same' | 'different' | 'unsure' | null;
  /** Processing was stopped at the person's wish: in no list of work, download or print. */
  restricted: boolean;
}

export interface PeoplePage {
  items: PersonRow[];
  /** Key of the last row when there are more. */
  next: number | null;
  total?: number;
  atLeast?: number;
}

export interface PageRequest {
  /** Key of the last row of the page before. */
  after?: number | undefined;
  limit: number;
  /** Full numbers instead of masked ones: only for an export that was recorded with its reason. */
  fullNumbers?: boolean;
  /** Leave restricted people out of every list, not only of those of work: for what leaves the office. */
  withoutRestricted?: boolean;
  /** Count the list too; only first pages are counted. */
  count?: boolean;
}

/** Beyond this a filtered list is "at least so many": counting on would cost more than it tells. */
const countLimit = 1000;

/** Lists of people of a run. */
export class PeopleRepository {
  readonly #db: Db;
  readonly #words: WordSearch;

  constructor(db: Db, counts: WordCounts = new Map()) {
    this.#db = db;
    this.#words = new WordSearch(db, counts);
  }

  /** A page of a list. A key of another list or run gives an empty position and so `undefined`. */
  async page(
    scope: Scope,
    run: number,
    filter: PeopleFilter,
    page: PageRequest,
  ): Promise<PeoplePage | undefined> {
    const order = orderOf(filter);
    const table = sql.table(isCardList(filter.list) ? 'member_result' : 'resident_result');
    const key = sql.ref(isCardList(filter.list) ? 'member_key' : 'resident_key');
    let after: RawBuilder<unknown> = sql`true`;
    if (page.after !== undefined) {
      const { rows } = await sql<Record<string, unknown>>`
        SELECT ${order.position} FROM ${table} p WHERE p.run_number = ${run} AND p.${key} = ${page.after}`.execute(
        this.#db,
      );
      if (!rows[0]) return undefined;
      after = order.after(Object.values(rows[0]));
    }
    const banjar = isCardList(filter.list) ? undefined : sql.ref('p.banjar');
    const matching = sql`${filterCondition(filter)} AND ${scope.within(sql.ref('p.area_code'), banjar)}
      AND ${await this.#numberCondition(run, filter)}`;
    const matches = wordsOf(filter) === undefined ? undefined : await this.#words.count(scope, run, filter);
    const walk = async () => {
      const { rows } = await sql<{ key: number }>`
        SELECT p.${key} AS key FROM ${table} p WHERE p.run_number = ${run} AND ${matching} AND ${after}
        ORDER BY ${order.orderBy} LIMIT ${page.limit + 1}`.execute(this.#db);
      return rows;
    };
    const found =
      matches === undefined
        ? await walk()
        : await this.#words.fetch(matches, run, filter, order, { ...page, limit: page.limit + 1 }, walk);
    const rows = await (isCardList(filter.list) ? this.#cards : this.#residents).call(
      this,
      run,
      found.map((row) => row.key),
    );
    const restricted = await restrictedKeys(this.#db, run);
    const isRestricted = (row: PersonRow) =>
      isCardList(filter.list)
        ? restricted.members.has(row.memberKey as number)
        : restricted.residents.has(row.residentKey as number);
    const more = rows.length > page.limit;
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    // Taken out after the page was read: there are a handful in a branch.
    const hides = page.withoutRestricted === true || !['all', 'linked'].includes(filter.list);
    const items = shown
      .map((row) => ({ ...(page.fullNumbers ? row : maskRow(row)), restricted: isRestricted(row) }))
      .filter((row) => !(hides && row.restricted));
    const next = more && last ? (isCardList(filter.list) ? last.memberKey : last.residentKey) : null;
    const first = page.after === undefined && page.count !== false;
    return {
      items,
      next,
      ...(first &&
        (await this.#shownCount(
          scope,
          run,
          filter,
          { length: items.length, more, matches, matching },
          hides ? restricted : undefined,
        ))),
    };
  }

  /** Residents by key, in the order of the keys. */
  async byKeys(scope: Scope, run: number, keys: readonly number[]): Promise<PersonRow[]> {
    const rows = await this.#residents(run, keys);
    const { residents } = await restrictedKeys(this.#db, run);
    return rows
      .filter((row) => scope.coversRecord(row.areaCode, row.banjar))
      .map((row) => ({ ...maskRow(row), restricted: residents.has(row.residentKey as number) }));
  }

  /** How many people a download of this list would hold. */
  async countForExport(scope: Scope, run: number, filter: PeopleFilter): Promise<number> {
    const cards = isCardList(filter.list);
    const table = sql.table(cards ? 'member_result' : 'resident_result');
    const key = sql.ref(cards ? 'p.member_key' : 'p.resident_key');
    const restricted = await restrictedKeys(this.#db, run);
    const hidden = [...(cards ? restricted.members : restricted.residents)];
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM ${table} p WHERE p.run_number = ${run} AND ${filterCondition(filter)}
        AND ${scope.within(sql.ref('p.area_code'), cards ? undefined : sql.ref('p.banjar'))}
        AND ${await this.#numberCondition(run, filter)}
        AND ${hidden.length === 0 ? sql`true` : sql`${key} <> ALL (${hidden}::int[])`}`.execute(this.#db);
    return rows[0]?.n ?? 0;
  }

  /** Length of a list without other filters than an area. */
  async listLength(scope: Scope, run: number, list: string, area?: string): Promise<number> {
    const code = sql.ref('area_code');
    const { rows } = await sql<{ n: number }>`
      SELECT coalesce(sum(n), 0)::int AS n FROM list_count
      WHERE run_number = ${run} AND list = ${list} AND ${scope.within(code)}
        AND ${area ? inArea(code, area) : sql`true`}`.execute(this.#db);
    return rows[0]?.n ?? 0;
  }

  /** The length of a list less the restricted people in it. */
  async #shownCount(
    scope: Scope,
    run: number,
    filter: PeopleFilter,
    found: { length: number; more: boolean; matches: number | undefined; matching: RawBuilder<unknown> },
    hidden: RestrictedKeys | undefined,
  ): Promise<{ total?: number; atLeast?: number }> {
    const { length, more, matches, matching } = found;
    const count = await this.#count(scope, run, filter, length, more, matches, matching);
    const cards = isCardList(filter.list);
    const keys = [...((cards ? hidden?.members : hidden?.residents) ?? [])];
    if (!more || keys.length === 0 || count.total === undefined) return count;
    const table = sql.table(cards ? 'member_result' : 'resident_result');
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM ${table} p WHERE p.run_number = ${run} AND ${matching}
        AND p.${sql.ref(cards ? 'member_key' : 'resident_key')} = ANY (${keys}::int[])`.execute(this.#db);
    return { total: count.total - (rows[0]?.n ?? 0) };
  }

  async #count(
    scope: Scope,
    run: number,
    filter: PeopleFilter,
    length: number,
    more: boolean,
    matches: number | undefined,
    matching: RawBuilder<unknown>,
  ): Promise<{ total?: number; atLeast?: number }> {
    if (!more) return { total: length };
    if (matches !== undefined)
      return matches > countedMatches ? { atLeast: countedMatches } : { total: matches };
    if (isPlain(filter)) return { total: await this.listLength(scope, run, filter.list, filter.area) };
    // Filters without an index of their own would read the whole register of a branch to find the end.
    const bounded =
      readSearchText(filter.q) !== undefined ||
      (filter.area?.length ?? 0) >= 8 ||
      !['all', 'linked'].includes(filter.list);
    if (!bounded) return { atLeast: length + 1 };
    const table = sql.table(isCardList(filter.list) ? 'member_result' : 'resident_result');
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM (SELECT FROM ${table} p WHERE p.run_number = ${run} AND ${matching}
        LIMIT ${countLimit + 1}) found`.execute(this.#db);
    const n = rows[0]?.n ?? 0;
    return n > countLimit ? { atLeast: countLimit } : { total: n };
  }

  // A card number is looked up first: joined in an OR it would keep the other indexes from being used.
  async #numberCondition(run: number, filter: PeopleFilter): Promise<RawBuilder<unknown>> {
    const search = readSearchText(filter.q);
    if (!search || !('number' in search)) return sql`true`;
    const { number } = search;
    const person = /^\d{16}$/.test(number) ? number : null;
    if (isCardList(filter.list)) return sql`(p.no_kartu = ${number} OR p.nik = ${person}::bigint)`;
    const { rows } = await sql<{ member_key: number }>`
      SELECT member_key FROM member_result WHERE run_number = ${run} AND no_kartu = ${number}`.execute(
      this.#db,
    );
    return sql`(p.no_penduduk = ${number} OR p.nik = ${person}::bigint OR p.kk = ${person}::bigint
      OR p.member_key = ANY (${rows.map((row) => row.member_key)}::int[]))`;
  }

  async #residents(run: number, keys: readonly number[]): Promise<PersonRow[]> {
    const { rows } = await sql<PersonRow>`
      SELECT r.resident_key AS "residentKey", coalesce(r.member_key, r.best_member_key) AS "memberKey", r.name,
        r.nik::text AS nik, r.kk::text AS kk, card.no_kartu AS card, r.sex, r.born,
        nullif(r.area_code, '') AS "areaCode", place.village, place.district, r.banjar, r.address,
        CASE WHEN r.member_key IS NULL THEN 'uncovered' ELSE 'linked' END AS state,
        r.p_uncovered AS "pUncovered", r.reason, r.probability, r.tier, r.segment, r.class, r.status,
        r.inactive_kind AS "inactiveKind", d.verdict
      FROM resident_result r
      LEFT JOIN linked_cards(${run}, ${[...keys]}::int[]) card ON card.resident_key = r.resident_key
      LEFT JOIN LATERAL (
        SELECT nullif(verdict, 'withdrawn') AS verdict FROM decision WHERE decision.no_penduduk = r.no_penduduk
        ORDER BY id DESC LIMIT 1
      ) d ON true
      ${placeOf(sql.ref('r.area_code'))}
      WHERE r.run_number = ${run} AND r.resident_key = ANY (${[...keys]}::int[])`.execute(this.#db);
    return inOrderOf(keys, rows, (row) => row.residentKey);
  }

  async #cards(run: number, keys: readonly number[]): Promise<PersonRow[]> {
    const { rows } = await sql<PersonRow>`
      SELECT m.resident_key AS "residentKey", m.member_key AS "memberKey", m.name, m.nik::text AS nik,
        m.kk::text AS kk, m.no_kartu AS card, m.sex, m.born, nullif(m.area_code, '') AS "areaCode",
        place.village, place.district, NULL AS banjar, m.address, m.bucket AS state, NULL AS "pUncovered",
        NULL AS reason, NULL AS probability, NULL AS tier, m.segment, m.class, m.status,
        m.inactive_kind AS "inactiveKind", NULL AS verdict
      FROM member_result m
      ${placeOf(sql.ref('m.area_code'))}
      WHERE m.run_number = ${run} AND m.member_key = ANY (${[...keys]}::int[])`.execute(this.#db);
    return inOrderOf(keys, rows, (row) => row.memberKey);
  }
}

function inOrderOf(keys: readonly number[], rows: PersonRow[], keyOf: (row: PersonRow) => number | null) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key)).filter((row) => row !== undefined);
}

function wordsOf(filter: PeopleFilter): string | undefined {
  const search = readSearchText(filter.q);
  return search && 'words' in search ? search.words : undefined;
}

function maskRow(row: PersonRow): PersonRow {
  return {
    ...row,
    nik: row.nik && maskNik(row.nik),
    kk: row.kk && maskKk(row.kk),
    card: row.card && maskCard(row.card),
    address: row.address && maskNumbersIn(row.address),
  };
}
