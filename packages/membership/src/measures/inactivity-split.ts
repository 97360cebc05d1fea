import type { Inactivity } from '../inactivity.ts';

/** Members by whether they are covered and why not; adds up to everybody. */
export interface InactivitySplit {
  readonly active: number;
  readonly arrears: number;
  readonly lapsed: number;
  readonly ended: number;
}

/** Counts members by kind of inactivity (null: active). Most inactive people owe nothing and need no reminder to pay. */
export function inactivitySplit(members: Iterable<Inactivity | null>): InactivitySplit {
  const split = { active: 0, arrears: 0, lapsed: 0, ended: 0 };
  for (const inactivity of members) split[inactivity ?? 'active']++;
  return split;
}
