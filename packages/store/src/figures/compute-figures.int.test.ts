import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { computeFigures } from './compute-figures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
const lengths = { branch: 0, regency: 5, district: 8, village: 13 } as const;

const day = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('2024-05', '2025-12', ...months, '2026-05', '2031-01'),
  )
  .map(([d, month]) => `${month}-${String(d).padStart(2, '0')}`);
/** Codes as registers have them: villages, larger places, nonsense, nothing. */
const area = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('51.71.01.1001', '51.71.01.1002', '51.03.02.2004', '35.78.01.1001'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '51.71', '51.71.01', '5171011001', 'XX.71.01.1001', '51.71.01.100١'),
  },
);
const change = fc.record({
  day,
  segment: fc.constantFrom('PBI_APBN', 'PBPU_PEMDA', 'PPU_BU', 'PBPU', 'BP', 'LAIN', ''),
  state: fc.constantFrom('active', 'arrears', 'lapsed', 'ended'),
});
const member = fc.record({ area, changes: fc.array(change, { maxLength: 5 }) });
/** Published numbers of residents: villages may be missing, sums need not be true. */
const people = fc.array(fc.record({ area, day, residents: fc.integer({ min: 0, max: 40 }) }), {
  maxLength: 8,
});

type Member = { area: string; changes: { day: string; segment: string; state: string }[] };

async function enter(members: Member[], population: { area: string; day: string; residents: number }[]) {
  const { ownerPool: pool } = database;
  await pool.query(`TRUNCATE figure_snapshot, figure_area, figure_restatement, figure_computation, status_change,
    member, population_figure CASCADE`);
  for (const [at, { area: code, changes }] of members.entries()) {
    await pool.query('INSERT INTO member (id, card, name, area_code) VALUES ($1, $2, $3, $4)', [
      at + 1,
      String(at).padStart(13, '0'),
      'A',
      code,
    ]);
    for (const one of changes) await addChange(at + 1, one);
  }
  for (const { area: code, day: asOf, residents } of population)
    await pool.query(
      `INSERT INTO population_figure (as_of, source, area_code, residents) VALUES ($1, 'uji', $2, $3) ON CONFLICT DO NOTHING`,
      [asOf, code, residents],
    );
}

async function addChange(id: number, { day: on, segment, state }: Member['changes'][number]) {
  await database.ownerPool.query(
    `INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
     VALUES ($1, $2, $3, 3, $4, $5, 'X', 'uji:1')`,
    [id, on, segment, state === 'active', state === 'active' ? null : state],
  );
}

const villageOf = (code: string) => (/^\d\d\.\d\d\.\d\d\.\d{4}$/.test(code) ? code : '');

/** Where the facts put a member at the end of a month, looked up one by one: the last word about it holds. */
function stateAt({ changes }: Member, month: string) {
  return changes.filter(({ day: on }) => on.slice(0, 7) <= month).at(-1);
}

interface Row {
  month: string;
  level: keyof typeof lengths;
  area_code: string;
  population: number | null;
  members: number;
  active: number;
  arrears: number;
  lapsed: number;
  ended: number;
  segments: Record<string, Record<string, number>>;
}

async function latest(): Promise<Row[]> {
  const { rows } = await database.ownerPool.query<Row>(`
    SELECT to_char(s.month, 'YYYY-MM') AS month, f.* FROM figure_area f
    JOIN (SELECT DISTINCT ON (month) * FROM figure_snapshot ORDER BY month, version DESC) s ON s.id = f.snapshot_id`);
  return rows;
}

function expectEqualToFacts(rows: Row[], members: Member[]) {
  for (const row of rows) {
    const own = members.filter(
      ({ area: code }) => villageOf(code).slice(0, lengths[row.level]) === row.area_code,
    );
    const states = own.map((one) => stateAt(one, row.month));
    for (const state of ['active', 'arrears', 'lapsed', 'ended'] as const)
      expect([row.month, row.level, row.area_code, state, row[state]]).toEqual([
        row.month,
        row.level,
        row.area_code,
        state,
        states.filter((one) => one?.state === state).length,
      ]);
  }
}

function expectPartition(rows: Row[]) {
  const sum = (of: number[]) => of.reduce((a, b) => a + b, 0);
  for (const month of months) {
    const of = (level: Row['level']) => rows.filter((row) => row.month === month && row.level === level);
    const [branch] = of('branch');
    if (!branch) throw new Error(`no branch in ${month}`);
    for (const level of ['regency', 'district', 'village'] as const) {
      for (const part of ['members', 'active', 'arrears', 'lapsed', 'ended'] as const)
        expect(sum(of(level).map((row) => row[part]))).toBe(branch[part]);
      if (of(level).every((row) => row.population !== null))
        expect(sum(of(level).map((row) => row.population as number))).toBe(branch.population);
      else expect(of(level).every((row) => row.population === null)).toBe(true);
    }
  }
  for (const row of rows) {
    expect(row.active + row.arrears + row.lapsed).toBe(row.members);
    const bySegment = Object.values(row.segments).map((states) => sum(Object.values(states)));
    expect(sum(bySegment)).toBe(row.members);
  }
}

test('whatever the registers hold: figures are the facts, and parts add up in every area and month', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(member, { minLength: 1, maxLength: 12 }),
      people,
      async (members, population) => {
        await enter(members, population);
        const result = await computeFigures(database.ownerPool, {
          today: '2026-05-10',
          timeZone: 'Asia/Makassar',
          by: 'uji',
          from: '2026-01',
        });
        expect(result).toMatchObject({ added: months, restated: [] });
        const rows = await latest();
        expectEqualToFacts(rows, members);
        expectPartition(rows);
      },
    ),
    { numRuns: 25 },
  );
}, 180_000);

test('months counted one after the other with facts that come late end where counting all at once ends', async () => {
  const late = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(member, { minLength: 2, maxLength: 8 }), late, async (members, changes) => {
      await enter(members, [{ area: '', day: '2025-12-31', residents: 20 }]);
      const known: Member[] = members.map((one) => ({ ...one, changes: [...one.changes] }));
      for (const today of ['2026-03-02', '2026-04-02', '2026-05-02']) {
        await computeFigures(database.ownerPool, {
          today,
          timeZone: 'Asia/Makassar',
          by: 'uji',
          from: '2026-01',
        });
        const first = changes[0];
        if (today !== '2026-05-02' && first) {
          for (const [pick, one] of changes) {
            const at = pick % known.length;
            known[at]?.changes.push(one);
            await addChange(at + 1, one);
          }
        }
      }
      const rows = await latest();
      expectEqualToFacts(rows, known);
      expectPartition(rows);
      const again = await computeFigures(database.ownerPool, {
        today: '2026-05-09',
        timeZone: 'Asia/Makassar',
        by: 'uji',
      });
      expect(again).toMatchObject({ added: [], restated: [] });
    }),
    { numRuns: 8 },
  );
}, 180_000);
