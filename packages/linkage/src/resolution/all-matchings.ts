import type { Edges } from './matching-posterior.ts';

/** What every one-to-one matching together says, by listing them all: for small graphs in tests. */
export interface MatchingTotals {
  /** P(edge is in the matching), by the product of the odds of its edges. */
  edge: number[];
  leftUnmatched: number[];
  rightUnmatched: number[];
}

/** Lists all sets of edges in which nobody occurs twice. */
export function allMatchings(edges: Pick<Edges, 'left' | 'right'>): number[][] {
  let found: number[][] = [[]];
  for (let e = 0; e < edges.left.length; e++) {
    const free = found.filter((m) =>
      m.every((x) => edges.left[x] !== edges.left[e] && edges.right[x] !== edges.right[e]),
    );
    found = [...found, ...free.map((m) => [...m, e])];
  }
  return found;
}

/** Sums over all matchings. `odds` is per edge. */
export function matchingTotals(
  edges: Pick<Edges, 'left' | 'right'>,
  odds: number[],
  nodes: { left: number; right: number },
): MatchingTotals {
  const edge = odds.map(() => 0);
  let total = 0;
  for (const matching of allMatchings(edges)) {
    const weight = matching.reduce((product, e) => product * (odds[e] ?? 0), 1);
    total += weight;
    for (const e of matching) edge[e] = (edge[e] ?? 0) + weight;
  }
  const share = edge.map((w) => w / total);
  const unmatched = (side: ArrayLike<number>, n: number) =>
    Array.from({ length: n }, (_, i) => 1 - share.reduce((a, p, e) => (side[e] === i ? a + p : a), 0));
  return {
    edge: share,
    leftUnmatched: unmatched(edges.left, nodes.left),
    rightUnmatched: unmatched(edges.right, nodes.right),
  };
}
