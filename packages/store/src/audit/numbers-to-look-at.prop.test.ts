import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumbersToLookAt } from './numbers-to-look-at.ts';

const patience = 10;

test('whatever order numbers come in, each is found once, and none that never comes is waited for long', () => {
  // A number is given a tick and is there some ticks later, within the patience, or never. The first is there at once.
  const delays = fc.array(fc.option(fc.integer({ min: 0, max: patience - 1 })), { maxLength: 60 });
  fc.assert(
    fc.property(delays, fc.integer({ min: 1, max: 5 }), (later, every) => {
      const delayOf = [0, ...later];
      const there = (tick: number) =>
        delayOf.flatMap((delay, i) => (delay !== null && i + delay <= tick ? [i + 1] : []));
      const numbers = new NumbersToLookAt(patience);
      const sealed: number[] = [];
      const end = delayOf.length + patience + every;
      for (let tick = 0; tick <= end; tick += every) {
        const { beyond, missing } = numbers;
        const visible = there(tick);
        const found = visible.filter((n) => n > beyond || missing.includes(n));
        sealed.push(...found);
        numbers.looked(found, Math.max(...visible), tick);
      }
      expect(sealed.toSorted((a, b) => a - b)).toEqual(there(end));
      numbers.looked([], 0, end + 2 * patience);
      expect(numbers.missing).toEqual([]);
    }),
  );
});

test('the first numbers of all are waited for as well', () => {
  const numbers = new NumbersToLookAt(patience);
  numbers.looked([], 0, 0);
  numbers.looked([2], 2, 1);
  expect(numbers.missing).toEqual([1]);
});
