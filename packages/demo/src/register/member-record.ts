import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { rewriteAddress } from '../people/address-maker.ts';
import type { BranchSetting } from '../people/branch-setting.ts';
import type { NumberIssuer } from '../people/number-issuer.ts';
import type { Household, Person, SplitNumber } from '../people/person.ts';
import { anyPhone } from '../people/working-life.ts';
import type { BranchPlaces, Village } from '../places/branch-places.ts';
import { damageDate } from './date-damage.ts';
import { damageName, oldFileName, otherName, placeholderName } from './name-damage.ts';
import { loseLastDigit, slipDigit, transposeDigits } from './number-damage.ts';
import { rates } from './rates.ts';

/** What the member file holds for a household as a whole. */
export interface HouseholdRecord {
  /** Quality: 1 is average, more is worse. */
  badness: number;
  /** Taken over from a file of an earlier programme. */
  fromOldFile: boolean;
  capitals: boolean;
  /** KK number in the file; head 0 for none. */
  readonly kk: SplitNumber;
  village: Village;
  address: string;
  /** The household pays for itself and has stopped. */
  arrears: boolean;
  /** Class of those who pay for themselves, one for the family; 0 until the first of them is met. */
  ownClass: number;
}

/** What can be wrong with a NIK. */
type NikFault = 'missing' | 'slip' | 'transposed' | 'replaced' | 'placeholder' | 'spreadsheet' | 'relative';
const nikFaults = new Weighted<NikFault>(
  ['missing', 'slip', 'transposed', 'replaced', 'placeholder', 'spreadsheet', 'relative'],
  [47, 20, 9, 14, 3, 2, 5],
);
const placeholders = ['0000000000000000', '0000000000000000', '9999999999999999', '1111111111111111', '-'];

/** How the member file remembers a person: the record with everything that went wrong on the way. */
export class MemberRecord {
  readonly nik: SplitNumber = { head: 0, serial: 0 };
  nikText = '';
  readonly kk: SplitNumber = { head: 0, serial: 0 };
  name = '';
  sex = 0;
  born = 0;
  village = '';
  address = '';
  phone = 0;

  private readonly random: Random;
  private readonly calendar: Calendar;
  private readonly places: BranchPlaces;
  private readonly issuer: NumberIssuer;

  constructor({ random, calendar, places, issuer }: BranchSetting) {
    this.random = random;
    this.calendar = calendar;
    this.places = places;
    this.issuer = issuer;
  }

  /** Decides what the file holds for a household as a whole. */
  household(record: HouseholdRecord, household: Household): void {
    const { random } = this;
    record.ownClass = 0;
    record.fromOldFile = random.chance(0.13);
    record.badness = household.village.badness * (record.fromOldFile ? 2.3 : 0.8);
    record.capitals = random.chance(0.9);
    const moved = random.chance(rates.moved * (household.migrant ? 2 : 0.8));
    record.village = moved ? this.otherVillage(household.village) : household.village;
    record.address = moved
      ? `Jl. ${random.of(record.village.banjars)} No. ${random.between(1, 200)}`
      : household.address;
    record.arrears = (household.segment === 'PBPU' || household.segment === 'BP') && random.chance(0.149);
    const roll = random.float();
    record.kk.head = 0;
    if (roll < rates.oldKk + (moved ? 0.6 : 0)) {
      const issuedIn = this.places.origins.of(record.village.prefix);
      this.issuer.kk(record.kk, issuedIn, this.calendar.today - 2000 - random.below(4000));
    } else if (roll < 1 - rates.noKk) {
      record.kk.head = household.kk.head;
      record.kk.serial = household.kk.serial;
    }
  }

  /** Fills the record of one person. */
  person(household: Household, record: HouseholdRecord, person: Person): void {
    const { random, calendar } = this;
    const luck = random.float();
    const badness = record.badness * (luck < 0.86 ? 0.6 : luck < 0.97 ? 2.2 : 6.5);
    const days = calendar.today - person.born;
    this.kk.head = record.kk.head;
    this.kk.serial = record.kk.serial;
    this.village = random.chance(rates.noVillage * badness) ? '' : record.village.code;
    this.address = random.chance(rates.noAddress) ? '' : record.address;
    if (this.address !== '' && random.chance(0.45)) this.address = rewriteAddress(this.address, random);
    this.phone = this.anyPhone(person);
    this.sex = random.chance(rates.sex * badness) ? (random.chance(0.7) ? 1 - person.sex : 2) : person.sex;
    if (person.mother !== '' && random.chance(days < 366 ? 0.34 : days < 1000 ? 0.035 : 0)) {
      this.unnamed(person);
      return;
    }
    this.name = this.anyName(person, record, badness);
    this.born = this.anyDate(person, badness);
    this.anyNik(household, person, badness);
  }

  /** A newborn under the mother's name, mostly without a NIK. */
  private unnamed(person: Person): void {
    const { random } = this;
    this.name = placeholderName(person.mother, random);
    this.born = random.chance(0.04) ? Math.max(0, person.born - random.between(1, 3)) : person.born;
    this.nikText = '';
    this.nik.head = 0;
  }

  private anyName(person: Person, record: HouseholdRecord, badness: number): string {
    const { random, calendar } = this;
    const year = calendar.year[person.born] as number;
    let name = record.fromOldFile ? oldFileName(person.name, year, random) : person.name;
    if (random.chance(Math.min(0.85, rates.name * Math.sqrt(badness)))) {
      const roll = random.float();
      const times = roll < 0.8 ? 1 : roll < 0.96 ? 2 : 3;
      name = damageName(name, times, random);
    }
    const age = calendar.age(person.born);
    if (age > 40 && person.culture === 'balinese' && random.chance(0.0012)) name = otherName(name, random);
    return name;
  }

  private anyDate(person: Person, badness: number): number {
    const { random, calendar } = this;
    if (person.nikBorn !== person.born && random.chance(0.55)) return person.nikBorn;
    if (!random.chance(Math.min(0.4, rates.date * badness))) return person.born;
    return random.chance(0.03) ? -1 : damageDate(person.born, calendar, random);
  }

  private anyNik(household: Household, person: Person, badness: number): void {
    const { random, nik } = this;
    nik.head = person.nik.head;
    nik.serial = person.nik.serial;
    this.nikText = '';
    if (!random.chance(Math.min(0.6, rates.nik * badness))) return;
    switch (nikFaults.pick(random)) {
      case 'missing':
        nik.head = 0;
        break;
      case 'slip':
        slipDigit(nik, random);
        break;
      case 'transposed':
        transposeDigits(nik, random);
        break;
      case 'replaced':
        this.issuer.nik(nik, this.places.origins.any('branch', random), person.sex, person.nikBorn);
        break;
      case 'placeholder':
        this.nikText = random.of(placeholders);
        break;
      case 'spreadsheet':
        loseLastDigit(nik);
        break;
      case 'relative': {
        const other = household.people[random.below(Math.min(household.size, 3))] as Person;
        nik.head = other.nik.head;
        nik.serial = other.nik.serial;
      }
    }
  }

  private anyPhone(person: Person): number {
    const { random } = this;
    if (random.chance(rates.noPhone)) return 0;
    return person.phone === 0 || random.chance(rates.otherPhone) ? anyPhone(random) : person.phone;
  }

  /** Where somebody lived before: near for most. */
  private otherVillage(village: Village): Village {
    const { villages } = this.places;
    const near = this.random.chance(0.6);
    for (let attempt = 0; attempt < 40; attempt++) {
      const other = this.random.of(villages);
      if (other !== village && (!near || other.regency === village.regency)) return other;
    }
    return village;
  }
}
