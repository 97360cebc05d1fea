import { type MemberCard, type Registration, scaled, writeCard } from './member-card.ts';
import { faultyNik, type KnownNiks } from './nik-faults.ts';
import { fullName } from './person-name.ts';
import type { Household, Person, World } from './world.ts';

/** The card of a covered resident, with its own faults (housemates' NIKs come later). */
export function coveredCard(
  world: World,
  household: Household,
  p: Person,
  registration: Registration,
  mess: number,
  known: KnownNiks,
): MemberCard {
  const { random, rates } = world;
  const card = writeCard(world, household, p, registration, mess);
  const onMother = p.age < 1 ? rates.babyOnMother : p.age < 4 ? rates.staleBaby : 0;
  const mother = onMother > 0 && random.chance(onMother) ? motherOf(household) : undefined;
  const age = p.age < 5 ? 1.9 : p.age > 65 ? 1.35 : 0.9;
  if (mother) nameAfterMother(world, card, p, mother);
  else if (random.chance(scaled(rates.memberNik, mess) * age)) {
    const { nik, fault } = faultyNik(world, household, p);
    card.nik = nik;
    card.faults.push(fault);
  } else if (random.chance(scaled(rates.nikOfStranger, mess))) {
    const nik = known.draw();
    if (nik !== undefined) {
      card.nik = nik;
      card.faults.push('nik-of-stranger');
    }
  }
  return card;
}

/** A second card of a covered person, older and worse than the first. */
export function secondCard(
  world: World,
  household: Household,
  p: Person,
  registration: Registration,
  mess: number,
): MemberCard {
  const { random } = world;
  const apart: Registration = {
    ...registration,
    segment: random.pick(['PBI_APBN', 'PBPU_PEMDA', 'PBPU', 'PPU_BU']),
    active: random.chance(0.4),
  };
  if (household.oldKk !== '' && random.chance(0.4)) apart.kk = 'old';
  const card = writeCard(world, household, p, apart, mess * 1.5);
  const mother = p.age < 2 && random.chance(0.7) ? motherOf(household) : undefined;
  if (mother) nameAfterMother(world, card, p, mother);
  else if (random.chance(0.6)) {
    const { nik, fault } = faultyNik(world, household, p);
    card.nik = nik;
    card.faults.push(fault);
  }
  return card;
}

/** Turns a card into that of a baby not yet named: BAYI NY <mother>, mostly without a NIK. */
function nameAfterMother({ random }: World, card: MemberCard, baby: Person, mother: Person): void {
  const bare = mother.name.marker === '' ? mother.text : fullName({ ...mother.name, marker: '', after: '' });
  const start = random.pick(['BAYI NY ', 'BAYI NY. ', 'BY NY ', 'BAYI NY ']);
  card.name = start + (random.chance(0.6) ? mother.text : bare).toUpperCase();
  if (baby.traits.includes('twin')) card.name += random.pick([' I', ' II', ' 1', ' 2']);
  card.faults = card.faults.filter((fault) => !fault.startsWith('name-'));
  card.faults.push('name-baby-on-mother');
  if (random.chance(0.1)) return;
  card.nik = random.chance(0.9) ? '' : mother.nik;
  card.faults.push(card.nik === '' ? 'nik-missing' : 'nik-of-housemate');
}

function motherOf(household: Household): Person | undefined {
  return household.people.find((p) => p.woman && p.age >= 15 && p.age <= 52);
}
