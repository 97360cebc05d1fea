/** Totals the branch has published, and the size of branch they belong to. */
export const publishedTotals = {
  /** Residents for which the totals hold as they are. */
  residents: 1_688_195,
  june2023: {
    asOf: '2023-06-30',
    source: 'ANTARA Bali 318504 (data Juni 2023)',
    residents: 1_646_998,
    PBI_APBN: 244_871,
    PBPU_PEMDA: 449_431,
    PPU: 611_866,
    PBPU: 298_579,
    BP: 39_933,
  },
  june2024: {
    asOf: '2024-06-30',
    source: 'siaran cabang September 2024 (data semester I 2024)',
    active: 1_503_459,
    inactive: 184_736,
    /** National split of the inactive, March 2025: 41.5 million moved, 15.3 million in arrears. */
    arrearsShare: 15.3 / 56.8,
  },
} as const;

/** Groups whose members of June 2023 are published; the two kinds of PPU are one. */
export const segmentGroups = ['PBI_APBN', 'PBPU_PEMDA', 'PPU', 'PBPU', 'BP'] as const;
type SegmentGroup = (typeof segmentGroups)[number];

/** The totals for a branch of another size. */
export interface ScaledTotals {
  residents2023: number;
  segments2023: Record<SegmentGroup, number>;
  members2023: number;
  active2024: number;
  inactive2024: number;
  members2024: number;
}

/** Published totals in proportion to the size of a branch; parts always come to their whole. */
export function scaledTotals(residents: number): ScaledTotals {
  const { june2023, june2024 } = publishedTotals;
  const factor = residents / publishedTotals.residents;
  const groups = segmentGroups.map((group) => june2023[group]);
  const segments = shares(groups, Math.round(sum(groups) * factor));
  const states = [june2024.active, june2024.inactive];
  const [active = 0, inactive = 0] = shares(states, Math.round(sum(states) * factor));
  return {
    residents2023: Math.round(june2023.residents * factor),
    segments2023: Object.fromEntries(segmentGroups.map((group, i) => [group, segments[i]])) as Record<
      SegmentGroup,
      number
    >,
    members2023: sum(segments),
    active2024: active,
    inactive2024: inactive,
    members2024: active + inactive,
  };
}

/** Whole numbers in proportion to `parts` that come to `whole`: largest remainders get what rounding left. */
export function shares(parts: readonly number[], whole: number): number[] {
  const total = sum(parts);
  const exact = parts.map((part) => (part * whole) / total);
  const given = exact.map(Math.floor);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let left = whole - sum(given), k = 0; left > 0; left--, k++) {
    const { i } = order[k] as { i: number };
    given[i] = (given[i] as number) + 1;
  }
  return given;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
