import type { PatternCount } from './latent-class.ts';
import type { ComparisonRoles } from './train.ts';
import { wholePerson } from './whole-person.ts';

/**
 * What it says that a pair cannot be compared by the key of the exact tier, because one of its records has none. The tier
 * has linked whoever agrees on the key and the person. Of the matches that are left over and agree on the whole
 * person the key must have failed, and often it is missing; others lack it no more often than records at large.
 */
export interface Keyless {
  /** Share of pairs without a key among matches that agree on the whole person. */
  matched: number;
  /** The same among pairs of different people: as among all pairs of the two registers. */
  different: number;
  /** Which comparisons are the key and the person. */
  roles: Pick<ComparisonRoles, 'key' | 'same'>;
}

/** Pairs' worth of belief that a missing key says nothing. */
const STRENGTH = 20;

/** Learns it from the expected number of matches of each pattern, given the share among pairs of different people. */
export function learnKeyless(
  patterns: readonly PatternCount[],
  matched: ArrayLike<number>,
  { key, same }: ComparisonRoles,
  different: number,
): Keyless {
  const roles = { key, same };
  let without = STRENGTH * different;
  let all = STRENGTH;
  patterns.forEach(({ codes }, p) => {
    if (key === undefined || !wholePerson(codes, roles)) return;
    all += matched[p] as number;
    if (codes[key] === 0) without += matched[p] as number;
  });
  return { matched: without / all, different, roles };
}

/** Bits that a missing key, or one that is there, adds to a pair; none to a pair that differs in the person. */
export function keylessBits({ matched, different, roles }: Keyless, codes: readonly number[]): number {
  if (roles.key === undefined || !wholePerson(codes, roles)) return 0;
  return codes[roles.key] === 0 ? Math.log2(matched / different) : Math.log2((1 - matched) / (1 - different));
}
