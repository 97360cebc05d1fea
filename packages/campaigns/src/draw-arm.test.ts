import { expect, test } from 'vitest';
import { drawArm } from './draw-arm.ts';

const keys = Array.from({ length: 100_000 }, (_, i) => i + 1);

test('the same seed and family come to the same arm and place, in whatever order they are asked', () => {
  const forward = keys.slice(0, 1000).map((key) => drawArm('a', key, 0.1));
  const backward = keys
    .slice(0, 1000)
    .toReversed()
    .map((key) => drawArm('a', key, 0.1));
  expect(backward.toReversed()).toEqual(forward);
  expect(keys.slice(0, 1000).map((key) => drawArm('b', key, 0.1))).not.toEqual(forward);
});

test('a larger hold-out holds everybody of a smaller one', () => {
  for (const key of keys.slice(0, 2000)) {
    if (drawArm('a', key, 0.1).arm === 'hold-out') expect(drawArm('a', key, 0.2).arm).toBe('hold-out');
  }
});

test.each(['a', '8c1f2d7e-0000-4000-8000-000000000001'])(
  'seed %s: the share is kept, and arm, place and key say nothing of one another',
  (seed) => {
    const drawn = keys.map((key) => drawArm(seed, key, 0.2));
    const held = drawn.filter(({ arm }) => arm === 'hold-out');
    // Five standard deviations of a binomial.
    expect(Math.abs(held.length - 20_000)).toBeLessThan(5 * Math.sqrt(100_000 * 0.2 * 0.8));
    // Chi-square of sixteen boxes by place, 15 degrees of freedom: above 44 once in ten thousand.
    for (const part of [drawn, held, drawn.slice(0, 20_000), drawn.filter((_, i) => i % 2 === 0)]) {
      const boxes = new Array(16).fill(0);
      for (const { order } of part) boxes[Math.floor(order * 16)]++;
      const expected = part.length / 16;
      expect(boxes.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)).toBeLessThan(44);
    }
  },
);
