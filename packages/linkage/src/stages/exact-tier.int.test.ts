import { afterAll, beforeAll, expect, test } from 'vitest';
import { duckdbDialect } from '../compile/duckdb-dialect.ts';
import { Engine } from '../engine/engine.ts';
import type { ExactTier, FieldTest, LinkModel } from '../model/link-model.ts';
import { FAMILY_COLUMNS, familyModel } from '../testing/families.ts';
import { makeRegister, type RegisterRow } from '../testing/register-table.ts';
import { type ExactReport, exactTier } from './exact-tier.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 2 });
});
afterAll(() => engine.close());

interface Settled {
  report: ExactReport;
  links: string[];
  further: string[];
  rejected: string[];
}

/** Runs the tier; pairs come as 'left=right'. */
async function settle(
  left: RegisterRow[],
  right: RegisterRow[],
  { model = familyModel, decided }: { model?: LinkModel; decided?: string } = {},
): Promise<Settled> {
  await makeRegister(engine, 'left', FAMILY_COLUMNS, left);
  await makeRegister(engine, 'right', FAMILY_COLUMNS, right);
  if (decided)
    await engine.run(`CREATE OR REPLACE TABLE said AS SELECT l.rowid AS k_left, r.rowid AS k_right, v.same
      FROM (VALUES ${decided}) v(l, r, same) JOIN "left" l ON l.id = v.l JOIN "right" r ON r.id = v.r`);
  const { report, linked } = await exactTier(engine, duckdbDialect, model, {
    left: 'left',
    right: 'right',
    decided: decided && 'said',
  });
  const links = await engine.columns('SELECT k_left, k_right FROM exact_links');
  const numbered = (counts: Uint32Array) => [...counts.keys()].filter((k) => counts[k]);
  const sorted = (keys: unknown[] | undefined) => [...(keys as number[])].sort((a, b) => a - b);
  expect(numbered(linked.left)).toEqual(sorted(links.k_left));
  expect(numbered(linked.right)).toEqual(sorted(links.k_right));
  const pairs = async (table: string) =>
    (
      await engine.rows<{ pair: string }>(`
        SELECT l.id || '=' || r.id AS pair FROM ${table} x
        JOIN "left" l ON l.rowid = x.k_left JOIN "right" r ON r.rowid = x.k_right ORDER BY pair`)
    ).map((row) => row.pair);
  return {
    report,
    links: await pairs('exact_links'),
    further: await pairs('exact_further'),
    rejected: await pairs('exact_rejected'),
  };
}

const ada = {
  number: '100000001',
  house: '7',
  called: 'Ada Lorimer',
  born: '1980-05-04',
  sex: '2',
  place: 'x',
};

test('the key alone settles nothing: the person must be consistent', async () => {
  const { links, rejected, report } = await settle(
    [
      { ...ada, id: 'l1' },
      { ...ada, id: 'l2', number: '100000002' },
      { ...ada, id: 'l3', number: '100000003' },
      { ...ada, id: 'l4', number: null },
    ],
    [
      { ...ada, id: 'r1', called: 'ADA LORIMER' },
      { ...ada, id: 'r2', number: '100000002', born: '1980-05-05' },
      { ...ada, id: 'r3', number: '100000003', called: null },
      { ...ada, id: 'r4', number: null },
    ],
  );
  expect(links).toEqual(['l1=r1']);
  expect(rejected).toEqual(['l2=r2', 'l3=r3']);
  expect(report).toMatchObject({ keyPairs: 3, links: 1, further: 0, accepted: { 'same date and name': 1 } });
});

test('twins: a changed name does not settle a number when another of the house was born the same day', async () => {
  const twins = (twin: string) =>
    settle(
      [
        { ...ada, id: 'l1' },
        { ...ada, id: 'l2', number: '100000002', called: 'Aba Lorimer', house: twin },
      ],
      [{ ...ada, id: 'r1', called: 'Adria Loner' }],
    );
  expect((await twins('7')).links).toEqual([]);
  expect((await twins('8')).links).toEqual(['l1=r1']);
});

test('two holders of one key: the better-accepted, then the smaller identifier, gets the link', async () => {
  const { links, further, report } = await settle(
    [
      { ...ada, id: 'l2' },
      { ...ada, id: 'l1', called: 'Ada Lormer', house: '8' },
      { ...ada, id: 'l5', number: '100000005', house: '9' },
    ],
    [
      { ...ada, id: 'r9' },
      { ...ada, id: 'r5b', number: '100000005' },
      { ...ada, id: 'r5a', number: '100000005' },
    ],
  );
  expect(links).toEqual(['l1=r9', 'l5=r5a']);
  expect(further).toEqual(['l2=r9', 'l5=r5b']);
  expect(report).toMatchObject({ keyPairs: 4, links: 2, further: 2 });
});

