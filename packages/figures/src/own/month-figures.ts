import {
  coverageMeasures,
  type Measure,
  measure,
  type UhcCategory,
  type UhcNeed,
  uhcCategory,
  uhcNeeds,
} from '@jangkau/membership';
import type { FigureId } from './definitions.ts';
import type { MonthCounts, StateCounts } from './month-counts.ts';

/** A share of a month with the definition it follows. */
export interface MonthFigure extends Measure {
  readonly id: FigureId;
}

/** A part of the population; parts add up to it. */
export interface Bucket {
  readonly id: 'active' | 'arrears' | 'lapsed' | 'residual';
  readonly people: number;
}

/** UHC category by one reading of "active", and what every category still asks for. */
export interface UhcStanding {
  readonly activeOf: 'members' | 'population';
  readonly category: UhcCategory | null;
  readonly needs: readonly UhcNeed[];
}

/** All shares of an area in a month. Those of a population that is not known have no ratio and a denominator of 0. */
export function monthFigures(counts: MonthCounts): MonthFigure[] {
  const { members, active, arrears, lapsed, contacts } = counts;
  const of = coverageMeasures({ population: counts.population ?? 0, members, active });
  const registered = { id: 'members', value: members };
  const inactive = { id: 'inactive-members', value: arrears + lapsed };
  const segments = (id: FigureId, of: readonly string[], numerator: string) =>
    measure(id, { id: numerator, value: membersOf(counts, of) }, registered);
  return [
    of.coverage,
    of.activeOfMembers,
    of.activeOfPopulation,
    of.inactiveOfMembers,
    measure('arrears-of-inactive', { id: 'members-in-arrears', value: arrears }, inactive),
    measure('lapsed-of-inactive', { id: 'members-without-payer', value: lapsed }, inactive),
    segments('tax-funded-of-members', ['PBI_APBN', 'PBPU_PEMDA'], 'tax-funded-members'),
    segments('pemda-of-members', ['PBPU_PEMDA'], 'pemda-members'),
    segments('rehab-segments-of-members', ['PBPU', 'BP'], 'self-paying-members'),
    ...(contacts === null
      ? []
      : [measure('contact-rate', { id: 'people-with-a-contact', value: contacts }, registered)]),
  ] as MonthFigure[];
}

/** The population in parts that add up to it; null when it is not known. The residual may be negative. */
export function buckets({ population, members, active, arrears, lapsed }: MonthCounts): Bucket[] | null {
  if (population === null) return null;
  return [
    { id: 'active', people: active },
    { id: 'arrears', people: arrears },
    { id: 'lapsed', people: lapsed },
    { id: 'residual', people: population - members },
  ];
}

/** Where an area stands among the UHC categories, by both readings of "active"; null without a population. */
export function uhcStandings(counts: MonthCounts): UhcStanding[] | null {
  const { population, members, active } = counts;
  if (population === null || population <= 0) return null;
  const known = { population, members, active, pemdaRegistered: membersOf(counts, ['PBPU_PEMDA']) };
  return (['members', 'population'] as const).map((activeOf) => ({
    activeOf,
    category: uhcCategory(known, activeOf),
    needs: uhcNeeds(known, activeOf),
  }));
}

/** Members of some segments. */
function membersOf({ segments }: MonthCounts, of: readonly string[]): number {
  const people = ({ active, arrears, lapsed }: StateCounts) => active + arrears + lapsed;
  return of.reduce((sum, segment) => sum + (segments[segment] ? people(segments[segment]) : 0), 0);
}
