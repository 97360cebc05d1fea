import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duckdbDialect } from '../compile/duckdb-dialect.ts';
import { column, WORD_POSITIONS } from '../compile/standard-columns.ts';
import { Engine, type Row } from '../engine/engine.ts';
import type { BlockingRule, BlockKey, LinkModel } from '../model/link-model.ts';
import type { KeyName } from '../model/validation/model-vocabulary.ts';
import type { StandardWord } from '../model/word-standardiser.ts';
import { makeRegister, type RegisterRow } from '../testing/register-table.ts';
import { SeededChance } from '../testing/seeded-chance.ts';
import { block, type RuleReport } from './block.ts';
import { standardise } from './standardise.ts';

const TYPES = {
  id: 'VARCHAR',
  number: 'BIGINT',
  born: 'DATE',
  other_born: 'DATE',
  called: 'VARCHAR',
} as const;
const FIELDS: LinkModel['fields'] = {
  number: { kind: 'digits', from: 'number', length: 4 },
  born: { kind: 'date', from: 'born' },
  other_born: { kind: 'date', from: 'other_born' },
  called: { kind: 'words', from: 'called' },
};
const standardiseWord = (raw: string): StandardWord[] => {
  if (raw === 'VAN' || raw === 'DE') return [{ word: raw, sound: raw, part: 'minor' }];
  if (raw === 'BABY') return [{ word: raw, sound: raw, part: 'flag' }];
  return [{ word: raw, sound: raw.slice(0, 2), part: 'main' }];
};

function makeRow(chance: SeededChance, i: number): RegisterRow {
  const sometimes = <T>(value: T) => (chance.happens(15) ? null : value);
  const day = () =>
    `${1990 + chance.below(3)}-0${1 + chance.below(3)}-${chance.pick(['01', '02', '03', '15'])}`;
  const names = chance
    .shuffled(['ANNA', 'BERTA', 'CARLA', 'DORA', 'EMMA', 'ANTON'])
    .slice(0, 1 + chance.below(3));
  if (chance.happens(30)) names.unshift(chance.pick(['VAN', 'DE']));
  if (chance.happens(10)) names.unshift('BABY');
  return {
    id: `${i}`,
    number: sometimes(`${1000 + chance.below(60) * 7}`),
    born: sometimes(day()),
    other_born: sometimes(day()),
    called: sometimes(names.join(' ')),
  };
}

type Holds = (l: Row, r: Row) => boolean;
const equal = (a: unknown, b: unknown) => a !== null && a === b;
const sounds = (row: Row, bits = 0) =>
  WORD_POSITIONS.filter(
    (i) => (row[column.bits('called', i)] as number) >= Math.max(1, Math.round(bits * 8)),
  ).map((i) => row[column.sound('called', i)]);
const rarest = (row: Row) => [row[column.sound('called', 1)], row[column.sound('called', 2)]].sort();
const isFirst = (row: Row) => row.born_month === 1 && row.born_day === 1;

