import { expect, test } from 'vitest';
import { classify } from './classify.ts';
import { type Evidence, noEvidence } from './evidence.ts';

const on = '2026-11-22';
const given = (change: Partial<Evidence>) => classify({ ...noEvidence, ...change }, on);

test('whoever has an employer is working, also when poor', () => {
  const both = given({ work: 'employee', inDtsen: true, dtsenDecile: 1 });
  expect(both).toMatchObject({ class: 'working', rule: { id: 'employee' }, ask: [] });
  expect(both.also.map(({ id }) => id)).toEqual(['dtsen-poor']);
  expect(given({ familyOfWorker: true }).class).toBe('working');
});

test('the poor deciles are unable, the others are not', () => {
  expect(given({ inDtsen: true, dtsenDecile: 5 })).toMatchObject({
    class: 'unable',
    rule: { legalBasis: 'Permensos 3/2026; Inpres 4/2025' },
  });
  expect(given({ inDtsen: true, dtsenDecile: 6 }).class).toBeNull();
});

test('a village letter holds six months', () => {
  expect(given({ sktmOn: '2026-05-22' }).class).toBe('unable');
  expect(given({ sktmOn: '2026-05-21' }).class).toBeNull();
  expect(given({ sktmOn: '2026-11-23' }).class).toBeNull();
});

test('income per head decides about the rest; a band that spans the limit decides nothing', () => {
  expect(given({ work: 'casual', income: 'to-2m', dependants: 4 }).class).toBe('unable');
  expect(given({ work: 'self-employed', income: 'to-4m', dependants: 3 }).class).toBe('able');
  expect(given({ work: 'self-employed', income: 'to-4m', dependants: 4 }).class).toBeNull();
  expect(given({ income: 'above-8m' }).class).toBe('able');
});

test('rules are those of the day', () => {
  const listed = { ...noEvidence, inDtsen: true, dtsenDecile: null };
  expect(classify(listed, '2025-06-01')).toMatchObject({ class: 'unable', rule: { id: 'dtks-listed' } });
  expect(classify(listed, on).class).toBeNull();
});

test('what is missing is asked for', () => {
  expect(given({}).ask.map(({ id }) => id)).toEqual([
    'Apa pekerjaannya?',
    'Kira-kira berapa penghasilan rumah tangga sebulan?',
    'Berapa orang yang dihidupi?',
    'Apakah tercatat di DTSEN?',
  ]);
});
