import { expect, test } from 'vitest';
import { areaOptions } from './area-picker.tsx';

const areas = [
  { code: '51', name: 'Bali', level: 'province' as const, parent: null },
  { code: '51.71', name: 'Kota Denpasar', level: 'regency' as const, parent: '51' },
  { code: '51.71.01', name: 'Denpasar Selatan', level: 'district' as const, parent: '51.71' },
  { code: '51.71.01.1003', name: 'Sanur', level: 'village' as const, parent: '51.71.01' },
];

test('every choice says what it lies in, up to the regency', () => {
  expect(areaOptions(areas, ['village'])).toEqual([
    { value: '51.71.01.1003', label: 'Sanur, Denpasar Selatan, Kota Denpasar' },
  ]);
});

test('offers only the levels asked for', () => {
  expect(areaOptions(areas, ['regency', 'district']).map((option) => option.value)).toEqual([
    '51.71',
    '51.71.01',
  ]);
});
