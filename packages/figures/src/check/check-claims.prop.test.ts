import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClaims } from '../claim.ts';
import { checkClaims } from './check-claims.ts';

const count = fc.integer({ min: 1, max: 300_000_000 });
const one = (claim: object) => {
  const [checked] = checkClaims(readClaims(JSON.stringify([claim]))).claims;
  if (!checked) throw new Error('no claim');
  return checked;
};

test('a share printed to any number of decimals rounds or follows; a place further off contradicts', () => {
  fc.assert(
    fc.property(count, count, fc.integer({ min: 0, max: 4 }), (some, other, decimals) => {
      const [numerator, denominator] = [Math.min(some, other), Math.max(some, other)];
      const share = (100 * numerator) / denominator;
      const printed = share.toFixed(decimals);
      const claim = { unit: 'percent', numerator, denominator };
      expect(['follows', 'rounds']).toContain(one({ ...claim, value: printed }).verdict);
      const off = (Number(printed) + 2 / 10 ** decimals).toFixed(decimals);
      const wide = [numerator, denominator].some((n) => /0000$/.test(String(n)));
      if (!wide) expect(one({ ...claim, value: off }).verdict).toBe('contradicts');
    }),
  );
});

test('a sum of exact counts follows only from itself, and each part solved for makes it true', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 2, maxLength: 6 }),
      fc.integer(),
      (parts, wrong) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        expect(one({ value: sum, numerator: parts }).verdict).toBe('follows');
        if (wrong === sum || wrong < 0) return;
        const checked = one({ value: wrong, numerator: parts });
        expect(checked).toMatchObject({ verdict: 'contradicts', difference: wrong - sum });
        for (const { kind, values } of checked.readings) {
          if (kind !== 'hidden-count' || !values) continue;
          const repaired = parts.some((part) => Math.abs(values.low - (part + wrong - sum)) <= 1);
          expect(repaired).toBe(true);
        }
      },
    ),
  );
});

test('whatever JSON comes in, a verdict or a problem of the catalogue goes out', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          value: fc.jsonValue(),
          numerator: fc.jsonValue(),
          denominator: fc.jsonValue(),
          unit: fc.jsonValue(),
        }),
      ),
      (claims) => {
        try {
          const { verdicts } = checkClaims(readClaims(JSON.stringify(claims)));
          expect(Object.values(verdicts).reduce((a, b) => a + b)).toBe(claims.length);
        } catch (error) {
          expect((error as Error).name).toBe('Problem');
        }
      },
    ),
  );
});
