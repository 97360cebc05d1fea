import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import type { ShuffledCsvFile } from '../output/shuffled-csv-file.ts';
import type { BranchSetting } from '../people/branch-setting.ts';
import type { NumberIssuer } from '../people/number-issuer.ts';
import type { Household, Person, Segment, SplitNumber } from '../people/person.ts';
import type { BranchPlaces } from '../places/branch-places.ts';
import type { CardNumbers } from './card-numbers.ts';
import { isUncovered, isUnregistered } from './coverage.ts';
import { type HouseholdRecord, MemberRecord } from './member-record.ts';
import { MemberRow } from './member-row.ts';
import { anyClass, anySegment, isActive } from './membership.ts';
import { damageName, placeholderName } from './name-damage.ts';
import { rates } from './rates.ts';
import type { TruthFile, TruthKind } from './truth-file.ts';

/** The member file as it grows, household by household, with everything that is wrong in such files. */
export class MemberRegister {
  /** Cards of the people of the household written last, -1 for the uncovered. */
  readonly cardsOf: number[] = [];
  private readonly row = new MemberRow();
  private readonly record: MemberRecord;
  private readonly households: HouseholdRecord;
  private readonly random: Random;
  private readonly calendar: Calendar;
  private readonly places: BranchPlaces;
  private readonly issuer: NumberIssuer;
  private readonly cards: CardNumbers;
  private readonly file: ShuffledCsvFile;
  private readonly truth: TruthFile;

  constructor(setting: BranchSetting, cards: CardNumbers, file: ShuffledCsvFile, truth: TruthFile) {
    this.random = setting.random;
    this.calendar = setting.calendar;
    this.places = setting.places;
    this.issuer = setting.issuer;
    this.cards = cards;
    this.file = file;
    this.truth = truth;
    this.record = new MemberRecord(setting);
    this.households = {
      badness: 1,
      fromOldFile: false,
      capitals: true,
      kk: { head: 0, serial: 0 },
      village: setting.places.villages[0] as HouseholdRecord['village'],
      address: '',
      arrears: false,
      ownClass: 0,
    };
  }

  /** Writes the cards of a household and what is true about each of its people. */
  addHousehold(household: Household, firstRunning: number): void {
    const { random, calendar, truth, cardsOf } = this;
    cardsOf.length = 0;
    const unregistered = isUnregistered(household, random);
    if (!unregistered) this.record.household(this.households, household);
    const swap = !unregistered && household.size > 1 && random.chance(rates.nikSwap);
    for (let i = 0; i < household.size; i++) {
      const person = household.people[i] as Person;
      if (unregistered || isUncovered(household, person, calendar, random)) {
        truth.write('uncovered', household.village, firstRunning + i, -1);
        cardsOf.push(-1);
        continue;
      }
      this.record.person(household, this.households, person);
      if (swap && i < 2) copy((household.people[1 - i] as Person).nik, this.record.nik);
      const card = this.addCard(household, person, 'linked', firstRunning + i);
      cardsOf.push(card);
      if (random.chance(rates.duplicate)) this.addDuplicate(household, person, firstRunning + i);
    }
  }

  /** Writes a card nobody in the resident file holds. */
  addStranger(household: Household, person: Person, kind: 'dead' | 'left' | 'elsewhere'): void {
    this.record.person(household, this.households, person);
    if (kind === 'elsewhere') this.record.village = this.villageElsewhere();
    this.addCard(household, person, kind, 0);
  }

  /** Prepares strangers that share nothing with the household written last. */
  startStrangers(household: Household): void {
    this.record.household(this.households, household);
  }

  private addCard(household: Household, person: Person, kind: TruthKind, running: number): number {
    const { row, record, random, calendar } = this;
    const segment = anySegment(household.segment, calendar.age(person.born), random);
    row.card = this.cards.next();
    copy(record.nik, row.nik);
    row.nikText = record.nikText;
    copy(record.kk, row.kk);
    row.name = record.name;
    row.capitals = this.households.capitals;
    row.sex = record.sex;
    row.born = record.born;
    row.village = record.village;
    row.address = record.address;
    row.segment = segment;
    row.roomClass = this.classOf(segment);
    row.active =
      isActive(segment, this.households.arrears, random) && !(kind === 'dead' && random.chance(0.25));
    row.phone = record.phone;
    row.write(this.file, calendar);
    const resident = kind === 'linked' || kind === 'duplicate';
    this.truth.write(kind, resident ? household.village : undefined, running, row.card);
    return row.card;
  }

  /** A second card: an older name (of a small child: the mother's), often another NIK or none, mostly not active. */
  private addDuplicate(household: Household, person: Person, running: number): void {
    const { row, random, issuer, places, calendar } = this;
    const roll = random.float();
    const sameNik =
      row.nikText === '' && row.nik.head === person.nik.head && row.nik.serial === person.nik.serial;
    row.card = this.cards.next();
    row.nikText = '';
    if (roll < 0.45 || (roll > 0.75 && !sameNik)) row.nik.head = 0;
    else if (roll <= 0.75)
      issuer.nik(row.nik, places.origins.any('branch', random), person.sex, person.nikBorn);
    row.name = random.chance(0.6) ? damageName(person.name, random.between(1, 2), random) : person.name;
    if (person.mother !== '' && calendar.today - person.born < 1800 && random.chance(0.7)) {
      row.name = placeholderName(person.mother, random);
      row.nik.head = 0;
    }
    row.born = person.born;
    if (random.chance(0.5)) row.kk.head = 0;
    if (random.chance(0.4)) row.address = '';
    row.segment = anySegment(random.of(['PBI_APBN', 'PBPU_PEMDA', 'PPU_BU', household.segment]), 0, random);
    row.roomClass = anyClass(row.segment, random);
    row.active = random.chance(0.45);
    row.write(this.file, calendar);
    this.truth.write('duplicate', household.village, running, row.card);
  }

  /** Room class of a segment; a family that pays for itself has one. */
  private classOf(segment: Segment): number {
    const chosen = anyClass(segment, this.random);
    if (segment !== 'PBPU' && segment !== 'BP') return chosen;
    this.households.ownClass ||= chosen;
    return this.households.ownClass;
  }

  private villageElsewhere(): string {
    const digits = String(this.places.origins.any('bali', this.random).prefix);
    return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}.20${this.random.between(10, 19)}`;
  }
}

function copy(from: SplitNumber, to: SplitNumber): void {
  to.head = from.head;
  to.serial = from.serial;
}
