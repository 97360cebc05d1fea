import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '../scope.ts';
import { queryRows } from '../testing/query-rows.ts';
import { signedIn } from '../testing/signed-in.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { MemberPlace } from './member-name-search.ts';
import { type MemberSearch, searchMembers } from './member-search.ts';

const villages = ['51.71.01.1002', '51.71.02.1001', '51.03.05.2003'];
let database: TestDatabase;
let branch: Scope;
let village: Scope;
const run = (statement: string) => queryRows(database.owner, statement);

/** Members with keys from `first` on, their names made from few words, so that many fit many questions. */
async function addMembers(first: number, count: number): Promise<void> {
  const word = (list: string, by: number) =>
    `(ARRAY[${list
      .split(' ')
      .map((one) => `'${one}'`)
      .join(', ')}])[1 + (n / ${by}) % ${list.split(' ').length}]`;
  await run(`
    WITH n AS (SELECT n FROM generate_series(${first}, ${first + count - 1}) n), added AS (
      INSERT INTO member (id, card, name, area_code, phone)
      SELECT n, '0009' || lpad(n::text, 9, '0'), ${word('NI I', 1)} || ' ' || ${word('WAYAN MADE KETUT MADÉ', 2)} || ' ' ||
        ${word('SUARTA SUARTINI SUDANA WIJAYA ARI SU', 3)} || ' ' || ${word('PUTRA PUTRI ADI DEWI', 7)} || CASE n % 50 WHEN 0 THEN ' O''CONTOH' ELSE '' END,
        ${word(villages.join(' '), 11)}, '0812000000' || n % 10 FROM n
    )
    INSERT INTO member_status (member_id, household_id, area_code, segment, class, active, since, reason)
    SELECT n, 1, ${word(villages.join(' '), 11)}, 'PPU_BU', 1, true, '2024-01-01', 'EMPLOYER_PAYS' FROM n`);
}

beforeAll(async () => {
  database = await openTestDatabase();
  branch = await signedIn(database, 'branch-officer', [], 'membership.read');
  village = await signedIn(database, 'village-operator', [villages[0] as string], 'membership.read');
  await run(`INSERT INTO household (id, area_code) VALUES (1, '${villages[0]}')`);
  // Over the end of a block of the lists.
  await addMembers(65_000, 900);
});
afterAll(() => database.close());

async function walk(scope: Scope, search: MemberSearch, area?: string): Promise<number[]> {
  const ids: number[] = [];
  let after: MemberPlace | undefined;
  do {
    const page = await database.as(scope, (db) => searchMembers(db, search, { limit: 37, area, after }));
    ids.push(...page.items.map(({ memberId }) => memberId));
    after = page.next;
  } while (after);
  return ids;
}

/** Who has all words, and who has words that begin so, by reading every name. */
async function readAll(typed: string, areas: string): Promise<{ whole: number[]; begins: number[] }> {
  const rows = await run(`SELECT id, name FROM member WHERE area_code ~ '^(${areas})' ORDER BY id`);
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .split(/[^a-z]+/);
  const asked = plain(typed).filter((word) => word.length > 1);
  const having = (fits: (word: string, of: string) => boolean) =>
    rows
      .filter(({ name }) => asked.every((word) => plain(name as string).some((of) => fits(word, of))))
      .map(({ id }) => id as number);
  const whole = having((word, of) => word === of);
  return {
    whole,
    begins: having((word, of) => of.startsWith(word)).filter((id) => !whole.includes(id)),
  };
}

const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);

async function expectRight(): Promise<void> {
  for (const [scope, area, areas] of [
    [branch, undefined, ''],
    [branch, '51.71', '51.71'],
    [branch, '51.71.02', '51.71.02'],
    [village, undefined, villages[0]],
    [village, '51.71.02', 'nowhere'],
  ] as [Scope, string | undefined, string][])
    for (const typed of [
      'wayan',
      'ni ma',
      'made su',
      'su',
      'suar',
      'wayan ari',
      "Made suda put o'con",
      'ketut wayan',
      'zz',
    ]) {
      const { whole, begins } = await readAll(typed, areas);
      const found = await walk(scope, { name: typed }, area);
      expect(new Set(found).size, typed).toBe(found.length);
      expect(sorted(found.slice(0, whole.length)), typed).toEqual(whole);
      expect(sorted(found.slice(whole.length, whole.length + begins.length)), typed).toEqual(begins);
    }
}

