import type { LinkModel } from '../model/link-model.ts';
import type { ColumnTypes, RegisterRow } from './register-table.ts';
import { SeededChance } from './seeded-chance.ts';

/** Columns of the two registers of families. */
export const FAMILY_COLUMNS: ColumnTypes = {
  id: 'VARCHAR',
  number: 'BIGINT',
  house: 'BIGINT',
  called: 'VARCHAR',
  born: 'DATE',
  sex: 'TINYINT',
  place: 'VARCHAR',
};

/** A model for them: an exact tier by number, households as groups. */
export const familyModel: LinkModel = {
  name: 'families',
  fields: {
    number: { kind: 'digits', from: 'number', length: 9 },
    house: { kind: 'code', from: 'house' },
    called: { kind: 'words', from: 'called' },
    born: { kind: 'date', from: 'born' },
    sex: { kind: 'code', from: 'sex' },
    place: { kind: 'text', from: 'place' },
  },
  group: { field: 'house' },
  exactTier: {
    name: 'number',
    key: 'number',
    alone: ['house', 'born'],
    accept: [
      {
        label: 'same date and name',
        all: [
          { field: 'born', is: 'same' },
          { field: 'called', is: 'similar', atLeast: 0.9 },
        ],
      },
      {
        label: 'same date, changed name, no twin',
        all: [
          { field: 'born', is: 'same' },
          { field: 'called', is: 'similar', atLeast: 0.55 },
          { field: 'born', is: 'alone' },
        ],
      },
    ],
  },
  blocking: [
    { name: 'born', keys: [{ field: 'born', use: 'value' }] },
    { name: 'house', keys: [{ field: 'house', use: 'value' }] },
    { name: 'linked house', keys: [{ use: 'linked-group' }] },
    {
      name: 'a word, birth year',
      keys: [
        { field: 'called', use: 'any-word' },
        { field: 'born', use: 'year' },
      ],
    },
    { name: 'number', keys: [{ field: 'number', use: 'value' }] },
  ],
  comparisons: [
    {
      name: 'number',
      field: 'number',
      levels: [
        { label: 'same', all: [{ is: 'same' }], m: 0.4 },
        { label: 'one digit', all: [{ is: 'one-digit' }], m: 0.3 },
      ],
    },
    {
      name: 'born',
      field: 'born',
      levels: [
        { label: 'same', all: [{ is: 'same' }] },
        { label: 'swapped', all: [{ is: 'day-month-swapped' }] },
        { label: 'years near', all: [{ is: 'years', within: 2 }] },
      ],
    },
    {
      name: 'called',
      field: 'called',
      levels: [
        { label: 'all', all: [{ is: 'all-words', bits: 0 }] },
        { label: 'alike', all: [{ is: 'similar-words', atLeast: 0.88, bits: 0 }] },
        { label: 'a word', all: [{ is: 'some-words', bits: 1 }] },
      ],
    },
    {
      name: 'house',
      field: 'house',
      levels: [
        { label: 'same', all: [{ is: 'same-group' }] },
        { label: 'linked', all: [{ is: 'linked-group' }] },
      ],
    },
    { name: 'sex', field: 'sex', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
    { name: 'place', field: 'place', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
  ],
};

/** Two registers of the same families; the number after the dash of an id is the person. */
export interface Families {
  left: RegisterRow[];
  right: RegisterRow[];
}

const SYLLABLES = 'ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to'.split(
  ' ',
);

/**
 * Families of one to four people. Nearly all of `households` are on the left, most of them on the right too,
 * where `numberLost` per cent of the numbers are missing or mistyped, names are misspelt and people have moved.
 */
export function makeFamilies({ households = 220, seed = 1, numberLost = 35 } = {}): Families {
  const chance = new SeededChance(seed);
  const families: Families = { left: [], right: [] };
  let person = 0;
  for (let house = 1; house <= households; house++) {
    const surname = makeName(chance, 3);
    const place = `${1 + chance.below(90)} ${makeName(chance, 2)} street`;
    for (let i = 0; i <= chance.below(4); i++) {
      const row: RegisterRow = {
        number: String(100_000_000 + person * 7919 + chance.below(7000)),
        house: String(5000 + house),
        called: `${makeName(chance, 2 + chance.below(2))} ${surname}`,
        born: makeDate(chance),
        sex: String(1 + chance.below(2)),
        place,
      };
      if (!chance.happens(5)) families.left.push({ ...row, id: `l-${person}` });
      if (!chance.happens(15))
        families.right.push({ ...rewritten(chance, row, numberLost), id: `r-${person}` });
      person++;
    }
  }
  return families;
}

function rewritten(chance: SeededChance, row: RegisterRow, numberLost: number): RegisterRow {
  const out = { ...row };
  if (chance.happens(numberLost))
    out.number = chance.happens(50) ? null : mistyped(chance, row.number as string);
  if (chance.happens(12)) out.called = misspelt(chance, row.called as string);
  if (chance.happens(5)) out.born = chance.happens(50) ? null : makeDate(chance);
  if (chance.happens(10)) out.place = `${chance.below(90)} ${makeName(chance, 2)} street`;
  if (chance.happens(10)) out.house = String(9000 + chance.below(500));
  return out;
}

function makeName(chance: SeededChance, syllables: number): string {
  return Array.from({ length: syllables }, () => chance.pick(SYLLABLES)).join('');
}

function makeDate(chance: SeededChance): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${1940 + chance.below(80)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
}

function mistyped(chance: SeededChance, number: string): string {
  const at = 1 + chance.below(number.length - 1);
  return number.slice(0, at) + ((Number(number[at]) + 1 + chance.below(9)) % 10) + number.slice(at + 1);
}

function misspelt(chance: SeededChance, name: string): string {
  const at = 1 + chance.below(name.length - 2);
  return name.slice(0, at) + name.slice(at + 1);
}
