import { expect, test } from 'vitest';
import { splitRawName } from './split-raw-name.ts';

test.each([
  ['I Wayan Sudiarta', ['I', 'WAYAN', 'SUDIARTA']],
  ['A.A. Gede Rai', ['AA', 'GEDE', 'RAI']],
  ['I.G.N. Oka, S.Pd., M.Kes.', ['IGN', 'OKA', 'SPD', 'MKES']],
  ["Ma'ruf D`Angelo", ['MARUF', 'DANGELO']],
  ['PUTU/EKA-SARI', ['PUTU', 'EKA', 'SARI']],
  ['José Ñoño Müller', ['JOSE', 'NONO', 'MULLER']],
  ['  Ni   Luh\tSari\n', ['NI', 'LUH', 'SARI']],
  ['I.WAYAN', ['IWAYAN']],
  ['Bayi2', ['BAYI2']],
  ['李明', []],
  ['.,-', []],
  ['', []],
])('%j', (raw, words) => {
  expect(splitRawName(raw)).toEqual(words);
});
