import { planVillages, type Village } from './areas.ts';
import { parseDate } from './birth-date.ts';
import { type Cover, decideCover } from './coverage.ts';
import { coveredCard, secondCard } from './covered-card.ts';
import { buildHousehold } from './household.ts';
import { type MemberCard, messiness, type Registration, registerHousehold, scaled } from './member-card.ts';
import { confuseNiks, faultyNik, KnownNiks } from './nik-faults.ts';
import { CardNumbers, SerialNumbers } from './numbers.ts';
import { Random } from './random.ts';
import { type Difficulty, POPULATION, ratesFor } from './rates.ts';
import { RegisterWriter } from './register-writer.ts';
import { residentRow } from './resident-row.ts';
import { namesakeCard, type StrayCard, strayCards } from './stray-cards.ts';
import type { Household, Person, World } from './world.ts';

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
  /** Residents without any card, by why. */
  uncovered: Record<string, number>;
  uncoveredTotal: number;
  members: number;
  duplicateCards: number;
  /** Cards of nobody in the register, by why. */
  withoutResident: Record<string, number>;
  /** Residents (and their own cards) with each fault or circumstance. */
  faults: Record<string, number>;
}

/** Writes two registers of the branch and the truth about who is who. Same options, same bytes. */
export function generateUnseen(options: UnseenOptions): UnseenCounts {
  return new Generator(options).run();
}

/** Households on a page of a list that went through a spreadsheet keeping 15 digits, on average. */
const PAGE = 60;

/** One person of a household as the two registers are about to write them. */
interface Entry {
  person: Person;
  cover: Cover;
  mess: number;
  residentNik: string;
  faults: string[];
  card: MemberCard | undefined;
}

class Generator {
  readonly #world: World;
  readonly #villages: Village[];
  readonly #known: KnownNiks;
  readonly #writer: RegisterWriter;
  #spreadsheetLeft = 0;
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
    const random = new Random(options.seed);
    this.#villages = planVillages(options.residents, random);
    this.#known = new KnownNiks(random);
    this.#writer = new RegisterWriter(options.out);
    this.#world = {
      random,
      asOf: parseDate(options.asOf ?? '2026-06-30'),
      niks: new SerialNumbers(),
      kks: new SerialNumbers(),
      villages: this.#villages,
      cards: new CardNumbers(random.bits()),
      rates: ratesFor(options.difficulty ?? 'normal'),
    };
  }

  run(): UnseenCounts {
    for (const village of this.#villages) this.#village(village);
    this.#counts.members = this.#writer.members;
    this.#writer.close(this.#world.random);
    return this.#counts;
  }

  #village(village: Village): void {
    const { random, rates } = this.#world;
    const inCapitals = new Set(village.banjars.filter(() => random.chance(0.6)));
    for (let left = village.residents; left > 0; ) {
      const household = buildHousehold(this.#world, village, left);
      left -= household.people.length;
      if (this.#spreadsheetLeft > 0) this.#spreadsheetLeft--;
      else if (random.chance(rates.spreadsheet / PAGE))
        this.#spreadsheetLeft = random.between(PAGE / 2, PAGE * 1.5);
      this.#household(household, inCapitals.has(household.banjar));
    }
  }

  #household(household: Household, upper: boolean): void {
    const world = this.#world;
    const { random } = world;
    const covers = decideCover(household, random);
    const mess = messiness(random);
    const registration = registerHousehold(world, household, mess);
    const entries = household.people.map((p, i) =>
      this.#entry(household, p, covers[i] as Cover, registration, mess),
    );
    confuseNiks(world, entries);
    for (const entry of entries) this.#write(household, registration, entry, upper);
    for (const stray of strayCards(world, household, registration, mess)) this.#stray(stray);
    for (const { person } of entries) this.#known.remember(person.nik);
    this.#counts.households++;
  }

  #entry(
    household: Household,
    person: Person,
    cover: Cover,
    registration: Registration,
    householdMess: number,
  ): Entry {
    const { random, rates } = this.#world;
    const mess = 0.5 * householdMess + 0.5 * messiness(random);
    const faults = [...person.traits];
    let residentNik = person.nik;
    if (random.chance(scaled(rates.residentNik, mess))) {
      const { nik, fault } = faultyNik(this.#world, household, person);
      residentNik = nik;
      faults.push(`resident-${fault}`);
    } else if (this.#spreadsheetLeft > 0) {
      residentNik = `${person.nik.slice(0, 15)}0`;
      faults.push('resident-nik-15-digits');
    }
    const card =
      cover === 'covered'
        ? coveredCard(this.#world, household, person, registration, mess, this.#known)
        : undefined;
    return { person, cover, mess, residentNik, faults, card };
  }

  #write(household: Household, registration: Registration, entry: Entry, upper: boolean): void {
    const world = this.#world;
    const { person, cover, card, mess, residentNik } = entry;
    const counts = this.#counts;
    const id = `P${String(++counts.residents).padStart(8, '0')}`;
    const faults = [...entry.faults, ...(card?.faults ?? [])];
    const line = residentRow(world, household, person, id, residentNik, mess, upper, faults);
    if (!card) {
      faults.unshift(cover);
      counts.uncovered[cover] = (counts.uncovered[cover] ?? 0) + 1;
      counts.uncoveredTotal++;
    }
    if (world.random.chance(card ? POPULATION.namesakeOfCovered : POPULATION.namesakeOfUncovered)) {
      faults.push('has-namesake');
      this.#stray(namesakeCard(world, household, registration, person));
    }
    for (const fault of faults) counts.faults[fault] = (counts.faults[fault] ?? 0) + 1;
    this.#writer.resident(id, line, card, faults);
    if (card && world.random.chance(scaled(world.rates.duplicateCard, mess))) {
      this.#writer.duplicate(id, secondCard(world, household, person, registration, mess));
      counts.duplicateCards++;
    }
  }

  #stray({ why, card }: StrayCard): void {
    this.#counts.withoutResident[why] = (this.#counts.withoutResident[why] ?? 0) + 1;
    this.#writer.stray(why, card);
  }
}
