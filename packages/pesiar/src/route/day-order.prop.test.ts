import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOrder, type Stop } from './day-order.ts';
import { distance } from './distance.ts';

const stop = fc.record({
  key: fc.string({ minLength: 1, maxLength: 6 }),
  point: fc.option(
    fc.record({
      lat: fc.double({ min: -8.7, max: -8.6, noNaN: true }),
      lon: fc.double({ min: 115.1, max: 115.2, noNaN: true }),
    }),
  ),
  banjar: fc.constantFrom('A', 'B', null),
  address: fc.option(fc.string({ maxLength: 4 })),
});
const stops = fc.uniqueArray(stop, { maxLength: 25, selector: ({ key }) => key });

const length = (order: readonly Stop[]) =>
  order.reduce((sum, { point }, i) => {
    const before = order[i - 1]?.point;
    return point && before ? sum + distance(before, point) : sum;
  }, 0);

test('every stop is in the order once, those without a place last', () => {
  fc.assert(
    fc.property(stops, (list) => {
      const order = dayOrder(list);
      expect(new Set(order)).toEqual(new Set(list));
      expect(order).toHaveLength(list.length);
      const firstUnplaced = order.findIndex(({ point }) => point === null);
      if (firstUnplaced >= 0)
        expect(order.slice(firstUnplaced).every(({ point }) => point === null)).toBe(true);
    }),
  );
});

test('the order in which stops are given is without effect', () => {
  fc.assert(
    fc.property(
      stops.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(dayOrder(shuffled)).toEqual(dayOrder(list));
      },
    ),
  );
});

test('houses along a road are walked along the road', () => {
  const road = [4, 0, 3, 1, 2].map((n) => ({
    key: `h${n}`,
    point: { lat: -8.65, lon: 115.2 + n / 1000 },
    banjar: null,
    address: null,
  }));
  const order = dayOrder(road, { lat: -8.65, lon: 115.199 });
  expect(order.map(({ key }) => key)).toEqual(['h0', 'h1', 'h2', 'h3', 'h4']);
  expect(length(order)).toBeLessThan(length(road));
});
