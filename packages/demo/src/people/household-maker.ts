import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import { anyWangsa, balineseName } from '../names/balinese-name.ts';
import { type Culture, migrantCultures } from '../names/culture.ts';
import { familyName, migrantName } from '../names/migrant-name.ts';
import type { Village } from '../places/branch-places.ts';
import type { Origin, Origins } from '../places/origins.ts';
import { anyAddress } from './address-maker.ts';
import type { BranchSetting } from './branch-setting.ts';
import { HouseholdAges } from './household-ages.ts';
import type { NumberIssuer } from './number-issuer.ts';
import type { Household, Person, Segment } from './person.ts';
import { anyOccupation, anyPhone, segments } from './working-life.ts';

/** Makes one household after another: people with roles, names, numbers, work and an address. */
export class HouseholdMaker {
  private readonly random: Random;
  private readonly calendar: Calendar;
  private readonly origins: Origins;
  private readonly issuer: NumberIssuer;
  private readonly ages: HouseholdAges;

  constructor({ random, calendar, places, issuer }: BranchSetting) {
    this.random = random;
    this.calendar = calendar;
    this.origins = places.origins;
    this.issuer = issuer;
    this.ages = new HouseholdAges(random, calendar);
  }

  /** Fills `household` with the next household of a village, at most `limit` people. */
  make(household: Household, village: Village, limit: number): void {
    const { random, calendar } = this;
    household.village = village;
    household.migrant = random.chance(village.regency.migrants);
    household.culture = household.migrant ? migrantCultures.pick(random) : 'balinese';
    household.wangsa = household.culture === 'balinese' ? anyWangsa(random) : 'jaba';
    household.family = familyName(household.culture, random);
    household.segment = segments.pick(random);
    household.banjar = random.of(village.banjars);
    household.address = anyAddress(village, household.banjar, random);
    this.issuer.kk(household.kk, this.origins.of(village.prefix), calendar.today - random.below(15 * 365));
    this.ages.fill(household, village);
    household.size = Math.min(household.size, limit);
    const housePhone = random.chance(0.86) ? anyPhone(random) : 0;
    for (let i = 0; i < household.size; i++)
      this.complete(household, household.people[i] as Person, i, housePhone);
  }

  /** Name, numbers, work and phone of a person whose role, sex and age are set. */
  complete(household: Household, person: Person, position: number, housePhone: number): void {
    const { random, calendar } = this;
    const year = calendar.year[person.born] as number;
    const age = calendar.age(person.born);
    const marriedIn =
      person.relation === 'ISTRI' || person.relation === 'MENANTU' || person.relation === 'SUAMI';
    person.culture = marriedIn && random.chance(0.045) ? this.otherCulture(household) : household.culture;
    if (person.culture === 'balinese') {
      const wangsa = marriedIn && random.chance(0.45) ? anyWangsa(random) : household.wangsa;
      person.name = balineseName(wangsa, person.sex, person.order, year, random);
    } else {
      const family = marriedIn ? familyName(person.culture, random) : household.family;
      person.name = migrantName(person.culture, person.sex, family, year, random);
    }
    if (age > 23 && random.chance(0.028))
      person.name = titled(person.name, person.culture, person.sex, age, household.segment, random);
    person.mother = person.mother === '' ? '' : this.motherOf(household, person);
    const origin = this.originOf(household, person, marriedIn, age);
    person.birthplace = origin.birthplace;
    person.nikBorn = age > 3 && random.chance(0.007) ? this.correctedFrom(person.born) : person.born;
    const nikSex = random.chance(0.0004) ? 1 - person.sex : person.sex;
    this.issuer.nik(person.nik, origin, nikSex, person.nikBorn);
    person.occupation = anyOccupation(age, person.sex, household.segment, random);
    if (position === 0) person.phone = housePhone;
    else if (age > 15 && random.chance(0.6)) person.phone = anyPhone(random);
    else person.phone = random.chance(0.3) ? housePhone : 0;
  }

  private otherCulture(household: Household): Culture {
    return household.culture === 'balinese' ? migrantCultures.pick(this.random) : 'balinese';
  }

  private motherOf(household: Household, child: Person): string {
    const wanted = child.relation === 'CUCU' ? 'MENANTU' : 'ISTRI';
    for (let i = household.size - 1; i >= 0; i--) {
      const other = household.people[i] as Person;
      if (other.sex === 1 && other.relation === wanted && other.born < child.born - 6000) return other.name;
    }
    const head = household.people[0] as Person;
    return child.relation === 'ANAK' && head.sex === 1 ? head.name : '';
  }

  /** Where the NIK was first issued: here for most, where they came from for many others. */
  private originOf(household: Household, person: Person, marriedIn: boolean, age: number): Origin {
    const { random, origins } = this;
    const here = origins.of(household.village.prefix);
    const roll = random.float();
    if (household.migrant || person.culture !== 'balinese') {
      return roll < (age < 12 ? 0.14 : 0.62) ? origins.any(person.culture, random) : here;
    }
    if (marriedIn)
      return roll < 0.52 ? here : roll < 0.86 ? origins.any('branch', random) : origins.any('bali', random);
    if (age < 12) return roll < 0.95 ? here : origins.any('branch', random);
    return roll < 0.86 ? here : roll < 0.95 ? origins.any('branch', random) : origins.any('bali', random);
  }

  /** The wrong date a NIK was issued for before the birth date was corrected. */
  private correctedFrom(born: number): number {
    const { random, calendar } = this;
    const year = calendar.year[born] as number;
    const month = calendar.month[born] as number;
    const day = calendar.day[born] as number;
    const roll = random.float();
    if (roll < 0.4) return calendar.at(year + random.of([-2, -1, 1, 2]), month, day);
    if (roll < 0.7) return calendar.at(year, random.between(1, 12), day);
    return roll < 0.85 ? calendar.at(year, 12, 31) : calendar.at(year, month, random.between(1, 28));
  }
}

/** A name with the titles that may stand on a KK and KTP-el, by age and work. */
function titled(
  name: string,
  culture: Culture,
  sex: number,
  age: number,
  segment: Segment,
  random: Random,
): string {
  const roll = random.float();
  if (culture === 'muslim' || culture === 'javanese') {
    if (roll < 0.35 && age > 45) return `${sex === 1 ? 'Hj.' : 'H.'} ${name}`;
  }
  if (roll < 0.06) return `dr. ${name}`;
  if (roll < 0.16) return `${age > 45 ? 'Drs.' : 'Ir.'} ${name}`;
  if (roll > 0.9) return `${name}, ${random.of(['S.Kep.', 'M.Kes.', 'A.Md.Keb.', 'M.Pd.'])}`;
  return `${name}, ${random.of(segment === 'PPU_PN' ? stateDegrees : degrees)}`;
}

const stateDegrees = ['S.Pd.', 'S.Pd.', 'S.Sos.', 'M.Si.', 'S.H.'];
const degrees = ['S.E.', 'S.H.', 'S.Kom.', 'A.Md.', 'S.Tr.Par.', 'S.T.'];
