import { expect, test } from 'vitest';
import { qualityFlags, type VisitTrace } from './quality-flags.ts';

const visit = (n: number, change: Partial<VisitTrace> = {}): VisitTrace => ({
  factId: `f${n}`,
  household: `k${n}`,
  startedAt: `2026-11-22T00:${String(n * 5).padStart(2, '0')}:00.000Z`,
  at: `2026-11-22T00:${String(n * 5 + 4).padStart(2, '0')}:00.000Z`,
  point: { lat: -8.65 - n * 0.001, lon: 115.2, accuracy: 8 },
  answers: `a${n}`,
  ...change,
});

test('an honest day has no flags', () => {
  expect(qualityFlags([visit(1), visit(2), visit(3)])).toEqual([]);
});

test('too fast, but not when nobody was at home', () => {
  const at = '2026-11-22T00:05:30.000Z';
  expect(qualityFlags([visit(1, { at })])).toEqual([{ factId: 'f1', kind: 'too-fast', value: 30 }]);
  expect(qualityFlags([visit(1, { at, answers: null })])).toEqual([]);
});

test('two families in one place; one family in one place is one house', () => {
  const point = { lat: -8.65, lon: 115.2, accuracy: 8 };
  const there = [visit(1, { point }), visit(2, { point })];
  expect(qualityFlags(there)).toEqual([{ factId: 'f2', kind: 'same-place', value: 0 }]);
  expect(qualityFlags([visit(1, { point }), visit(2, { point, household: 'k1' })])).toEqual([]);
  const vague = { ...point, accuracy: 30 };
  expect(qualityFlags([visit(1, { point: vague }), visit(2, { point: vague })])).toEqual([]);
});

test('the same answers at four doors in a row', () => {
  const same = [1, 2, 3, 4].map((n) => visit(n, { answers: 'x' }));
  expect(qualityFlags(same).map(({ kind }) => kind)).toEqual(Array(4).fill('copied-answers'));
  expect(qualityFlags([...same.slice(0, 3), visit(4), visit(5, { answers: 'x' })])).toEqual([]);
});
