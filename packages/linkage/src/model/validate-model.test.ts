import { describe, expect, test } from 'vitest';
import { febrlModel } from '../../examples/febrl/model.ts';
import { ModelError } from '../compile/test-sql.ts';
import type { LinkModel } from './link-model.ts';
import { parseModel, sqlSources } from './validate-model.ts';

/** A model that uses nearly everything. */
const complete: LinkModel = {
  name: 'complete',
  fields: {
    number: { kind: 'digits', from: 'number', length: 9 },
    house: { kind: 'code', from: { left: 'house_no', right: 'family' } },
    called: { kind: 'words', from: 'full_name' },
    born: { kind: 'date', from: 'birth' },
    born_text: { kind: 'date', from: 'birth_text', format: '%d/%m/%Y' },
    place: { kind: 'text', from: 'place' },
    state: { kind: 'code', from: { right: 'state' } },
  },
  cardinality: 'one-to-one',
  narrowing: ['house', 'born'],
  group: { field: 'house', kin: { field: 'called', similar: 0.9, near: ['place'], before: '\\bMRS\\b' } },
  exactTier: {
    name: 'number',
    key: 'number',
    alone: ['house', 'born'],
    unlike: [
      { field: 'called', is: 'similar', atLeast: 0.5 },
      { field: 'born', is: 'same' },
    ],
    accept: [
      {
        label: 'same person',
        all: [
          { field: 'born', is: 'parts', parts: ['year', 'month'] },
          { field: 'called', is: 'similar', atLeast: 0.9 },
        ],
      },
      {
        label: 'no date',
        all: [
          { field: 'born', is: 'missing' },
          { field: 'born', is: 'alone' },
        ],
      },
    ],
  },
  blocking: [
    { name: 'house', keys: [{ field: 'house', use: 'value' }], cap: 500 },
    { name: 'linked', keys: [{ use: 'linked-group' }] },
    { name: 'number', keys: [{ field: 'number', use: 'first', digits: 6 }] },
    { name: 'either date', keys: [{ field: 'born', use: 'crosswise', other: 'born_text' }] },
    {
      name: 'a word',
      keys: [
        { field: 'called', use: 'any-word' },
        { field: 'born', use: 'year' },
      ],
    },
  ],
  comparisons: [
    {
      name: 'number',
      field: 'number',
      levels: [
        { label: 'same', all: [{ is: 'same' }], m: 0.8 },
        { label: 'slip', all: [{ is: 'one-digit' }], m: 0.1, u: 0.001 },
        { label: 'begins alike', all: [{ is: 'prefix', length: 4 }] },
      ],
    },
    {
      name: 'born',
      field: 'born',
      levels: [
        { label: 'same', all: [{ is: 'same' }] },
        {
          label: 'same by the other',
          all: [
            { is: 'crosswise', field: 'born_text' },
            { is: 'other-comparison', comparison: 'number', levels: ['missing', 'slip', 'different'] },
          ],
        },
      ],
    },
    {
      name: 'called',
      field: 'called',
      levels: [
        { label: 'all', all: [{ is: 'all-words', bits: 4 }] },
        { label: 'begins alike', all: [{ is: 'truncated', letters: 5 }] },
      ],
    },
    { name: 'mother', field: 'called', levels: [{ label: 'same', all: [{ is: 'kin' }] }] },
    {
      name: 'house',
      field: 'house',
      levels: [
        { label: 'same', all: [{ is: 'same-group' }] },
        { label: 'linked', all: [{ is: 'linked-group' }] },
        { label: 'same place', all: [{ is: 'agrees', field: 'place' }] },
      ],
    },
    { name: 'place', field: 'place', levels: [{ label: 'alike', all: [{ is: 'similar', atLeast: 0.9 }] }] },
    {
      name: 'state',
      field: 'state',
      side: 'right',
      levels: [{ label: 'open', all: [{ is: 'one-of', values: ['open', 'new'] }] }],
    },
  ],
  person: ['born', 'called'],
  training: { randomSample: 400, maxRounds: 20, tolerance: 0.001 },
};

type Json = Record<string | number, unknown>;

/** The complete model with the entry at a path replaced (or, for undefined, removed). */
function changed(path: (string | number)[], value: unknown): unknown {
  const model = structuredClone(complete) as unknown as Json;
  let at = model;
  for (const key of path.slice(0, -1)) at = at[key] as Json;
  const last = path.at(-1) as string | number;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return model;
}

function problemOf(json: unknown): string {
  try {
    parseModel(json);
  } catch (error) {
    expect(error).toBeInstanceOf(ModelError);
    return (error as Error).message;
  }
  return 'no problem';
}

