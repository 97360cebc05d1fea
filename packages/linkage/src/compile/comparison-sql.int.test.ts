import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../engine/engine.ts';
import type { LinkModel, Test } from '../model/link-model.ts';
import type { TestName } from '../model/validation/model-vocabulary.ts';
import type { StandardWord, WordStandardiser } from '../model/word-standardiser.ts';
import { standardise } from '../stages/standardise.ts';
import { jaroWinkler } from '../testing/jaro-winkler.ts';
import { makeRegister, type RegisterRow } from '../testing/register-table.ts';
import { SeededChance } from '../testing/seeded-chance.ts';
import { comparisonSql, PAIR_FACTS } from './comparison-sql.ts';
import { duckdbDialect } from './duckdb-dialect.ts';

const ROWS = 45;
const TYPES = {
  id: 'VARCHAR',
  number: 'BIGINT',
  born: 'DATE',
  other_born: 'DATE',
  place: 'VARCHAR',
  house: 'BIGINT',
  district: 'BIGINT',
  called: 'VARCHAR',
} as const;

const FIELDS: LinkModel['fields'] = {
  number: { kind: 'digits', from: 'number', length: 8 },
  born: { kind: 'date', from: 'born' },
  other_born: { kind: 'date', from: 'other_born' },
  place: { kind: 'text', from: 'place' },
  house: { kind: 'code', from: 'house' },
  district: { kind: 'code', from: 'district' },
  called: { kind: 'words', from: 'called' },
};

/** Two particles of one rank, one of another; BABY marks a name not yet given; the rest are names. */
const standardiseWord: WordStandardiser = (raw): StandardWord[] => {
  const rank = { VAN: 1, VON: 1, DE: 2 }[raw];
  if (rank) return [{ word: raw, sound: raw, part: 'minor', rank }];
  if (raw === 'BABY') return [{ word: raw, sound: raw, part: 'flag' }];
  return [{ word: raw, sound: soundOf(raw), part: 'main' }];
};
const soundOf = (word: string) => (word[0] ?? '') + word.slice(1).replace(/[AE]/g, '');

/** A record as the oracle sees it. */
interface Person {
  row: RegisterRow;
  number: string | null;
  born: Day | null;
  other_born: Day | null;
  place: string | null;
  house: string | null;
  district: string | null;
  words: { word: string; sound: string; bits: number }[];
  joined: string;
  minor: string | null;
  flag: boolean;
}
interface Day {
  text: string;
  year: number;
  month: number;
  day: number;
}

function makeRow(chance: SeededChance, i: number): RegisterRow {
  const sometimes = <T>(value: T) => (chance.happens(12) ? null : value);
  const day = () => `${1990 + chance.below(3)}-0${1 + chance.below(3)}-0${1 + chance.below(3)}`;
  const name = Array.from({ length: 1 + chance.below(3) }, () =>
    chance.pick(['BENA', 'BANA', 'ABA', 'CEDA', 'CEDAR', 'EDNA']),
  );
  if (chance.happens(40)) name.unshift(chance.pick(['VAN', 'VON', 'DE']));
  if (chance.happens(8)) name.unshift('BABY');
  const digits = [
    '12345678',
    '12345687',
    '12345679',
    '21345678',
    '12345668',
    '92345678',
    '12355678',
    '12345778',
    '87654321',
    '10000000',
    '10000001',
    '20000000',
    '19999999',
    '10010000',
    '10100000',
  ];
  return {
    id: `${i}`,
    number: sometimes(chance.pick(digits)),
    born: sometimes(day()),
    other_born: sometimes(day()),
    place: sometimes(
      chance.pick(['Main st. 1', 'MAIN ST 1', 'main st 12', 'Mian st 1', 'oak', 'oak lane', '']),
    ),
    house: sometimes(`${chance.below(4)}`),
    district: sometimes(`${chance.below(3)}`),
    called: sometimes(name.join(' ')),
  };
}

