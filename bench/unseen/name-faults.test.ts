import { expect, test } from 'vitest';
import { mangleName } from './name-faults.ts';
import { type Culture, drawName, fullName } from './person-name.ts';
import { Random } from './random.ts';

const CULTURES: Culture[] = ['bali', 'titled', 'java', 'catholic', 'chinese', 'sasak', 'foreign'];

test('every rule of mangling is used, and a fault is named only when the line changed', () => {
  const random = new Random(5);
  const seen = new Set<string>();
  for (let i = 0; i < 30_000; i++) {
    const woman = random.chance(0.5);
    const born = random.between(1935, 2020);
    const name = drawName(random.pick(CULTURES), woman, born, 0, random);
    const { text, faults } = mangleName(name, { woman, age: 2026 - born }, 1, random);
    const changed = text.toUpperCase() !== fullName(name).toUpperCase();
    expect(faults.length > 0).toBe(changed);
    expect(text.trim()).not.toBe('');
    for (const fault of faults) seen.add(fault);
  }
  expect([...seen].sort()).toEqual([
    'degree-changed',
    'dots',
    'given-dropped',
    'given-swapped',
    'initial',
    'jero',
    'joined',
    'letter-doubled-or-lost',
    'marker-added',
    'marker-dropped',
    'mononym',
    'muhammad-variant',
    'nickname',
    'old-spelling',
    'order-abbreviated',
    'order-dropped',
    'order-swapped',
    'order-synonym',
    'patronym',
    'priest-name',
    'sanskrit-pair',
    'split',
    'title-abbreviated',
    'title-dropped',
    'truncated',
    'typo',
    'vowel-slip',
  ]);
});

test('the original name is left as it was', () => {
  const random = new Random(6);
  const name = drawName('bali', true, 1990, 2, random);
  const before = fullName(name);
  for (let i = 0; i < 200; i++) mangleName(name, { woman: true, age: 36 }, 3, random);
  expect(fullName(name)).toBe(before);
});