test('crossed keys end one to one', async () => {
  const copies = (side: string, n: number) =>
    Array.from({ length: n }, (_, i) => ({ ...ada, id: `${side}${i}`, house: String(i) }));
  const { links, further } = await settle(copies('l', 3), copies('r', 4));
  expect(links).toEqual(['l0=r0', 'l1=r1', 'l2=r2']);
  expect(further).toHaveLength(3 * 4 - 3);
});

test("a key that too many carry is nobody's number", async () => {
  const crowd = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ ...ada, id: `l${i}`, house: String(i) }));
  const common = await settle(crowd(9), [{ ...ada, id: 'r0' }]);
  expect(common.links).toEqual([]);
  expect(common.report).toMatchObject({ keyPairs: 0, commonKeys: 1, commonKeyRecords: 10 });
  const crossed = await settle(
    crowd(20),
    [1, 2, 3].map((i) => ({ ...ada, id: `r${i}` })),
  );
  expect(crossed.report).toMatchObject({ keyPairs: 0, commonKeys: 1, commonKeyRecords: 23 });
  // So many that the sample finds them and no pair is made.
  const crowded = await settle(
    [...crowd(500), { ...ada, id: 'alone', number: '100000005' }],
    [
      { ...ada, id: 'r0' },
      { ...ada, id: 'r1', number: '100000005' },
    ],
  );
  expect(crowded.links).toEqual(['alone=r1']);
  expect(crowded.report).toMatchObject({ keyPairs: 1, commonKeys: 1, commonKeyRecords: 501 });
  const shared = await settle(crowd(8), [{ ...ada, id: 'r0' }]);
  expect(shared.links).toEqual(['l0=r0']);
  expect(shared.report.commonKeys).toBe(0);
});

test('decided pairs, and whoever they concern, are left to the weighing', async () => {
  const left = [1, 2, 3, 4].map((i) => ({ ...ada, id: `l${i}`, number: `10000000${i}`, house: `${i}` }));
  const right = [1, 2, 3, 4].map((i) => ({ ...ada, id: `r${i}`, number: `10000000${i}` }));
  const { links } = await settle(left, right, { decided: "('l1', 'r1', false), ('l2', 'r3', true)" });
  expect(links).toEqual(['l4=r4']);
});

test('every condition on raw columns', async () => {
  const holds = async (condition: FieldTest, other: RegisterRow) => {
    const tier: ExactTier = {
      name: 'number',
      key: 'number',
      accept: [{ label: 'it holds', all: [condition] }],
    };
    const model = { ...familyModel, exactTier: tier };
    return (
      (await settle([{ ...ada, id: 'l' }], [{ ...ada, ...other, id: 'r' }], { model })).links.length === 1
    );
  };
  const born = (date: string | null) => ({ born: date });
  const cases: [FieldTest, RegisterRow, boolean][] = [
    [{ field: 'born', is: 'same' }, {}, true],
    [{ field: 'born', is: 'same' }, born('1980-05-05'), false],
    [{ field: 'born', is: 'same' }, born(null), false],
    [{ field: 'born', is: 'missing' }, born(null), true],
    [{ field: 'born', is: 'missing' }, {}, false],
    [{ field: 'born', is: 'day-month-swapped' }, born('1980-04-05'), true],
    [{ field: 'born', is: 'day-month-swapped' }, born('1981-04-05'), false],
    [{ field: 'born', is: 'parts', parts: ['year', 'day'] }, born('1980-11-04'), true],
    [{ field: 'born', is: 'parts', parts: ['year', 'day'] }, born('1980-05-11'), false],
    [{ field: 'born', is: 'years', within: 2 }, born('1982-12-31'), true],
    [{ field: 'born', is: 'years', within: 2 }, born('1983-01-01'), false],
    [{ field: 'born', is: 'first-of-january' }, born('1980-01-01'), true],
    [{ field: 'born', is: 'first-of-january' }, born('1981-01-01'), false],
    [{ field: 'called', is: 'similar', atLeast: 0.9 }, { called: 'ada lorimmer' }, true],
    [{ field: 'called', is: 'similar', atLeast: 0.9 }, { called: 'Gustav Bohr' }, false],
    [{ field: 'called', is: 'similar', atLeast: 0.9 }, { called: '' }, false],
    [{ field: 'called', is: 'similar', atLeast: 0 }, { called: null }, false],
  ];
  for (const [condition, other, should] of cases)
    expect([JSON.stringify(condition), JSON.stringify(other), await holds(condition, other)]).toEqual([
      JSON.stringify(condition),
      JSON.stringify(other),
      should,
    ]);
});
