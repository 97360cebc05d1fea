import { expect, test } from 'vitest';
import { soundKey } from './sound-key.ts';

test.each([
  ['WIDIANTARI', 'WIDYANTARI'],
  ['SUARTINI', 'SUARTENI'],
  ['KOMALA', 'KUMALA'],
  ['DIAH', 'DIA'],
  ['BINTANG', 'BINTAN'],
])('%s sounds like %s', (a, b) => {
  expect(soundKey(a)).toBe(soundKey(b));
});

test('other consonants are other names', () => {
  expect(soundKey('SUKARTA')).not.toBe(soundKey('SUPARTA'));
  expect(soundKey('SUDANA')).not.toBe(soundKey('SUDANI'));
});
