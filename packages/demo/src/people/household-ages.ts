import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import type { Village } from '../places/branch-places.ts';
import type { Household, Person } from './person.ts';

/** Kinds of household with how common they are in the country and in the city. */
type Kind = 'single' | 'couple' | 'nuclear' | 'single-parent' | 'three-generations' | 'elders' | 'compound';
const kinds: readonly Kind[] = [
  'single',
  'couple',
  'nuclear',
  'single-parent',
  'three-generations',
  'elders',
  'compound',
];
const ruralKinds = new Weighted(kinds, [7, 14, 37, 7, 17, 14, 4]);
const urbanKinds = new Weighted(kinds, [12, 13, 45, 7, 13, 8, 2]);
const migrantKinds = new Weighted(kinds, [27, 15, 45, 6, 5, 2, 0]);

/** Fills households with people of a sex, an age and a role that fit together. */
export class HouseholdAges {
  private readonly random: Random;
  private readonly calendar: Calendar;

  constructor(random: Random, calendar: Calendar) {
    this.random = random;
    this.calendar = calendar;
  }

  /** Replaces the people of a household. */
  fill(household: Household, village: Village): void {
    const { random } = this;
    household.size = 0;
    const pool = household.migrant
      ? migrantKinds
      : random.chance(village.regency.urban)
        ? urbanKinds
        : ruralKinds;
    const kind = pool.pick(random);
    switch (kind) {
      case 'single':
        this.single(household);
        break;
      case 'couple':
        this.couple(household, random.chance(0.33) ? random.bell(29, 4) : random.bell(64, 9));
        break;
      case 'nuclear':
        this.family(household, random.bell(42, 9.5));
        break;
      case 'single-parent':
        this.singleParent(household);
        break;
      case 'three-generations':
        this.family(household, random.bell(41, 8));
        this.parents(household);
        break;
      case 'elders':
      case 'compound':
        this.elders(household, kind === 'compound');
        break;
    }
    if (random.chance(kind === 'compound' ? 0.5 : 0.045)) this.otherRelative(household);
  }

  private single(household: Household): void {
    const { random } = this;
    const old = random.chance(household.migrant ? 0.08 : 0.55);
    const age = old ? random.bell(68, 8) : random.bell(29, 6);
    household.add(
      'KEPALA KELUARGA',
      random.chance(old ? 0.62 : 0.42) ? 1 : 0,
      this.bornAt(Math.max(age, 18)),
    );
  }

  private couple(household: Household, age: number): [Person, Person] {
    const { random } = this;
    const womanHeads = random.chance(0.012);
    const headAge = Math.min(Math.max(age, 20), 92);
    const gap = random.bell(2.8, 3.4);
    const head = household.add('KEPALA KELUARGA', womanHeads ? 1 : 0, this.bornAt(headAge));
    const otherAge = Math.max(19, womanHeads ? headAge + gap : headAge - gap);
    const other = household.add(womanHeads ? 'SUAMI' : 'ISTRI', womanHeads ? 0 : 1, this.bornAt(otherAge));
    return womanHeads ? [other, head] : [head, other];
  }

  private family(household: Household, age: number): void {
    const [, mother] = this.couple(household, Math.min(Math.max(age, 22), 70));
    this.children(household, mother, 'ANAK');
  }

  private singleParent(household: Household): void {
    const { random } = this;
    const sex = random.chance(0.8) ? 1 : 0;
    const parent = household.add(
      'KEPALA KELUARGA',
      sex,
      this.bornAt(Math.min(Math.max(random.bell(47, 10), 22), 78)),
    );
    this.children(household, parent, 'ANAK');
  }

  private parents(household: Household): void {
    const { random } = this;
    const head = household.people[0] as Person;
    const hers = random.chance(0.06);
    const relation = hers ? 'MERTUA' : 'ORANG TUA';
    const motherAge = this.ageOf(head) + random.bell(25, 4);
    if (random.chance(motherAge > 76 ? 0.55 : 0.86) && motherAge < 98) {
      household.add(relation, 1, this.bornAt(motherAge));
    }
    const fatherAge = motherAge + random.bell(3, 3);
    if (random.chance(fatherAge > 73 ? 0.45 : 0.78) && fatherAge < 98)
      household.add(relation, 0, this.bornAt(fatherAge));
  }

