/** Beyond this many bits an edge is certain; larger odds would drown the others in rounding. */
const MOST_WEIGHT = 36;

/** Weighted edges of a bipartite graph in columns: left node, right node, log2 likelihood ratio. */
export interface Edges {
  left: Int32Array;
  right: Int32Array;
  /** log2 P(evidence | same) / P(evidence | different). */
  weight: Float64Array;
}

/** What the whole set of candidates says about each record, given that nobody matches twice. */
export interface MatchingPosterior {
  /** P(edge is a match). */
  edge: Float64Array;
  /** P(left node has no match among the right records). */
  leftUnmatched: Float64Array;
  rightUnmatched: Float64Array;
  /** Expected number of matches. */
  matches: number;
  /** log2 of the prior odds that two given unmatched records match. */
  priorWeight: number;
  rounds: number;
}

/** Sizes and limits of the computation. */
export interface MatchingOptions {
  leftRecords: number;
  rightRecords: number;
  /** First guess of the number of matches. */
  matches: number;
  oneToOne: boolean;
  maxRounds?: number;
}

/**
 * Posterior of every edge over all one-to-one matchings, by belief propagation (exact on trees, and
 * candidate graphs are nearly trees). The prior odds of an edge follow from the number of matches m:
 * m / ((L - m)(R - m)), because a pair competes only with what the others leave over; m and the
 * posterior are iterated until they agree.
 */
export function matchingPosterior(edges: Edges, options: MatchingOptions): MatchingPosterior {
  const { leftRecords, rightRecords, oneToOne } = options;
  const n = edges.weight.length;
  const odds = new Float64Array(n);
  const toLeft = new Float64Array(n).fill(1);
  const toRight = new Float64Array(n).fill(1);
  const sumLeft = new Float64Array(leftRecords);
  const sumRight = new Float64Array(rightRecords);
  let matches = clampMatches(options.matches, leftRecords, rightRecords);
  let priorWeight = 0;
  let rounds = 0;
  for (; rounds < (options.maxRounds ?? 60); rounds++) {
    priorWeight = Math.log2(matches / ((leftRecords - matches) * (rightRecords - matches)));
    for (let e = 0; e < n; e++)
      odds[e] = 2 ** Math.min(MOST_WEIGHT, priorWeight + (edges.weight[e] as number));

    // Message of an edge to its right end: how free the left end is, apart from this edge; and back.
    let moved = 0;
    sumLeft.fill(0);
    for (let e = 0; e < n; e++)
      add(sumLeft, edges.left[e] as number, (odds[e] as number) * (toLeft[e] as number));
    for (let e = 0; e < n; e++) {
      const rest = (sumLeft[edges.left[e] as number] as number) - (odds[e] as number) * (toLeft[e] as number);
      toRight[e] = 1 / (1 + Math.max(0, rest));
    }
    sumRight.fill(0);
    for (let e = 0; e < n; e++)
      add(sumRight, edges.right[e] as number, (odds[e] as number) * (toRight[e] as number));
    for (let e = 0; e < n; e++) {
      const rest =
        (sumRight[edges.right[e] as number] as number) - (odds[e] as number) * (toRight[e] as number);
      const message = oneToOne ? 1 / (1 + Math.max(0, rest)) : 1;
      const damped = 0.5 * (toLeft[e] as number) + 0.5 * message;
      moved = Math.max(moved, Math.abs(damped - (toLeft[e] as number)));
      toLeft[e] = damped;
    }
    sumLeft.fill(0);
    for (let e = 0; e < n; e++)
      add(sumLeft, edges.left[e] as number, (odds[e] as number) * (toLeft[e] as number));
    let expected = 0;
    for (let l = 0; l < leftRecords; l++) expected += 1 - 1 / (1 + (sumLeft[l] as number));
    const next = clampMatches(expected, leftRecords, rightRecords);
    const settled = Math.abs(next - matches) < 1e-6 * (1 + matches) && moved < 1e-6;
    matches = next;
    if (settled) break;
  }
  const edge = new Float64Array(n);
  for (let e = 0; e < n; e++) {
    edge[e] =
      ((odds[e] as number) * (toLeft[e] as number)) / (1 + (sumLeft[edges.left[e] as number] as number));
  }
  return {
    edge,
    leftUnmatched: sumLeft.map((s) => 1 / (1 + s)),
    rightUnmatched: sumRight.map((s) => 1 / (1 + s)),
    matches,
    priorWeight,
    rounds,
  };
}

function add(sums: Float64Array, i: number, value: number): void {
  sums[i] = (sums[i] as number) + value;
}

/** Keeps at least one record a side unmatched, so that the prior stays finite. */
function clampMatches(matches: number, left: number, right: number): number {
  return Math.max(0.5, Math.min(matches, Math.min(left, right) - 0.5));
}
