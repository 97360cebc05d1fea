import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { planVillages, type Village } from './areas.ts';
import { type BirthDate, parseDate } from './birth-date.ts';
import { type Cover, decideCover } from './coverage.ts';
import { CsvFile } from './csv-file.ts';
import {
  buildHousehold,
  dateAtAge,
  type Household,
  issueNik,
  type Person,
  person,
  type World,
} from './household.ts';
import {
  cardLine,
  faultyNik,
  MEMBER_HEADER,
  type MemberCard,
  messiness,
  otherVillage,
  type Registration,
  registerHousehold,
  scaled,
  writeCard,
} from './member-card.ts';
import { CardNumbers, SerialNumbers } from './numbers.ts';
import { fullName } from './person-name.ts';
import { Random } from './random.ts';
import { type Difficulty, POPULATION, type Rates, ratesFor } from './rates.ts';
import { RESIDENT_HEADER, residentRow } from './resident-row.ts';
import { ShuffledLines } from './shuffled-lines.ts';

export interface UnseenOptions {
  residents: number;
  seed: number;
  /** Directory for residents.csv, members.csv, truth.csv and faults.csv. */
  out: string;
  difficulty?: Difficulty;
  /** The date of both registers, YYYY-MM-DD. */
  asOf?: string;
}

export interface UnseenCounts {
  residents: number;
  households: number;
  uncovered: Record<string, number>;
  uncoveredTotal: number;
  members: number;
  duplicateCards: number;
  withoutResident: Record<string, number>;
  faults: Record<string, number>;
}

/** Writes two registers of the branch and the truth about who is who. Same options, same bytes. */
export function generateUnseen(options: UnseenOptions): UnseenCounts {
  return new Generator(options).run();
}

/** One person of a household as the two registers are about to write them. */
interface Entry {
  person: Person;
  cover: Cover;
  mess: number;
  id: string;
  residentNik: string;
  faults: string[];
  card: MemberCard | undefined;
}

const RECENT = 4096;