/** What it means that a pair agrees on a key, for every key there is. */
const KEY_CASES: Record<Exclude<KeyName, 'linked-group'>, { key: BlockKey; holds: Holds }[]> = {
  value: [
    { key: { field: 'number', use: 'value' }, holds: (l, r) => equal(l.number, r.number) },
    { key: { field: 'born', use: 'value' }, holds: (l, r) => equal(l.born, r.born) },
  ],
  year: [{ key: { field: 'born', use: 'year' }, holds: (l, r) => equal(l.born_year, r.born_year) }],
  month: [{ key: { field: 'born', use: 'month' }, holds: (l, r) => equal(l.born_month, r.born_month) }],
  day: [{ key: { field: 'born', use: 'day' }, holds: (l, r) => equal(l.born_day, r.born_day) }],
  swapped: [
    {
      key: { field: 'born', use: 'swapped' },
      holds: (l, r) =>
        equal(l.born_year, r.born_year) &&
        equal(l.born_day, r.born_month) &&
        equal(l.born_month, r.born_day) &&
        l.born_day !== l.born_month,
    },
  ],
  'first-of-january': [
    {
      key: { field: 'born', use: 'first-of-january' },
      holds: (l, r) => equal(l.born_year, r.born_year) && isFirst(l) && isFirst(r),
    },
  ],
  first: [
    {
      key: { field: 'number', use: 'first', digits: 2 },
      holds: (l, r) =>
        equal(l.number, l.number) && String(l.number).slice(0, 2) === String(r.number).slice(0, 2),
    },
  ],
  last: [
    {
      key: { field: 'number', use: 'last', digits: 2 },
      holds: (l, r) => equal(l.number, l.number) && String(l.number).slice(-2) === String(r.number).slice(-2),
    },
  ],
  'any-word': [
    {
      key: { field: 'called', use: 'any-word' },
      holds: (l, r) => sounds(l).some((w) => sounds(r).includes(w)),
    },
    {
      key: { field: 'called', use: 'any-word', bits: 1.6 },
      holds: (l, r) => sounds(l, 1.6).some((w) => sounds(r, 1.6).includes(w)),
    },
  ],
  'rarest-two': [
    {
      key: { field: 'called', use: 'rarest-two' },
      holds: (l, r) => l.called_sound2 !== 0 && r.called_sound2 !== 0 && `${rarest(l)}` === `${rarest(r)}`,
    },
  ],
  'all-words': [
    {
      key: { field: 'called', use: 'all-words' },
      holds: (l, r) => l.called_joined !== '' && l.called_joined === r.called_joined,
    },
  ],
  minor: [
    {
      key: { field: 'called', use: 'minor' },
      holds: (l, r) => l.called_minor !== 0 && l.called_minor === r.called_minor,
    },
  ],
  placeholder: [{ key: { field: 'called', use: 'placeholder' }, holds: (_l, r) => r.called_flag === true }],
  crosswise: [
    {
      key: { field: 'born', use: 'crosswise', other: 'other_born' },
      holds: (l, r) => [l.born, l.other_born].some((a) => equal(a, r.born) || equal(a, r.other_born)),
    },
  ],
};

const cases = Object.values(KEY_CASES).flat();
const year = { key: { field: 'born', use: 'year' } as BlockKey, holds: KEY_CASES.year[0]?.holds as Holds };
/** Every key alone, then every key together with the birth year. */
const rules: (BlockingRule & { holds: Holds })[] = [
  ...cases.map(({ key, holds }, i) => ({ name: `${key.use} ${i}`, keys: [key], cap: 1e6, holds })),
  ...cases.slice(1).map(({ key, holds }, i) => ({
    name: `${key.use} ${i} and year`,
    keys: [key, year.key],
    cap: 1e6,
    holds: (l: Row, r: Row) => holds(l, r) && year.holds(l, r),
  })),
].slice(0, 30);

const model = (blocking: BlockingRule[]): LinkModel => ({
  name: 'keys',
  fields: FIELDS,
  blocking,
  comparisons: [],
});

