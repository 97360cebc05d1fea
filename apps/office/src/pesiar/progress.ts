import type { FunnelFigures } from '@jangkau/contracts';

/** What a place is coloured by: how near it is to its target, how many cases are over, how many are left. */
export const progressMeasures = ['target', 'done', 'pending'] as const;
export type ProgressMeasure = (typeof progressMeasures)[number];

type Counts = Pick<FunnelFigures, 'mapped' | 'pending' | 'active' | 'target'>;

/** Value of a measure for a place: shares of 1, or people; null where there is nothing to measure against. */
export function progressOf(
  { mapped, pending, active, target }: Counts,
  measure: ProgressMeasure,
): number | null {
  if (measure === 'pending') return mapped === 0 ? null : pending;
  if (measure === 'done') return mapped === 0 ? null : (mapped - pending) / mapped;
  return target === null || target === 0 ? null : active / target;
}
