import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { duckdbDialect } from '../compile/duckdb-dialect.ts';
import { Engine } from '../engine/engine.ts';
import { link } from '../link.ts';
import type { LinkModel } from '../model/link-model.ts';
import { plainWords } from '../model/word-standardiser.ts';
import { FAMILY_COLUMNS, familyModel, makeFamilies } from '../testing/families.ts';
import { linkOutcome, linksOf } from '../testing/link-outcome.ts';
import { makeRegister } from '../testing/register-table.ts';
import { PreparedRight, prepareRight } from './prepare-right.ts';
import { carriedColumn, standardise } from './standardise.ts';

const families = makeFamilies();
const SCHEMA = 'memory.main';
let engine: Engine;
beforeEach(async () => {
  engine = await Engine.open({ threads: 2 });
  await makeRegister(engine, 'left', FAMILY_COLUMNS, families.left);
  await makeRegister(engine, 'right', FAMILY_COLUMNS, families.right);
});
afterEach(() => engine.close());

const find = (model: LinkModel, standardisers = {}, carry: string[] = []) =>
  PreparedRight.find(engine, model, SCHEMA, { standardisers, carry });

describe('a register prepared once', () => {
  test('links the same people as one that was not', async () => {
    await link(engine, familyModel, { left: 'left', right: 'right' });
    const without = linksOf(await linkOutcome(engine));
    await prepareRight(engine, familyModel, { right: 'right' });
    await link(engine, familyModel, { left: 'left', right: 'right', prepared: SCHEMA });
    const prepared = linksOf(await linkOutcome(engine));
    const same = [...prepared].filter(([l, r]) => without.get(l) === r).length;
    expect(without.size).toBeGreaterThan(200);
    // Words are as frequent as in the whole register, not as in what the key left over.
    expect(same).toBeGreaterThan(0.99 * without.size);
    expect(prepared.size).toBeLessThan(1.01 * without.size);
  });

  test('narrowed, it gives the records that agree with somebody', async () => {
    const one = families.left.slice(0, 12);
    await makeRegister(engine, 'left', FAMILY_COLUMNS, one);
    const model: LinkModel = { ...familyModel, exactTier: undefined, narrowing: ['born', 'place'] };
    await prepareRight(engine, model, { right: 'right' });
    await link(engine, model, { left: 'left', right: 'right', prepared: SCHEMA });
    const picked = (await engine.rows<{ id: string }>('SELECT id FROM std_right')).map((r) => r.id);
    const fold = (text: string | null | undefined) => text?.toUpperCase().replace(/[^A-Z0-9]/g, '') || null;
    const agrees = families.right.filter((r) =>
      one.some((l) => (l.born && l.born === r.born) || (fold(l.place) && fold(l.place) === fold(r.place))),
    );
    expect(picked.length).toBeGreaterThan(0);
    expect(picked.length).toBeLessThan(families.right.length);
    expect(picked.sort()).toEqual(agrees.map((r) => r.id).sort());
  });

  test('every record comes back as it was, whatever stands in its texts', async () => {
    const odd = ['\u001b', '\u001e', '\u001f', 'a\u001fb', '\u001be\u001e', '', ' ', null];
    const rows = odd.map((place, i) => ({
      id: `r${i}${place ?? ''}`,
      called: place,
      place,
      born: '2001-02-03',
    }));
    await makeRegister(engine, 'right', FAMILY_COLUMNS, rows);
    const model: LinkModel = {
      ...familyModel,
      exactTier: undefined,
      fields: { ...familyModel.fields, spot: { kind: 'code', from: 'place' } },
    };
    await prepareRight(engine, model, { right: 'right', carry: ['place', 'called'] });
    const carry = { left: [], right: ['place', 'called'] };
    await link(engine, model, { left: 'left', right: 'right', prepared: SCHEMA, carry });
    const all = () => engine.rows('SELECT * FROM std_right ORDER BY k');
    const back = await all();
    await standardise(engine, duckdbDialect, model, {}, [
      { side: 'right', table: 'right', out: 'std_right', own: ['place', 'called'] },
    ]);
    expect(back).toEqual(await all());
    const place = carriedColumn(model, 'right', 'place');
    expect(place).toBe('spot');
    expect(back.map((r) => r[place])).toEqual(odd);
    expect(back.map((r) => r.own_called)).toEqual(odd);
  });

  test('is not used for other fields, other columns or by another standardiser', async () => {
    await prepareRight(engine, familyModel, { right: 'right', carry: ['place'] });
    expect(await find(familyModel, {}, ['place'])).toBeDefined();
    expect(await find(familyModel)).toBeUndefined();
    const fields = { ...familyModel.fields, place: { kind: 'code', from: 'place' } as const };
    expect(await find({ ...familyModel, fields }, {}, ['place'])).toBeUndefined();
    const backwards = (raw: string) => plainWords([...raw].reverse().join(''));
    expect(await find(familyModel, { called: backwards }, ['place'])).toBeUndefined();
  });
});
