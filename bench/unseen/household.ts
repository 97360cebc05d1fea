import type { Village } from './areas.ts';
import { ageOn, type BirthDate, dateKey, monthLength } from './birth-date.ts';
import { type CardNumbers, mobileNumber, type SerialNumbers } from './numbers.ts';
import {
  balineseGiven,
  CULTURES,
  type Culture,
  drawName,
  fullName,
  orderWord,
  type PersonName,
} from './person-name.ts';
import { type Random, Weighted } from './random.ts';
import type { Rates } from './rates.ts';

export type Relation =
  | 'KEPALA KELUARGA'
  | 'ISTRI'
  | 'SUAMI'
  | 'ANAK'
  | 'ORANG TUA'
  | 'MENANTU'
  | 'CUCU'
  | 'FAMILI LAIN';

/** A real person with the facts as they are, before any register writes them down. */
export interface Person {
  woman: boolean;
  born: BirthDate;
  age: number;
  name: PersonName;
  /** The name as one line. */
  text: string;
  nik: string;
  relation: Relation;
  phone: string;
  birthplace: string;
  /** Circumstances that make the person hard to link: twin, same given names as a sibling, ... */
  traits: string[];
}

/** A family card: the people who share its number and address. */
export interface Household {
  village: Village;
  banjar: string;
  address: string;
  kk: string;
  /** The number of the card before this one. */
  oldKk: string;
  culture: Culture;
  migrant: boolean;
  phone: string;
  people: Person[];
}

/** What everything drawn needs: the stream of chance, the day, the number ranges, the places, the fault rates. */
export interface World {
  random: Random;
  asOf: BirthDate;
  niks: SerialNumbers;
  kks: SerialNumbers;
  villages: readonly Village[];
  cards: CardNumbers;
  rates: Rates;
}

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
const CHILDREN = new Weighted([
  [1, 30],
  [2, 43],
  [3, 20],
  [4, 6],
  [5, 1],
] as const);
const ELSEWHERE: Record<Culture, readonly string[]> = {
  bali: ['510101', '510203', '510401', '510403', '510501', '510601', '510701', '510803', '510809'],
  titled: ['510401', '510502', '510601', '510703', '510806'],
  java: ['351001', '351014', '350901', '351101', '357801', '350701', '332701', '351301'],
  catholic: ['530401', '531101', '530601', '531501', '530701'],
  sasak: ['520101', '520201', '520301'],
  chinese: ['357805', '317304', '510801', '357301'],
  foreign: ['517101', '510306'],
};
const BIRTHPLACES: Record<Culture, readonly string[]> = {
  bali: ['KARANGASEM', 'SINGARAJA', 'GIANYAR', 'BANGLI', 'KLUNGKUNG', 'NEGARA'],
  titled: ['GIANYAR', 'KLUNGKUNG', 'KARANGASEM'],
  java: ['BANYUWANGI', 'JEMBER', 'SURABAYA', 'MALANG', 'SITUBONDO', 'LUMAJANG'],
  catholic: ['ENDE', 'MAUMERE', 'WAIKABUBAK', 'ATAMBUA', 'RUTENG'],
  sasak: ['MATARAM', 'PRAYA', 'SELONG'],
  chinese: ['SURABAYA', 'JAKARTA', 'DENPASAR'],
  foreign: ['LONDON', 'SYDNEY', 'AMSTERDAM', 'PARIS', 'TOKYO'],
};
const HOME: Record<string, string> = { '51.71': 'DENPASAR', '51.03': 'BADUNG', '51.02': 'TABANAN' };
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