test('a good model comes back as it went in, as a copy that survives JSON', () => {
  const json = JSON.parse(JSON.stringify(complete));
  const model = parseModel(json);
  expect(model).toEqual(complete);
  json.fields.born.from = 'elsewhere';
  expect(model.fields.born).toEqual({ kind: 'date', from: 'birth' });
});

describe('what is wrong is said with its path and with what is allowed', () => {
  test.each<[path: (string | number)[], value: unknown, says: string]>([
    [['name'], '', 'name: "" is not allowed; allowed: a text that is not empty'],
    [['blockings'], [], 'blockings: unknown entry; allowed: name, fields, blocking, comparisons'],
    [['comparisons'], undefined, 'comparisons: missing'],
    [['comparisons'], [], 'comparisons: [] is not allowed; allowed: a list with at least one entry'],
    [['cardinality'], 'one-to-many', 'cardinality: "one-to-many" is not allowed; allowed: one-to-one'],
    [
      ['fields', 'born', 'kind'],
      'day',
      'fields.born.kind: "day" is not allowed; allowed: words, date, digits',
    ],
    [['fields', 'born', 'from'], undefined, 'fields.born.from: missing'],
    [['fields', 'born', 'form'], 'x', 'fields.born.form: unknown entry; allowed: kind, from, format'],
    [['fields', 'house', 'from', 'right'], undefined, 'fields.house.from.right: missing'],
    [
      ['fields', 'number', 'length'],
      30,
      'fields.number.length: 30 is not allowed; allowed: a whole number from 1 to 18',
    ],
    [
      ['fields', 'Born'],
      { kind: 'code', from: 'x' },
      "fields.Born: 'Born' is not a name; allowed: lower-case",
    ],
    [['fields', 'x"; drop'], { kind: 'code', from: 'x' }, 'is not a name; allowed: lower-case'],
    [['fields', 'order'], { kind: 'code', from: 'x' }, "fields.order: 'order' is a reserved word"],
    [
      ['fields', 'born_year'],
      { kind: 'code', from: 'x' },
      "fields.born_year: needs a column 'born_year', which 'born' has",
    ],
    [['group', 'field'], 'home', 'group.field: "home" is not allowed; allowed: number, house, called'],
    [
      ['group', 'field'],
      'called',
      "group.field: this does not fit 'called', which is words; allowed: a field of code, digits",
    ],
    [['group', 'kin', 'field'], 'place', "group.kin.field: this does not fit 'place', which is text"],
    [['group', 'kin', 'near', 0], 'called', "group.kin.near[0]: this does not fit 'called'"],
    [['exactTier', 'key'], 'nothing', 'exactTier.key: "nothing" is not allowed; allowed: number, house'],
    [['exactTier', 'alone'], undefined, "exactTier.accept[1].all[1]: 'alone' needs exactTier.alone"],
    [
      ['group', 'kin', 'before'],
      '\bMRS',
      'group.kin.before: "\\bMRS" is not allowed; allowed: a regular expression without control',
    ],
    [
      ['group', 'kin', 'before'],
      '(MRS',
      'group.kin.before: "(MRS" is not allowed; allowed: a regular expression',
    ],
    [['narrowing', 1], 'called', "narrowing[1]: this does not fit 'called', which is words"],
    [['exactTier', 'unlike', 1, 'is'], 'alone', "exactTier.unlike[1]: 'alone' needs exactTier.alone"],
    [
      ['exactTier', 'accept', 2],
      { label: 'third', all: [{ field: 'born', is: 'same' }] },
      "exactTier.accept[1]: a list with 'alone' comes before one without",
    ],
    [
      ['comparisons', 4, 'levels', 2, 'all', 0, 'field'],
      'called',
      "all[0].field: this does not fit 'called', which is words",
    ],
    [
      ['exactTier', 'accept', 1, 'label'],
      'same person',
      "exactTier.accept[1].label: 'same person' is used twice",
    ],
    [
      ['exactTier', 'accept', 0, 'all', 0, 'field'],
      'born_text',
      "'born_text' is text with a format, which the exact tier",
    ],
    [
      ['exactTier', 'accept', 0, 'all', 0, 'field'],
      'place',
      "'parts' does not fit 'place', which is text; allowed: a field of date",
    ],
    [
      ['exactTier', 'accept', 0, 'all', 0, 'parts'],
      ['week'],
      'parts[0]: "week" is not allowed; allowed: year, month, day',
    ],
    [
      ['exactTier', 'accept', 0, 'all', 0, 'is'],
      'one-digit',
      'is: "one-digit" is not allowed; allowed: missing, alone, same',
    ],
    [
      ['blocking', 0, 'crowded'],
      [{ field: 'hous', use: 'value' }],
      'blocking[0].crowded[0].field: "hous" is not allowed; allowed: number, house, called, born, born_text',
    ],
    [['blocking', 0, 'cap'], 0, 'blocking[0].cap: 0 is not allowed; allowed: a whole number from 1'],
    [['blocking', 0, 'name'], 'linked', "blocking[1].name: 'linked' is used twice"],
    [
      ['blocking', 0, 'keys', 0, 'field'],
      'hous',
      'blocking[0].keys[0].field: "hous" is not allowed; allowed: number, house',
    ],
    [
      ['blocking', 0, 'keys', 0, 'use'],
      'any-word',
      "blocking[0].keys[0].field: the key 'any-word' does not fit 'house', which is code; allowed: a field of words",
    ],
    [
      ['blocking', 2, 'keys', 0, 'digits'],
      10,
      'blocking[2].keys[0].digits: 10 is not allowed; allowed: a whole number from 1 to 9',
    ],
    [
      ['blocking', 3, 'keys', 0, 'other'],
      'place',
      "blocking[3].keys[0].other: this does not fit 'place', which is text; allowed: a field of date",
    ],
    [
      ['blocking', 4, 'keys', 1],
      { field: 'born', use: 'crosswise', other: 'born_text' },
      'blocking[4]: any-word and crosswise: more than one key with several values',
    ],
    [['blocking', 0, 'keys', 1], { use: 'linked-group' }, "blocking[0]: 'linked-group' has company"],
    [['comparisons', 0, 'name'], 'Number', "comparisons[0].name: 'Number' is not a name"],
    [['comparisons', 1, 'name'], 'number', "comparisons[1].name: 'number' is used twice"],
    [
      ['comparisons', 0, 'field'],
      'numbr',
      'comparisons[0].field: "numbr" is not allowed; allowed: number, house',
    ],
    [['comparisons', 0, 'levels', 0, 'all'], [], 'comparisons[0].levels[0].all: [] is not allowed'],
    [
      ['comparisons', 0, 'levels', 0, 'label'],
      'different',
      "comparisons[0].levels[0].label: 'different' is used twice",
    ],
    [
      ['comparisons', 0, 'levels', 1, 'label'],
      'same',
      "comparisons[0].levels[1].label: 'same' is used twice",
    ],
    [
      ['comparisons', 0, 'levels', 0, 'm'],
      1,
      'comparisons[0].levels[0].m: 1 is not a probability; allowed: more than 0 and less than 1',
    ],
    [['comparisons', 0, 'levels', 1, 'u'], '0.1', 'comparisons[0].levels[1].u: "0.1" is not a probability'],
    [['comparisons', 0, 'levels', 0, 'm'], 0.95, 'comparisons[0].levels: the m of all levels add up to 1.05'],
    [
      ['comparisons', 0, 'levels', 1, 'all', 0, 'is'],
      'one digit',
      'all[0].is: "one digit" is not allowed; allowed: same, similar',
    ],
    [
      ['comparisons', 0, 'levels', 1, 'all', 0, 'is'],
      'same-minor',
      "'same-minor' does not fit 'number', which is digits; allowed: 'same-minor' on words",
    ],
    [
      ['comparisons', 0, 'levels', 2, 'all', 0, 'length'],
      12,
      'length: 12 is not allowed; allowed: a whole number from 1 to 9',
    ],
    [
      ['comparisons', 1, 'levels', 1, 'all', 0, 'field'],
      'place',
      "all[0].field: this does not fit 'place', which is text; allowed: a field of date",
    ],
    [
      ['comparisons', 1, 'levels', 1, 'all', 1, 'comparison'],
      'house',
      'all[1].comparison: "house" is not allowed; allowed: number',
    ],
    [
      ['comparisons', 1, 'levels', 1, 'all', 1, 'levels', 1],
      'slipped',
      'levels[1]: "slipped" is not allowed; allowed: missing, same, slip, begins alike, different',
    ],
    [
      ['comparisons', 2, 'levels', 0, 'all', 0, 'bits'],
      '0 OR 1=1',
      'bits: "0 OR 1=1" is not allowed; allowed: a number from 0 to 96',
    ],
    [
      ['comparisons', 4, 'field'],
      'number',
      "comparisons[4].levels[0].all[0]: 'same-group' is about groups, and 'number' is not group.field",
    ],
    [
      ['comparisons', 5, 'levels', 0, 'all', 0, 'atLeast'],
      90,
      'atLeast: 90 is not allowed; allowed: a number from 0 to 1',
    ],
    [
      ['comparisons', 0, 'side'],
      'right',
      "comparisons[0].levels[0].all[0]: 'same' looks at pairs; allowed: 'one-of'",
    ],
    [['comparisons', 0, 'side'], 'right', 'comparisons[1]: comes after a comparison of the right record'],
    [
      ['comparisons', 6, 'side'],
      undefined,
      "'one-of' looks at the right record alone; allowed: a comparison with side 'right'",
    ],
    [['comparisons', 6, 'side'], 'left', 'comparisons[6].side: "left" is not allowed; allowed: right'],
    [['comparisons', 6, 'levels', 0, 'all', 0, 'values', 1], 7, 'values[1]: 7 is not allowed'],
    [['person', 0], 'name', 'person[0]: "name" is not allowed; allowed: number, born, called'],
    [['training', 'tolerance'], 0, 'training.tolerance: 0 is not a probability'],
    [
      ['training', 'rounds'],
      5,
      'training.rounds: unknown entry; allowed: randomSample, maxRounds, tolerance',
    ],
  ])('%j = %j', (path, value, says) => {
    expect(problemOf(changed(path, value))).toContain(says);
  });

  test.each([null, 'model', 12, [complete]])('%j is not a model', (json) => {
    expect(problemOf(json)).toContain('model: ');
  });

  test('tests that need the exact tier or the group say so', () => {
    const noTier = problemOf(changed(['exactTier'], undefined));
    expect(noTier).toContain("blocking[1].keys[0]: 'linked-group' needs what an exact tier says");
    expect(noTier).toContain("comparisons[4].levels[1].all[0]: 'linked-group' needs what an exact tier says");
    const noGroup = problemOf(changed(['group'], undefined));
    expect(noGroup).toContain("comparisons[3].levels[0].all[0]: 'kin' needs group.kin on 'called'");
    expect(noGroup).toContain("comparisons[4].levels[0].all[0]: 'same-group' is about groups");
  });

  test('all problems are listed at once', () => {
    const twice = changed(['name'], 5) as Json;
    (twice.training as Json).maxRounds = 0;
    expect(problemOf(twice)).toMatch(/name: 5 is not allowed.*\n.*training.maxRounds: 0 is not allowed/);
  });
});

