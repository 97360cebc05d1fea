import { expect, test } from 'vitest';
import { fullSize } from '../places/branch-places.ts';
import { demoFacilities } from './demo-facilities.ts';
import { visitPlan } from './visit-plan.ts';

const sum = (residents: number, from: string, to: string) =>
  visitPlan(residents, '2026-10-31')
    .filter(({ month }) => month >= from && month <= to)
    .reduce((total, { visits }) => total + visits, 0);

test('published totals come out exactly at full size and in proportion below it', () => {
  expect(sum(fullSize, '2020-01', '2020-12')).toBe(1_960_000);
  expect(sum(fullSize, '2023-01', '2023-12')).toBe(2_570_000);
  expect(sum(fullSize, '2024-01', '2024-06')).toBe(1_390_000);
  expect(sum(168_820, '2023-01', '2023-12')).toBe(257_001);
  expect(visitPlan(fullSize, '2026-10-31').at(-1)).toEqual({ month: '2026-10', visits: 7_900 * 31 });
});

test('facilities have codes of their own and stand in a district or regency', async () => {
  const facilities = await demoFacilities();
  expect(new Set(facilities.map(({ code }) => code)).size).toBe(facilities.length);
  expect(facilities.filter(({ level }) => level === 'FKTP')).toHaveLength(80);
  for (const { code, areaCode } of facilities) {
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    expect(areaCode).toMatch(/^51\.\d\d(\.\d\d)?$/);
  }
});
