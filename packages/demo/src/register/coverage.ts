import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import type { Household, Person } from '../people/person.ts';
import { rates } from './rates.ts';

/** True for a household of which nobody is a member: mostly migrants and the poor. */
export function isUnregistered(household: Household, random: Random): boolean {
  const factor =
    (household.migrant ? 3.6 : 0.75) * (isPoor(household) ? 1.35 : 0.7) * household.village.outside;
  return random.chance(rates.unregisteredHousehold * factor);
}

/** True for somebody without a card in a household that has some. */
export function isUncovered(
  household: Household,
  person: Person,
  calendar: Calendar,
  random: Random,
): boolean {
  const days = calendar.today - person.born;
  const base =
    days < 366
      ? rates.uncoveredNewborn * (1.7 - days / 260)
      : days < 1900
        ? rates.uncoveredSmallChild
        : days > 6900 && days < 11000
          ? rates.uncoveredYoungAdult
          : days > 25500
            ? rates.uncoveredOld
            : rates.uncoveredOther;
  const factor =
    (household.migrant ? 1.7 : 0.88) * (isPoor(household) ? 1.25 : 0.8) * household.village.outside;
  return random.chance(base * factor);
}

function isPoor(household: Household): boolean {
  return household.segment === 'PBI_APBN' || household.segment === 'PBPU_PEMDA';
}
