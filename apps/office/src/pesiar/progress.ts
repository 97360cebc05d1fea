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

/** Classes of colour of shares: none yet, up to a quarter, half, three quarters, more. The same everywhere and always. */
export const progressShades = ['p0', 'p1', 'p2', 'p3', 'p4'] as const;
export type ProgressShade = (typeof progressShades)[number];

/** Upper ends of the classes of shares. */
export const shareEnds = [0, 0.25, 0.5, 0.75, Number.POSITIVE_INFINITY] as const;

/** The class of a share; whoever has not begun is a class of their own. */
export function shadeOfShare(share: number): ProgressShade {
  return progressShades[shareEnds.findIndex((end) => share <= end)] ?? 'p4';
}
