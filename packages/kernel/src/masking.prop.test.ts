import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCard, maskKk, maskNik, maskNumbersIn, maskPhone } from './masking.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

test.each([
  ['NIK', maskNik, 8],
  ['KK', maskKk, 8],
  ['phone', maskPhone, 3],
  ['card', maskCard, 4],
] as const)(
  '%s: never shows more than it may, keeps the length, and masking again changes nothing',
  (_, mask, most) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }).chain(digits), (number) => {
        const masked = mask(number);
        expect(masked).toHaveLength(number.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(Math.min(most, number.length / 2));
      }),
    );
  },
);

test('free text: no run of nine digits is left, and what has no long number stays', () => {
  const words = fc.oneof(
    fc.constantFrom('NI LUH', 'jl. raya', ', ', ' - '),
    fc.integer({ min: 0, max: 20 }).chain(digits),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), (parts) => {
      const masked = maskNumbersIn(parts.join(' / '));
      expect(masked).not.toMatch(/\d{9}/);
      expect(masked.length).toBeLessThanOrEqual(parts.join(' / ').length);
    }),
  );
});
