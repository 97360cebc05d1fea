import { expect, test } from 'vitest';
import { NAME_REASON_TEXT } from './name-reason.ts';
import { nameSimilarity } from './name-similarity.ts';
import { standardiseName } from './standardise-name.ts';

function compare(a: string, b: string) {
  return nameSimilarity(standardiseName(a), standardiseName(b));
}

test.each([
  ['I Made Sukanata', 'I MADE SUKANATA', 'same', 'identical'],
  ['Ni Luh Putu', 'NI LUH PUTU', 'same', 'identical'],
  ['I Made Sukanata', 'Sukanata', 'same', 'same-given'],
  ['Eka Lasmini', 'Lasmini Eka', 'same', 'same-given'],
  ['Widiantari', 'Widyantari', 'variant', 'spelling'],
  ['I Made Sukanata', 'I Made Sukanta', 'variant', 'spelling'],
  ['I Made E. Sukanata', 'I Made Eka Sukanata', 'variant', 'spelling'],
  ['Ni Putu Eka Lasmini', 'Ni Putu Lasmini', 'partial', 'missing-words'],
  ['Eka Dwi Lasmini', 'Eka Tri Lasmini', 'partial', 'few-shared'],
  ['I Wayan Sukanata', 'I Putu Sukanata', 'partial', 'other-order-word'],
  ['Eka Sukanata', 'Eka Wirabuana', 'weak', 'few-shared'],
  ['I Wayan Sukanata', 'I Ketut Sukanata', 'weak', 'order-conflict'],
  ['I Wayan Eka Sukanata', 'I Ketut Eka Wirabuana', 'different', 'order-conflict'],
  ['I Wayan Rai', 'Ni Wayan Rai', 'weak', 'marker-conflict'],
  ['Ida Bagus Wirabuana', 'Anak Agung Wirabuana', 'variant', 'title-conflict'],
  ['I Made Sukanata', '', 'weak', 'no-name'],
  ['Rai', 'Lasmini', 'different', 'nothing-shared'],
  ['Putra', 'Putri', 'different', 'nothing-shared'],
  ['Ni Made Sudiani', 'I Made Sudiana', 'different', 'nothing-shared'],
  ['Eka Adi Sukanata', 'Eka Ari Sukanata', 'partial', 'spelling'],
  ['Adi Sukanata', 'Ari Sukanata', 'partial', 'spelling'],
  ['Puspadewi', 'Puspa Dewwik', 'variant', 'spelling'],
])('%s | %s: %s, %s', (a, b, level, reason) => {
  expect(compare(a, b)).toMatchObject({ level, reason });
});

test('shared names are listed, near ones as pairs', () => {
  expect(compare('Eka Sukanata', 'Eka Sukanta Rai').shared).toEqual(['EKA', 'SUKANATA~SUKANTA']);
});

test('every reason has words in both languages', () => {
  for (const text of Object.values(NAME_REASON_TEXT)) {
    expect(text.id).not.toBe('');
    expect(text.en).not.toBe('');
  }
});
