import { expect, test } from 'vitest';
import { standardiseName } from './standardise-name.ts';
import { nameSexHint, tokenSexHint } from './token-sex-hint.ts';

test.each([
  ['I Wayan Sukanata', 'L'],
  ['Ni Wayan Rai', 'P'],
  ['Luh Rai', 'P'],
  ['I Gusti Ayu Rai', 'P'],
  ['I Dewa Ayu Putra', 'P'],
  ['I Gusti Rai', null],
  ['Ida Bagus Rai', 'L'],
  ['Desak Putu Rai', 'P'],
  ['Kadek Handayani', 'P'],
  ['Kadek Darmawan', 'L'],
  ['Rai', null],
  ['', null],
])('%s: %s', (raw, hint) => {
  expect(nameSexHint(standardiseName(raw).tokens)).toBe(hint);
});

test('the marker I alone says nothing', () => {
  expect(tokenSexHint({ token: 'I', role: 'marker' })).toBeNull();
  expect(tokenSexHint({ token: 'NI', role: 'marker' })).toBe('P');
});