  /** An elder couple, a married son with wife and children, and in a compound a second such son. */
  private elders(household: Household, compound: boolean): void {
    const { random } = this;
    const [, mother] = this.couple(household, random.bell(63, 6.5));
    const firstBirth = Math.max(19, random.bell(24, 3));
    let age = this.ageOf(mother) - firstBirth;
    const sons = compound ? 2 : 1;
    for (let i = 0; i < sons && age > 19; i++, age -= random.between(2, 5)) {
      const son = household.add('ANAK', 0, this.bornAt(age));
      son.order = i + 1;
      son.mother = '+';
      if (age < 22) continue;
      const wife = household.add('MENANTU', 1, this.bornAt(Math.max(19, age - random.bell(2.5, 3))));
      this.children(household, wife, 'CUCU');
    }
    if (age > 6 && random.chance(0.4)) {
      const last = household.add('ANAK', random.below(2), this.bornAt(Math.min(age, 34)));
      last.order = sons + 1;
      last.mother = '+';
    }
  }

  /** A brother, sister, nephew or aunt of the head. */
  private otherRelative(household: Household): void {
    const { random } = this;
    const age = random.chance(0.5)
      ? this.ageOf(household.people[0] as Person) + random.bell(-3, 5)
      : random.bell(24, 9);
    household.add('FAMILI LAIN', random.below(2), this.bornAt(Math.min(Math.max(age, 1), 95)));
  }

  /** Children by the age and the generation of their mother; twins in 1.1 % of births. */
  private children(household: Household, mother: Person, relation: 'ANAK' | 'CUCU'): void {
    const { random, calendar } = this;
    const motherYear = calendar.year[mother.born] as number;
    const mean = motherYear < 1955 ? 4.2 : motherYear < 1972 ? 3 : 2.25;
    const wanted = Math.max(1, Math.round(random.bell(mean, 0.9)));
    let ageAtBirth = Math.max(18.5, random.bell(motherYear < 1970 ? 23 : 25.5, 3.6));
    for (let order = 1; order <= wanted && ageAtBirth < 44; order++) {
      const born = mother.born + Math.round(ageAtBirth * 365.25) + random.below(300) - 150;
      if (born > calendar.today) return;
      const twins = random.chance(0.011) ? 2 : 1;
      for (let twin = 0; twin < twins; twin++) {
        const sex = random.below(2);
        if (!this.stillHome(sex, this.calendar.age(born), relation)) continue;
        const child = household.add(
          relation,
          sex,
          born + (twin && random.chance(0.04) ? Math.min(1, calendar.today - born) : 0),
        );
        child.order = order + twin;
        child.mother = '+';
      }
      order += twins - 1;
      ageAtBirth += 2 + random.float() * 3.5;
    }
  }

  /** Daughters leave on marriage; a son stays or brings his wife, who then is on another card. */
  private stillHome(sex: number, age: number, relation: 'ANAK' | 'CUCU'): boolean {
    if (age < 19) return true;
    if (relation === 'CUCU') return age < 26;
    if (age > 45) return this.random.chance(0.04);
    const leave = sex === 1 ? 0.085 : 0.065;
    return this.random.chance(Math.exp(-(age - 19) * leave));
  }

  private ageOf(person: Person): number {
    return (this.calendar.today - person.born) / 365.25;
  }

  /** A day of birth about `age` years ago; of the old, some have only a year, written as its last day. */
  private bornAt(age: number): number {
    const { random, calendar } = this;
    const born = Math.max(0, Math.min(calendar.today, calendar.yearsAgo(age) - random.below(365)));
    const year = calendar.year[born] as number;
    if (year < 1970 && random.chance(0.09)) {
      const day = random.below(3);
      if (day === 0) return calendar.at(year, 12, 31);
      return day === 1 ? calendar.at(year, 7, 1) : calendar.at(year, 1, 1);
    }
    return born;
  }
}
