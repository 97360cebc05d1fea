import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calendar } from '../chance/calendar.ts';
import { Random } from '../chance/random.ts';
import { CardNumbers } from './card-numbers.ts';
import { damageDate } from './date-damage.ts';
import { loseLastDigit, slipDigit, transposeDigits } from './number-damage.ts';

const number = fc.record({
  head: fc.integer({ min: 100000000000, max: 999999999999 }),
  serial: fc.integer({ min: 0, max: 9999 }),
});
const text = ({ head, serial }: { head: number; serial: number }) =>
  `${head}`.padStart(12, '0') + `${serial}`.padStart(4, '0');
const places = (before: string, after: string) =>
  [...before].flatMap((digit, i) => (digit === after[i] ? [] : [i]));

test('a slip changes exactly one digit', () => {
  fc.assert(
    fc.property(number, fc.nat(), (value, seed) => {
      const before = text(value);
      slipDigit(value, new Random(seed));
      expect(text(value)).toHaveLength(16);
      expect(places(before, text(value))).toHaveLength(1);
    }),
  );
});

test('a transposition swaps two neighbours', () => {
  const varied = { head: 510203456789, serial: 1234 };
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const value = { ...varied };
      const before = text(value);
      transposeDigits(value, new Random(seed));
      const [first, second, ...more] = places(before, text(value)) as [number, number, ...number[]];
      expect(more).toEqual([]);
      expect(second).toBe(first + 1);
      expect(text(value)[first]).toBe(before[second]);
      expect(text(value)[second]).toBe(before[first]);
    }),
  );
});

test('a number of equal digits still changes', () => {
  const value = { head: 111111111111, serial: 1111 };
  transposeDigits(value, new Random(1));
  expect(places('1111111111111111', text(value))).toHaveLength(1);
});

test('a spreadsheet keeps fifteen digits', () => {
  const value = { head: 517101450790, serial: 9007 };
  loseLastDigit(value);
  expect(text(value)).toBe('5171014507909000');
});

test('a damaged date is still a day of the calendar', () => {
  const calendar = new Calendar('2026-10-31');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: calendar.today }), fc.nat(), (born, seed) => {
      const damaged = damageDate(born, calendar, new Random(seed));
      expect(calendar.iso[damaged]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});

test('card numbers do not repeat and look unordered', () => {
  const cards = new CardNumbers(1);
  const numbers = Array.from({ length: 150000 }, () => cards.next());
  expect(new Set(numbers).size).toBe(150000);
  expect(numbers.every((value) => value >= 0 && value < 1e10)).toBe(true);
  const rising = numbers.filter((value, i) => i > 0 && value > (numbers[i - 1] as number)).length;
  expect(rising / numbers.length).toBeGreaterThan(0.45);
  expect(rising / numbers.length).toBeLessThan(0.55);
  expect(cards.issued).toBe(150000);
});
