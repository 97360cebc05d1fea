import { type AreaCounts, coverageMeasures, type Measure } from './measure.ts';

/** A group of inactive members and what is assumed of it. Shares lie between 0 and 1. */
export interface WhatIfGroup {
  readonly id: string;
  readonly people: number;
  /** Share that takes the way offered (REHAB, payment, a new segment). */
  readonly takeUp: number;
  /** Share of those who see it through. */
  readonly completion: number;
}

/** What the active rate becomes under assumptions, with the assumptions beside it. */
export interface ReactivationWhatIf {
  readonly before: Measure;
  readonly after: Measure;
  readonly reactivated: number;
  readonly groups: readonly (WhatIfGroup & { readonly reactivated: number })[];
}

/**
 * "If 40 % of those owing 4 to 12 months take REHAB and half of them finish, the active rate becomes ...". Both rates
 * are of members. People are whole; a group never gives more than it has, all groups never more than are inactive.
 * @throws RangeError for a share outside 0 to 1 or groups larger than the inactive members
 */
export function reactivationWhatIf(counts: AreaCounts, groups: readonly WhatIfGroup[]): ReactivationWhatIf {
  for (const { takeUp, completion } of groups) {
    if (!(takeUp >= 0 && takeUp <= 1 && completion >= 0 && completion <= 1)) {
      throw new RangeError('a share lies between 0 and 1');
    }
  }
  const people = groups.reduce((total, group) => total + group.people, 0);
  if (people > counts.members - counts.active) throw new RangeError('more people than are inactive');
  const answered = groups.map((group) => ({
    ...group,
    reactivated: Math.round(group.people * group.takeUp * group.completion),
  }));
  const reactivated = answered.reduce((total, group) => total + group.reactivated, 0);
  return {
    before: coverageMeasures(counts).activeOfMembers,
    after: coverageMeasures({ ...counts, active: counts.active + reactivated }).activeOfMembers,
    reactivated,
    groups: answered,
  };
}
