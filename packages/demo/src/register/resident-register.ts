import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import type { CsvFile } from '../output/csv-file.ts';
import { Household, type Person, type SplitNumber } from '../people/person.ts';
import type { Village } from '../places/branch-places.ts';
import { slipName } from './name-damage.ts';
import { slipDigit } from './number-damage.ts';
import { rates } from './rates.ts';
import { writeResident } from './resident-row.ts';
import type { TruthFile } from './truth-file.ts';

/** The village registers as they grow: mostly right, with a few slips of their own. */
export class ResidentRegister {
  /** Rows written so far. */
  written = 0;
  private running = 0;
  private readonly nik: SplitNumber = { head: 0, serial: 0 };
  /** People to be listed again in the next village, each in a household of one, with their cards. */
  private again: { household: Household; card: number }[] = [];
  private readonly random: Random;
  private readonly calendar: Calendar;
  private readonly file: CsvFile;
  private readonly truth: TruthFile;

  constructor(random: Random, calendar: Calendar, file: CsvFile, truth: TruthFile) {
    this.random = random;
    this.calendar = calendar;
    this.file = file;
    this.truth = truth;
  }

  /** Begins the register of a village; returns how many rows people listed twice already take. */
  startVillage(village: Village, room: number): number {
    this.running = 0;
    const taken = this.again.splice(0, room);
    for (const { household, card } of taken) {
      const person = household.people[0] as Person;
      household.banjar = this.random.of(village.banjars);
      household.address = `Br. ${household.banjar}`;
      this.running++;
      this.written++;
      const { rows } = this.file;
      writeResident(rows, household, person, village, this.running, person.nik, person.name, this.calendar);
      this.truth.write('resident-again', village, this.running, card);
    }
    return taken.length;
  }

  /** Writes the people of a household; returns the running number of the first. */
  addHousehold(household: Household): number {
    const { random, calendar, nik } = this;
    const first = this.running + 1;
    for (let i = 0; i < household.size; i++) {
      const person = household.people[i] as Person;
      const newborn = calendar.today - person.born < 120;
      nik.head = person.nik.head;
      nik.serial = person.nik.serial;
      if (random.chance(newborn ? 0.12 : 0.0009)) nik.head = 0;
      else if (random.chance(0.0007)) slipDigit(nik, random);
      const name = random.chance(0.015) ? slipName(person.name, random) : person.name;
      this.running++;
      writeResident(this.file.rows, household, person, household.village, this.running, nik, name, calendar);
    }
    this.written += household.size;
    return first;
  }

  /** Remembers now and then a covered person of the household to be listed in the next village too. */
  listAgain(household: Household, cards: readonly number[]): void {
    for (let i = 0; i < household.size; i++) {
      const card = cards[i] as number;
      if (card < 0 || !this.random.chance(rates.residentTwice)) continue;
      const person = household.people[i] as Person;
      const copy = new Household(household.village);
      copy.size = 1;
      copy.people[0] = Object.assign(Object.create(Object.getPrototypeOf(person)), person, {
        nik: { ...person.nik },
      });
      copy.kk = { ...household.kk };
      this.again.push({ household: copy, card });
    }
  }
}
