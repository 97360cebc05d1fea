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

/** Whether a part is at least so many percent of a whole, in whole numbers. */
function reaches(part: number, whole: number, percent: number): boolean {
  return whole > 0 && part * 100 >= whole * percent;
}
