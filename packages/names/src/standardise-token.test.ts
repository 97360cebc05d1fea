import { expect, test } from 'vitest';
import { standardiseToken } from './standardise-token.ts';

function written(raw: string): string {
  return standardiseToken(raw)
    .map(({ token, role, order }) => `${token}/${role}${order ?? ''}`)
    .join(' ');
}

test.each([
  ['WAYAN', 'WAYAN/order1'],
  ['WYN', 'WAYAN/order1'],
  ['WYN.', 'WAYAN/order1'],
  ['WAJAN', 'WAYAN/order1'],
  ['PT', 'PUTU/order1'],
  ['POETOE', 'PUTU/order1'],
  ['GDE', 'GEDE/order1'],
  ['GD', 'GEDE/order1'],
  ['ILUH', 'LUH/order1'],
  ['KOMPYANG', 'KOMPIANG/order1'],
  ['MD', 'MADE/order2'],
  ['KDK', 'KADEK/order2'],
  ['NGH', 'NENGAH/order2'],
  ['NYM', 'NYOMAN/order3'],
  ['NJOMAN', 'NYOMAN/order3'],
  ['KMG', 'KOMANG/order3'],
  ['KT', 'KETUT/order4'],
  ['KETOET', 'KETUT/order4'],
])('birth order: %s', (raw, expected) => {
  expect(written(raw)).toBe(expected);
});

test.each([
  ['IWAYAN', 'I/marker WAYAN/order1'],
  ['NILUH', 'NI/marker LUH/order1'],
  ['NIWAYAN', 'NI/marker WAYAN/order1'],
  ['IGUSTI', 'I/marker GUSTI/title'],
  ['IGST', 'I/marker GUSTI/title'],
  ['IDAAYU', 'IDA/title AYU/title'],
  ['DEWAAYU', 'DEWA/title AYU/title'],
  ['ANAKAGUNG', 'ANAK/title AGUNG/title'],
  ['GUSTINGURAH', 'GUSTI/title NGURAH/title'],
  ['NILUHPUTU', 'NI/marker LUH/order1 PUTU/order1'],
  ['NIKT', 'NI/marker KETUT/order4'],
  ['IWAYANSUDIARTA', 'I/marker WAYAN/order1 SUDIARTA/given'],
  ['KETUTSUWENA', 'KETUT/order4 SUENA/given'],
  ['MUHAMMADRIZKI', 'MUHAMMAD/given RISKI/given'],
  ['ABDURRAHMAN', 'ABDUL/given RAHMAN/given'],
  ['ABDULRAHMAN', 'ABDUL/given RAHMAN/given'],
])('joined: %s', (raw, expected) => {
  expect(written(raw)).toBe(expected);
});

test.each([
  ['INDAH', 'INDAH/given'],
  ['IMADEWI', 'IMADEWI/given'],
  ['NINGSIH', 'NINGSIH/given'],
  ['DEWANTARA', 'DEWANTARA/given'],
  ['GUSTIAWAN', 'GUSTIAWAN/given'],
  ['AYUNINGSIH', 'AYUNINGSIH/given'],
  ['ABDULLAH', 'ABDULAH/given'],
  ['PUSPADEWI', 'PUSPADEWI/given'],
  ['WAWAN', 'WAWAN/given'],
  ['MUHLIS', 'MUHLIS/given'],
])('one word: %s', (raw, expected) => {
  expect(written(raw)).toBe(expected);
});

test.each([
  ['A.A.', 'ANAK/title AGUNG/title'],
  ['IB', 'IDA/title BAGUS/title'],
  ['IA', 'IDA/title AYU/title'],
  ['DAYU', 'IDA/title AYU/title'],
  ['GUNG', 'ANAK/title AGUNG/title'],
  ['TJOK', 'COKORDA/title'],
  ['TJOKORDA', 'COKORDA/title'],
  ['DSK', 'DESAK/title'],
  ['NGR', 'NGURAH/title'],
  ['IGAA', 'IGAA/title'],
  ['IGA', 'IGA/title'],
  ['IGN', 'IGN/title'],
  ['IK', 'IK/title'],
  ['IW', 'I/marker WAYAN/order1'],
  ['NLP', 'NI/marker LUH/order1 PUTU/order1'],
])('titles: %s', (raw, expected) => {
  expect(written(raw)).toBe(expected);
});

test.each([
  '',
  '.',
  'DRS',
  'DR',
  'IR',
  'SH',
  'S.H.',
  'SPD',
  'S.Pd.',
  'M.KES',
  'AMDKEB',
  'HJ',
  'H.',
  'HAJI',
  'BIN',
  'BINTI',
  '12',
])('%j carries nothing', (raw) => {
  expect(standardiseToken(raw)).toEqual([]);
});

test.each([
  'MUHAMMAD',
  'MOHAMMAD',
  'MOHAMAD',
  'MUHAMAD',
  'MOCHAMAD',
  'MOCHAMMAD',
  'MUHAMMED',
  'MOH',
  'MUH',
  'MHD',
  'MOHD',
  'M',
])('%s is Muhammad', (raw) => {
  expect(written(raw)).toBe('MUHAMMAD/given');
});

test.each([
  ['WAAYN', 'WAYAN/order1'],
  ['WAYN', 'WAYAN/order1'],
  ['KETTU', 'KETUT/order4'],
  ['NYOMSN', 'NYOMAN/order3'],
  ['UPTU', 'PUTU/order1'],
  ['K0MANG', 'KOMANG/order3'],
  ['GUSTU', 'GUSTI/title'],
])('slip: %s', (raw, expected) => {
  expect(written(raw)).toBe(expected);
});

test('words that need their neighbours get a reading that does no harm', () => {
  expect(written('NY')).toBe('NY/honorific');
  expect(written('DE')).toBe('DE/honorific');
  expect(written('BAYI')).toBe('BAYI/placeholder');
  expect(written('JRO')).toBe('JERO/honorific');
  expect(written('AYU')).toBe('AYU/title');
});
