/** A count with a name that says exactly what is counted: 'members', 'active-members', 'population-semester-1-2024'. */
export interface NamedCount {
  readonly id: string;
  readonly value: number;
}

/** A share that carries what it was computed from; never derive one share from another. */
export interface Measure {
  readonly id: string;
  readonly numerator: NamedCount;
  readonly denominator: NamedCount;
  /** Numerator over denominator; null when there is nothing to divide by. */
  readonly ratio: number | null;
}

/** A named share of two named counts. */
export function measure(id: string, numerator: NamedCount, denominator: NamedCount): Measure {
  const ratio = denominator.value === 0 ? null : numerator.value / denominator.value;
  return { id, numerator, denominator, ratio };
}

/** Counts of an area on a day, from which all measures come. */
export interface AreaCounts {
  readonly population: number;
  readonly members: number;
  readonly active: number;
}

/** Coverage and activity with both denominators in use; publications mix them. */
export function coverageMeasures({ population, members, active }: AreaCounts): {
  coverage: Measure;
  activeOfMembers: Measure;
  activeOfPopulation: Measure;
  inactiveOfMembers: Measure;
} {
  const people = { id: 'population', value: population };
  const registered = { id: 'members', value: members };
  const working = { id: 'active-members', value: active };
  return {
    coverage: measure('coverage', registered, people),
    activeOfMembers: measure('active-of-members', working, registered),
    activeOfPopulation: measure('active-of-population', working, people),
    inactiveOfMembers: measure(
      'inactive-of-members',
      { id: 'inactive-members', value: members - active },
      registered,
    ),
  };
}
