import type { Fact, FactKind } from '../fact.ts';

/** Order of facts of one day: leaving comes before entering, money after both, the end of a life last. */
const rank: Record<FactKind, number> = {
  born: 0,
  withdrawn: 1,
  left: 2,
  enrolled: 3,
  'student-letter': 4,
  'went-abroad': 5,
  returned: 6,
  paid: 7,
  deferred: 8,
  'citizenship-lost': 9,
  duplicate: 10,
  died: 11,
};

/**
 * The facts that were known at a moment (ISO 8601 UTC; all when absent) and not taken back by then, by date. The
 * order they are given in makes no difference.
 */
export function knownFacts(facts: readonly Fact[], knownAt?: string): Fact[] {
  const known = facts.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
  const withdrawn = new Set(known.flatMap((fact) => (fact.kind === 'withdrawn' ? [fact.factId] : [])));
  return known
    .filter(({ id, kind }) => kind !== 'withdrawn' && !withdrawn.has(id))
    .map((fact) => ({
      fact,
      key: `${fact.on.toString()} ${rank[fact.kind].toString().padStart(2, '0')} ${fact.id}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ fact }) => fact);
}
