import type { Edges } from './matching-posterior.ts';

/** Posterior from which an edge is taken at once: two such edges cannot share a record, even with rounding loops. */
const OUTRIGHT = 0.9;
/** Components with at most this many edges are solved exactly. */
const EXACT_EDGES = 18;

/**
 * Picks links so that nobody is linked twice and the sum of the log posterior odds is largest. `posterior` is
 * per edge; `mayLink` says which edges may be used. Edges that are nearly certain never collide and
 * are taken outright; what is left over decides among themselves, small tangles exactly, large ones greedily.
 * Edges are expected in a fixed order (by node numbers), which decides ties.
 */
export function assign(edges: Edges, posterior: Float64Array, mayLink: (edge: number) => boolean): number[] {
  const takenLeft = new Set<number>();
  const takenRight = new Set<number>();
  const picked: number[] = [];
  const take = (e: number) => {
    picked.push(e);
    takenLeft.add(edges.left[e] as number);
    takenRight.add(edges.right[e] as number);
  };
  const open: number[] = [];
  for (let e = 0; e < posterior.length; e++) {
    if (!mayLink(e)) continue;
    if ((posterior[e] as number) > OUTRIGHT) take(e);
    else open.push(e);
  }
  const rest = open.filter(
    (e) => !takenLeft.has(edges.left[e] as number) && !takenRight.has(edges.right[e] as number),
  );
  rest.sort((a, b) => (posterior[b] as number) - (posterior[a] as number) || a - b);
  for (const component of components(edges, rest)) {
    for (const e of component.length <= EXACT_EDGES ? best(edges, posterior, component) : component) {
      if (!takenLeft.has(edges.left[e] as number) && !takenRight.has(edges.right[e] as number)) take(e);
    }
  }
  return picked;
}

/** Groups of edges that share a node, each in the given order. */
function components(edges: Edges, list: number[]): number[][] {
  const parent = new Map<string, string>();
  const find = (x: string): string => {
    let root = x;
    while (parent.get(root) !== undefined && parent.get(root) !== root) root = parent.get(root) as string;
    parent.set(x, root);
    return root;
  };
  for (const e of list) {
    const [a, b] = [find(`l${edges.left[e]}`), find(`r${edges.right[e]}`)];
    parent.set(a, a);
    if (a !== b) parent.set(b, a);
  }
  const groups = new Map<string, number[]>();
  for (const e of list) {
    const root = find(`l${edges.left[e]}`);
    const group = groups.get(root);
    if (group) group.push(e);
    else groups.set(root, [e]);
  }
  return [...groups.values()];
}

/** The matching with the most links and, among those, the largest sum of log posteriors: every subset is tried. */
function best(edges: Edges, posterior: Float64Array, component: number[]): number[] {
  let bestPick: number[] = [];
  let bestScore = -Infinity;
  const walk = (i: number, pick: number[], score: number, left: Set<number>, right: Set<number>) => {
    if (i === component.length) {
      if (score > bestScore + 1e-9) {
        bestScore = score;
        bestPick = pick;
      }
      return;
    }
    const e = component[i] as number;
    const [l, r] = [edges.left[e] as number, edges.right[e] as number];
    if (!left.has(l) && !right.has(r)) {
      // One more link is worth more than any difference of posteriors: all of these records are likely linked.
      const gain = 40 + Math.log2(Math.max(1e-9, posterior[e] as number));
      walk(i + 1, [...pick, e], score + gain, new Set(left).add(l), new Set(right).add(r));
    }
    walk(i + 1, pick, score, left, right);
  };
  walk(0, [], 0, new Set(), new Set());
  return bestPick;
}