class Generator {
  readonly #options: UnseenOptions;
  readonly #random: Random;
  readonly #rates: Rates;
  readonly #asOf: BirthDate;
  readonly #world: World;
  readonly #villages: Village[];
  readonly #cards: CardNumbers;
  readonly #members = new ShuffledLines();
  readonly #residents: CsvFile;
  readonly #truth: CsvFile;
  readonly #faults: CsvFile;
  readonly #recentNiks: string[] = [];
  readonly #counts: UnseenCounts = {
    residents: 0,
    households: 0,
    uncovered: {},
    uncoveredTotal: 0,
    members: 0,
    duplicateCards: 0,
    withoutResident: {},
    faults: {},
  };

  constructor(options: UnseenOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#rates = ratesFor(options.difficulty ?? 'normal');
    this.#asOf = parseDate(options.asOf ?? '2026-06-30');
    this.#villages = planVillages(options.residents, this.#random);
    this.#world = {
      random: this.#random,
      asOf: this.#asOf,
      niks: new SerialNumbers(),
      kks: new SerialNumbers(),
      villages: this.#villages,
    };
    this.#cards = new CardNumbers(this.#random.bits());
    mkdirSync(options.out, { recursive: true });
    this.#residents = new CsvFile(join(options.out, 'residents.csv'), RESIDENT_HEADER);
    this.#truth = new CsvFile(join(options.out, 'truth.csv'), 'no_penduduk,no_kartu,kind\n');
    this.#faults = new CsvFile(join(options.out, 'faults.csv'), 'no_penduduk,no_kartu,faults\n');
  }

  run(): UnseenCounts {
    for (const village of this.#villages) this.#village(village);
    const members = new CsvFile(join(this.#options.out, 'members.csv'), MEMBER_HEADER);
    this.#members.writeTo(members, this.#random);
    for (const file of [members, this.#residents, this.#truth, this.#faults]) file.close();
    this.#counts.members = this.#members.count;
    return this.#counts;
  }

  #village(village: Village): void {
    const habits = new Map(
      village.banjars.map((b) => [
        b,
        { upper: this.#random.chance(0.6), spreadsheet: this.#random.chance(this.#rates.banjarSpreadsheet) },
      ]),
    );
    for (let left = village.residents; left > 0; ) {
      const household = buildHousehold(this.#world, village, left);
      left -= household.people.length;
      this.#household(household, habits.get(household.banjar) as { upper: boolean; spreadsheet: boolean });
    }
  }

  #household(household: Household, habit: { upper: boolean; spreadsheet: boolean }): void {
    const random = this.#random;
    const covers = decideCover(household, random);
    const mess = messiness(random);
    const registration = registerHousehold(this.#world, household, this.#rates, mess);
    const entries = household.people.map((p, i): Entry => {
      const own = 0.5 * mess + 0.5 * messiness(random);
      const faults = [...p.traits];
      const id = `P${String(++this.#counts.residents).padStart(8, '0')}`;
      const residentNik = this.#residentNik(household, p, own, habit.spreadsheet, faults);
      const cover = covers[i] as Cover;
      const card = cover === 'covered' ? this.#cardOf(household, p, registration, own, faults) : undefined;
      return { person: p, cover, mess: own, id, residentNik, faults, card };
    });
    this.#counts.households++;
    this.#confuseNiks(entries);
    for (const entry of entries) this.#writeEntry(household, registration, entry, habit.upper);
    this.#cardsWithoutResident(household, registration, mess);
    for (const { person: p } of entries) this.#remember(p.nik);
  }

  #remember(nik: string): void {
    if (this.#recentNiks.length < RECENT) this.#recentNiks.push(nik);
    else if (this.#random.chance(0.1)) this.#recentNiks[this.#random.int(RECENT)] = nik;
  }

  #residentNik(
    household: Household,
    p: Person,
    mess: number,
    spreadsheet: boolean,
    faults: string[],
  ): string {
    if (this.#random.chance(scaled(this.#rates.residentNik, mess))) {
      const { nik, fault } = faultyNik(p, () => issueNik(this.#world, household, p), this.#random);
      faults.push(`resident-${fault}`);
      return nik;
    }
    if (!spreadsheet) return p.nik;
    faults.push('resident-nik-15-digits');
    return `${p.nik.slice(0, 15)}0`;
  }

  #cardOf(
    household: Household,
    p: Person,
    registration: Registration,
    mess: number,
    faults: string[],
  ): MemberCard {
    const random = this.#random;
    const card = writeCard(this.#world, this.#rates, household, p, registration, mess, this.#cards.next());
    const mother = p.age < 1 && random.chance(this.#rates.babyOnMother) ? motherOf(household) : undefined;
    const age = p.age < 5 ? 1.9 : p.age > 65 ? 1.35 : 0.9;
    if (mother) {
      const bare =
        mother.name.marker === '' ? mother.text : fullName({ ...mother.name, marker: '', after: '' });
      card.name =
        `${random.pick(['BAYI NY ', 'BAYI NY. ', 'BY NY ', 'BAYI NY '])}${random.chance(0.6) ? mother.text : bare}`.toUpperCase();
      if (p.traits.includes('twin')) card.name += random.pick([' I', ' II', ' 1', ' 2']);
      card.faults = card.faults.filter((f) => !f.startsWith('name-'));
      card.faults.push('name-baby-on-mother');
      if (random.chance(0.9)) {
        card.nik = random.chance(0.9) ? '' : mother.nik;
        card.faults.push(card.nik === '' ? 'nik-missing' : 'nik-of-housemate');
      }
    } else if (random.chance(scaled(this.#rates.memberNik, mess) * age)) {
      const { nik, fault } = faultyNik(p, () => issueNik(this.#world, household, p), random);
      card.nik = nik;
      card.faults.push(fault);
    } else if (random.chance(scaled(this.#rates.nikOfStranger, mess)) && this.#recentNiks.length > 100) {
      card.nik = random.pick(this.#recentNiks);
      card.faults.push('nik-of-stranger');
    }
    faults.push(...card.faults);
    return card;
  }

  /** Housemates' NIKs on one another's cards, one way or both ways. */
  #confuseNiks(entries: Entry[]): void {
    const random = this.#random;
    const good = entries.filter((e) => e.card !== undefined && e.card.nik === e.person.nik);
    if (good.length >= 2 && random.chance(this.#rates.nikSwapped)) {
      const a = good.splice(random.int(good.length), 1)[0] as Entry;
      const b = good.splice(random.int(good.length), 1)[0] as Entry;
      (a.card as MemberCard).nik = b.person.nik;
      (b.card as MemberCard).nik = a.person.nik;
      a.faults.push('nik-swapped');
      b.faults.push('nik-swapped');
    }
    for (const e of good) {
      if (entries.length < 2 || !random.chance(scaled(this.#rates.nikOfHousemate, e.mess))) continue;
      const other = random.pick(entries.filter((o) => o !== e));
      (e.card as MemberCard).nik = other.person.nik;
      e.faults.push('nik-of-housemate');
    }
  }

  #writeEntry(household: Household, registration: Registration, entry: Entry, upper: boolean): void {
    const { person: p, cover, id, card, faults } = entry;
    const random = this.#random;
    const line = residentRow(
      this.#world,
      this.#rates,
      household,
      p,
      id,
      entry.residentNik,
      entry.mess,
      upper,
      faults,
    );
    this.#residents.write(line);
    this.#truth.write(`${id},${card?.card ?? ''},link\n`);
    if (card) {
      this.#members.add(cardLine(card));
      if (random.chance(scaled(this.#rates.duplicateCard, entry.mess)))
        this.#secondCard(household, registration, entry);
    } else {
      this.#counts.uncovered[cover] = (this.#counts.uncovered[cover] ?? 0) + 1;
      this.#counts.uncoveredTotal++;
      faults.unshift(cover);
    }
    const p_namesake = card ? POPULATION.namesakeOfCovered : POPULATION.namesakeOfUncovered;
    if (random.chance(p_namesake)) {
      this.#namesake(household, registration, p);
      faults.push('has-namesake');
    }
    if (faults.length === 0) return;
    for (const fault of faults) this.#counts.faults[fault] = (this.#counts.faults[fault] ?? 0) + 1;
    this.#faults.write(`${id},${card?.card ?? ''},${faults.join(' ')}\n`);
  }

  /** A second card of a covered person, older and worse than the first. */
  #secondCard(household: Household, registration: Registration, { person: p, id, mess }: Entry): void {
    const random = this.#random;
    const apart: Registration = {
      ...registration,
      segment: random.pick(['PBI_APBN', 'PBPU_PEMDA', 'PBPU', 'PPU_BU']),
      active: random.chance(0.4),
    };
    if (household.oldKk !== '' && random.chance(0.4)) apart.kk = 'old';
    const card = writeCard(this.#world, this.#rates, household, p, apart, mess * 1.5, this.#cards.next());
    if (!random.chance(0.4)) {
      const { nik, fault } = faultyNik(p, () => issueNik(this.#world, household, p), random);
      card.nik = nik;
      card.faults.push(fault);
    }
    this.#members.add(cardLine(card));
    this.#counts.duplicateCards++;
    this.#truth.write(`${id},${card.card},duplicate\n`);
    this.#faults.write(`${id},${card.card},${['second-card', ...card.faults].join(' ')}\n`);
  }

  /** Someone else with the same name and birth date, once a member in another village, now dead or gone. */
  #namesake(household: Household, registration: Registration, p: Person): void {
    const village = otherVillage(this.#world, household.village);
    const home: Household = {
      ...household,
      village,
      oldKk: '',
      phone: '',
      people: [],
      kk: this.#world.kks.issue(
        village.prefix,
        { year: 2014, month: 1 + this.#random.int(12), day: 1 + this.#random.int(28) },
        false,
      ),
      address: `Br. ${this.#random.pick(village.banjars)}`,
    };
    const other: Person = { ...p, phone: '', traits: [] };
    other.nik = this.#world.niks.issue(village.prefix, p.born, p.woman);
    this.#strayCard(
      home,
      { ...registration, kk: 'current', village: undefined, active: false },
      other,
      1,
      'namesake',
    );
  }

  #strayCard(household: Household, registration: Registration, p: Person, mess: number, why: string): void {
    const card = writeCard(this.#world, this.#rates, household, p, registration, mess, this.#cards.next());
    if (this.#random.chance(scaled(this.#rates.memberNik, mess) * 1.3)) {
      const { nik, fault } = faultyNik(p, () => issueNik(this.#world, household, p), this.#random);
      card.nik = nik;
      card.faults.push(fault);
    }
    this.#members.add(cardLine(card));
    this.#counts.withoutResident[why] = (this.#counts.withoutResident[why] ?? 0) + 1;
    this.#faults.write(`,${card.card},${[why, ...card.faults].join(' ')}\n`);
  }

  /** Cards of the dead, of people who moved away and of people the register never knew. */
  #cardsWithoutResident(household: Household, registration: Registration, mess: number): void {
    const random = this.#random;
    const size = household.people.length;
    const stray = (low: number, high: number, why: string): void => {
      const p = person(
        this.#world,
        household,
        random.chance(0.5),
        dateAtAge(this.#world, random.between(low, high)),
        0,
      );
      p.nik = issueNik(this.#world, household, p);
      this.#strayCard(household, { ...registration, active: random.chance(0.45) }, p, mess, why);
    };
    if (random.chance(POPULATION.deadCards * size)) stray(48, 96, 'dead');
    if (random.chance(POPULATION.movedCards * size)) stray(17, 55, 'moved');
    if (random.chance(POPULATION.strangerCards * size)) {
      const elsewhere = {
        ...household,
        kk: this.#world.kks.issue(
          '351001',
          { year: 2016, month: 1 + random.int(12), day: 1 + random.int(28) },
          false,
        ),
        oldKk: '',
        migrant: true,
      };
      const p = person(
        this.#world,
        elsewhere,
        random.chance(0.45),
        dateAtAge(this.#world, random.between(18, 55)),
        0,
      );
      p.nik = issueNik(this.#world, elsewhere, p);
      this.#strayCard(elsewhere, { ...registration, kk: 'current' }, p, mess, 'never-registered');
    }
    if (random.chance(POPULATION.movedHouseholds * size)) {
      const gone = buildHousehold(this.#world, household.village, 6);
      for (const p of gone.people) this.#strayCard(gone, registration, p, mess, 'moved-household');
    }
  }
}

function motherOf(household: Household): Person | undefined {
  return household.people.find((p) => p.woman && p.age >= 15 && p.age <= 52);
}
