import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../scope.ts';
import { loadFixtureRun } from '../testing/loaded-run.ts';
import { signedIn } from '../testing/signed-in.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { PeopleFilter, PeopleList, PeopleSort } from './people-filter.ts';
import { type PageRequest, PeopleRepository, type PersonRow } from './people-repository.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let branch: Scope;
let run: number;
/** Each question in a transaction of its own, as requests have it. */
const people = {
  page: (scope: Scope, ...rest: [number, PeopleFilter, PageRequest]) =>
    database.as(scope, (db) => new PeopleRepository(db).page(scope, ...rest)),
  listLength: (scope: Scope, ...rest: [number, string, string?]) =>
    database.as(scope, (db) => new PeopleRepository(db).listLength(scope, ...rest)),
};
beforeAll(async () => {
  database = await openTestDatabase();
  branch = await signedIn(database, 'branch-officer');
  run = (await loadFixtureRun(database, { residents: 1200 })).number;
});
afterAll(() => database.close());

async function everything(filter: PeopleFilter, limit: number, scope: Scope = branch): Promise<PersonRow[]> {
  const items: PersonRow[] = [];
  let after: number | undefined;
  do {
    const page = await people.page(scope, run, filter, { after, limit });
    items.push(...(page?.items ?? []));
    after = page?.next ?? undefined;
  } while (after !== undefined);
  return items;
}

const key = (row: PersonRow) => row.residentKey ?? row.memberKey;

describe('paging', () => {
  const cases: [PeopleList, PeopleSort | undefined][] = [
    ['uncovered', undefined],
    ['uncovered', 'name'],
    ['uncovered', 'p'],
    ['inactive', 'name'],
    ['doubtful', 'doubt'],
    ['doubtful', 'p'],
    ['linked', undefined],
    ['all', 'name'],
    ['duplicates', undefined],
    ['unmatched', 'name'],
  ];
  test.each(cases)('pages of %s by %s are the whole list in its order, nobody twice', async (list, sort) => {
    const filter = { list, sort };
    const whole = await people.page(branch, run, filter, { limit: 2000 });
    const paged = await everything(filter, 37);
    expect(paged).toEqual(whole?.items);
    expect(whole?.items.length).toBeGreaterThan(20);
    expect(
      new Set(paged.map(list === 'duplicates' || list === 'unmatched' ? (r) => r.memberKey : key)).size,
    ).toBe(paged.length);
    expect(await people.listLength(branch, run, list)).toBe(paged.length);
  });

  test('by probability is from most to least, by doubt from 0.5 outwards', async () => {
    const p = (await everything({ list: 'uncovered', sort: 'p' }, 50)).map((row) => row.pUncovered ?? 0);
    expect(p).toEqual([...p].sort((a, b) => b - a));
    const doubt = (await everything({ list: 'doubtful' }, 50)).map((row) =>
      Math.abs((row.pUncovered ?? 0) - 0.5),
    );
    expect(doubt).toEqual([...doubt].sort((a, b) => a - b));
  });

  test('the first page says how many there are, with or without filters', async () => {
    expect((await people.page(branch, run, { list: 'uncovered' }, { limit: 10 }))?.total).toBe(120);
    const filter: PeopleFilter = { list: 'uncovered', banjar: 'Banjar 1' };
    const page = await people.page(branch, run, filter, { limit: 10 });
    expect(page?.total).toBe((await everything(filter, 50)).length);
    const next = await people.page(branch, run, filter, { limit: 10, after: page?.next ?? 0 });
    expect(next?.total).toBeUndefined();
  });
});

