import { isProblem, type Problem } from '@jangkau/kernel';
import { describe, expect, test } from 'vitest';
import { quoteDocument } from './quote-document.ts';
import { readQuoteCase } from './read-quote-case.ts';

const good = { asOf: '2026-02-10', segment: 'PBPU', class: 3, people: 1, paidThrough: '2025-12' };
const worker = { asOf: '2026-02-10', segment: 'PPU_BU', wage: 5_000_000, regency: 'Badung' };
const debtor = {
  asOf: '2026-02-10',
  segment: 'PPU_BU',
  class: 3,
  people: 2,
  formerSegment: 'PBPU',
  formerArrearsMonths: 5,
};

function problemOf(given: unknown): Pick<Problem, 'code' | 'details'> | undefined {
  try {
    readQuoteCase(given);
  } catch (error) {
    if (isProblem(error)) return { code: error.code, details: error.details };
    throw error;
  }
  return undefined;
}

test.each([
  ['no object', 7, 'case'],
  ['an array inside an array', [good], 'case'],
  ['a day that does not exist', { ...good, asOf: '2026-02-30' }, 'asOf'],
  ['29 February of a common year', { ...good, asOf: '2025-02-29' }, 'asOf'],
  ['a day before JKN', { ...good, asOf: '2013-12-31', paidThrough: '2014-01' }, 'asOf'],
  ['a month before JKN', { ...good, paidThrough: '2013-12' }, 'paidThrough'],
  ['a month that does not exist', { ...good, paidThrough: '2025-13' }, 'paidThrough'],
  ['a day for a month', { ...good, paidThrough: '2025-12-01' }, 'paidThrough'],
  ['a number for a month', { ...good, paidThrough: 202512 }, 'paidThrough'],
  ['an unknown segment', { ...good, segment: 'PPU' }, 'segment'],
  ['an unknown class', { ...good, class: 4 }, 'class'],
  ['class zero', { ...good, class: 0 }, 'class'],
  ['a class in a list', { ...good, class: [3] }, 'class'],
  ['nobody', { ...good, people: 0 }, 'people'],
  ['half a person', { ...good, people: 1.5 }, 'people'],
  ['people in words', { ...good, people: '4' }, 'people'],
  ['a negative wage', { ...worker, wage: -1 }, 'wage'],
  ['a wage in words', { ...worker, wage: '5000000' }, 'wage'],
  ['an unknown regency', { ...worker, regency: 'Atlantis' }, 'regency'],
  ['negative months', { ...debtor, formerArrearsMonths: -1 }, 'formerArrearsMonths'],
  ['a negative estimate', { ...good, inpatient: { date: '2026-02-10', inaCbg: -1 } }, 'inpatient.inaCbg'],
  [
    'an impossible day of a stay',
    { ...good, inpatient: { date: '2026-02-31', inaCbg: 1 } },
    'inpatient.date',
  ],
  ['an unknown version', { ...good, rehabVersion: 3 }, 'rehabVersion'],
  ['settings that are a list', { ...good, settings: [] }, 'settings'],
  ['an unknown reading', { ...good, settings: { rehabHalf: 'round' } }, 'settings.rehabHalf'],
  [
    'another arrears rate',
    { ...good, settings: { arrears_rate_class3: 36_000 } },
    'settings.arrears_rate_class3',
  ],
  [
    'wages that are none',
    { ...good, settings: { minimumWages: { '51.03': { 2024: -1 } } } },
    'settings.minimumWages',
  ],
  [
    'wages of no place',
    { ...good, settings: { minimumWages: { Bali: { 2024: 1 } } } },
    'settings.minimumWages',
  ],
])('%s is invalid', (_, given, field) => {
  expect(problemOf(given)).toMatchObject({ code: 'field-invalid', details: { field } });
});

test.each([
  [{ ...good, asOf: undefined }, 'asOf'],
  [{ ...good, segment: null }, 'segment'],
  [{ ...good, class: undefined }, 'class'],
  [{ ...good, people: undefined }, 'people'],
  [{ ...good, paidThrough: undefined }, 'paidThrough'],
  [{ ...worker, wage: undefined }, 'wage'],
  [{ ...worker, wage: 3_000_000, regency: undefined }, 'regency'],
  [{ ...debtor, class: undefined }, 'class'],
  [{ ...debtor, people: undefined }, 'people'],
  [{ ...good, formerArrearsMonths: 3 }, 'formerSegment'],
  [{ ...good, inpatient: { date: '2026-02-10' } }, 'inpatient.inaCbg'],
])('%o misses %s', (given, field) => {
  expect(problemOf(given)).toEqual({ code: 'field-missing', details: { field } });
});

