import { parseCardNumber } from '@jangkau/kernel';
import { parseMonth } from '@jangkau/membership';
import { describe, expect, test } from 'vitest';
import {
  defaultContributionSettings,
  employerVirtualAccount,
  monthlyContribution,
  quoteDocument,
  readVirtualAccount,
  recipesAgree,
  virtualAccount,
  wageContribution,
} from './index.ts';

const settings = defaultContributionSettings;
const pbpu = { asOf: '2026-02-10', segment: 'PBPU', class: 3, people: 1 };

describe('section 2: contributions by date', () => {
  const table: [string, string, number, number, number, number][] = [
    ['2014-01', '2019-12', 80_000, 51_000, 25_500, 0],
    ['2020-01', '2020-03', 160_000, 110_000, 42_000, 0],
    ['2020-04', '2020-06', 80_000, 51_000, 25_500, 0],
    ['2020-07', '2020-12', 150_000, 100_000, 25_500, 16_500],
    ['2021-01', '2026-02', 150_000, 100_000, 35_000, 7_000],
  ];
  test.each(table)('%s to %s', (first, last, one, two, three, aid) => {
    for (const month of [first, last].map(parseMonth)) {
      for (const segment of ['PBPU', 'BP'] as const) {
        const paid = ([1, 2, 3] as const).map(
          (roomClass) => monthlyContribution({ segment, roomClass, people: 1 }, month).amount,
        );
        expect(paid).toEqual([one, two, three]);
        expect(monthlyContribution({ segment, roomClass: 3, people: 2 }, month).fromTaxes).toBe(2 * aid);
        expect(monthlyContribution({ segment, roomClass: 1, people: 2 }, month).fromTaxes).toBe(0);
      }
    }
  });
  test('the 7,000 are 4,200 of the centre and 2,800 of the region; 42,000 for a Pemda 4,200 and 37,800', () => {
    const month = parseMonth('2026-02');
    const aid = monthlyContribution({ segment: 'PBPU', roomClass: 3, people: 1 }, month);
    expect([aid.fromTaxes - aid.fromRegion, aid.fromRegion]).toEqual([4_200, 2_800]);
    const pemda = monthlyContribution({ segment: 'PBPU_PEMDA', people: 1 }, month);
    expect([pemda.amount, pemda.fromTaxes, pemda.fromRegion]).toEqual([0, 42_000, 37_800]);
  });
  test("Denpasar's budget of 62.22 billion pays 137,169 heads at the region's share", () => {
    const { fromRegion } = monthlyContribution({ segment: 'PBPU_PEMDA', people: 1 }, parseMonth('2026-01'));
    expect(Math.round(62_220_000_000 / 12 / fromRegion)).toBe(137_169);
  });
  test('PBI 23,000, then 42,000 from August 2019', () => {
    const pbi = (month: string): number =>
      monthlyContribution({ segment: 'PBI_APBN', people: 1 }, parseMonth(month)).fromTaxes;
    expect(['2014-01', '2019-07', '2019-08', '2026-02'].map(pbi)).toEqual([23_000, 23_000, 42_000, 42_000]);
  });
  test('as issued: 59,500 and 42,500 before April 2016, PBI 19,225 before 2016', () => {
    const asIssued = { settings: { ...settings, earlyTariffs: 'as-issued' } as const };
    const one = (month: string): number =>
      monthlyContribution({ segment: 'PBPU', roomClass: 1, people: 1 }, parseMonth(month), asIssued).amount;
    expect(['2014-01', '2016-03', '2016-04', '2018-09', '2020-01'].map(one)).toEqual([
      59_500, 59_500, 80_000, 80_000, 160_000,
    ]);
    const pbi = monthlyContribution({ segment: 'PBI_APBN', people: 1 }, parseMonth('2015-12'), asIssued);
    expect(pbi.fromTaxes).toBe(19_225);
    const worker = (month: string) =>
      wageContribution({ segment: 'PPU_BU', wage: 6_000_000 }, parseMonth(month), asIssued.settings);
    expect(worker('2015-06')).toMatchObject({ base: 4_725_000, employer: 189_000, worker: 23_625 });
    expect(worker('2015-07')).toMatchObject({ base: 4_725_000, total: 236_250 });
    expect(worker('2016-04')).toMatchObject({ base: 6_000_000, total: 300_000 });
  });

  const wage = (given: number, month = '2026-02', more: object = {}): ReturnType<typeof wageContribution> =>
    wageContribution(
      { segment: 'PPU_BU', wage: given, regency: '51.71', ...more },
      parseMonth(month),
      settings,
    );
  test('PPU floor is the workplace UMK: 3,000,000 in Denpasar 2026 counts as 3,499,878', () => {
    expect(wage(3_000_000)).toMatchObject({
      base: 3_499_878,
      total: 174_994,
      employer: 139_995,
      worker: 34_999,
    });
  });
  test('ceiling 12,000,000 since 2020, 8,000,000 before', () => {
    expect(wage(15_000_000)).toMatchObject({ total: 600_000, employer: 480_000, worker: 120_000 });
    expect(wage(12_000_000).total).toBe(600_000);
    expect(wage(15_000_000, '2019-12').total).toBe(400_000);
    expect(wage(15_000_000, '2020-01').total).toBe(600_000);
  });
  test('the wage is rounded down to whole rupiah', () => {
    expect(wage(4_200_479.19).base).toBe(4_200_479);
  });
  test('minimum wages of every regency and year in the table', () => {
    const floor = (regency: string, year: number): number | undefined =>
      wage(0, `${year}-01`, { regency }).floor?.floor;
    expect([2023, 2025, 2026].map((year) => floor('51.03', year))).toEqual([3_163_837, 3_534_338, 3_791_002]);
    expect([2023, 2025, 2026].map((year) => floor('51.71', year))).toEqual([2_994_647, 3_298_116, 3_499_878]);
    expect([2023, 2025, 2026].map((year) => floor('51.02', year))).toEqual([2_824_613, 3_102_520, 3_287_678]);
    expect([2025, 2026].map((year) => floor('51', year))).toEqual([2_996_561, 3_207_459]);
  });
  test('a year without a figure takes the latest earlier one and says so; before the first there is no floor', () => {
    expect(wage(1, '2024-05').floor).toMatchObject({ floor: 2_994_647, year: 2024, usedYear: 2023 });
    expect(wage(1, '2027-05').floor).toMatchObject({ floor: 3_499_878, year: 2027, usedYear: 2026 });
    expect(wage(1_000_000, '2022-05')).toMatchObject({
      base: 1_000_000,
      floor: { usedYear: null, source: 'none' },
    });
    const given = { ...settings, minimumWages: { '5171': { 2024: 3_096_823 } } };
    const known = wageContribution(
      { segment: 'PPU_BU', wage: 1, regency: '51.71' },
      parseMonth('2024-05'),
      given,
    );
    expect(known.base).toBe(3_096_823);
  });
  test('shares add up to the total even where each alone would round away', () => {
    expect(wage(0, '2023-06', { regency: '51.03' })).toMatchObject({
      base: 3_163_837,
      total: 158_192,
      employer: 126_554,
      worker: 31_638,
    });
    const parts = { ...settings, ppuRounding: 'parts' } as const;
    const badung = { segment: 'PPU_BU', wage: 0, regency: '51.03' } as const;
    expect(wageContribution(badung, parseMonth('2023-06'), parts).total).toBe(158_191);
  });
  test('the state as employer: no floor, 3 % + 2 % before 2020', () => {
    expect(wage(2_000_000, '2019-12', { segment: 'PPU_PN' })).toMatchObject({
      employer: 60_000,
      worker: 40_000,
    });
    expect(wage(2_000_000, '2020-01', { segment: 'PPU_PN' })).toMatchObject({
      employer: 80_000,
      worker: 20_000,
    });
  });
  test('extra family costs the worker 1 % each', () => {
    expect(wage(5_000_000, '2026-02', { people: 5 }).total).toBe(250_000);
    expect(wage(5_000_000, '2026-02', { people: 7 })).toMatchObject({ extraFamily: 100_000, total: 350_000 });
  });
});

