import { expect, test } from 'vitest';
import { plainVillage, villageCode } from './settle-villages.ts';

test('ten digits are a village code however they are written', () => {
  for (const text of ['51.71.01.1001', '5171011001', "'5171011001", '51 71 01 1001', '5171011001.0'])
    expect(villageCode(text)).toBe('51.71.01.1001');
  for (const text of ['517101', 'Sesetan', '', '51.71.01.10011', '517101100a'])
    expect(villageCode(text)).toBeUndefined();
});

test('village names without the words for village', () => {
  expect(plainVillage('Desa  Sesetan')).toBe('SESETAN');
  expect(plainVillage('Kel. Padang-Sambian')).toBe('PADANG SAMBIAN');
  expect(plainVillage('Desamuda')).toBe('DESAMUDA');
});
