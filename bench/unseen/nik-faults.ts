import { scaled } from './member-card.ts';
import { mistypeDigits, placeholderNik } from './numbers.ts';
import { issueNik } from './person.ts';
import type { Random } from './random.ts';
import type { Household, Person, World } from './world.ts';

/** The NIK faults a clerk can make alone. Returns the text of the field and the name of the fault. */
export function faultyNik(
  world: World,
  household: Household,
  person: Person,
): { nik: string; fault: string } {
  const { random } = world;
  const roll = random.next();
  if (roll < 0.36 || (person.age < 2 && roll < 0.7)) return { nik: '', fault: 'nik-missing' };
  if (roll < 0.48) return { nik: placeholderNik(random), fault: 'nik-placeholder' };
  if (roll < 0.81) return { nik: mistypeDigits(person.nik, random), fault: 'nik-mistyped' };
  if (roll < 0.97) return { nik: issueNik(world, household, person), fault: 'nik-old' };
  return { nik: `${person.nik.slice(0, 12)}0000`, fault: 'nik-rounded' };
}

/** Someone with a real NIK and the card that is to carry it. */
export interface CardHolder {
  person: Person;
  mess: number;
  card: { nik: string; faults: string[] } | undefined;
}

/** Puts housemates' NIKs on one another's cards, one way or both ways. */
export function confuseNiks({ random, rates }: World, holders: readonly CardHolder[]): void {
  const good = holders.filter((h) => h.card?.nik === h.person.nik);
  const put = (holder: CardHolder, other: CardHolder, fault: string): void => {
    if (!holder.card) return;
    holder.card.nik = other.person.nik;
    holder.card.faults.push(fault);
  };
  if (good.length >= 2 && random.chance(rates.nikSwapped)) {
    const [a] = good.splice(random.int(good.length), 1) as [CardHolder];
    const [b] = good.splice(random.int(good.length), 1) as [CardHolder];
    put(a, b, 'nik-swapped');
    put(b, a, 'nik-swapped');
  }
  for (const holder of good) {
    if (holders.length < 2 || !random.chance(scaled(rates.nikOfHousemate, holder.mess))) continue;
    put(holder, random.pick(holders.filter((h) => h !== holder)), 'nik-of-housemate');
  }
}

const RECENT = 4096;

/** Real NIKs met before, for cards that carry a stranger's number. */
export class KnownNiks {
  readonly #niks: string[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  remember(nik: string): void {
    if (this.#niks.length < RECENT) this.#niks.push(nik);
    else if (this.#random.chance(0.1)) this.#niks[this.#random.int(RECENT)] = nik;
  }

  /** The NIK of someone elsewhere; undefined until enough are known. */
  draw(): string | undefined {
    return this.#niks.length > 100 ? this.#random.pick(this.#niks) : undefined;
  }
}