test('a search gives who reading every name gives, the words as typed first, page by page', async () => {
  await expectRight();
  const waiting = await run('SELECT count(*)::int AS n FROM name_unposted');
  expect(waiting).toEqual([{ n: 0 }]);
});

test('so it does with people who were added, renamed or moved a moment ago, and after they are entered in the lists', async () => {
  await addMembers(66_000, 40);
  await run(`UPDATE member SET name = 'I MADE SUDARSANA' WHERE id BETWEEN 65100 AND 65120`);
  await run(`UPDATE member SET name = 'NI KETUT ARINI', area_code = '${villages[0]}' WHERE id BETWEEN 65110 AND 65130;
    UPDATE member_status SET area_code = '${villages[0]}' WHERE member_id BETWEEN 65110 AND 65130`);
  expect(await run('SELECT count(*)::int AS n FROM name_unposted')).toEqual([{ n: 71 }]);
  await expectRight();
  await run(`UPDATE member SET area_code = '${villages[2]}' WHERE id BETWEEN 65140 AND 65899;
    UPDATE member_status SET area_code = '${villages[2]}' WHERE member_id BETWEEN 65140 AND 65899`);
  expect(await run('SELECT count(*)::int AS n FROM name_unposted')).toEqual([{ n: 0 }]);
  await expectRight();
  // The lists are those that entering everybody anew would give.
  const lists = 'SELECT md5(string_agg(p::text, $$ $$ ORDER BY key, block)) FROM name_posting p';
  const words = 'SELECT md5(string_agg(w::text, $$ $$ ORDER BY word)) FROM name_word w WHERE people > 0';
  const kept = [await run(lists), await run(words)];
  await run(`DELETE FROM name_posting; DELETE FROM name_word;
    SELECT post_names((SELECT array_agg(id) FROM member))`);
  expect([await run(lists), await run(words)]).toEqual(kept);
});

test('a word that is written wrongly finds the right one after those who are called so', async () => {
  await run(`UPDATE member SET name = 'NI LUH PERMATASARI' WHERE id = 65001`);
  await run(`UPDATE member SET name = 'NI LUH PERMATSARI' WHERE id = 65002`);
  expect(await walk(branch, { name: 'luh permatsari' })).toEqual([65_002, 65_001]);
  expect(await walk(village, { name: 'permatassari luh' }, '51.71')).toEqual([]);
});

test('people with one phone number come page by page too, and of one area when that is asked', async () => {
  const all = await run(`SELECT id FROM member WHERE phone = '08120000003' ORDER BY name, id`);
  expect(all.length).toBeGreaterThan(74);
  expect(await walk(branch, { phone: '08120000003' })).toEqual(all.map(({ id }) => id));
  const some = await run(
    `SELECT id FROM member WHERE phone = '08120000003' AND area_code = '${villages[0]}' ORDER BY name, id`,
  );
  expect(await walk(branch, { phone: '08120000003' }, villages[0])).toEqual(some.map(({ id }) => id));
  expect(await walk(village, { phone: '08120000003' })).toEqual(some.map(({ id }) => id));
});

test('who has no session finds nobody, and the lists are for nobody to read', async () => {
  expect(
    await queryRows(database.app, `SELECT search_members('{wayan}', '{1}', '{}', '{}', 0, 9) AS ids`),
  ).toEqual([{ ids: [] }]);
  await expect(database.as(branch, (db) => queryRows(db, 'SELECT * FROM name_posting'))).rejects.toThrow(
    'permission denied',
  );
});
