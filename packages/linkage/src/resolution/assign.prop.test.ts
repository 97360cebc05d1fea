import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allMatchings } from './all-matchings.ts';
import { assign } from './assign.ts';
import type { Edges } from './matching-posterior.ts';

const NODES = 5;

interface Posterior {
  edges: Edges;
  posterior: Float64Array;
}

/** Random edges whose probabilities add up to at most one at every record, as a posterior's do. */
const likely = (most: number): fc.Arbitrary<Posterior> =>
  fc
    .uniqueArray(
      fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), fc.double({ min: 0.001, max: 1, noNaN: true })),
      {
        selector: ([l, r]) => l * NODES + r,
        maxLength: most,
      },
    )
    .map((list) => {
      const sorted = list.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      const edges: Edges = {
        left: Int32Array.from(sorted, ([l]) => l),
        right: Int32Array.from(sorted, ([, r]) => r),
        weight: new Float64Array(sorted.length),
      };
      const load = (side: Int32Array, node: number) =>
        sorted.reduce((sum, [, , p], e) => (side[e] === node ? sum + p : sum), 0);
      const posterior = Float64Array.from(
        sorted,
        ([l, r, p]) => (p / Math.max(1, load(edges.left, l), load(edges.right, r))) * 0.999,
      );
      return { edges, posterior };
    });

/** Many links first, then likely ones. */
function worth(matching: number[], posterior: Float64Array): number {
  return matching.reduce((sum, e) => sum + 40 + Math.log2(Math.max(1e-9, posterior[e] as number)), 0);
}

test('nobody is linked twice, and only edges that may be used', () => {
  fc.assert(
    fc.property(
      likely(20),
      fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
      ({ edges, posterior }, may) => {
        const picked = assign(edges, posterior, (e) => may[e] as boolean);
        const lefts = picked.map((e) => edges.left[e]);
        const rights = picked.map((e) => edges.right[e]);
        expect(new Set(lefts).size).toBe(lefts.length);
        expect(new Set(rights).size).toBe(rights.length);
        for (const e of picked) expect(may[e]).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('small tangles are settled in the best way: as trying every matching finds', () => {
  fc.assert(
    fc.property(likely(9), ({ edges, posterior }) => {
      const picked = assign(edges, posterior, () => true);
      // Links that are nearly certain are always taken; the rest is the best of what they leave over.
      const sure = [...posterior.keys()].filter((e) => (posterior[e] as number) > 0.9);
      for (const e of sure) expect(picked).toContain(e);
      const best = Math.max(
        ...allMatchings(edges)
          .filter((m) => sure.every((e) => m.includes(e)))
          .map((m) => worth(m, posterior)),
      );
      expect(worth(picked, posterior)).toBeCloseTo(best, 6);
    }),
    { numRuns: 300 },
  );
});

test('no usable edge is left between two free records', () => {
  fc.assert(
    fc.property(likely(25), ({ edges, posterior }) => {
      const picked = assign(edges, posterior, () => true);
      const [lefts, rights] = [
        new Set(picked.map((e) => edges.left[e])),
        new Set(picked.map((e) => edges.right[e])),
      ];
      for (let e = 0; e < posterior.length; e++)
        expect(lefts.has(edges.left[e]) || rights.has(edges.right[e])).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('taking the likeliest first would leave two people with one link; both get theirs', () => {
  const edges: Edges = {
    left: Int32Array.of(0, 0, 1),
    right: Int32Array.of(0, 1, 0),
    weight: new Float64Array(3),
  };
  const picked = assign(edges, Float64Array.of(0.4, 0.35, 0.3), () => true);
  expect(picked.sort()).toEqual([1, 2]);
});
