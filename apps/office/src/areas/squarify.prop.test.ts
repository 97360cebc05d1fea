import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { squarify } from './squarify.ts';

const sizes = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 });

test('tiles fill the whole and each has its share of it', () => {
  void fc.assert(
    fc.property(sizes, fc.double({ min: 0.4, max: 3, noNaN: true }), (values, ratio) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      const tiles = squarify(values, (value) => value, ratio);
      expect(tiles).toHaveLength(values.filter((value) => value > 0).length);
      for (const tile of tiles) {
        expect(tile.width * tile.height).toBeCloseTo(tile.item / total, 6);
        expect(tile.x).toBeGreaterThanOrEqual(-1e-9);
        expect(tile.x + tile.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(tile.y + tile.height).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
