import fc from 'fast-check';
import lz from 'lz-string';
import { expect, test } from 'vitest';
import { compressToUri } from './lz-uri.ts';

test('the same letters as the library hospitals use, for any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('a', 'b', '"', 'é', '\u{1F600}'), maxLength: 3000 }),
    fc.json(),
  );
  fc.assert(
    fc.property(text, (plain) => {
      const packed = compressToUri(plain).toString('latin1');
      expect(packed).toBe(lz.compressToEncodedURIComponent(plain));
      expect(lz.decompressFromEncodedURIComponent(packed) ?? '').toBe(plain);
    }),
    { numRuns: 500 },
  );
});

test('a long answer of many visits', () => {
  const answer = JSON.stringify(
    Array.from({ length: 2000 }, (_, i) => ({ noSep: `2271R0011126V${String(i).padStart(6, '0')}` })),
  );
  expect(compressToUri(answer).toString('latin1')).toBe(lz.compressToEncodedURIComponent(answer));
});
