/** What shares are computed from. */
interface Counts {
  population: number | null;
  members: number | null;
  active: number | null;
}

/** Shares that areas and months are compared by. */
export const shareMeasures = ['coverage', 'activeOfMembers', 'activeOfPopulation'] as const;
export type ShareMeasure = (typeof shareMeasures)[number];

/** A share of an area or month; null where a part is not known or there is nothing to divide by. */
export function shareOf({ population, members, active }: Counts, measure: ShareMeasure): number | null {
  const [part, whole] = {
    coverage: [members, population],
    activeOfMembers: [active, members],
    activeOfPopulation: [active, population],
  }[measure] as [number | null, number | null];
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}
