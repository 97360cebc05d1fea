import type { Random } from '../chance/random.ts';
import type { Segment } from '../people/person.ts';
import { segments } from '../people/working-life.ts';

/**
 * Share of members of a segment whose card does not work, arrears of families apart: with those 10.9 % of
 * all members, of whom about 73 % left a segment and 27 % owe (the national split of March 2025).
 */
const inactiveShare: Record<Segment, number> = {
  PBI_APBN: 0.13,
  PBPU_PEMDA: 0.085,
  PPU_PN: 0.02,
  PPU_BU: 0.11,
  PBPU: 0.01,
  BP: 0.01,
};

/** The segment of one member: that of the household for most, another for those who earn or are carried elsewhere. */
export function anySegment(household: Segment, age: number, random: Random): Segment {
  return random.chance(age > 21 ? 0.14 : 0.05) ? segments.pick(random) : household;
}

/** Room class: III for those the state or the region pays for, by wage or choice for the others. */
export function anyClass(segment: Segment, random: Random): number {
  const roll = random.float();
  if (segment === 'PBI_APBN' || segment === 'PBPU_PEMDA') return 3;
  if (segment === 'PPU_BU') return roll < 0.3 ? 1 : 2;
  if (segment === 'PPU_PN') return roll < 0.7 ? 1 : 2;
  if (segment === 'BP') return roll < 0.5 ? 1 : roll < 0.85 ? 2 : 3;
  return roll < 0.15 ? 1 : roll < 0.36 ? 2 : 3;
}

/** Whether the card works. Who pays for himself stops as a household; others lose a payer one by one. */
export function isActive(segment: Segment, householdInArrears: boolean, random: Random): boolean {
  if (householdInArrears && (segment === 'PBPU' || segment === 'BP')) return random.chance(0.04);
  return !random.chance(inactiveShare[segment]);
}
