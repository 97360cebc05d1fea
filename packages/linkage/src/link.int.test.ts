import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine } from './engine/engine.ts';
import { type LinkResult, link } from './link.ts';
import { FAMILY_COLUMNS, type Families, familyModel, makeFamilies } from './testing/families.ts';
import { linkOutcome, linksOf, type Outcome } from './testing/link-outcome.ts';
import { makeRegister } from './testing/register-table.ts';
import { SeededChance } from './testing/seeded-chance.ts';

const families = makeFamilies();

/** Links two registers in a database of their own. */
async function linkFamilies(
  { left, right }: Families,
  options: { threads?: number; setting?: string } = {},
): Promise<{ outcome: Outcome[]; result: LinkResult }> {
  const engine = await Engine.open({ threads: options.threads ?? 2 });
  try {
    if (options.setting) await engine.run(options.setting);
    await makeRegister(engine, 'left', FAMILY_COLUMNS, left);
    await makeRegister(engine, 'right', FAMILY_COLUMNS, right);
    const result = await link(engine, familyModel, { left: 'left', right: 'right' });
    return { outcome: await linkOutcome(engine), result };
  } finally {
    await engine.close();
  }
}

const person = (id: string) => id.slice(id.indexOf('-') + 1);
let base: { outcome: Outcome[]; result: LinkResult };
beforeAll(async () => {
  base = await linkFamilies(families);
});

describe('families in two registers', () => {
  const people = new Set(families.right.map((r) => person(r.id as string)));

  test('nearly everybody in both is found, hardly a wrong link', () => {
    const links = linksOf(base.outcome);
    const right = [...links].filter(([l, r]) => person(l) === person(r)).length;
    const both = families.left.filter((l) => people.has(person(l.id as string))).length;
    expect(right / both).toBeGreaterThan(0.97);
    expect(right / links.size).toBeGreaterThan(0.99);
  });

  test('the probabilities add up to the number of people without a counterpart', () => {
    const alone = families.left.filter((l) => !people.has(person(l.id as string))).length;
    const expected = base.outcome.reduce((sum, o) => sum + (o.unmatched ?? 0), 0);
    expect(alone).toBeGreaterThan(40);
    expect(Math.abs(expected - alone)).toBeLessThan(0.15 * alone);
  });

  test('nobody is linked twice, and a record is either settled exactly or weighed', () => {
    const links = linksOf(base.outcome);
    expect(new Set(links.values()).size).toBe(links.size);
    for (const { exact, unmatched } of base.outcome) expect(exact === null).toBe(unmatched !== null);
  });

  test('links are those with P(no match) below the threshold', () => {
    for (const { unmatched, scored } of base.outcome)
      if (scored !== null) expect(unmatched).toBeLessThan(0.5);
  });

  test('rows are accounted for from stage to stage', () => {
    const { result, outcome } = base;
    const exact = outcome.filter((o) => o.exact !== null).length;
    expect(result.exact?.links).toBe(exact);
    expect(result.leftRecords + exact).toBe(families.left.length);
    expect(result.rightRecords + exact).toBe(families.right.length);
    expect(result.stages.map((s) => s.stage)).toEqual([
      'exact',
      'standardise',
      'block',
      'compare',
      'train',
      'resolve',
    ]);
    expect(result.stages.at(-1)?.rowsOut).toBe(outcome.filter((o) => o.scored !== null).length);
    expect(result.rules.map((r) => r.name)).toEqual(familyModel.blocking.map((r) => r.name));
  });
});

describe('the outcome depends on the registers alone', () => {
  test('the same input gives the same outcome', async () => {
    expect((await linkFamilies(families)).outcome).toEqual(base.outcome);
  });

  test.each([1, 2])('the order of the records does not matter (%i)', async (seed) => {
    const chance = new SeededChance(seed);
    const shuffled = { left: chance.shuffled(families.left), right: chance.shuffled(families.right) };
    expect((await linkFamilies(shuffled)).outcome).toEqual(base.outcome);
  });

  test('nor does it where only some of many exact links teach', async () => {
    const many = makeFamilies({ households: 700, seed: 3, numberLost: 6 });
    const { outcome, result } = await linkFamilies(many);
    const taught = result.stages.find((s) => s.stage === 'standardise')?.detail.sampled as number;
    expect(taught).toBeLessThan(0.6 * (result.exact?.links ?? 0));
    const chance = new SeededChance(8);
    const shuffled = { left: chance.shuffled(many.left), right: chance.shuffled(many.right) };
    expect((await linkFamilies(shuffled)).outcome).toEqual(outcome);
  });

  test('nor do the number of threads and the order in which the engine hands rows on', async () => {
    expect((await linkFamilies(families, { threads: 1 })).outcome).toEqual(base.outcome);
    const anyOrder = { threads: 2, setting: 'SET preserve_insertion_order = false' };
    expect((await linkFamilies(families, anyOrder)).outcome).toEqual(base.outcome);
  });

  test('an unrelated record a side changes nobody else', async () => {
    const stranger = {
      number: '1',
      house: '1',
      called: 'Quix Yvwuzz',
      born: '1871-12-31',
      sex: '1',
      place: 'elsewhere',
    };
    const { outcome } = await linkFamilies({
      left: [...families.left, { ...stranger, id: 'zz-left' }],
      right: [
        { ...stranger, id: 'zz-right', number: '2', called: 'Fyjj Puxw', born: '1850-06-30', house: '2' },
        ...families.right,
      ],
    });
    const others = outcome.filter((o) => o.left !== 'zz-left');
    expect(linksOf(others)).toEqual(linksOf(base.outcome));
    for (const [i, o] of others.entries())
      expect(Math.abs((o.unmatched ?? 0) - (base.outcome[i]?.unmatched ?? 0))).toBeLessThan(0.02);
    expect(outcome.at(-1)).toMatchObject({ left: 'zz-left', scored: null });
    expect(outcome.at(-1)?.unmatched).toBeGreaterThan(0.9);
  });
});

