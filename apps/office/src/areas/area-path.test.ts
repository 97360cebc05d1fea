import { expect, test } from 'vitest';
import { childTowards, levelBelow, levelOf, liesIn, pathTo } from './area-path.ts';

test('reads levels and paths from the code', () => {
  expect(levelOf('51.71.01')).toBe('district');
  expect(pathTo('51.71.01.1001')).toEqual(['51.71', '51.71.01', '51.71.01.1001']);
  expect(pathTo('51')).toEqual([]);
  expect(levelBelow('district')).toBe('village');
  expect(levelBelow('village')).toBeNull();
});

test('knows what lies in what, by whole parts of the code', () => {
  expect(liesIn('51.71.01.1001', '51.71')).toBe(true);
  expect(liesIn('51.71.01.1001', '51.7')).toBe(false);
  expect(liesIn('51.71.01.1001', null)).toBe(true);
});

test('goes one level toward a village', () => {
  expect(childTowards('51.71.01.1001', null)).toBe('51.71');
  expect(childTowards('51.71.01.1001', '51.71')).toBe('51.71.01');
  expect(childTowards('51.71.01.1001', '51.71.01')).toBe('51.71.01.1001');
});