describe('filters', () => {
  test('area of any level', async () => {
    for (const area of ['51.71', '51.71.01', '51.71.01.1001']) {
      const rows = await everything({ list: 'all', area }, 200);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((row) => row.areaCode?.startsWith(area))).toBe(true);
      expect(await people.listLength(branch, run, 'all', area)).toBe(rows.length);
    }
  });

  test('beginnings of words of the name, in any order', async () => {
    const rows = await everything({ list: 'all', q: 'adny way' }, 200);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => /\bADNY/.test(row.name) && /\bWAY/.test(row.name))).toBe(true);
    const all = (await everything({ list: 'all' }, 200)).filter(
      (r) => /\bADNY/.test(r.name) && /\bWAY/.test(r.name),
    );
    expect(rows.length).toBe(all.length);
  });

  test.each(['village', 'name'] as const)('searching pages like any other list, by %s', async (sort) => {
    const filter: PeopleFilter = { list: 'all', q: 'ni', sort };
    const whole = await people.page(branch, run, filter, { limit: 2000 });
    expect(whole?.items.length).toBeGreaterThan(100);
    expect(whole?.total).toBe(whole?.items.length);
    expect(await everything(filter, 37)).toEqual(whole?.items);
  });

  test.each([
    ['uncovered', 'p'],
    ['doubtful', 'doubt'],
    ['duplicates', 'village'],
  ] as const)('searching %s pages by %s', async (list, sort) => {
    const filter: PeopleFilter = { list, q: 'i', sort };
    const found = await everything(filter, 7);
    const all = await everything({ list, sort }, 200);
    expect(found).toEqual(all.filter((row) => /\bI/.test(row.name)));
    expect(found.length).toBeGreaterThan(5);
  });

  test('a search obeys every other filter, and the areas of whoever searches', async () => {
    const filter: PeopleFilter = { list: 'uncovered', area: '51.71', banjar: 'Banjar 1', minP: 0.9 };
    const plain = await everything(filter, 200);
    const found = await everything({ ...filter, q: 'i' }, 200);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(plain.filter((row) => /\bI/.test(row.name)));
    for (const code of ['51.71', '51.71.01.1002', '51.71.01.1002/Banjar 2']) {
      const operator = await signedIn(database, 'village-operator', [code]);
      const seen = await everything({ list: 'all', q: 'i' }, 200, operator);
      const own = (await everything({ list: 'all' }, 200, operator)).filter((row) => /\bI/.test(row.name));
      expect(seen.length).toBeGreaterThan(0);
      expect(seen).toEqual(own);
      expect(seen.every((row) => `${row.areaCode}/${row.banjar}`.startsWith(code))).toBe(true);
    }
  });

  test('what people type is never an error', async () => {
    for (const q of ["o'neil & | ! ( : *", "'", '%%', '\\', 'a:b', '<->', '1; drop table run'])
      await expect(people.page(branch, run, { list: 'all', q }, { limit: 5 })).resolves.toBeDefined();
  });

  test('numbers: card, NIK, KK and no_penduduk', async () => {
    const { rows } = await sql<{
      resident_key: number;
      no_penduduk: string;
      nik: string;
      kk: string;
      no_kartu: string;
    }>`
      SELECT r.resident_key, r.no_penduduk, r.nik::text AS nik, r.kk::text AS kk, m.no_kartu
      FROM resident_result r JOIN member_result m USING (run_number, member_key) LIMIT 1`.execute(
      database.owner,
    );
    const one = rows[0] as (typeof rows)[number];
    for (const q of [one.no_penduduk, one.nik, one.kk, one.no_kartu]) {
      const found = await everything({ list: 'all', q }, 50);
      expect(found.map(key)).toContain(one.resident_key);
      expect(found.length).toBeLessThan(60);
    }
    expect(await everything({ list: 'all', q: '9999999999999999' }, 50)).toEqual([]);
  });

  test('segment, status, kind of inactivity, reason, probability', async () => {
    const inactive = await everything({ list: 'inactive', inactiveKind: 'lapsed', status: 'NONAKTIF' }, 100);
    expect(inactive.length).toBeGreaterThan(0);
    expect(inactive.every((row) => row.inactiveKind === 'lapsed' && row.status === 'NONAKTIF')).toBe(true);
    const segment = await everything({ list: 'linked', segment: 'PPU_BU' }, 100);
    expect(segment.every((row) => row.segment === 'PPU_BU')).toBe(true);
    const sure = await everything({ list: 'uncovered', minP: 0.9, reason: 'weak-candidate' }, 100);
    expect(sure.length).toBeGreaterThan(0);
    expect(sure.every((row) => (row.pUncovered ?? 0) >= 0.9)).toBe(true);
  });
});

test('numbers of people are masked unless an export asks for them', async () => {
  const masked = await people.page(branch, run, { list: 'linked' }, { limit: 200 });
  for (const row of masked?.items ?? []) {
    expect(row.nik).toMatch(/^\d{6}\*{8}00$/);
    expect(row.kk).toMatch(/\*{8}/);
    expect(row.card).toMatch(/\*/);
  }
  const full = await people.page(branch, run, { list: 'linked' }, { limit: 5, fullNumbers: true });
  expect(full?.items[0]?.nik).toMatch(/^\d{16}$/);
});

describe('scope', () => {
  test('an operator of a village gets that village of every list, and its counts', async () => {
    const village = await signedIn(database, 'village-operator', ['51.71.01.1002']);
    for (const list of [
      'all',
      'uncovered',
      'inactive',
      'doubtful',
      'linked',
      'duplicates',
      'unmatched',
    ] as const) {
      const rows = await everything({ list }, 100, village);
      expect(rows.every((row) => row.areaCode === '51.71.01.1002')).toBe(true);
      const all = (await everything({ list }, 200)).filter((row) => row.areaCode === '51.71.01.1002');
      expect(rows.length).toBe(all.length);
      expect(await people.listLength(village, run, list)).toBe(rows.length);
    }
    expect(await everything({ list: 'all', area: '51.03' }, 100, village)).toEqual([]);
  });

  test('an operator of nothing sees nobody', async () => {
    expect(await everything({ list: 'all' }, 100, await signedIn(database, 'village-operator'))).toEqual([]);
  });
});
