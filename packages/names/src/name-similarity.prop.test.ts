import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameSimilarity } from './name-similarity.ts';
import { standardiseName } from './standardise-name.ts';
import { writtenName } from './written-names.arbitrary.ts';

test('similarity is symmetric', () => {
  fc.assert(
    fc.property(writtenName, writtenName, (a, b) => {
      const nameA = standardiseName(a);
      const nameB = standardiseName(b);
      expect(nameSimilarity(nameA, nameB)).toEqual(nameSimilarity(nameB, nameA));
    }),
    { numRuns: 5000 },
  );
});

test('a name that says anything is the same as itself', () => {
  fc.assert(
    fc.property(writtenName, (raw) => {
      const name = standardiseName(raw);
      fc.pre(name.tokens.length > 0 && !name.isPlaceholder);
      expect(nameSimilarity(name, name).level).toBe('same');
    }),
  );
});

test('a dropped given name never looks like a different person', () => {
  const word = fc.constantFrom('EKA', 'DARMA', 'SUKANATA', 'LASMINI', 'WIRABUANA', 'MERTASARI', 'PUSPITA');
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), (words) => {
      const full = standardiseName(words.join(' '));
      const short = standardiseName(words.slice(1).join(' '));
      expect(['variant', 'partial']).toContain(nameSimilarity(full, short).level);
    }),
  );
});
