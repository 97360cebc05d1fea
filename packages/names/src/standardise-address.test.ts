import { expect, test } from 'vitest';
import { standardiseAddress } from './standardise-address.ts';

test.each([
  ['Jl. Gunung Agung Gg. III No. 12A', 'GUNUNGAGUNG312A'],
  ['JLN GN AGUNG GANG 3/12 A', 'GUNUNGAGUNG312A'],
  ['Jalan Gunung Agung, Gang III, Nomor 012 A', 'GUNUNGAGUNG312A'],
  ['Jalan Raya Sesetan 45', 'RAYASESETAN45'],
  ['JL RY SESETAN NO.45', 'RAYASESETAN45'],
  ['Br. Tegal Kaja', ''],
  ['', ''],
])('%j has the key %j', (raw, key) => {
  expect(standardiseAddress(raw).key).toBe(key);
});

test('parts are told apart by their leading words', () => {
  expect(
    standardiseAddress('Perum Dalung Indah Blok C-12, Br. Tegal, Lingk. Kaja, RT 02 RW 005, Kel. Dalung')
      .parts,
  ).toEqual({
    estate: ['DALUNG', 'INDAH'],
    block: ['C', '12'],
    banjar: ['TEGAL'],
    neighbourhood: ['KAYA'],
    rt: ['2'],
    rw: ['5'],
  });
});

test('a street that is only a number keeps it', () => {
  expect(standardiseAddress('Jl. 17')).toMatchObject({ parts: { street: ['17'] }, key: '17' });
});
