import { expect, test } from 'vitest';
import { villageOfFileName } from './village-of-file.ts';

test('a village code in a file name', () => {
  expect(villageOfFileName('5171011003-sesetan.xlsx')).toBe('51.71.01.1003');
  expect(villageOfFileName('penduduk 51.02.06.2003.csv')).toBe('51.02.06.2003');
  for (const name of ['penduduk 2026.csv', '51710110031.csv', '5171013003.csv'])
    expect(villageOfFileName(name)).toBeUndefined();
});
