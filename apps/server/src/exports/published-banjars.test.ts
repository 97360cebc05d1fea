import { expect, test } from 'vitest';
import { banjarCsv } from './published-banjars.ts';

test('small counts are hidden in words, the sum stays, and the note says why', () => {
  const items = [
    { banjar: 'Kaja', residents: 120, uncovered: 3, inactive: 20 },
    { banjar: 'Kelod', residents: 150, uncovered: 20, inactive: 30 },
    { banjar: null, residents: 90, uncovered: 11, inactive: 25 },
  ];
  const csv = banjarCsv(items, 5);
  expect(csv).toContain('Kaja,120,disembunyikan,20');
  expect(csv.match(/disembunyikan,\d/g)?.length).toBe(2);
  expect(csv).toContain('Jumlah,360,34,75');
  const stricter = banjarCsv(items, 12);
  expect(stricter).toContain('Angka di bawah 12 disembunyikan');
  expect(stricter).toContain('(tanpa banjar),90,disembunyikan,25');
});
