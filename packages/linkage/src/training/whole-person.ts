import type { ComparisonRoles } from './train.ts';

/** Whether every comparison of the person stands at a level that says it is the same, as far as it can see; false without a person. */
export function wholePerson(codes: readonly number[], { same = [] }: Pick<ComparisonRoles, 'same'>): boolean {
  if (same.length === 0) return false;
  for (const { comparison, levels } of same) if (!levels.includes(codes[comparison] as number)) return false;
  return true;
}
