import type { PatternCount } from './latent-class.ts';
import type { ComparisonRoles } from './train.ts';
import { wholePerson } from './whole-person.ts';

/**
 * The patterns of pairs known to be of different people, without those of second records. A person whom the exact tier
 * has linked may have a second record among the others: such a pair agrees on all that says who somebody is, within
 * one group. Taken for different people, second records would teach that people of one group often agree on
 * everything, and of two twins the wrong one would be the better match.
 */
export function withoutSecondRecords<P extends PatternCount>(
  patterns: readonly P[],
  roles: ComparisonRoles,
): P[] {
  const { group, related = [] } = roles;
  if (group === undefined) return [...patterns];
  return patterns.filter(
    ({ codes }) => !related.includes(codes[group] as number) || !wholePerson(codes, roles),
  );
}
