import type { DriveFigures } from '@jangkau/store';

/** Of the groups meant, such a share takes the way offered and such a share of those finishes it. */
export interface WhatIfAssumption {
  kind: 'arrears' | 'lapsed';
  reason?: string | undefined;
  segment?: string | undefined;
  band?: string | undefined;
  join: number;
  finish: number;
}

/**
 * The active rate if assumptions hold. Every group counts for the first assumption that means it, so nobody
 * comes back twice; what comes back is rounded down, a person is whole.
 */
export function whatIf(figures: DriveFigures, assumptions: readonly WhatIfAssumption[]) {
  const taken = new Set<number>();
  const parts = assumptions.map(({ join, finish, ...meant }) => {
    let people = 0;
    let amount = 0;
    for (const [i, group] of figures.groups.entries()) {
      const fits =
        group.kind === meant.kind &&
        (meant.reason === undefined || group.reason === meant.reason) &&
        (meant.segment === undefined || group.segment === meant.segment) &&
        (meant.band === undefined || group.band === meant.band);
      if (!fits || taken.has(i)) continue;
      taken.add(i);
      people += group.people;
      amount += group.amount;
    }
    return { people, back: Math.floor(people * join * finish), amount: Math.floor(amount * join * finish) };
  });
  const activeAfter = figures.active + parts.reduce((sum, { back }) => sum + back, 0);
  return {
    members: figures.members,
    activeBefore: figures.active,
    activeAfter,
    rateBefore: { numerator: figures.active, denominator: figures.members },
    rateAfter: { numerator: activeAfter, denominator: figures.members },
    parts,
  };
}
