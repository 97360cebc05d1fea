import type { BirthDate } from './birth-date.ts';
import { buildHousehold } from './household.ts';
import { type MemberCard, type Registration, scaled, writeCard } from './member-card.ts';
import { faultyNik } from './nik-faults.ts';
import { dateAtAge, issueNik, person } from './person.ts';
import { POPULATION } from './rates.ts';
import type { Household, Person, World } from './world.ts';

/** Why a card has no resident. */
export type Stray = 'dead' | 'moved' | 'moved-household' | 'never-registered' | 'namesake';

/** A card without a resident. */
export interface StrayCard {
  why: Stray;
  card: MemberCard;
}

/** Cards of the dead, of people who moved away and of people the register never knew. */
export function strayCards(
  world: World,
  household: Household,
  registration: Registration,
  mess: number,
): StrayCard[] {
  const { random } = world;
  const size = household.people.length;
  const strays: StrayCard[] = [];
  const add = (why: Stray, home: Household, low: number, high: number, signed: Registration): void => {
    const p = person(world, home, random.chance(0.49), dateAtAge(world, random.between(low, high)), 0);
    p.nik = issueNik(world, home, p);
    strays.push(stray(world, home, signed, p, mess, why));
  };
  const left: Registration = { ...registration, active: random.chance(0.45) };
  if (random.chance(POPULATION.deadCards * size)) add('dead', household, 48, 96, left);
  if (random.chance(POPULATION.movedCards * size)) add('moved', household, 17, 55, left);
  if (random.chance(POPULATION.strangerCards * size)) {
    const kk = world.kks.issue('351001', dayIn(world, 2016), false);
    add('never-registered', { ...household, kk, oldKk: '', migrant: true }, 18, 55, {
      ...registration,
      kk: 'current',
    });
  }
  if (random.chance(POPULATION.movedHouseholds * size)) {
    const gone = buildHousehold(world, household.village, 6);
    for (const p of gone.people) strays.push(stray(world, gone, registration, p, mess, 'moved-household'));
  }
  return strays;
}

/** The card of someone else with the same name and birth date, from another village, now dead or gone. */
export function namesakeCard(
  world: World,
  household: Household,
  registration: Registration,
  p: Person,
): StrayCard {
  const { random } = world;
  let village = random.pick(world.villages);
  while (village === household.village) village = random.pick(world.villages);
  const home: Household = {
    ...household,
    village,
    oldKk: '',
    phone: '',
    people: [],
    kk: world.kks.issue(village.prefix, dayIn(world, 2014), false),
    address: `Br. ${random.pick(village.banjars)}`,
  };
  const nik = world.niks.issue(village.prefix, p.born, p.woman);
  const signed: Registration = { ...registration, kk: 'current', village: undefined, active: false };
  return stray(world, home, signed, { ...p, nik, phone: '', traits: [] }, 1, 'namesake');
}

function stray(
  world: World,
  home: Household,
  registration: Registration,
  p: Person,
  mess: number,
  why: Stray,
): StrayCard {
  const card = writeCard(world, home, p, registration, mess);
  if (world.random.chance(scaled(world.rates.memberNik, mess) * 1.3)) {
    const { nik, fault } = faultyNik(world, home, p);
    card.nik = nik;
    card.faults.push(fault);
  }
  return { why, card };
}

function dayIn({ random }: World, year: number): BirthDate {
  return { year, month: random.between(1, 12), day: random.between(1, 28) };
}
