import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn, dateKey, isoDate, isRealDate, monthLength, parseDate } from './birth-date.ts';
import { slipBirthDate } from './birth-faults.ts';
import { Random } from './random.ts';

const date = fc
  .tuple(
    fc.integer({ min: 1925, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => ({ year, month, day: Math.min(day, monthLength(year, month)) }));
const latest = { year: 2026, month: 6, day: 30 };

test('a wrong birth date is missing or another real day that is not in the future', () => {
  fc.assert(
    fc.property(date, fc.integer(), (born, seed) => {
      fc.pre(dateKey(born) <= dateKey(latest));
      const { text, fault } = slipBirthDate(born, latest, new Random(seed));
      if (text === '') expect(fault).toBe('birth-missing');
      else {
        expect(text).not.toBe(isoDate(born));
        expect(dateKey(parseDate(text))).toBeLessThanOrEqual(dateKey(latest));
      }
    }),
  );
});

test('dates are read back as written, and ages count whole years', () => {
  fc.assert(
    fc.property(date, (d) => {
      expect(parseDate(isoDate(d))).toEqual(d);
    }),
  );
  expect(isRealDate({ year: 2023, month: 2, day: 29 })).toBe(false);
  expect(ageOn({ year: 2000, month: 7, day: 1 }, latest)).toBe(25);
  expect(ageOn({ year: 2000, month: 6, day: 30 }, latest)).toBe(26);
  expect(() => parseDate('2026-02-30')).toThrow(RangeError);
});
