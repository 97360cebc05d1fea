import { describe, expect, test } from 'vitest';
import { jknRegisterModel } from '../model/jkn-register-model.ts';
import { EVIDENCE_WORDS, evidenceWords } from './evidence-words.ts';
import { NIK_RULE_WORDS } from './nik-rule-words.ts';
import { SEARCH_PARTS, searchWords } from './search-words.ts';

describe('the built-in model has words', () => {
  test.each(jknRegisterModel.comparisons.map((c) => [c.name, c] as const))(
    'for every level of %s',
    (name, c) => {
      const words = EVIDENCE_WORDS[name];
      expect(words?.name.id).toBeTruthy();
      const labels = ['missing', ...c.levels.map(({ label }) => label), 'different'];
      expect(Object.keys(words?.levels ?? {})).toEqual(expect.arrayContaining(labels));
    },
  );

  test('for every rule of its first tier', () => {
    const labels = jknRegisterModel.exactTier?.accept.map(({ label }) => label) ?? [];
    expect(Object.keys(NIK_RULE_WORDS)).toEqual(expect.arrayContaining(labels));
  });

  test('for every search key', () => {
    const parts = jknRegisterModel.blocking.flatMap(({ name }) => name.split(', '));
    expect(Object.keys(SEARCH_PARTS)).toEqual(expect.arrayContaining(parts));
    expect(searchWords('birth date, village').id).toBe('tanggal lahir + desa');
  });
});

test('another model is explained in its own names', () => {
  expect(evidenceWords('shoe size', 'half a size').level.id).toBe('half a size');
});
