import type { Village } from './areas.ts';
import { type BirthDate, monthLength } from './birth-date.ts';
import { addChildren, nameAfter } from './children.ts';
import { mobileNumber } from './numbers.ts';
import { dateAtAge, issueNik, person } from './person.ts';
import { CULTURES, type Culture } from './person-name.ts';
import { type Random, Weighted } from './random.ts';
import type { Household, Person, Relation, World } from './world.ts';

type Shape = 'single' | 'couple' | 'nuclear' | 'lone-parent' | 'three-generation' | 'elder-with-child';
const SHAPES = new Weighted<Shape>([
  ['single', 12],
  ['couple', 12],
  ['nuclear', 48],
  ['lone-parent', 8],
  ['three-generation', 13],
  ['elder-with-child', 7],
]);
const SHAPES_MIGRANT = new Weighted<Shape>([
  ['single', 27],
  ['couple', 16],
  ['nuclear', 46],
  ['lone-parent', 7],
  ['three-generation', 3],
  ['elder-with-child', 1],
]);
const STREETS = [
  'Gunung Agung',
  'Gatot Subroto',
  'Imam Bonjol',
  'Raya Sesetan',
  'Tukad Badung',
  'Pulau Moyo',
  'Hayam Wuruk',
  'Kenyeri',
  'Cokroaminoto',
  'Raya Kerobokan',
  'Pahlawan',
  'Diponegoro',
  'Sudirman',
  'Mertanadi',
  'Danau Tempe',
  'Buana Raya',
  'Raya Kuta',
  'Ngurah Rai',
  'Batukaru',
  'Gajah Mada',
];

/** Builds one household of at most `room` people living in the village. */
export function buildHousehold(world: World, village: Village, room: number): Household {
  const { random } = world;
  const culture = (CULTURES[village.regency] as Weighted<Culture>).draw(random);
  const migrant = culture !== 'bali' && culture !== 'titled' ? random.chance(0.85) : random.chance(0.12);
  const banjar = random.pick(village.banjars);
  const house = random.between(1, 240);
  const household: Household = {
    village,
    banjar,
    address: random.chance(village.code[9] === '1' ? 0.72 : 0.3)
      ? `Jl. ${random.pick(STREETS)} No. ${house}`
      : `Br. ${banjar}`,
    kk: world.kks.issue(village.prefix, kkDate(random), false),
    oldKk: '',
    culture,
    migrant,
    phone: random.chance(0.9) ? mobileNumber(random) : '',
    people: [],
  };
  if (random.chance(0.45))
    household.oldKk = world.kks.issue(random.pick(world.villages).prefix, kkDate(random), false);
  settle(world, household, (migrant ? SHAPES_MIGRANT : SHAPES).draw(random));
  household.people = household.people.filter((p) => p.age >= 0 && p.age < 103).slice(0, room);
  if (household.people.length === 0)
    household.people.push(
      person(world, household, random.chance(0.5), dateAtAge(world, random.between(20, 60)), 0),
    );
  for (const p of household.people) p.nik = issueNik(world, household, p);
  return household;
}

function kkDate(random: Random): BirthDate {
  const year = random.between(2010, 2025);
  const month = random.between(1, 12);
  return { year, month, day: random.between(1, monthLength(year, month)) };
}

function settle(world: World, household: Household, shape: Shape): void {
  const { random } = world;
  const add = (woman: boolean, age: number, relation: Relation, position = 0): Person => {
    const p = person(world, household, woman, dateAtAge(world, age), position);
    p.relation = relation;
    household.people.push(p);
    return p;
  };
  const adult = (): number => 19 + Math.floor(random.next() * 30 + random.next() * 26);
  switch (shape) {
    case 'single':
      add(random.chance(0.45), random.chance(0.35) ? random.between(58, 92) : adult(), 'KEPALA KELUARGA');
      break;
    case 'couple': {
      const age = random.chance(0.55) ? random.between(52, 86) : random.between(21, 38);
      add(false, age + random.between(-2, 6), 'KEPALA KELUARGA');
      add(true, age, 'ISTRI');
      break;
    }
    case 'nuclear': {
      const age = random.between(20, 58);
      const father = add(false, age + random.between(-2, 7), 'KEPALA KELUARGA');
      add(true, age, 'ISTRI');
      addChildren(world, household, age, father, 'ANAK');
      break;
    }
    case 'lone-parent': {
      const age = random.between(24, 62);
      const woman = random.chance(0.78);
      const parent = add(woman, age, 'KEPALA KELUARGA');
      addChildren(world, household, age, woman ? undefined : parent, 'ANAK');
      break;
    }
    case 'three-generation': {
      const age = random.between(22, 44);
      const grandmother = age + random.between(20, 30);
      const both = random.chance(0.6);
      const fromFather = random.chance(0.82);
      if (both) {
        const head = add(false, grandmother + random.between(0, 7), 'KEPALA KELUARGA');
        add(true, grandmother, 'ISTRI');
        const son = add(!fromFather, age, 'ANAK', random.between(1, 3));
        if (fromFather) nameAfter(son, head, random, 0.06);
        add(fromFather, age + random.between(-4, 2), 'MENANTU');
        addChildren(world, household, age, fromFather ? son : undefined, 'CUCU');
      } else {
        const head = add(false, age + random.between(0, 5), 'KEPALA KELUARGA');
        add(true, age, 'ISTRI');
        addChildren(world, household, age, head, 'ANAK');
        add(random.chance(0.72), grandmother + random.between(0, 5), 'ORANG TUA');
      }
      if (random.chance(0.12)) add(random.chance(0.5), random.between(14, 60), 'FAMILI LAIN');
      break;
    }
    case 'elder-with-child': {
      const age = random.between(58, 84);
      add(random.chance(0.65), age, 'KEPALA KELUARGA');
      add(random.chance(0.35), age - random.between(20, 36), 'ANAK', random.between(1, 4));
    }
  }
}
