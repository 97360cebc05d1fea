import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { duckdbDialect } from './compile/duckdb-dialect.ts';
import { patternCodes, patternLayout } from './compile/pattern-layout.ts';
import { Engine } from './engine/engine.ts';
import { type LinkInput, link } from './link.ts';
import type { LinkModel } from './model/link-model.ts';
import { plainWords, type WordStandardiser } from './model/word-standardiser.ts';
import { findFurtherRight } from './stages/further.ts';
import { FAMILY_COLUMNS, familyModel, makeFamilies } from './testing/families.ts';
import { linkOutcome, linksOf, type Outcome } from './testing/link-outcome.ts';
import { makeRegister, type RegisterRow } from './testing/register-table.ts';

const families = makeFamilies({ seed: 4 });
const person = (id: string) => id.slice(id.indexOf('-') + 1);

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 2 });
});
afterAll(() => engine.close());
let left: RegisterRow[];
let right: RegisterRow[];
beforeEach(() => {
  left = [...families.left];
  right = [...families.right];
});

async function run(
  model: LinkModel = familyModel,
  options: Partial<LinkInput> = {},
): Promise<Map<string, Outcome>> {
  await makeRegister(engine, 'left', FAMILY_COLUMNS, left);
  await makeRegister(engine, 'right', FAMILY_COLUMNS, right);
  await link(engine, model, { left: 'left', right: 'right', ...options });
  return new Map((await linkOutcome(engine, model.exactTier !== undefined)).map((o) => [o.left, o]));
}

test('numbers exchanged within a household go back to their people', async () => {
  const adam = {
    number: '900000001',
    house: '800',
    called: 'Adam Quillon',
    born: '1960-03-02',
    sex: '1',
    place: 'mill 3',
  };
  const eva = { ...adam, number: '900000002', called: 'Eva Quillon', born: '1963-11-21', sex: '2' };
  left.push({ ...adam, id: 'l-adam' }, { ...eva, id: 'l-eva' });
  right.push({ ...adam, number: eva.number, id: 'r-adam' }, { ...eva, number: adam.number, id: 'r-eva' });
  const outcome = await run();
  expect(outcome.get('l-adam')).toMatchObject({ exact: null, scored: 'r-adam' });
  expect(outcome.get('l-eva')).toMatchObject({ exact: null, scored: 'r-eva' });
});

test("a child entered under its mother's name is found through her", async () => {
  const babyWords: WordStandardiser = (raw) =>
    raw === 'BABY' ? [{ word: raw, sound: raw, part: 'flag' }] : plainWords(raw);
  const model: LinkModel = {
    ...familyModel,
    group: {
      field: 'house',
      kin: { field: 'called', similar: 0.9, near: ['place'], before: '^BABY (OF )?(MRS )?' },
    },
    comparisons: [
      ...familyModel.comparisons,
      {
        name: 'mother',
        field: 'called',
        levels: [{ label: 'same', all: [{ is: 'kin' }], m: 0.9, u: 0.001 }],
      },
    ],
  };
  const mother = {
    number: '900000010',
    house: '801',
    called: 'Salome Winterhalter',
    born: '1990-07-09',
    sex: '2',
    place: 'mill 4',
  };
  const child = {
    ...mother,
    number: '900000011',
    called: 'Nepomuk Winterhalter',
    born: '2024-05-01',
    sex: '1',
  };
  left.push({ ...mother, id: 'l-mother' }, { ...child, id: 'l-child' });
  right.push({ ...mother, number: null, id: 'r-mother' });
  right.push({
    ...child,
    number: null,
    called: 'Baby of Mrs Salome Winterhalter',
    id: 'r-child',
  });
  const outcome = await run(model, { standardisers: { called: babyWords } });
  expect(outcome.get('l-mother')?.scored).toBe('r-mother');
  expect(outcome.get('l-child')?.scored).toBe('r-child');

  // The child has somebody of that name in its house; the mother has nobody but herself.
  const layout = patternLayout(model);
  const codes = await engine.rows<{ id: string; pattern: number }>(`
    SELECT l.id, c.pattern FROM compared c JOIN "left" l ON l.rowid = c.k_left JOIN "right" r ON r.rowid = c.k_right
    WHERE r.id = 'r-child' AND l.id IN ('l-child', 'l-mother') ORDER BY l.id`);
  expect(codes.map(({ id, pattern }) => [id, patternCodes(layout, pattern).at(-1)])).toEqual([
    ['l-child', 1],
    ['l-mother', 2],
  ]);
});

