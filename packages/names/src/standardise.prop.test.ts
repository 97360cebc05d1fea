import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSpelling } from './fold-spelling.ts';
import { splitRawName } from './split-raw-name.ts';
import { standardiseAddress } from './standardise-address.ts';
import { standardiseName } from './standardise-name.ts';
import { standardiseToken } from './standardise-token.ts';
import { ORDER_OF } from './words/order-words.ts';
import { writtenName, writtenWord } from './written-names.arbitrary.ts';

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), writtenName);
const runs = { numRuns: 3000 };

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{0,14}$/), (word) => {
      const folded = foldSpelling(word);
      expect(foldSpelling(folded)).toBe(folded);
    }),
    runs,
  );
});

test('a canonical token stands for itself', () => {
  fc.assert(
    fc.property(fc.oneof(writtenWord, fc.stringMatching(/^[A-Z]{1,9}$/)), (raw) => {
      for (const token of standardiseToken(raw)) expect(standardiseToken(token.token)).toEqual([token]);
    }),
    runs,
  );
});

test('a token has an order exactly when it is an order word, and never the role degree', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      for (const { token, role, order } of standardiseToken(raw)) {
        expect(token).toMatch(/^[A-Z]+$/);
        expect(order).toBe(role === 'order' ? ORDER_OF.get(token) : undefined);
        expect(role).not.toBe('degree');
      }
    }),
    runs,
  );
});

test('standardising what a name was standardised to changes nothing', () => {
  fc.assert(
    fc.property(writtenName, (raw) => {
      const once = standardiseName(raw);
      const canonical = once.tokens.map((token) => token.token).join(' ');
      const twice = standardiseName(canonical);
      expect(twice.tokens).toEqual(once.tokens);
      expect(twice.key).toBe(once.key);
    }),
    runs,
  );
});

test('case, spacing and accents do not matter', () => {
  fc.assert(
    fc.property(writtenName, (raw) => {
      const other = ` ${raw.toLowerCase().replace(/ /g, '  ').replace(/e/g, 'é')} `;
      expect(standardiseName(other).tokens).toEqual(standardiseName(raw).tokens);
    }),
  );
});

test('nothing throws on arbitrary text, and keys are plain letters', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      for (const word of splitRawName(raw)) expect(word).toMatch(/^[A-Z0-9]+$/);
      const name = standardiseName(raw);
      expect(name.key).toMatch(/^[A-Z]*$/);
      expect(name.sorted).toMatch(/^[A-Z ]*$/);
      expect(name.given.length === 0).toBe(name.key === '');
      standardiseAddress(raw);
      foldSpelling(raw);
    }),
    runs,
  );
});