describe('decisions', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.open({ threads: 2 });
    await makeRegister(engine, 'left', FAMILY_COLUMNS, families.left);
    await makeRegister(engine, 'right', FAMILY_COLUMNS, families.right);
  });
  afterAll(() => engine.close());

  async function decide(
    pairs: [left: string, right: string, same: boolean][],
  ): Promise<Map<string, Outcome>> {
    const values = pairs.map(([l, r, same]) => `('${l}', '${r}', ${same})`).join(', ');
    await engine.run(`CREATE OR REPLACE TABLE said AS
      SELECT l.rowid AS k_left, r.rowid AS k_right, v.same FROM (VALUES ${values}) v(l, r, same)
      JOIN "left" l ON l.id = v.l JOIN "right" r ON r.id = v.r`);
    await link(engine, familyModel, { left: 'left', right: 'right', decided: 'said' });
    return new Map((await linkOutcome(engine)).map((o) => [o.left, o]));
  }

  test('are obeyed, by the exact tier and by the posterior', async () => {
    const exact = base.outcome.filter((o) => o.exact !== null).slice(0, 2) as (Outcome & { exact: string })[];
    const scored = base.outcome.filter((o) => o.scored !== null).slice(0, 2) as (Outcome & {
      scored: string;
    })[];
    const [refusedExact, takenExact] = exact as [(typeof exact)[0], (typeof exact)[0]];
    const [refused, givenAway] = scored as [(typeof scored)[0], (typeof scored)[0]];
    const after = await decide([
      [refusedExact.left, refusedExact.exact, false],
      [refused.left, refused.scored, false],
      // Somebody says that these two, whom nothing connects, are one person.
      [givenAway.left, takenExact.exact, true],
    ]);
    expect(after.get(refusedExact.left)?.exact).toBeNull();
    expect(after.get(refusedExact.left)?.scored).not.toBe(refusedExact.exact);
    expect(after.get(refused.left)?.scored).not.toBe(refused.scored);
    expect(after.get(givenAway.left)).toMatchObject({ exact: null, scored: takenExact.exact });
    expect(after.get(givenAway.left)?.unmatched).toBeLessThan(0.01);
    expect(after.get(takenExact.left)?.exact).toBeNull();
    expect(after.get(takenExact.left)?.scored).not.toBe(takenExact.exact);
  });

  test('change nothing when they say what is already so', async () => {
    const scored = base.outcome.filter((o) => o.scored !== null && (o.unmatched ?? 1) < 1e-6).slice(0, 3);
    const after = await decide(scored.map((o) => [o.left, o.scored as string, true]));
    expect(linksOf([...after.values()])).toEqual(linksOf(base.outcome));
  });
});

test('many-to-many: a right record may belong to two left records', async () => {
  const twice = families.left.slice(0, 40).map((row) => ({ ...row, id: `${row.id}-again`, number: null }));
  const engine = await Engine.open({ threads: 2 });
  try {
    await makeRegister(engine, 'left', FAMILY_COLUMNS, [...families.left, ...twice]);
    await makeRegister(engine, 'right', FAMILY_COLUMNS, families.right);
    const { exactTier: _none, group: _nobody, ...rest } = familyModel;
    const model = {
      ...rest,
      blocking: rest.blocking.filter((rule) => rule.name !== 'linked house'),
      comparisons: rest.comparisons.filter((c) => c.name !== 'house'),
    };
    const unmatched = async (cardinality: 'one-to-one' | 'many-to-many') => {
      await link(engine, { ...model, cardinality }, { left: 'left', right: 'right' });
      const again = (await linkOutcome(engine, false)).filter((o) => o.left.endsWith('-again'));
      return again.reduce((sum, o) => sum + (o.unmatched ?? 0), 0);
    };
    const [one, many] = [await unmatched('one-to-one'), await unmatched('many-to-many')];
    expect(one).toBeGreaterThan(many + 10);
  } finally {
    await engine.close();
  }
});
