import { parseDate } from '@jangkau/membership';
import { describe, expect, test } from 'vitest';
import { quote } from '../quote/quote.ts';
import { readQuoteCase } from '../quote/read-quote-case.ts';
import type { RehabPlan } from './rehab-plan.ts';
import { rehabProgress } from './rehab-progress.ts';

function planOf(more: object = {}): RehabPlan {
  const given = { asOf: '2026-02-10', segment: 'PBPU', class: 3, people: 1, paidThrough: '2025-04', ...more };
  return quote(readQuoteCase(given)).rehab.plan as RehabPlan;
}

const pay = (on: string, amount: number) => ({ on: parseDate(on), amount });
const stage = 113_750;

describe('nine months of class III in four stages', () => {
  const plan = planOf();
  test('runs while every stage is paid by the end of its month', () => {
    const progress = rehabProgress(plan, [pay('2026-02-28', stage)], parseDate('2026-03-31'));
    expect(progress).toMatchObject({ state: 'running', paidStages: 1, remaining: 341_250 });
    expect(progress.nextStage?.number).toBe(2);
  });
  test('a missed stage ends it on the 1st; the money stays with the oldest months', () => {
    const progress = rehabProgress(plan, [pay('2026-02-28', stage)], parseDate('2026-04-01'));
    expect(progress).toMatchObject({ state: 'lapsed', paidStages: 1, paid: stage, nextStage: null });
    expect(String(progress.lapsedOn)).toBe('2026-04-01');
    expect(progress.paidMonths.map(String)).toEqual(['2025-05', '2025-06', '2025-07']);
  });
  test('one rupiah short is missed; money after the lapse is not the plan any more', () => {
    const short = [pay('2026-02-28', stage - 1), pay('2026-03-01', 1)];
    expect(rehabProgress(plan, short, parseDate('2026-03-02'))).toMatchObject({
      state: 'lapsed',
      paid: stage - 1,
    });
  });
  test('months count by money, not by whole stages', () => {
    const progress = rehabProgress(plan, [pay('2026-02-10', 140_000)], parseDate('2026-02-10'));
    expect(progress.paidStages).toBe(1);
    expect(progress.paidMonths).toHaveLength(4);
  });
  test('completed on the day of the last stage, in any order of the file, paid ahead or on time', () => {
    const onTime = ['2026-05-31', '2026-02-10', '2026-04-30', '2026-03-31'].map((on) => pay(on, stage));
    const done = rehabProgress(plan, onTime, parseDate('2026-06-30'));
    expect(done).toMatchObject({ state: 'completed', remaining: 0, lapsedOn: null });
    expect(String(done.completedOn)).toBe('2026-05-31');
    const ahead = rehabProgress(plan, [pay('2026-02-15', 4 * stage)], parseDate('2026-02-15'));
    expect(String(ahead.completedOn)).toBe('2026-02-15');
    expect(rehabProgress(plan, onTime, parseDate('2026-05-30')).state).toBe('running');
  });
});

test('v1 leaves the current contribution to be paid beside the stages', () => {
  const plan = planOf({ asOf: '2023-02-10', paidThrough: '2022-04' });
  expect(plan).toMatchObject({ version: 1, runningContribution: 'separate', total: 315_000 });
  expect(plan.stages).toHaveLength(12);
  expect(String(plan.activeOn)).toBe('2024-01-31');
  const half = { asOf: '2023-02-10', paidThrough: '2022-04', settings: { rehabV1Stages: 'half' } };
  expect(planOf(half).stages).toHaveLength(4);
});

test('v1 registers up to the 28th, in February to the 27th', () => {
  const open = (asOf: string, more: object = {}) => {
    const given = { asOf, segment: 'BP', class: 3, people: 1, paidThrough: '2022-04', ...more };
    return quote(readQuoteCase(given)).rehab.eligibility.reason;
  };
  expect([open('2023-03-28'), open('2023-03-29')]).toEqual(['ELIGIBLE', 'REGISTRATION_CLOSED']);
  expect([open('2024-02-27'), open('2024-02-28'), open('2024-02-29')]).toEqual([
    'ELIGIBLE',
    'REGISTRATION_CLOSED',
    'REGISTRATION_CLOSED',
  ]);
  const v2 = { paidThrough: '2025-01' };
  expect(open('2026-03-31', v2)).toBe('ELIGIBLE');
  expect(open('2026-03-31', { ...v2, settings: { rehabRegistrationWindow: 'v1-and-v2' } })).toBe(
    'REGISTRATION_CLOSED',
  );
  expect(open('2021-12-01', { paidThrough: '2020-01' })).toBe('PROGRAMME_NOT_STARTED');
  expect(open('2025-02-02', { rehabVersion: 2 })).toBe('PROGRAMME_NOT_STARTED');
  expect(open('2026-03-15', { ...v2, rehabVersion: 'v1' })).toBe('ELIGIBLE');
});

test('activation at the first stage, by setting', () => {
  const plan = planOf({ settings: { rehabActivation: 'first-stage' } });
  expect(String(plan.activeOn)).toBe('2026-02-28');
});

test('above 24 months: the billed ones, or refused by setting', () => {
  expect(planOf({ paidThrough: '2020-01' }).stages).toHaveLength(12);
  expect(planOf({ paidThrough: '2020-01', settings: { rehabAboveCap: 'refused' } })).toBeNull();
});

test('switched segment: 36 stages when the debt allows at least 35,000 each', () => {
  const switched = { segment: 'PBI_APBN', paidThrough: null, formerSegment: 'BP', class: 1 };
  const plan = planOf({ ...switched, formerArrearsMonths: 24 });
  expect(plan).toMatchObject({ total: 3_600_000, runningContribution: 'none', switched: true });
  expect(plan.stages).toHaveLength(36);
  expect(planOf({ ...switched, class: 3, formerArrearsMonths: 24 }).stages).toHaveLength(24);
  expect(planOf({ ...switched, formerArrearsMonths: 1 })).toBeNull();
  expect(planOf({ ...switched, formerArrearsMonths: 9, asOf: '2024-05-01' })).toBeNull();
});
