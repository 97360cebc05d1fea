import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';
import { keylessShare } from './keyless-share.ts';

const model: LinkModel = {
  name: 'keyless',
  fields: { number: { kind: 'code', from: 'number' }, born: { kind: 'date', from: 'born' } },
  exactTier: {
    name: 'number',
    key: 'number',
    accept: [{ label: 'date', all: [{ field: 'born', is: 'same' }] }],
  },
  blocking: [{ name: 'born', keys: [{ field: 'born', use: 'value' }] }],
  comparisons: [
    { name: 'number', field: 'number', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
    { name: 'born', field: 'born', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
  ],
};

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
  // Of the residue 30 of 100 left and 50 of 300 right records have no number; 900 more are linked by it.
  await engine.run(`
    CREATE TABLE std_left AS SELECT CASE WHEN i < 30 THEN NULL ELSE i END AS number, false AS decoy FROM range(100) t(i)
      UNION ALL SELECT i, true FROM range(500) t(i);
    CREATE TABLE std_right AS SELECT CASE WHEN i < 50 THEN NULL ELSE i END AS number FROM range(300) t(i)`);
});
afterAll(() => engine.close());

test('records without a key are counted against the whole registers', async () => {
  const share = await keylessShare(engine, model, 900);
  expect(share).toBeCloseTo(1 - (1 - 30 / 1000) * (1 - 50 / 1200), 2);
});

test('without an exact tier, or a comparison of its key, there is nothing to say', async () => {
  expect(await keylessShare(engine, { ...model, exactTier: undefined }, 900)).toBeUndefined();
  expect(
    await keylessShare(engine, { ...model, comparisons: model.comparisons.slice(1) }, 900),
  ).toBeUndefined();
});
