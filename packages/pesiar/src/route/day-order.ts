import type { Point } from '../case/case-subject.ts';
import { distance } from './distance.ts';

/** A household to be visited. */
export interface Stop {
  readonly key: string;
  readonly point: Point | null;
  readonly banjar: string | null;
  readonly address: string | null;
}

/**
 * Households in an order that is short to walk: the nearest next, then crossings taken out. Those without a place on
 * the map come last, by banjar and address. The same stops always give the same order.
 */
export function dayOrder<S extends Stop>(stops: readonly S[], from: Point | null = null): S[] {
  const sorted = [...stops].sort(byPlaceName);
  const placed = sorted.filter((stop): stop is S & { point: Point } => stop.point !== null);
  return [...uncrossed(nearestFirst(placed, from), from), ...sorted.filter(({ point }) => point === null)];
}

function nearestFirst<S extends Stop & { point: Point }>(stops: readonly S[], from: Point | null): S[] {
  const left = [...stops];
  const order: S[] = [];
  let here = from ?? left[0]?.point;
  while (left.length > 0 && here) {
    const at: Point = here;
    let best = 0;
    for (let i = 1; i < left.length; i++)
      if (distance(at, (left[i] as S).point) < distance(at, (left[best] as S).point)) best = i;
    const [next] = left.splice(best, 1) as [S];
    order.push(next);
    here = next.point;
  }
  return order;
}

/** Turns parts of the way round as long as that shortens it (2-opt); a few rounds are enough for a day. */
function uncrossed<S extends Stop & { point: Point }>(order: S[], from: Point | null): S[] {
  const way = [...order];
  const place = (i: number): Point | undefined => (i < 0 ? (from ?? undefined) : way[i]?.point);
  const between = (a: Point | undefined, b: Point | undefined) => (a && b ? distance(a, b) : 0);
  // Beyond a day's worth of doors the gain is not worth a phone's time.
  if (way.length > 120) return way;
  for (let round = 0; round < 8; round++) {
    let better = false;
    for (let i = 0; i < way.length - 1; i++)
      for (let j = i + 1; j < way.length; j++) {
        const now = between(place(i - 1), place(i)) + between(place(j), place(j + 1));
        const then = between(place(i - 1), place(j)) + between(place(i), place(j + 1));
        if (then < now - 1e-6) {
          way.splice(i, j - i + 1, ...way.slice(i, j + 1).reverse());
          better = true;
        }
      }
    if (!better) break;
  }
  return way;
}

function byPlaceName(a: Stop, b: Stop): number {
  return (
    compare(a.banjar ?? '~', b.banjar ?? '~') ||
    compare(a.address ?? '~', b.address ?? '~') ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
