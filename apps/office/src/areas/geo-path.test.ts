import { expect, test } from 'vitest';
import { drawBoundaries } from './geo-path.ts';

const square = (code: string, west: number, south: number) => ({
  type: 'Feature' as const,
  properties: { code, name: code },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  },
});

test('north is up and the drawing is as wide as asked', () => {
  const drawing = drawBoundaries([square('A', 115, -1), square('B', 116, 0)], 200);
  expect(drawing.areas[0]?.d.startsWith('M0.0 ')).toBe(true);
  expect(drawing.height).toBeCloseTo(200, 0);
  // B lies north-east of A: its southern edge is in the middle, its eastern edge at the right.
  expect(drawing.areas[1]?.d).toContain('L200.0 ');
});

test('nothing to draw is an empty drawing', () => {
  expect(drawBoundaries([], 100).areas).toEqual([]);
});