/** A birth date that makes the person `age` on the register's date; some elders only know the year. */
export function dateAtAge({ random, asOf }: Pick<World, 'random' | 'asOf'>, age: number): BirthDate {
  let year = asOf.year - age;
  let month = random.between(1, 12);
  let day = random.between(1, monthLength(year, month));
  if (age >= 50 && random.chance(age >= 65 ? 0.16 : 0.07)) {
    [month, day] = random.pick([
      [1, 1],
      [1, 1],
      [12, 31],
      [7, 1],
    ] as [number, number][]);
  }
  if (dateKey({ year, month, day }) > dateKey({ year, month: asOf.month, day: asOf.day })) year--;
  if (day > monthLength(year, month)) day = monthLength(year, month);
  return { year, month, day };
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
      children(world, household, age, father, 'ANAK');
      break;
    }
    case 'lone-parent': {
      const age = random.between(24, 62);
      const woman = random.chance(0.78);
      const parent = add(woman, age, 'KEPALA KELUARGA');
      children(world, household, age, woman ? undefined : parent, 'ANAK');
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
        children(world, household, age, fromFather ? son : undefined, 'CUCU');
      } else {
        const head = add(false, age + random.between(0, 5), 'KEPALA KELUARGA');
        add(true, age, 'ISTRI');
        children(world, household, age, head, 'ANAK');
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

/** Adds the children still at home, with twins, shared given names and sons named after fathers. */
function children(
  world: World,
  household: Household,
  motherAge: number,
  father: Person | undefined,
  relation: Relation,
): void {
  const { random } = world;
  const wanted = CHILDREN.draw(random);
  let ageOfMother = 18 + random.int(8) + random.int(8);
  const shared = random.chance(0.07);
  let elder: Person | undefined;
  for (let position = 1; position <= wanted && ageOfMother <= motherAge; position++) {
    const age = motherAge - ageOfMother;
    ageOfMother += 1 + random.int(3) + random.int(4);
    if (age > 22 && random.chance(Math.min(0.95, (age - 20) * 0.09))) continue;
    const child = person(world, household, random.chance(0.487), dateAtAge(world, age), position);
    child.relation = relation;
    if (!child.woman) nameAfter(child, father, random, 0.05);
    if (shared && elder && elder.woman === child.woman) {
      child.name = {
        ...child.name,
        marker: elder.name.marker,
        given: elder.name.given,
        after: '',
        before: '',
      };
      rename(child, 'sibling-same-given');
      elder.traits.push('sibling-same-given');
    }
    household.people.push(child);
    elder = child;
    if (random.chance(0.0105)) household.people.push(twinOf(world, household, child, position));
  }
}

function nameAfter(child: Person, father: Person | undefined, random: Random, p: number): void {
  if (!father || !random.chance(p)) return;
  const own = child.name.given;
  const given =
    random.chance(0.5) && own.length > 1
      ? [own[0] as string, father.name.given.at(-1) as string]
      : father.name.given;
  child.name = { ...child.name, given, after: '', before: '' };
  rename(child, 'named-after-father');
  father.traits.push('named-after-father');
}

/** A twin: same day, same card; the names differ in one word, now and then in one letter. */
function twinOf(world: World, household: Household, first: Person, position: number): Person {
  const { random } = world;
  const woman = random.chance(0.7) ? first.woman : !first.woman;
  const twin = person(world, household, woman, first.born, position);
  twin.relation = first.relation;
  const given = [...first.name.given];
  const at = random.int(given.length);
  if (woman === first.woman) {
    const other = balineseGiven(woman, first.born.year, random)[0] as string;
    const word = given[at] as string;
    const mirrored =
      word.length > 3 && random.chance(0.25)
        ? word.slice(0, -2) + word.charAt(word.length - 1) + word.charAt(word.length - 2)
        : other;
    given[at] = mirrored === word ? `${word}a` : mirrored;
    twin.name = { ...first.name, given, before: '', after: '' };
    if (household.culture === 'bali' && random.chance(0.25))
      twin.name.order = [orderWord(position + 1, first.born.year, random)];
  }
  rename(twin, 'twin');
  first.traits.push('twin');
  return twin;
}

function rename(p: Person, trait: string): void {
  p.text = fullName(p.name);
  p.traits.push(trait);
}

/** A person of the household's culture (now and then married in from another). */
export function person(
  world: World,
  household: Household,
  woman: boolean,
  born: BirthDate,
  position: number,
): Person {
  const { random, asOf } = world;
  const mixed = position === 0 && household.people.length > 0 && random.chance(0.06);
  const culture = mixed
    ? random.pick<Culture>(['bali', 'java', 'bali', 'catholic', 'titled'])
    : household.culture;
  const name = drawName(culture, woman, born.year, position, random);
  const age = ageOn(born, asOf);
  return {
    woman,
    born,
    age,
    name,
    text: fullName(name),
    nik: '',
    relation: 'FAMILI LAIN',
    phone:
      age >= 15 && random.chance(0.72)
        ? random.chance(0.35) && household.phone !== ''
          ? household.phone
          : mobileNumber(random)
        : '',
    birthplace:
      household.migrant && random.chance(0.85)
        ? random.pick(BIRTHPLACES[culture])
        : (HOME[household.village.regency] as string),
    traits: [],
  };
}

/** A NIK of the district of first registration; a few carry a date that was corrected later. */
export function issueNik(world: World, household: Household, p: Person): string {
  const { random } = world;
  const away = household.migrant && p.age > 6 ? 0.8 : 0.06;
  const prefix = random.chance(away)
    ? random.pick(ELSEWHERE[p.name.culture])
    : random.chance(0.12)
      ? random.pick(world.villages).prefix
      : household.village.prefix;
  const date = random.chance(0.012) ? dateAtAge(world, Math.max(0, p.age + random.between(-1, 1))) : p.born;
  return world.niks.issue(prefix, date, p.woman);
}
