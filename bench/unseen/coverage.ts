import type { Random } from './random.ts';
import { POPULATION } from './rates.ts';
import type { Household, Person } from './world.ts';

/** Why a person lacks cover, or 'covered'. */
export type Cover =
  | 'covered'
  | 'uncovered-household'
  | 'uncovered-adult'
  | 'uncovered-child'
  | 'uncovered-newborn'
  | 'uncovered-twin';

/** Decides who in a household lacks cover: everyone, single adults, children whose siblings have it, newborns. */
export function decideCover(household: Household, random: Random): Cover[] {
  const factor = household.village.uncoveredFactor * (household.migrant ? 1.6 : 0.92);
  const size = household.people.length;
  const alone = size === 1 ? 1.8 : 1;
  if (random.chance(POPULATION.householdUncovered * factor * alone)) {
    return household.people.map(() => 'uncovered-household');
  }
  return household.people.map((p) => coverOf(p, factor, random));
}

function coverOf(p: Person, factor: number, random: Random): Cover {
  if (p.traits.includes('twin') && p.age < 20 && random.chance(POPULATION.twinUncovered * factor))
    return 'uncovered-twin';
  if (p.age < 1) return random.chance(POPULATION.newbornUncovered * factor) ? 'uncovered-newborn' : 'covered';
  if (p.age < 17) return random.chance(POPULATION.childUncovered * factor) ? 'uncovered-child' : 'covered';
  const weight = p.age < 31 ? 1.6 : p.age < 60 ? 0.9 : 0.8;
  return random.chance(POPULATION.adultUncovered * weight * factor) ? 'uncovered-adult' : 'covered';
}