describe('rule 3: the price of coming back is min(n, 24) + 1 months for the whole KK', () => {
  const household = { ...pbpu, people: 4, paidThrough: '2023-07' };
  test('class III, four people, 30 months behind: 3,500,000', () => {
    const { arrears, reactivation } = quoteDocument(household);
    expect([arrears.months, arrears.cappedMonths, arrears.amount]).toEqual([30, 24, 3_360_000]);
    expect([reactivation.amount, reactivation.months]).toEqual([3_500_000, 25]);
  });
  test('at an arrears rate of 42,000: 4,172,000', () => {
    const dear = quoteDocument({ ...household, settings: { arrears_rate_class3: 42_000 } });
    expect(dear.reactivation.amount).toBe(4_172_000);
    expect(dear.settingsUsed.arrears_rate_class3).toBe(42_000);
  });
  test('section 3.1: arrears of 50 months are billed as 24', () => {
    const { arrears } = quoteDocument({ ...household, paidThrough: '2021-11' });
    expect([arrears.months, arrears.cappedMonths, arrears.perMonth[0]?.month]).toEqual([50, 24, '2024-02']);
  });
  test('Tribun Jateng: 12 months = 504,000 and 24 = 1,008,000 at 42,000', () => {
    const at = (paidThrough: string): number =>
      quoteDocument({ ...pbpu, paidThrough, settings: { arrears_rate_class3: 42_000 } }).arrears.amount;
    expect([at('2025-01'), at('2024-01')]).toEqual([504_000, 1_008_000]);
  });
});