test('groups make sense without an exact tier too', async () => {
  const { exactTier: _none, ...rest } = familyModel;
  const house = rest.comparisons.find((c) => c.name === 'house');
  const model: LinkModel = {
    ...rest,
    blocking: rest.blocking.filter((rule) => rule.name !== 'linked house'),
    comparisons: rest.comparisons.map((c) =>
      c === house ? { ...house, levels: house.levels.slice(0, 1) } : c,
    ),
  };
  const links = linksOf([...(await run(model)).values()]);
  const good = [...links].filter(([l, r]) => person(l) === person(r)).length;
  expect(good).toBeGreaterThan(0.95 * links.size);
  expect(links.size).toBeGreaterThan(0.9 * Math.min(left.length, right.length) * 0.85);
});

test('further records of one person on the right are found and not linked twice', async () => {
  const twice = right.filter((r) => r.number !== null && left.some((l) => l.number === r.number)).slice(0, 6);
  right.push(
    ...twice.slice(0, 3).map((r) => ({ ...r, id: `${r.id}-key` })),
    ...twice.slice(3).map((r) => ({ ...r, number: null, id: `${r.id}-date` })),
  );
  await makeRegister(engine, 'left', FAMILY_COLUMNS, left);
  await makeRegister(engine, 'right', FAMILY_COLUMNS, right);
  const { priorWeight } = await link(engine, familyModel, { left: 'left', right: 'right' });
  const places = ['house'];
  const input = { left: 'left', right: 'right', priorWeight, names: 'called', date: 'born', places };
  await findFurtherRight(engine, duckdbDialect, familyModel, input);
  const found = await engine.rows<{ id: string; other: string; reason: string }>(`
    SELECT r.id, o.id AS other, f.reason FROM further_right f JOIN "right" r ON r.rowid = f.k_right
    JOIN "right" o ON o.rowid = f.other_right ORDER BY r.id`);
  const reasonOf = new Map(found.map((f) => [f.id, f]));
  for (const r of twice) {
    const again = reasonOf.get(`${r.id}-key`) ?? reasonOf.get(`${r.id}-date`) ?? reasonOf.get(r.id as string);
    expect(again, String(r.id)).toBeDefined();
    expect(person(again?.other ?? '').split('-')[0]).toBe(person(String(r.id)));
  }
  expect(new Set(found.map((f) => f.reason)).has('key')).toBe(true);
  expect(found.length).toBeLessThan(twice.length + 4);
});

test('narrowing to the right records that can matter links the same people', async () => {
  const lone = {
    number: null,
    house: '802',
    called: 'Leopoldine Fuchsbichler',
    born: '1977-08-30',
    sex: '2',
    place: 'mill 5',
  };
  left = [...families.left.filter((l) => Number(l.house) <= 5012), { ...lone, id: 'l-lone' }];
  right.push({ ...lone, born: null, id: 'r-lone' });
  const whole = linksOf([...(await run()).values()]);
  const narrowed = linksOf([...(await run({ ...familyModel, narrowing: ['born', 'house'] })).values()]);
  expect(whole.size).toBeGreaterThan(15);
  expect(narrowed).toEqual(whole);
  expect(narrowed.get('l-lone')).toBe('r-lone');
});
