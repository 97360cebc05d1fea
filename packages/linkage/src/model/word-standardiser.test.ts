import { expect, test } from 'vitest';
import { plainWords } from './word-standardiser.ts';

const words = (raw: string) => plainWords(raw).map((w) => w.word);
const sound = (raw: string) =>
  plainWords(raw)
    .map((w) => w.sound)
    .join(' ');

test('accents, dots and apostrophes go; other signs part words', () => {
  expect(words("O'BRIEN")).toEqual(['OBRIEN']);
  expect(words('JOSÉ')).toEqual(['JOSE']);
  expect(words('ST.')).toEqual(['ST']);
  expect(words('ANNE-MARIE')).toEqual(['ANNE', 'MARIE']);
  expect(words('--')).toEqual([]);
  expect(words('')).toEqual([]);
});

test('a sound survives changed vowels, a doubled letter and a silent h, not a changed beginning', () => {
  expect(sound('CATHERINE')).toBe(sound('CATRINA'));
  expect(sound('MULLER')).toBe(sound('MULER'));
  expect(sound('CATHERINE')).not.toBe(sound('KATHERINE'));
  expect(sound('ANNA')).not.toBe(sound('ENNA'));
});

test('the same word always stands for the same thing', () => {
  expect(plainWords('ANNE-MARIE')).toEqual(plainWords('ANNE-MARIE'));
  expect(plainWords('ADA')[0]?.part).toBe('main');
});
