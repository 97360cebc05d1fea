import { ageOn, type BirthDate, dateKey, monthLength } from './birth-date.ts';
import { mobileNumber } from './numbers.ts';
import { type Culture, drawName, fullName } from './person-name.ts';
import type { Household, Person, World } from './world.ts';

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
