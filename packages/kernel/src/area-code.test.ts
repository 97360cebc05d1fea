import { expect, test } from 'vitest';
import {
  areaAncestors,
  areaAt,
  areaLevel,
  areaParent,
  isAreaCode,
  isCity,
  isKelurahan,
  isWithin,
  parseAreaCode,
  undottedAreaCode,
} from './area-code.ts';

test('reads dotted and undotted codes of every level', () => {
  expect(parseAreaCode('5171011001')).toBe('51.71.01.1001');
  expect(parseAreaCode(' 51.71.01.1001 ')).toBe('51.71.01.1001');
  expect(['51', '5171', '517101', '5171011001'].map((code) => areaLevel(parseAreaCode(code)))).toEqual([
    'province',
    'regency',
    'district',
    'village',
  ]);
});

test.each([
  '',
  '5',
  '517',
  '51.71.1',
  '51.71.01.100',
  '5171.01.1001',
  '00.71.01.1001',
  '51.71.00.1001',
  'abc',
])('refuses %j', (text) => {
  expect(isAreaCode(text)).toBe(false);
  expect(() => parseAreaCode(text)).toThrow(expect.objectContaining({ code: 'area-code-invalid' }));
});

test('knows what holds an area', () => {
  const village = parseAreaCode('51.71.01.1001');
  expect(areaParent(village)).toBe('51.71.01');
  expect(areaAncestors(village)).toEqual(['51.71.01', '51.71', '51']);
  expect(areaAt(village, 'regency')).toBe('51.71');
  expect(areaAt(parseAreaCode('51'), 'regency')).toBeUndefined();
  expect(areaParent(parseAreaCode('51'))).toBeUndefined();
  expect(isWithin(village, parseAreaCode('51.71'))).toBe(true);
  expect(isWithin(village, parseAreaCode('51.03'))).toBe(false);
});

test('tells kelurahan from desa and city from kabupaten', () => {
  expect(isKelurahan(parseAreaCode('51.71.01.1001'))).toBe(true);
  expect(isKelurahan(parseAreaCode('51.02.08.2003'))).toBe(false);
  expect(isCity(parseAreaCode('51.71.01.1001'))).toBe(true);
  expect(isCity(parseAreaCode('51.03'))).toBe(false);
  expect(undottedAreaCode(parseAreaCode('51.03.01'))).toBe('510301');
});
