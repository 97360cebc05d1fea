/** How two registers of one area stand to each other. */
export interface RegisterBalance {
  /** Population minus members: negative when there are more memberships than people. Not a work list. */
  readonly netGap: number;
  /** Residents without membership: people to visit. */
  readonly workList: number;
  /** Memberships that match no living resident: dead, moved, double, at home elsewhere. */
  readonly surplusMemberships: number;
}

/** The net gap hides people: gap = work list - surplus memberships (6,350 - 4,032 = 2,318). */
export function registerBalance(counts: {
  population: number;
  members: number;
  uncovered: number;
}): RegisterBalance {
  const netGap = counts.population - counts.members;
  return { netGap, workList: counts.uncovered, surplusMemberships: counts.uncovered - netGap };
}
