import { afterAll, beforeAll, expect, test } from 'vitest';
import { duckdbDialect } from '../compile/duckdb-dialect.ts';
import { Engine, type Row } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';
import type { StandardWord } from '../model/word-standardiser.ts';
import { makeRegister, type RegisterRow } from '../testing/register-table.ts';
import { SeededChance } from '../testing/seeded-chance.ts';
import { standardise } from './standardise.ts';

const MODEL: LinkModel = {
  name: 'standard',
  fields: {
    called: { kind: 'words', from: 'called' },
    born: { kind: 'date', from: 'born', format: '%d.%m.%Y' },
    also_born: { kind: 'date', from: 'born', format: '%d.%m.%Y' },
    number: { kind: 'digits', from: 'number', length: 6 },
    place: { kind: 'text', from: { left: 'place', right: 'called' } },
  },
  blocking: [],
  comparisons: [{ name: 'born', field: 'born', levels: [{ label: 'same', all: [{ is: 'same' }] }] }],
};
const TYPES = {
  id: 'VARCHAR',
  called: 'VARCHAR',
  born: 'VARCHAR',
  number: 'VARCHAR',
  place: 'VARCHAR',
} as const;
const words = (raw: string): StandardWord[] => {
  if (raw === 'VAN') return [{ word: 'VAN', sound: 'VAN', part: 'minor', rank: 7 }];
  if (raw === 'BABY') return [{ word: 'BABY', sound: 'BABY', part: 'flag' }];
  // One written word that stands for two.
  if (raw === 'ANNABERTA') return ['ANNA', 'BERTA'].map((word) => ({ word, sound: word, part: 'main' }));
  return [{ word: raw, sound: raw.replace('PH', 'F'), part: 'main' }];
};
const RIGHT: RegisterRow[] = [
  { id: 'r1', called: 'Stephan Anna', born: '01.02.1990', number: '000123', place: null },
  { id: 'r2', called: 'Anna', born: '30.02.1990', number: null },
  { id: 'r3', called: 'Anna Berta', born: '', number: '999999' },
  { id: 'r4', called: null, born: null, number: null },
  { id: 'r5', called: 'Anna Carla', born: '15.12.2001', number: '5' },
  { id: 'r6', called: 'Stefan van Dora', born: '15.12.2001', number: '5' },
];
const LEFT: RegisterRow[] = [
  { id: 'l1', called: 'Annaberta van', place: "St. John's lane-4" },
  { id: 'l2', called: 'Baby Dora', place: '  .' },
  { id: 'l3', called: '', place: null },
];

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 2 });
});
afterAll(() => engine.close());

async function standard(left = LEFT, right = RIGHT): Promise<{ left: Row[]; right: Row[] }> {
  await makeRegister(engine, 'left', TYPES, left);
  await makeRegister(engine, 'right', TYPES, right);
  await standardise(engine, duckdbDialect, MODEL, { called: words }, [
    { side: 'left', table: 'left', out: 'std_left' },
    { side: 'right', table: 'right', out: 'std_right' },
  ]);
  return {
    left: await engine.rows('SELECT * EXCLUDE (k) FROM std_left ORDER BY id'),
    right: await engine.rows('SELECT * EXCLUDE (k) FROM std_right ORDER BY id'),
  };
}

/** Information of a word of which `seen` of the right records have the sound, in eighths of a bit. */
const bits = (seen: number) => Math.round(8 * Math.log2((RIGHT.length + 2) / (seen + 1)));

test('the rarest word comes first, whatever the order in which the words were written', async () => {
  const { right } = await standard();
  const r1 = right[0] as Row;
  expect([r1.called_bits1, r1.called_bits2, r1.called_bits3]).toEqual([bits(2), bits(4), 0]);
  expect(r1.called_total).toBe(bits(2) + bits(4));
  const turned = await standard(LEFT, [{ ...RIGHT[0], id: 'r1', called: 'Anna Stephan' }, ...RIGHT.slice(1)]);
  const { called_joined: written, place: _place, ...others } = r1;
  const { called_joined: writtenTurned, place: _turned, ...othersTurned } = turned.right[0] as Row;
  expect(othersTurned).toEqual(others);
  expect([written, writtenTurned]).toEqual(['STEPHANANNA', 'ANNASTEPHAN']);
});

test('words of one sound share their frequency', async () => {
  const { right } = await standard();
  const [r1, r6] = [right[0] as Row, right[5] as Row];
  const stefan = [1, 2].find((i) => r6[`called_sound${i}`] === r1.called_sound1);
  expect(stefan).toBeDefined();
  expect(r6[`called_bits${stefan}`]).toBe(r1.called_bits1);
});

test('one written word may stand for two; minor words and placeholders are kept apart', async () => {
  const { left, right } = await standard();
  const [l1, l2, l3] = left as [Row, Row, Row];
  const r3 = right[2] as Row;
  for (const name of ['called_sound1', 'called_bits1', 'called_total', 'called_joined'])
    expect(l1[name]).toBe(r3[name]);
  expect([l1.called_rank, r3.called_rank, (right[5] as Row).called_rank]).toEqual([7, 0, 7]);
  expect(l1.called_minor).toBe((right[5] as Row).called_minor);
  expect([l1.called_flag, l2.called_flag]).toEqual([false, true]);
  expect([l3.called_total, l3.called_joined, l3.called_minor]).toEqual([0, '', 0]);
});

test('dates by their format; what is not a date is missing', async () => {
  const { right } = await standard();
  expect(right.map((r) => r.born)).toEqual(['1990-02-01', null, null, null, '2001-12-15', '2001-12-15']);
  expect(right.map((r) => r.born_month)).toEqual([2, null, null, null, 12, 12]);
  // Nobody asks for the parts of the other one.
  expect(right[0]).toHaveProperty('also_born', '1990-02-01');
  expect(right[0]).not.toHaveProperty('also_born_month');
});

test('texts are folded; each side reads its own column', async () => {
  const { left, right } = await standard();
  expect(left.map((r) => r.place)).toEqual(['STJOHNSLANE4', null, null]);
  expect(right[0]?.place).toBe('STEPHANANNA');
});

test('word numbers do not depend on the order of the records', async () => {
  const chance = new SeededChance(5);
  const before = await standard();
  const after = await standard(chance.shuffled(LEFT), chance.shuffled(RIGHT));
  expect(after).toEqual(before);
});
