/** From these odds on an edge is certain; larger ones would drown the others in rounding. */
const MOST_ODDS = 2 ** 36;

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
  /** Per edge, how free its right end is apart from it: where to start the next time. */
  freedom: Float64Array;
}

/** Sizes and limits of the computation. */
export interface MatchingOptions {
  leftRecords: number;
  rightRecords: number;
  /** Right records that have a number in the graph, when most of them have none: the others have no edges. */
  rightNodes?: number;
  /** First guess of the number of matches. */
  matches: number;
  oneToOne: boolean;
  /** Most rounds of messages; a few are enough between two rounds of learning. Default 60. */
  maxRounds?: number;
  /** Messages to start from: `freedom` of an earlier posterior on the same edges. */
  freedom?: Float64Array;
}

/**
 * Posterior of every edge over all one-to-one matchings, by belief propagation (exact on trees, and
 * candidate graphs are nearly trees). The prior odds of an edge follow from the number of matches m (see
 * priorOdds); m and the posterior are iterated until they agree.
 */
export function matchingPosterior(edges: Edges, options: MatchingOptions): MatchingPosterior {
  const { leftRecords, rightRecords, oneToOne, maxRounds = 60 } = options;
  const { left, right } = edges;
  const n = edges.weight.length;
  const ratio = Float64Array.from(edges.weight, (w) => 2 ** Math.min(w, 500));
  // Message of an edge to its left end: how free the right end is, apart from this edge. And the way back.
  const toLeft = options.freedom?.slice() ?? new Float64Array(n).fill(1);
  const forRight = new Float64Array(n);
  const sumLeft = new Float64Array(leftRecords);
  const sumRight = new Float64Array(options.rightNodes ?? rightRecords);
  const odds = new Float64Array(n);
  let matches = clampMatches(options.matches, leftRecords, rightRecords);
  let prior = 0;
  let rounds = 0;
  for (let settled = false; rounds < maxRounds && !settled; rounds++) {
    prior = priorOdds(matches, leftRecords, rightRecords);
    sumLeft.fill(0);
    for (let e = 0; e < n; e++) {
      const o = Math.min(MOST_ODDS, prior * (ratio[e] as number));
      odds[e] = o;
      sumLeft[left[e] as number]! += o * (toLeft[e] as number);
    }
    sumRight.fill(0);
    for (let e = 0; e < n; e++) {
      const o = odds[e] as number;
      const rest = (sumLeft[left[e] as number] as number) - o * (toLeft[e] as number);
      const offer = o / (1 + Math.max(0, rest));
      forRight[e] = offer;
      sumRight[right[e] as number]! += offer;
    }
    let moved = 0;
    if (oneToOne) {
      for (let e = 0; e < n; e++) {
        const rest = (sumRight[right[e] as number] as number) - (forRight[e] as number);
        const before = toLeft[e] as number;
        const step = 0.5 * (1 / (1 + Math.max(0, rest)) - before);
        toLeft[e] = before + step;
        moved = Math.max(moved, Math.abs(step));
      }
    }
    let expected = 0;
    for (let l = 0; l < leftRecords; l++) expected += 1 - 1 / (1 + (sumLeft[l] as number));
    const next = clampMatches(expected, leftRecords, rightRecords);
    settled = Math.abs(next - matches) < 1e-5 * (1 + matches) && moved < 1e-5;
    matches = next;
  }
  sumLeft.fill(0);
  for (let e = 0; e < n; e++) sumLeft[left[e] as number]! += (odds[e] as number) * (toLeft[e] as number);
  const edge = new Float64Array(n);
  for (let e = 0; e < n; e++) {
    edge[e] = ((odds[e] as number) * (toLeft[e] as number)) / (1 + (sumLeft[left[e] as number] as number));
  }
  const free = (s: number) => 1 / (1 + s);
  return {
    edge,
    leftUnmatched: sumLeft.map(free),
    rightUnmatched: sumRight.map(free),
    matches,
    priorWeight: Math.log2(prior),
    rounds,
    freedom: toLeft,
  };
}

/** Unmatched records a side that are taken for granted, so that a small residue does not talk itself into certainty. */
const UNMATCHED_AT_LEAST = 2;

/**
 * Prior odds that two given records match: m / ((L - m)(R - m)), because a pair competes only with what the
 * other matches leave over.
 */
export function priorOdds(matches: number, left: number, right: number): number {
  return matches / ((left - matches + UNMATCHED_AT_LEAST) * (right - matches + UNMATCHED_AT_LEAST));
}

/** Keeps at least one record a side unmatched, so that the prior stays finite. */
function clampMatches(matches: number, left: number, right: number): number {
  return Math.max(0.5, Math.min(matches, Math.min(left, right) - 0.5));
}