test('more than 30 rules are too many', () => {
  const rules = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ name: `rule ${i}`, keys: [{ field: 'place', use: 'value' }] }));
  expect(problemOf(changed(['blocking'], rules(30)))).toBe('no problem');
  expect(problemOf(changed(['blocking'], rules(31)))).toContain(
    'blocking: 31 rules are too many; allowed: at most 30',
  );
});

test('patterns must fit a number that JavaScript holds exactly', () => {
  const comparisons = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      name: `c${i}`,
      field: 'place',
      levels: [
        { label: 'same', all: [{ is: 'same' }] },
        { label: 'alike', all: [{ is: 'similar', atLeast: 0.8 }] },
      ],
    }));
  const { person, ...model } = changed(['comparisons'], comparisons(26)) as Json;
  expect(person).toBeDefined();
  expect(problemOf(model)).toBe('no problem');
  expect(problemOf(changed(['comparisons'], comparisons(27)))).toContain('more than 2^52 patterns');
});

describe('SQL in a model', () => {
  const sql = "concat_ws(' ', t.given_name, t.surname)";

  test('is refused in a file', () => {
    expect(problemOf(febrlModel)).toContain(
      'fields.name.from.sql: SQL is code, and this file is not trusted',
    );
    expect(() => parseModel(febrlModel, { trustSql: [] })).toThrow(ModelError);
    expect(() => parseModel(febrlModel, { trustSql: ['t.surname'] })).toThrow(ModelError);
  });

  test('is taken from who is trusted, or when it is known word for word', () => {
    expect(parseModel(febrlModel, { trustSql: true })).toEqual(febrlModel);
    expect(parseModel(febrlModel, { trustSql: [sql] })).toEqual(febrlModel);
    expect(sqlSources(febrlModel)).toEqual([sql]);
    expect(sqlSources(complete)).toEqual([]);
  });

  test('names of JavaScript objects are not fields', () => {
    expect(problemOf(changed(['comparisons', 0, 'field'], 'constructor'))).toContain(
      'comparisons[0].field: "constructor"',
    );
    expect(problemOf(changed(['blocking', 0, 'keys', 0, 'use'], 'toString'))).toContain(
      '"toString" is not allowed',
    );
  });
});