test.each([
  [{ ...good, colour: 'red' }, 'colour'],
  [{ ...good, paid_through: '2025-12' }, 'paid_through'],
  [{ ...good, settings: { colour: 'red' } }, 'settings.colour'],
  [{ ...good, inpatient: { date: '2026-02-10', inaCbg: 1, ward: 'VIP' } }, 'inpatient.ward'],
])('%o has an unknown field', (given, field) => {
  expect(problemOf(given)).toEqual({ code: 'field-unknown', details: { field } });
});

test.each([
  [{ ...good, joined: '2025-12' }, 'paidThrough', 'joined'],
  [{ ...good, paidThrough: undefined, joined: '2026-03' }, 'joined', 'asOf'],
  [{ ...good, paidThrough: '2028-03' }, 'paidThrough', 'asOf'],
  [
    { ...good, paidThrough: undefined, joined: '2026-02', reactivatedOn: '2026-01-10' },
    'joined',
    'reactivatedOn',
  ],
  [{ ...good, wage: 5_000_000 }, 'wage', 'segment'],
  [{ ...good, formerSegment: 'PBPU' }, 'segment', 'formerSegment'],
  [{ ...good, formerSegment: 'BP', formerArrearsMonths: 4 }, 'formerSegment', 'formerArrearsMonths'],
  [{ ...debtor, formerSegment: 'PBI_APBN' }, 'formerSegment', 'formerArrearsMonths'],
  [{ ...debtor, formerArrearsMonths: 200 }, 'formerArrearsMonths', 'asOf'],
  [
    { ...debtor, wage: 5_000_000, regency: 'Badung', paidThrough: '2025-12' },
    'paidThrough',
    'formerArrearsMonths',
  ],
  [{ ...worker, class: 3 }, 'class', 'wage'],
  [{ ...worker, class: 2 }, 'class', 'wage'],
  [{ asOf: '2026-02-10', segment: 'PBI_APBN', class: 1 }, 'class', 'segment'],
  [
    { ...good, paidThrough: '2025-03', reactivatedOn: '2026-01-05', formerArrearsMonths: 5 },
    'formerArrearsMonths',
    'paidThrough',
  ],
])('%o contradicts itself', (given, first, second) => {
  expect(problemOf(given)).toEqual({ code: 'fields-contradict', details: { first, second } });
});

describe('friendly forms', () => {
  test('classes, segments, regencies and versions as people write them', () => {
    for (const roomClass of [3, '3', 'III', 'iii', 'Kelas III', 'kelas 3'])
      expect(readQuoteCase({ ...good, class: roomClass }).roomClass).toBe(3);
    for (const segment of ['PBPU', 'pbpu', 'Mandiri', 'PBPU mandiri'])
      expect(readQuoteCase({ ...good, segment }).segment).toBe('PBPU');
    for (const segment of ['PBPU_PEMDA', 'PBI APBD', 'Pemda', 'PBPU-PEMDA'])
      expect(readQuoteCase({ asOf: '2026-02-10', segment }).segment).toBe('PBPU_PEMDA');
    for (const regency of ['Badung', 'BADUNG', 'Kab. Badung', '51.03', '5103', 5103])
      expect(readQuoteCase({ ...worker, regency }).regency).toBe('51.03');
    for (const rehabVersion of [2, '2', 'v2', 'V2', '2.0'])
      expect(readQuoteCase({ ...good, rehabVersion }).rehabVersion).toBe(2);
  });
  test('null is absent; names of settings with or without underscores and capitals', () => {
    expect(readQuoteCase({ ...good, joined: null, wage: null, settings: null })).toMatchObject({ people: 1 });
    const { settings } = readQuoteCase({
      ...good,
      settings: { arrearsRateClass3: 42_000, rehab_half: 'ceil' },
    });
    expect(settings).toMatchObject({ arrears_rate_class3: 42_000, rehabHalf: 'ceil' });
  });
  test('a regency whose wage the case brings along is known', () => {
    const minimumWages = { '51.04': { '2026': 3_400_000 } };
    const quoted = quoteDocument({ ...worker, wage: 1, regency: '5104', settings: { minimumWages } });
    expect(quoted.contribution).toMatchObject({ base: 3_400_000, amount: 170_000 });
  });
  test('a wage above every known minimum needs no regency', () => {
    const quoted = quoteDocument({ ...worker, regency: undefined });
    expect(quoted.contribution).toMatchObject({ base: 5_000_000, amount: 250_000 });
    expect(quoted.settingsUsed.wageFloors).toEqual([]);
  });
});

