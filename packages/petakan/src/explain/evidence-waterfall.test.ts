import { expect, test } from 'vitest';
import { aloneProbability, evidenceWaterfall, probability } from './evidence-waterfall.ts';

const bars = [
  { field: 'prior', level: 0, label: 'prior', weight: -7.5 },
  { field: 'born', level: 1, label: 'same', weight: 10 },
  { field: 'sex', level: 2, label: 'different', weight: -2.5 },
];

test('runs the sum line by line and says what it means', () => {
  const lines = evidenceWaterfall(bars);
  expect(lines[1]).toMatch(/^ +-7,5 +-7,5 {2}-{4} +Sebelum membandingkan: /);
  expect(lines[2]).toMatch(/^ +\+10,0 +\+2,5 {2}\+{5} +Tanggal lahir: sama \(Date of birth: same\)$/);
  expect(lines[3]).toMatch(/^ +-2,5 +0,0 {2}- +Jenis kelamin: berbeda \(Sex: different\)$/);
  expect(lines[4]).toContain('0,0 bit');
  expect(lines[4]).toContain('50,00 %');
});

test('bits are log2 odds', () => {
  expect(aloneProbability([{ field: 'x', level: 0, label: 'x', weight: 2 }])).toBeCloseTo(0.8);
});

test('a probability is never a flat certainty', () => {
  expect(probability(1)).toBe('> 99,99 %');
  expect(probability(0)).toBe('< 0,01 %');
  expect(probability(0.4321)).toBe('43,21 %');
});