test('rule 4: each arrears month has its own tariff (class I in 2020: 1,620,000)', () => {
  const { arrears } = quoteDocument({ ...pbpu, class: 1, asOf: '2021-01-15', paidThrough: '2019-12' });
  expect([arrears.months, arrears.amount]).toEqual([12, 1_620_000]);
});

describe('rule 5: the due date is not the cut-off', () => {
  const toFebruary = { ...pbpu, paidThrough: '2026-02' };
  test('11 and 31 March: covered', () => {
    for (const asOf of ['2026-03-11', '2026-03-31']) {
      const { status, arrears, reactivation } = quoteDocument({ ...toFebruary, asOf });
      expect([status.active, status.reason, arrears.months]).toEqual([true, 'CURRENT_MONTH_DUE', 0]);
      expect([reactivation.amount, reactivation.months]).toEqual([35_000, 1]);
    }
  });
  test('1 April: suspended, one month, 70,000 to be active', () => {
    const { status, arrears, reactivation } = quoteDocument({ ...toFebruary, asOf: '2026-04-01' });
    expect([status.active, status.since, arrears.months]).toEqual([false, '2026-04-01', 1]);
    expect([reactivation.amount, reactivation.months]).toEqual([70_000, 2]);
    expect(quoteDocument({ ...toFebruary, asOf: '2026-04-30' }).status.since).toBe('2026-04-01');
  });
});

