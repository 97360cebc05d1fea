import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchingTotals } from './all-matchings.ts';
import { type Edges, type MatchingPosterior, matchingPosterior } from './matching-posterior.ts';

const NODES = 6;
/** On trees messages are exact; what is left is the stopping rule, made small by going on from where it stopped. */
const ON_TREES = 1e-6;
/** On graphs with small cycles messages are an approximation; this is how far off they may be. */
const ON_CYCLES = 0.06;

interface Sizes {
  leftRecords: number;
  rightRecords: number;
}

/** Goes on until nothing moves any more. */
function settled(edges: Edges, sizes: Sizes, oneToOne = true): MatchingPosterior {
  let posterior = matchingPosterior(edges, { ...sizes, matches: 1, oneToOne });
  for (let i = 0; i < 60; i++) {
    const { matches, freedom } = posterior;
    posterior = matchingPosterior(edges, { ...sizes, matches, freedom, oneToOne });
  }
  return posterior;
}

function asEdges(list: [left: number, right: number, weight: number][]): Edges {
  return {
    left: Int32Array.from(list, ([l]) => l),
    right: Int32Array.from(list, ([, r]) => r),
    weight: Float64Array.from(list, ([, , w]) => w),
  };
}

const weight = fc.double({ min: -4, max: 14, noNaN: true });
const sizes: fc.Arbitrary<Sizes> = fc.record({
  leftRecords: fc.integer({ min: NODES, max: 40 }),
  rightRecords: fc.integer({ min: NODES, max: 40 }),
});
const graph = (most: number): fc.Arbitrary<Edges> =>
  fc
    .uniqueArray(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), weight), {
      selector: ([l, r]) => l * NODES + r,
      minLength: 1,
      maxLength: most,
    })
    .map(asEdges);
/** Keeps the edges that close no cycle. */
const forest: fc.Arbitrary<Edges> = graph(14).map((edges) => {
  const group = Array.from({ length: 2 * NODES }, (_, i) => i);
  const kept: [number, number, number][] = [];
  edges.left.forEach((l, e) => {
    const r = edges.right[e] as number;
    const [a, b] = [group[l] as number, group[NODES + r] as number];
    if (a === b) return;
    group.forEach((g, i) => {
      if (g === b) group[i] = a;
    });
    kept.push([l, r, edges.weight[e] as number]);
  });
  return asEdges(kept);
});

function worstDifference(edges: Edges, posterior: MatchingPosterior): number {
  const odds = Array.from(edges.weight, (w) => 2 ** (posterior.priorWeight + w));
  const truth = matchingTotals(edges, odds, { left: NODES, right: NODES });
  return Math.max(
    ...truth.edge.map((p, e) => Math.abs(p - (posterior.edge[e] as number))),
    ...truth.leftUnmatched.map((p, i) => Math.abs(p - (posterior.leftUnmatched[i] as number))),
    ...truth.rightUnmatched.map((p, i) => Math.abs(p - (posterior.rightUnmatched[i] as number))),
  );
}

test('on trees the posterior is what listing all matchings gives', () => {
  fc.assert(
    fc.property(forest, sizes, (edges, size) => {
      expect(worstDifference(edges, settled(edges, size))).toBeLessThan(ON_TREES);
    }),
    { numRuns: 200 },
  );
});

test('on small graphs with cycles it stays close', () => {
  fc.assert(
    fc.property(graph(9), sizes, (edges, size) => {
      expect(worstDifference(edges, settled(edges, size))).toBeLessThan(ON_CYCLES);
    }),
    { numRuns: 200 },
  );
});

test('what a record may match and that it matches nobody add up to one, and to the number of matches', () => {
  fc.assert(
    fc.property(graph(12), sizes, (edges, size) => {
      const posterior = settled(edges, size);
      const [left, right] = [posterior.leftUnmatched.slice(), posterior.rightUnmatched.slice()];
      posterior.edge.forEach((p, e) => {
        expect(p).toBeGreaterThanOrEqual(0);
        const [l, r] = [edges.left[e] as number, edges.right[e] as number];
        left[l] = (left[l] as number) + p;
        right[r] = (right[r] as number) + p;
      });
      for (const sum of left) expect(sum).toBeCloseTo(1, 9);
      for (const sum of right) expect(sum).toBeCloseTo(1, 4);
      const expected = posterior.edge.reduce((a, b) => a + b, 0);
      const most = Math.min(size.leftRecords, size.rightRecords) - 0.5;
      expect(posterior.matches).toBeCloseTo(Math.max(0.5, Math.min(most, expected)), 3);
    }),
  );
});

test('more evidence for a pair never makes it less likely', () => {
  fc.assert(
    fc.property(
      forest,
      sizes,
      fc.nat(),
      fc.double({ min: 0.1, max: 5, noNaN: true }),
      (edges, size, pick, more) => {
        const e = pick % edges.left.length;
        const before = settled(edges, size);
        const stronger = { ...edges, weight: edges.weight.slice() };
        stronger.weight[e] = (edges.weight[e] as number) + more;
        const after = settled(stronger, size);
        expect(after.edge[e] as number).toBeGreaterThan((before.edge[e] as number) - 1e-9);
      },
    ),
  );
});

test('without the one-to-one rule a right record does not choose', () => {
  const edges = asEdges([
    [0, 0, 12],
    [1, 0, 12],
  ]);
  const size = { leftRecords: 10, rightRecords: 10 };
  const free = settled(edges, size, false);
  for (const p of free.edge) expect(p).toBeGreaterThan(0.95);
  const bound = settled(edges, size);
  for (const p of bound.edge) expect(p).toBeLessThan(0.51);
});

test('the prior odds follow from the number of matches and what they leave over, two records a side at least', () => {
  const n = 50;
  const edges = asEdges(Array.from({ length: 20 }, (_, i) => [i, i, 40]));
  const { matches, priorWeight } = settled(edges, { leftRecords: n, rightRecords: 2 * n });
  expect(matches).toBeCloseTo(20, 4);
  expect(priorWeight).toBeCloseTo(Math.log2(20 / ((n - 20 + 2) * (2 * n - 20 + 2))), 4);
});
