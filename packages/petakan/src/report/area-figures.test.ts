import { expect, test } from 'vitest';
import { UNKNOWN_VILLAGE } from '../village-result.ts';
import { addUpAreas, areaOf } from './area-figures.ts';

const village = (code: string, uncovered: number, variance: number) => ({
  code,
  residents: 100,
  linked: 90,
  uncovered,
  low: 0,
  high: 100,
  inactive: 3,
  variance,
});

test('villages add up to districts and regencies; intervals combine as variances', () => {
  const villages = [
    village('51.03.01.1001', 10, 4),
    village('51.03.01.1002', 20, 5),
    village('51.03.02.2001', 0, 0),
    village(UNKNOWN_VILLAGE, 1, 0.5),
  ];
  const areas = addUpAreas(villages, new Map([['51.03', 'Kabupaten Badung']]));
  expect(areas.districts.map(({ code, uncovered }) => [code, uncovered])).toEqual([
    ['51.03.01', 30],
    ['51.03.02', 0],
    [UNKNOWN_VILLAGE, 1],
  ]);
  const [badung, unknown] = areas.regencies;
  expect(badung).toMatchObject({ name: 'Kabupaten Badung', residents: 300, linked: 270, inactive: 9 });
  expect(unknown?.name).toBe('Desa tidak diketahui');
  const spread = 1.96 * Math.sqrt(9 + (0.03 * 30) ** 2);
  expect(badung?.low).toBeCloseTo(30 - spread);
  expect(badung?.high).toBeCloseTo(30 + spread);
  expect(areas.villages[0]?.name).toBe('51.03.01.1001');
});

test('the area that holds a village', () => {
  expect(areaOf('51.03.01.1001', 'district')).toBe('51.03.01');
  expect(areaOf(UNKNOWN_VILLAGE, 'regency')).toBe(UNKNOWN_VILLAGE);
});