describe('who owes what', () => {
  test('PBI and Pemda owe nothing, whatever was paid', () => {
    for (const segment of ['PBI_APBN', 'PBPU_PEMDA']) {
      const { status, arrears, reactivation } = quoteDocument({ asOf: '2026-02-10', segment, people: 4 });
      expect([status.active, arrears.amount, reactivation.amount, reactivation.months]).toEqual([
        true,
        0,
        0,
        0,
      ]);
      const stopped = quoteDocument({ asOf: '2026-02-10', segment, paidThrough: '2025-06' });
      expect(stopped.status).toMatchObject({ active: false, reason: 'PAYER_STOPPED', inactivity: 'lapsed' });
      expect(stopped.status.since).toBe('2025-08-01');
      expect(stopped.arrears.months).toBe(0);
    }
  });
  test('an employer in arrears owes the months, at the floor of each year', () => {
    const { status, arrears, reactivation, rehab, settingsUsed } = quoteDocument({
      ...worker,
      wage: 3_000_000,
      paidThrough: '2025-11',
    });
    expect(status).toMatchObject({ active: false, reason: 'EMPLOYER_ARREARS', since: '2026-01-01' });
    // 5 % of 3,534,338 (December 2025) and of 3,791,002 (January 2026, and February to be active).
    expect(arrears.perMonth.map(({ amount }) => amount)).toEqual([176_717, 189_550]);
    expect(reactivation).toMatchObject({ months: 3, amount: 176_717 + 2 * 189_550 });
    expect(rehab.reason).toBe('NOT_PBPU_OR_BP');
    expect(settingsUsed.wageFloors).toHaveLength(2);
  });
  test('paid ahead: nothing to pay, active', () => {
    const { status, reactivation } = quoteDocument({ ...good, paidThrough: '2026-08' });
    expect([status.active, status.reason, reactivation.amount, reactivation.months]).toEqual([
      true,
      'PAID',
      0,
      0,
    ]);
  });
  test('never paid: arrears from the first owed month', () => {
    const { status, arrears } = quoteDocument({ ...good, paidThrough: undefined, joined: '2025-11' });
    expect([arrears.months, status.since]).toEqual([3, '2025-12-01']);
    const fresh = quoteDocument({ ...good, paidThrough: undefined, joined: '2026-02' });
    expect(fresh.status).toMatchObject({ active: true, since: '2026-02-01', reason: 'CURRENT_MONTH_DUE' });
  });
  test('a debt left behind is owed while the card is active', () => {
    const { status, arrears, reactivation } = quoteDocument(debtor);
    expect([status.active, status.reason]).toEqual([true, 'EMPLOYER_PAYS']);
    expect([arrears.months, arrears.amount]).toEqual([5, 350_000]);
    expect(reactivation).toMatchObject({ amount: 0, months: 0 });
  });
});

describe('after a reactivation', () => {
  const back = { ...good, asOf: '2026-03-20', paidThrough: '2025-08', reactivatedOn: '2026-02-20' };
  test('arrears are settled; the state began on that day', () => {
    const { status, arrears, reactivation } = quoteDocument(back);
    expect(status).toMatchObject({ active: true, since: '2026-02-20', reason: 'CURRENT_MONTH_DUE' });
    expect([arrears.months, reactivation.amount]).toEqual([0, 35_000]);
    const sameDay = quoteDocument({ ...back, asOf: '2026-02-20' });
    expect(sameDay.status).toMatchObject({ active: true, since: '2026-02-20', reason: 'PAID' });
    expect(quoteDocument({ ...back, asOf: '2026-02-19' }).status.active).toBe(false);
  });
  test('suspended again when the months after it go unpaid', () => {
    const { status, arrears } = quoteDocument({ ...back, asOf: '2026-05-01' });
    expect(status).toMatchObject({ active: false, since: '2026-04-01' });
    expect(arrears.months).toBe(2);
  });
  test('the fine counts the months before it, told or computed', () => {
    const inpatient = { date: '2026-03-20', inaCbg: 10_000_000 };
    expect(quoteDocument({ ...back, inpatient }).serviceFine.amount).toBe(5 * 500_000);
    const told = { ...back, paidThrough: undefined, formerArrearsMonths: 30, inpatient };
    expect(quoteDocument(told).serviceFine.amount).toBe(6_000_000);
  });
  test('one that is planned changes nothing yet', () => {
    const planned = quoteDocument({ ...back, asOf: '2026-02-10' });
    expect([planned.status.active, planned.arrears.months]).toEqual([false, 5]);
    expect(planned.serviceFine.windowLastDay).toBe('2026-04-06');
  });
  test('somebody who was never suspended pays no fine', () => {
    const inpatient = { date: '2026-03-20', inaCbg: 10_000_000 };
    expect(quoteDocument({ ...back, paidThrough: '2026-01', inpatient }).serviceFine).toMatchObject({
      applies: false,
      reason: 'NO_ARREARS_BEFORE',
    });
  });
});
