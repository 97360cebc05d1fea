import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CardNumbers, mistypeDigits, SerialNumbers } from './numbers.ts';
import { Random } from './random.ts';

test('a mistyped number always differs from the right one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{16}$/), fc.integer(), (number, seed) => {
      expect(mistypeDigits(number, new Random(seed))).not.toBe(number);
    }),
  );
});

test('serial numbers are unique, start above 9000, carry day plus 40 for women and run out loudly', () => {
  const numbers = new SerialNumbers();
  const date = { year: 1990, month: 7, day: 5 };
  expect(numbers.issue('517101', date, true)).toBe('5171014507909001');
  expect(numbers.issue('517101', date, false)).toBe('5171010507909001');
  expect(numbers.issue('517101', date, true)).toBe('5171014507909002');
  for (let i = 0; i < 997; i++) numbers.issue('517101', date, true);
  expect(() => numbers.issue('517101', date, true)).toThrow('no serial left');
});

test('card numbers have 13 digits and do not repeat', () => {
  const cards = new CardNumbers(7);
  const seen = new Set<string>();
  for (let i = 0; i < 200_000; i++) seen.add(cards.next());
  expect(seen.size).toBe(200_000);
  expect([...seen].every((card) => /^\d{13}$/.test(card))).toBe(true);
});