describe('rule 6: fine, three caps and a window', () => {
  const back = { ...pbpu, asOf: '2026-03-20', paidThrough: '2023-08', reactivatedOn: '2026-03-01' };
  const fine = (inaCbg: number, more: object = {}) =>
    quoteDocument({ ...back, inpatient: { date: '2026-03-20', inaCbg }, ...more }).serviceFine;
  test('8.5 million on day 20 after 30 months: 5,100,000', () => {
    expect(fine(8_500_000)).toMatchObject({ applies: true, amount: 5_100_000, windowLastDay: '2026-04-15' });
    expect(fine(8_500_000).formula).toBe('min(5 % x 8.500.000 x min(30, 12), 30.000.000) = 5.100.000');
  });
  test('60 million: 36 million, capped at 30', () => {
    expect(fine(60_000_000).amount).toBe(30_000_000);
  });
  test('now PBI: 0; with an incapacity letter: 0; no inpatient stay (outpatient): 0', () => {
    const pbi = { segment: 'PBI_APBN', paidThrough: null, formerSegment: 'PBPU', formerArrearsMonths: 30 };
    expect(fine(8_500_000, pbi)).toMatchObject({ applies: false, amount: 0, reason: 'EXEMPT_SEGMENT' });
    expect(fine(8_500_000, { settings: { incapacityLetter: true } }).amount).toBe(0);
    expect(fine(8_500_000, { inpatient: null })).toMatchObject({ applies: false, reason: 'NO_INPATIENT' });
  });
  test('November 2020: 2.5 % = 2,550,000', () => {
    const in2020 = { asOf: '2020-11-20', paidThrough: '2018-04', reactivatedOn: '2020-11-01' };
    expect(fine(8_500_000, { ...in2020, inpatient: { date: '2020-11-20', inaCbg: 8_500_000 } }).amount).toBe(
      2_550_000,
    );
  });
  test('the last day of the window and the one after, by both ways of counting', () => {
    const on = (date: string, more: object = {}): boolean =>
      fine(0, { inpatient: { date, inaCbg: 1_000_000 }, ...more }).applies;
    expect([on('2026-03-01'), on('2026-04-15'), on('2026-04-16')]).toEqual([true, true, false]);
    const counted = { settings: { fineDayCount: 'reactivation-is-day-1' } };
    expect([on('2026-04-14', counted), on('2026-04-15', counted)]).toEqual([true, false]);
    expect(on('2026-02-28')).toBe(false);
  });
});