describe.each([1, 2])('random registers %i', (seed) => {
  let engine: Engine;
  let rows: { left: Row[]; right: Row[] };

  beforeAll(async () => {
    engine = await Engine.open({ threads: 2 });
    const chance = new SeededChance(seed);
    for (const side of ['left', 'right'])
      await makeRegister(
        engine,
        side,
        TYPES,
        Array.from({ length: 70 }, (_, i) => makeRow(chance, i)),
      );
    // Parts of dates are there when some rule asks for them.
    const asks = model([{ name: 'part', keys: [{ field: 'born', use: 'year' }] }]);
    await standardise(engine, duckdbDialect, asks, { called: standardiseWord }, [
      { side: 'left', table: 'left', out: 'std_left' },
      { side: 'right', table: 'right', out: 'std_right' },
    ]);
    await engine.run('ALTER TABLE std_left ADD COLUMN decoy BOOLEAN; UPDATE std_left SET decoy = k % 5 = 0');
    rows = {
      left: await engine.rows('SELECT * FROM std_left ORDER BY k'),
      right: await engine.rows('SELECT * FROM std_right ORDER BY k'),
    };
  });
  afterAll(() => engine.close());

  async function candidates(blocking: BlockingRule[]) {
    const input = { left: 'std_left', right: 'std_right', out: 'candidates' };
    const reports = await block(engine, duckdbDialect, model(blocking), input);
    const pairs = await engine.rows<{ k_left: number; k_right: number; rules: number }>(
      'SELECT k_left, k_right, rules FROM candidates ORDER BY 1, 2',
    );
    return { reports, pairs };
  }

  /** Every pair of which some rule holds, with the bits of the rules that hold. */
  function bruteForce(list: { holds: Holds }[]) {
    return rows.left.flatMap((l) =>
      rows.right.flatMap((r) => {
        const bits = list.reduce((sum, rule, i) => (rule.holds(l, r) ? sum + 2 ** i : sum), 0);
        return bits > 0 ? [{ k_left: l.k as number, k_right: r.k as number, rules: bits }] : [];
      }),
    );
  }

  test('a pair is a decoy when its left record is one, without groups as well', async () => {
    await candidates([{ name: 'number', keys: [{ field: 'born', use: 'year' }] }]);
    const [counts] = await engine.rows(
      'SELECT count(*) AS pairs, count(*) FILTER (decoy <> (k_left % 5 = 0)) AS wrong, count(*) FILTER (decoy) AS decoys FROM candidates',
    );
    expect(counts).toMatchObject({ wrong: 0 });
    expect(counts?.decoys).toBeGreaterThan(0);
    expect(counts?.decoys).toBeLessThan(counts?.pairs as number);
  });

  test('the candidates are the pairs that agree on all keys of some rule, once each, with the rules that hold', async () => {
    const { pairs, reports } = await candidates(rules);
    expect(pairs).toEqual(bruteForce(rules));
    for (const [i, rule] of rules.entries()) {
      const proposed = pairs.filter((p) => Math.floor(p.rules / 2 ** i) % 2 === 1).length;
      expect(proposed, rule.name).toBeGreaterThan(0);
      const { pairs: reported, cappedBlocks, name } = reports[i] as RuleReport;
      expect(name).toBe(rule.name);
      expect(cappedBlocks).toBe(0);
      expect(reported, rule.name).toBeGreaterThanOrEqual(proposed);
    }
  });

  test('blocks above the cap are left out whole, and reported', async () => {
    const cap = 4;
    const blocks = new Map<string, { pairs: number; with: Set<string> }>();
    for (const { k_left, k_right } of bruteForce([KEY_CASES.value[1] as { holds: Holds }])) {
      const day = rows.left[k_left]?.born as string;
      const entry = blocks.get(day) ?? { pairs: 0, with: new Set() };
      entry.pairs++;
      entry.with.add(`${k_left}/${k_right}`);
      blocks.set(day, entry);
    }
    const kept = [...blocks.values()].filter((b) => b.pairs <= cap);
    const capped = [...blocks.values()].filter((b) => b.pairs > cap);
    expect(Math.min(kept.length, capped.length)).toBeGreaterThan(0);
    const sum = (list: { pairs: number }[]) => list.reduce((n, b) => n + b.pairs, 0);

    const { pairs, reports } = await candidates([
      { name: 'born', keys: [{ field: 'born', use: 'value' }], cap },
    ]);
    expect(new Set(pairs.map((p) => `${p.k_left}/${p.k_right}`))).toEqual(
      new Set(kept.flatMap((b) => [...b.with])),
    );
    expect(reports).toEqual([
      {
        name: 'born',
        blocks: kept.length,
        pairs: sum(kept),
        cappedBlocks: capped.length,
        cappedPairs: sum(capped),
      },
    ]);
  });

  test('a crowded rule asks for its further keys, another does not', async () => {
    const number = KEY_CASES.value[0] as { key: BlockKey; holds: Holds };
    const born = KEY_CASES.value[1] as { key: BlockKey; holds: Holds };
    const month = KEY_CASES.month[0] as { key: BlockKey; holds: Holds };
    const { pairs, reports } = await candidates([
      { name: 'month', keys: [month.key], crowded: [number.key] },
      { name: 'number', keys: [number.key], crowded: [born.key] },
    ]);
    const holds = [{ holds: (l: Row, r: Row) => month.holds(l, r) && number.holds(l, r) }, number];
    expect(pairs).toEqual(bruteForce(holds));
    expect(reports.map((r) => r.crowded)).toEqual([true, undefined]);
    expect(reports[0]?.name).toBe('month');
  });

  test('decided pairs are candidates whatever the rules say', async () => {
    await engine.run(
      'CREATE OR REPLACE TABLE said AS SELECT * FROM (VALUES (3, 5, true), (3, 6, false)) v(k_left, k_right, same)',
    );
    const input = { left: 'std_left', right: 'std_right', out: 'candidates', decided: 'said' };
    await block(engine, duckdbDialect, model([]), input);
    const pairs = await engine.rows('SELECT k_left, k_right, rules FROM candidates ORDER BY 1, 2');
    expect(pairs).toEqual([
      { k_left: 3, k_right: 5, rules: 0 },
      { k_left: 3, k_right: 6, rules: 0 },
    ]);
  });
});
