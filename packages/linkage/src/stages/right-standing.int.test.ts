import { afterAll, beforeAll, expect, test } from 'vitest';
import { patternCodes } from '../compile/pattern-layout.ts';
import { Engine } from '../engine/engine.ts';
import { link } from '../link.ts';
import type { LinkModel } from '../model/link-model.ts';
import { weightParts } from '../training/pair-model.ts';
import { rightKinds } from './right-standing.ts';

const MODEL: LinkModel = {
  name: 'standing',
  fields: {
    name: { kind: 'words', from: 'name' },
    born: { kind: 'date', from: 'born' },
    state: { kind: 'code', from: { right: 'state' } },
  },
  blocking: [{ name: 'born', keys: [{ field: 'born', use: 'value' }] }],
  comparisons: [
    { name: 'name', field: 'name', levels: [{ label: 'all words', all: [{ is: 'all-words', bits: 0 }] }] },
    { name: 'born', field: 'born', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
    {
      name: 'state',
      field: 'state',
      side: 'right',
      levels: [{ label: 'alive', all: [{ is: 'one-of', values: ['alive'] }] }],
    },
  ],
};

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 2 });
  // 600 people are in both tables, one in ten of them closed; of 200 others on the right nine in ten are closed.
  await engine.run(`
    CREATE TABLE l AS SELECT 'l' || i AS id, 'NAME' || (i * 7919 % 5000) || ' OF' || i AS name,
      DATE '1950-01-01' + (i * 37 % 9000)::INTEGER AS born FROM range(700) t(i);
    CREATE TABLE r AS SELECT 'r' || i AS id, 'NAME' || (i * 7919 % 5000) || ' OF' || i AS name,
      DATE '1950-01-01' + (i * 37 % 9000)::INTEGER AS born,
      CASE WHEN i % 25 = 0 THEN NULL WHEN (i < 700 AND i % 10 = 1) OR (i >= 700 AND i % 10 > 0) THEN 'closed' ELSE 'alive' END AS state
    FROM range(100, 900) t(i)`);
});
afterAll(() => engine.close());

test('a closed record speaks against its pairs, and the bits of every pair add up', async () => {
  const result = await link(engine, MODEL, { left: 'l', right: 'r' });
  const [standing] = result.pairModel.standing ?? [];
  expect(standing?.matched[2]).toBeLessThan(0.2);
  expect(standing?.unmatched[2]).toBeGreaterThan(0.7);
  const rows = await engine.rows<{ pattern: number; weight: number; state: string | null }>(
    'SELECT s.pattern, s.weight, r.state FROM scored s JOIN r ON r.rowid = s.k_right',
  );
  expect(new Set(rows.map((r) => r.state))).toEqual(new Set(['alive', 'closed', null]));
  for (const { pattern, weight, state } of rows) {
    const codes = patternCodes(result.layout, pattern);
    expect(codes[2]).toBe(state === null ? 0 : state === 'alive' ? 1 : 2);
    const { start, parts } = weightParts(result.pairModel, codes);
    expect(start + parts.reduce((a, b) => a + b, 0)).toBeCloseTo(weight, 6);
    expect(Math.sign(parts[2] as number)).toBe(state === null ? 0 : state === 'alive' ? 1 : -1);
  }
});

test('right records are of one kind when they say the same of everything', () => {
  const standing = [
    { levels: 3, codes: Int32Array.from([0, 2, 1, 2]) },
    { levels: 2, codes: Int32Array.from([1, 0, 1, 0]) },
  ];
  const { kinds, kindOf } = rightKinds(standing, 4);
  expect(kinds).toHaveLength(6);
  expect(Array.from(kindOf, (kind) => kinds[kind])).toEqual([
    [0, 1],
    [2, 0],
    [1, 1],
    [2, 0],
  ]);
  expect(rightKinds([], 2)).toEqual({ kinds: [[]], kindOf: Int32Array.from([0, 0]) });
});