describe('rule 7: REHAB does not activate, and its length depends on n', () => {
  const nine = { ...pbpu, paidThrough: '2025-04' };
  test('n = 9: four stages of 113,750 with the running contribution folded in, active at the end', () => {
    const { rehab, arrears } = quoteDocument(nine);
    expect(arrears.months).toBe(9);
    expect(rehab).toMatchObject({ eligible: true, maxStages: 4, total: 455_000, activeOn: '2026-05-31' });
    expect(rehab.stages.map(({ amount }) => amount)).toEqual([113_750, 113_750, 113_750, 113_750]);
    expect(rehab.stages.map(({ dueBy }) => dueBy)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
    expect(rehab.stages.flatMap(({ covers }) => covers)).toHaveLength(13);
  });
  test('plain division of the arrears alone is what v2 with a separate contribution asks', () => {
    const { rehab } = quoteDocument({ ...nine, settings: { rehabRunningContribution: 'separate' } });
    expect(rehab.stages.map(({ amount }) => amount)).toEqual([78_750, 78_750, 78_750, 78_750]);
  });
  test('n = 3 or a PBI: refused', () => {
    expect(quoteDocument({ ...pbpu, paidThrough: '2025-10' }).rehab).toMatchObject({
      eligible: false,
      reason: 'TOO_FEW_MONTHS',
      maxStages: 0,
      stages: [],
      activeOn: null,
    });
    expect(quoteDocument({ ...pbpu, segment: 'PBI_APBN' }).rehab.reason).toBe('NOT_PBPU_OR_BP');
  });
  test('ex-PBPU now PPU with n = 2: accepted, up to 36 stages, card already active', () => {
    const { rehab, status } = quoteDocument({
      ...pbpu,
      segment: 'PPU_BU',
      formerSegment: 'PBPU',
      formerArrearsMonths: 2,
    });
    expect(rehab).toMatchObject({ eligible: true, maxStages: 36, activeOn: '2026-02-10', total: 70_000 });
    expect(rehab.stages.every(({ amount }) => amount >= 35_000)).toBe(true);
    expect(status.active).toBe(true);
  });
  test('section 4: n = 4 to 24 gives 2 to 12 stages in v2', () => {
    const stages = Array.from({ length: 21 }, (_, index) => {
      const paidThrough = parseMonth('2026-01').subtract({ months: index + 4 });
      return quoteDocument({ ...pbpu, paidThrough: paidThrough.toString() }).rehab.maxStages;
    });
    expect(stages).toEqual([2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12]);
  });
});

describe('rule 10: virtual accounts by both recipes', () => {
  test('third digit of the card 0: identical', () => {
    const card = parseCardNumber('0001234567890');
    expect(virtualAccount(card)).toBe('8888801234567890');
    expect(virtualAccount(card, { recipe: 'last-ten' })).toBe('8888801234567890');
    expect(recipesAgree(card)).toBe(true);
  });
  test('third digit not 0: different', () => {
    const card = parseCardNumber('0011234567890');
    expect(virtualAccount(card)).toBe('8888811234567890');
    expect(virtualAccount(card, { recipe: 'last-ten' })).toBe('8888801234567890');
    expect(recipesAgree(card)).toBe(false);
  });
  test('Bank Mandiri and employers', () => {
    expect(virtualAccount(parseCardNumber('0001234567890'), { bank: 'mandiri' })).toBe('8988801234567890');
    expect(employerVirtualAccount('01234567')).toBe('8888890001234567');
    expect(employerVirtualAccount('01234567', 'mandiri')).toBe('8988890001234567');
    expect(() => employerVirtualAccount('1234567')).toThrow(RangeError);
  });
  test('read back: the endings a card may have, an employer, or nothing', () => {
    expect(readVirtualAccount('8888811234567890')).toEqual({
      cardEndings: ['11234567890'],
      employerCode: null,
    });
    expect(readVirtualAccount('8888801234567890')?.cardEndings).toEqual(['01234567890', '1234567890']);
    expect(readVirtualAccount('8988890001234567')?.employerCode).toBe('01234567');
    expect(readVirtualAccount('1234567890123456')).toBeUndefined();
  });
});

test('section 3.1: in 2020 six months and the current one gave activation, the rest by the end of 2021', () => {
  const case2020 = { ...pbpu, asOf: '2020-08-10', paidThrough: '2019-09' };
  const { reactivation } = quoteDocument(case2020);
  expect(reactivation).toMatchObject({ months: 11, relaxation2020: { months: 6, clearBy: '2021-12-31' } });
  // October 2019 to March 2020: 3 x 25,500 + 3 x 42,000; then April to June and July stay owed.
  expect(reactivation.relaxation2020).toMatchObject({ amount: 202_500, remaining: 102_000 });
  const applied = quoteDocument({ ...case2020, settings: { relaxation2020: 'applied' } }).reactivation;
  expect(applied).toMatchObject({ months: 7, amount: 202_500 + 25_500 });
  expect(quoteDocument({ ...case2020, asOf: '2021-01-01' }).reactivation.relaxation2020).toBeNull();
  expect(quoteDocument({ ...case2020, paidThrough: '2020-01' }).reactivation.relaxation2020).toBeNull();
});

test('section 4: the write-off is off until a setting switches it on', () => {
  const debt = { ...pbpu, segment: 'PBI_APBN', formerSegment: 'PBPU', formerArrearsMonths: 30 };
  expect(quoteDocument(debt)).toMatchObject({ adjustment: null, arrears: { months: 30, cappedMonths: 24 } });
  const erased = quoteDocument({ ...debt, settings: { writeOff: 'announced-2025' } });
  expect(erased).toMatchObject({
    adjustment: { kind: 'write-off', amount: 840_000 },
    arrears: { amount: 0 },
  });
  const draft = { writeOff: 'draft-2026' };
  const classOne = quoteDocument({ ...pbpu, class: 1, paidThrough: '2025-01', settings: draft });
  expect(classOne.adjustment).toBeNull();
  expect(quoteDocument({ ...pbpu, paidThrough: '2025-01', settings: draft }).arrears.amount).toBe(0);
});

test('section 4: REHAB to the end of 2024, 1.73 million joined, 910,660 active again', () => {
  expect((910_660 / 1_730_000).toFixed(3)).toBe('0.526');
  expect(923.76 + 767.09).toBeCloseTo(1_690.85, 2);
});

test('without a reactivation there is no fine and no window', () => {
  expect(quoteDocument({ ...pbpu, paidThrough: '2026-01' }).serviceFine).toMatchObject({
    applies: false,
    reason: 'NOT_REACTIVATED',
    windowLastDay: null,
  });
});
