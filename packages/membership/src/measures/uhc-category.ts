import type { AreaCounts } from './measure.ts';

/** Category of the UHC Awards of January 2026. */
export type UhcCategory = 'utama' | 'madya' | 'pratama';

/** What the category is decided on. */
export interface UhcCounts extends AreaCounts {
  /** Members whom the Pemda registered. */
  readonly pemdaRegistered: number;
}

/** Which people the active share is of; sources use both, so every answer says which. */
export type ActiveDenominator = 'members' | 'population';

/** Thresholds in whole percent. */
const levels = [
  { category: 'utama', registered: 99, active: 95, pemda: 18, waivedWhenAllActive: true },
  { category: 'madya', registered: 98, active: 85, pemda: 0, waivedWhenAllActive: false },
  { category: 'madya', registered: 98, active: 80, pemda: 25, waivedWhenAllActive: false },
  { category: 'pratama', registered: 98, active: 80, pemda: 0, waivedWhenAllActive: false },
] as const;

/**
 * UHC category of an area, or null. Registered is of the population, Pemda's share of members. An area must also be
 * Prioritas with contributions paid to take part in the awards (`isUhcPrioritas`).
 */
export function uhcCategory(counts: UhcCounts, activeOf: ActiveDenominator = 'members'): UhcCategory | null {
  const { population, members, active, pemdaRegistered } = counts;
  const activeBase = activeOf === 'members' ? members : population;
  const found = levels.find(
    (level) =>
      reaches(members, population, level.registered) &&
      reaches(active, activeBase, level.active) &&
      (reaches(pemdaRegistered, members, level.pemda) ||
        (level.waivedWhenAllActive && reaches(active, activeBase, 100))),
  );
  return found?.category ?? null;
}

/**
 * UHC Prioritas: 98 % registered, 80 % active, no Pemda arrears, asked for formally and verified. Then residents whom
 * the Pemda registers are covered the same day.
 */
export function isUhcPrioritas(
  counts: AreaCounts,
  pemda: { hasArrears: boolean; requested: boolean; verified: boolean },
  activeOf: ActiveDenominator = 'members',
): boolean {
  const activeBase = activeOf === 'members' ? counts.members : counts.population;
  return (
    reaches(counts.members, counts.population, 98) &&
    reaches(counts.active, activeBase, 80) &&
    !pemda.hasArrears &&
    pemda.requested &&
    pemda.verified
  );
}

/** People an area lacks to reach a category; nothing is missing when all are 0. */
export interface UhcNeed {
  readonly category: UhcCategory | 'prioritas';
  /** Members still to be registered. */
  readonly registered: number;
  /** Active members still missing once those are registered; they count when they are active themselves. */
  readonly active: number;
  /** Members the Pemda would still have to register. */
  readonly pemdaRegistered: number;
}

/**
 * What each category still asks for, from the highest down, then Prioritas. Where a category can be reached in two
 * ways, the one that lacks fewer people. Prioritas and all awards also ask for paid contributions of the Pemda, a
 * formal request and a verification, which counts do not show.
 */
export function uhcNeeds(counts: UhcCounts, activeOf: ActiveDenominator = 'members'): UhcNeed[] {
  const ways = [...levels, { category: 'prioritas', registered: 98, active: 80, pemda: 0 } as const];
  const needs = ways.map(({ category, registered, active, pemda }): UhcNeed => {
    const wanted = share(counts.population, registered);
    const members = Math.max(counts.members, wanted);
    const base = activeOf === 'members' ? members : counts.population;
    return {
      category,
      registered: Math.max(0, wanted - counts.members),
      active: Math.max(0, share(base, active) - counts.active),
      pemdaRegistered:
        category === 'utama' && counts.active >= base
          ? 0
          : Math.max(0, share(members, pemda) - counts.pemdaRegistered),
    };
  });
  const people = (need: UhcNeed) => need.registered + need.active + need.pemdaRegistered;
  return needs.filter(
    (need, at) =>
      !needs.some(
        (other, i) =>
          other.category === need.category &&
          (people(other) < people(need) || (people(other) === people(need) && i < at)),
      ),
  );
}

/** The fewest people that are at least so many percent of a whole. */
function share(whole: number, percent: number): number {
  return Math.ceil((whole * percent) / 100);
}

/** Whether a part is at least so many percent of a whole, in whole numbers. */
function reaches(part: number, whole: number, percent: number): boolean {
  return whole > 0 && part * 100 >= whole * percent;
}
