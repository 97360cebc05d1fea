import { afterAll, beforeAll, expect, test } from 'vitest';
import { patternCodes } from '../compile/pattern-layout.ts';
import { Engine } from '../engine/engine.ts';
import { type LinkResult, link } from '../link.ts';
import type { LinkModel } from '../model/link-model.ts';
import { weightParts } from '../training/pair-model.ts';

const MODEL: LinkModel = {
  name: 'namesakes',
  fields: {
    number: { kind: 'digits', from: 'number', length: 5 },
    name: { kind: 'words', from: 'name' },
    born: { kind: 'date', from: 'born' },
    place: { kind: 'code', from: 'place' },
    state: { kind: 'code', from: { right: 'state' } },
  },
  exactTier: {
    name: 'number',
    key: 'number',
    accept: [{ label: 'date', all: [{ field: 'born', is: 'same' }] }],
  },
  blocking: [
    { name: 'born', keys: [{ field: 'born', use: 'value' }] },
    { name: 'name', keys: [{ field: 'name', use: 'all-words' }] },
  ],
  person: ['name', 'born'],
  comparisons: [
    { name: 'number', field: 'number', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
    { name: 'name', field: 'name', levels: [{ label: 'all words', all: [{ is: 'all-words', bits: 0 }] }] },
    { name: 'born', field: 'born', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
    { name: 'place', field: 'place', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
    {
      name: 'state',
      field: 'state',
      side: 'right',
      levels: [{ label: 'alive', all: [{ is: 'one-of', values: ['alive'] }] }],
    },
  ],
};

let engine: Engine;
let result: LinkResult;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
  // 3,000 people on the left; the first 2,900 are on the right too: of every ten one has no number there, one another,
  // and one in nine has moved. The last 100 are not there, but 60 of them have a namesake elsewhere, who is closed.
  await engine.run(`
    CREATE TABLE l AS SELECT 'l' || i AS id, 10000 + i AS number, 'NAME' || (i * 7919 % 5003) || ' OF' || i AS name,
      DATE '1950-01-01' + (i * 37 % 900)::INTEGER AS born, 'p' || (i * 13 % 101) AS place FROM range(3000) t(i);
    CREATE TABLE r AS SELECT 'r' || i AS id,
      CASE WHEN i % 10 = 1 THEN NULL WHEN i % 10 = 2 OR i >= 2900 THEN 50000 + i ELSE 10000 + i END AS number,
      'NAME' || (i * 7919 % 5003) || ' OF' || i AS name, DATE '1950-01-01' + (i * 37 % 900)::INTEGER AS born,
      'p' || CASE WHEN i >= 2900 OR i % 9 = 4 THEN i * 17 % 97 + 200 ELSE i * 13 % 101 END AS place,
      CASE WHEN i >= 2900 OR i % 20 = 7 THEN 'closed' ELSE 'alive' END AS state
    FROM range(2960) t(i)
    UNION ALL SELECT 's' || i, 90000 + i, 'OTHER' || i || ' ONE' || i, DATE '1950-01-01' + (i * 91 % 900)::INTEGER,
      'p' || (i * 19 % 101), CASE WHEN i % 5 = 0 THEN 'closed' ELSE 'alive' END FROM range(200) t(i)`);
  result = await link(engine, MODEL, { left: 'l', right: 'r' });
});
afterAll(() => engine.close());

test('half of the matches that are left over have no number, far more than records at large', () => {
  const { matched = 0, different = 1 } = result.pairModel.keyless ?? {};
  expect(matched).toBeGreaterThan(0.35);
  expect(matched).toBeLessThan(0.6);
  expect(different).toBeCloseTo(290 / 3160, 2);
});

test('the records of namesakes are closed more often than those of others without a match', () => {
  const [standing] = result.pairModel.standing ?? [];
  expect(standing?.namesakes?.[2]).toBeGreaterThan(0.1 + (standing?.unmatched[2] as number));
});

test('who moved and has no number is linked; the namesake of somebody else is not', async () => {
  const rows = await engine.rows<{ moved: boolean; p: number }>(`
    SELECT q.k_left < 2900 AS moved, avg(q.p_unmatched) AS p FROM residue_result q
    JOIN r ON r.id = 'r' || q.k_left WHERE r.place >= 'p200' AND (q.k_left >= 2900 OR r.number IS NULL)
    GROUP BY 1 ORDER BY 1`);
  expect(rows.map((r) => r.moved)).toEqual([false, true]);
  expect(rows[0]?.p).toBeGreaterThan(0.8);
  expect(rows[1]?.p).toBeLessThan(0.1);
});

test('the bits of every pair add up', async () => {
  const pairs = await engine.rows<{ pattern: number; weight: number }>('SELECT pattern, weight FROM scored');
  expect(pairs.length).toBeGreaterThan(600);
  for (const { pattern, weight } of pairs) {
    const { start, parts } = weightParts(result.pairModel, patternCodes(result.layout, pattern));
    expect(start + parts.reduce((a, b) => a + b, 0)).toBeCloseTo(weight, 6);
  }
});