function readPerson(row: RegisterRow, bits: (sound: string) => number): Person {
  const day = (text: string | null | undefined): Day | null => {
    if (!text) return null;
    const [year = 0, month = 0, d = 0] = text.split('-').map(Number);
    return { text, year, month, day: d };
  };
  const words = (row.called ?? '')
    .split(' ')
    .filter((w) => w !== '')
    .flatMap(standardiseWord);
  const main = words
    .filter((w) => w.part === 'main')
    .map(({ word, sound }) => ({ word, sound, bits: bits(sound) }));
  return {
    row,
    number: row.number ?? null,
    born: day(row.born),
    other_born: day(row.other_born),
    place: row.place?.toUpperCase().replace(/[ .]/g, '') || null,
    house: row.house ?? null,
    district: row.district ?? null,
    words: main,
    joined: main.map((w) => w.word).join(''),
    minor: words.find((w) => w.part === 'minor')?.word ?? null,
    flag: words.some((w) => w.part === 'flag'),
  };
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const total = (p: Person) => sum(p.words.map((w) => w.bits));
const matched = (p: Person, q: Person) =>
  sum(
    p.words.filter((w) => q.words.some((v) => v.word === w.word || v.sound === w.sound)).map((w) => w.bits),
  );
const similarWords = (l: Person, r: Person) => {
  if (total(l) === 0 || total(r) === 0) return 0;
  return matched(l, r) === total(l) && matched(r, l) === total(r) ? 1 : jaroWinkler(l.joined, r.joined);
};
const rankOf = (p: Person) => (p.minor ? (standardiseWord(p.minor)[0]?.rank ?? 0) : 0);
const changed = (a: string, b: string) => [...a].flatMap((c, i) => (c === b[i] ? [] : [i]));
const startsEither = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

interface Facts {
  linkedGroup: boolean;
  kin: boolean | null;
  leftLinked: boolean;
  rightLinked: boolean;
}
type Oracle = (l: Person, r: Person, facts: Facts) => boolean;
interface Case {
  field: keyof typeof FIELDS & string;
  test: Test;
  holds: Oracle;
}
const both = <T>(a: T | null, b: T | null, check: (a: T, b: T) => boolean) =>
  a !== null && b !== null && check(a, b);

/** At least one case of every test of pairs; the type asks for it. */
const CASES: Record<Exclude<TestName, 'one-of'>, Case[]> = {
  same: [
    { field: 'number', test: { is: 'same' }, holds: (l, r) => both(l.number, r.number, (a, b) => a === b) },
    {
      field: 'born',
      test: { is: 'same' },
      holds: (l, r) => both(l.born, r.born, (a, b) => a.text === b.text),
    },
    { field: 'place', test: { is: 'same' }, holds: (l, r) => both(l.place, r.place, (a, b) => a === b) },
    { field: 'called', test: { is: 'same' }, holds: (l, r) => l.joined === r.joined },
  ],
  similar: [
    {
      field: 'place',
      test: { is: 'similar', atLeast: 0.8731 },
      holds: (l, r) => both(l.place, r.place, (a, b) => jaroWinkler(a, b) >= 0.8731),
    },
    {
      field: 'called',
      test: { is: 'similar', atLeast: 0.8731 },
      holds: (l, r) => jaroWinkler(l.joined, r.joined) >= 0.8731,
    },
  ],
  truncated: [
    {
      field: 'place',
      test: { is: 'truncated', letters: 6 },
      holds: (l, r) =>
        both(l.place, r.place, (a, b) => Math.min(a.length, b.length) >= 6 && startsEither(a, b)),
    },
    {
      field: 'called',
      test: { is: 'truncated', letters: 4 },
      holds: (l, r) => Math.min(l.joined.length, r.joined.length) >= 4 && startsEither(l.joined, r.joined),
    },
  ],
  'one-digit': [
    {
      field: 'number',
      test: { is: 'one-digit' },
      holds: (l, r) => both(l.number, r.number, (a, b) => changed(a, b).length === 1),
    },
  ],
  transposed: [
    {
      field: 'number',
      test: { is: 'transposed' },
      holds: (l, r) =>
        both(l.number, r.number, (a, b) => {
          const [i = 0, j = 0, ...more] = changed(a, b);
          return j === i + 1 && more.length === 0 && a[i] === b[j] && a[j] === b[i];
        }),
    },
  ],
  offset: [
    {
      field: 'number',
      test: { is: 'offset', by: 9 },
      holds: (l, r) => both(l.number, r.number, (a, b) => Math.abs(Number(a) - Number(b)) === 9),
    },
  ],
  prefix: [
    {
      field: 'number',
      test: { is: 'prefix', length: 5 },
      holds: (l, r) => both(l.number, r.number, (a, b) => a.slice(0, 5) === b.slice(0, 5)),
    },
  ],
  suffix: [
    {
      field: 'number',
      test: { is: 'suffix', length: 3 },
      holds: (l, r) => both(l.number, r.number, (a, b) => a.slice(-3) === b.slice(-3)),
    },
  ],
  days: [
    {
      field: 'born',
      test: { is: 'days', days: ['01-01', '02-03', '12-31'] },
      holds: (l, r) =>
        both(l.born, r.born, (a, b) =>
          [a, b].every((d) => ['1-1', '2-3', '12-31'].includes(`${d.month}-${d.day}`)),
        ),
    },
  ],
  'day-month-swapped': [
    {
      field: 'born',
      test: { is: 'day-month-swapped' },
      holds: (l, r) =>
        both(l.born, r.born, (a, b) => a.year === b.year && a.day === b.month && a.month === b.day),
    },
  ],
  parts: [
    {
      field: 'born',
      test: { is: 'parts', parts: ['day', 'year'] },
      holds: (l, r) => both(l.born, r.born, (a, b) => a.day === b.day && a.year === b.year),
    },
    {
      field: 'born',
      test: { is: 'parts', parts: ['month'] },
      holds: (l, r) => both(l.born, r.born, (a, b) => a.month === b.month),
    },
  ],
  'first-of-january': [
    {
      field: 'born',
      test: { is: 'first-of-january' },
      holds: (l, r) =>
        both(l.born, r.born, (a, b) => a.year === b.year && [a, b].some((d) => d.month === 1 && d.day === 1)),
    },
  ],
  years: [
    {
      field: 'born',
      test: { is: 'years', within: 1 },
      holds: (l, r) => both(l.born, r.born, (a, b) => Math.abs(a.year - b.year) <= 1),
    },
  ],
  crosswise: [
    {
      field: 'born',
      test: { is: 'crosswise', field: 'other_born' },
      holds: (l, r) =>
        [l.born, l.other_born].some((a) =>
          [r.born, r.other_born].some((b) => both(a, b, (x, y) => x.text === y.text)),
        ),
    },
  ],
  'other-comparison': [
    {
      field: 'born',
      test: { is: 'other-comparison', comparison: 'same_0', levels: ['missing', 'holds'] },
      holds: (l, r) => l.number === null || r.number === null || l.number === r.number,
    },
    {
      field: 'born',
      test: { is: 'other-comparison', comparison: 'same_0', levels: ['different'] },
      holds: (l, r) => both(l.number, r.number, (a, b) => a !== b),
    },
  ],
  agrees: [
    {
      field: 'house',
      test: { is: 'agrees', field: 'district' },
      holds: (l, r) => both(l.district, r.district, (a, b) => a === b),
    },
  ],
  'all-words': [0, 3].map((bits) => ({
    field: 'called',
    test: { is: 'all-words', bits },
    holds: (l, r) =>
      total(l) > 0 &&
      matched(l, r) === total(l) &&
      matched(r, l) === total(r) &&
      Math.min(matched(l, r), matched(r, l)) >= bits * 8,
  })),
  'all-words-of-one': [0, 3].map((bits) => ({
    field: 'called',
    test: { is: 'all-words-of-one', bits },
    holds: (l, r) =>
      (matched(l, r) === total(l) || matched(r, l) === total(r)) &&
      Math.min(matched(l, r), matched(r, l)) >= bits * 8,
  })),
  'some-words': [1, 4].map((bits) => ({
    field: 'called',
    test: { is: 'some-words', bits },
    holds: (l, r) => Math.min(matched(l, r), matched(r, l)) >= bits * 8,
  })),
  'similar-words': [
    {
      field: 'called',
      test: { is: 'similar-words', atLeast: 0.8731, bits: 3 },
      holds: (l, r) => similarWords(l, r) >= 0.8731 && Math.min(total(l), total(r)) >= 24,
    },
  ],
  'same-minor': [
    { field: 'called', test: { is: 'same-minor' }, holds: (l, r) => l.minor !== null && l.minor === r.minor },
  ],
  'same-rank': [
    {
      field: 'called',
      test: { is: 'same-rank' },
      holds: (l, r) => rankOf(l) !== 0 && rankOf(l) === rankOf(r),
    },
  ],
  'minor-missing': [
    { field: 'called', test: { is: 'minor-missing' }, holds: (l, r) => l.minor === null || r.minor === null },
  ],
  kin: [{ field: 'called', test: { is: 'kin' }, holds: (_l, _r, facts) => facts.kin === true }],
  'same-group': [
    {
      field: 'house',
      test: { is: 'same-group' },
      holds: (l, r) => both(l.house, r.house, (a, b) => a === b),
    },
  ],
  'linked-group': [
    { field: 'house', test: { is: 'linked-group' }, holds: (_l, _r, facts) => facts.linkedGroup },
  ],
  'other-group': [
    {
      field: 'house',
      test: { is: 'other-group' },
      holds: (_l, _r, facts) => facts.leftLinked && facts.rightLinked,
    },
  ],
};

const named = Object.entries(CASES).flatMap(([is, cases]) =>
  cases.map((c, i) => ({ ...c, name: `${is.replaceAll('-', '_')}_${i}` })),
);
const MODEL: LinkModel = {
  name: 'every test',
  fields: FIELDS,
  exactTier: { name: 'number', key: 'number', accept: [] },
  group: { field: 'house', kin: { field: 'called', similar: 0.9, near: [] } },
  blocking: [],
  comparisons: named.map(({ name, field, test: t }) => ({
    name,
    field,
    levels: [{ label: 'holds', all: [t] }],
  })),
};

/** Words are missing when there are none, or when they are somebody else's; other values when they are null. */
function isMissing({ field, test: t }: Case, l: Person, r: Person, facts: Facts): boolean {
  if (t.is === 'kin') return facts.kin === null;
  if (field === 'called') return total(l) === 0 || total(r) === 0 || l.flag || r.flag;
  return l[field as 'house'] === null || r[field as 'house'] === null;
}

function expectedCode(c: Case, l: Person, r: Person, facts: Facts): number {
  const missing = isMissing(c, l, r, facts);
  if (c.field === 'called' && missing) return 0;
  if (c.holds(l, r, facts)) return 1;
  return missing ? 0 : 2;
}

describe.each([1, 2, 3])('random registers %i', (seed) => {
  let engine: Engine;
  let people: { left: Person[]; right: Person[] };

  beforeAll(async () => {
    engine = await Engine.open({ threads: 2 });
    const chance = new SeededChance(seed);
    const rows = { left: [] as RegisterRow[], right: [] as RegisterRow[] };
    for (const side of ['left', 'right'] as const) {
      rows[side] = Array.from({ length: ROWS }, (_, i) => makeRow(chance, i));
      await makeRegister(engine, side, TYPES, rows[side]);
    }
    await standardise(engine, duckdbDialect, MODEL, { called: standardiseWord }, [
      { side: 'left', table: 'left', out: 'std_left' },
      { side: 'right', table: 'right', out: 'std_right' },
    ]);
    for (const side of ['left', 'right'])
      await engine.run(
        `CREATE OR REPLACE TABLE std_${side} AS SELECT *, k % 2 = 0 AS group_linked FROM std_${side}`,
      );
    const seen = new Map<string, number>();
    for (const row of rows.right)
      for (const raw of (row.called ?? '').split(' '))
        for (const w of raw ? standardiseWord(raw) : [])
          if (w.part === 'main') seen.set(w.sound, (seen.get(w.sound) ?? 0) + 1);
    const bits = (sound: string) => Math.round(8 * Math.log2((ROWS + 2) / ((seen.get(sound) ?? 0) + 1)));
    people = {
      left: rows.left.map((r) => readPerson(r, bits)),
      right: rows.right.map((r) => readPerson(r, bits)),
    };
  });
  afterAll(() => engine.close());

  /** Codes of all pairs, by comparison, from the SQL. The facts of a pair depend on its two rows. */
  async function codes(left: string, right: string): Promise<Record<string, number>[]> {
    const facts: Record<string, string> = {
      linked_group: '(l.k + r.k) % 3 = 0',
      kin: 'CASE (l.k * r.k) % 3 WHEN 0 THEN true WHEN 1 THEN false END',
    };
    await engine.run(`CREATE OR REPLACE TABLE pairs AS SELECT l.k AS k_left, r.k AS k_right,
      ${PAIR_FACTS.map((fact) => `${facts[fact]} AS ${fact}`).join(', ')} FROM ${left} l CROSS JOIN ${right} r`);
    return engine.rows(
      `SELECT * FROM (${comparisonSql(MODEL, duckdbDialect, { pairs: 'pairs', left, right })})`,
    );
  }

  test('every test gives the level that its definition gives', async () => {
    const rows = await codes('std_left', 'std_right');
    expect(rows).toHaveLength(ROWS * ROWS);
    const wrong: string[] = [];
    const seen = new Map<string, Set<number>>();
    for (const row of rows) {
      const [kl, kr] = [row.k_left as number, row.k_right as number];
      const [l, r] = [people.left[kl] as Person, people.right[kr] as Person];
      const facts: Facts = {
        linkedGroup: (kl + kr) % 3 === 0,
        kin: [true, false, null][(kl * kr) % 3] ?? null,
        leftLinked: kl % 2 === 0,
        rightLinked: kr % 2 === 0,
      };
      for (const c of named) {
        const [is, should] = [row[`c_${c.name}`] as number, expectedCode(c, l, r, facts)];
        if (is !== should) wrong.push(`${c.name}: ${is} not ${should} for ${JSON.stringify([l.row, r.row])}`);
        seen.set(c.name, (seen.get(c.name) ?? new Set()).add(should));
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    for (const [name, levels] of seen)
      expect(`${name}: ${levels.has(1) && levels.has(2)}`).toBe(`${name}: true`);
  });

  test('exchanging the sides exchanges nothing else', async () => {
    const key = (row: Record<string, number>) =>
      Object.entries(row)
        .filter(([name]) => name.startsWith('c_'))
        .map(([, code]) => code)
        .join();
    const there = new Map(
      (await codes('std_left', 'std_right')).map((row) => [`${row.k_left}/${row.k_right}`, key(row)]),
    );
    const back = await codes('std_right', 'std_left');
    expect(back).toHaveLength(there.size);
    expect(back.filter((row) => key(row) !== there.get(`${row.k_right}/${row.k_left}`))).toEqual([]);
  });
});
