import { describe, expect, test } from 'vitest';
import {
  bestContactRatePerMille,
  billedAfterReturn,
  childCoverEnd,
  classChange,
  contactRate,
  coverageMeasures,
  dailyRate,
  defaultMembershipSettings,
  employerAdditionFrom,
  employerRemovalFrom,
  facilityChange,
  firstPaymentWindow,
  householdBill,
  type Inactivity,
  inactivitySplit,
  isChildCovered,
  isUhcPrioritas,
  lastOwedMonth,
  layoffGuarantee,
  measure,
  newbornOwedMonths,
  newbornRegistration,
  pbiReturn,
  pemdaCoverFrom,
  placeWorkerFamily,
  registerBalance,
  statusOn,
  studentLetterFrom,
  uhcCategory,
  workerRoomClass,
} from './index.ts';
import { bill, day, facts, left, month, paid, statusText } from './testing/facts.ts';

const rounded = (ratio: number | null, decimals: number): number =>
  Number(((ratio ?? 0) * 100).toFixed(decimals));

describe('rule 1: which denominator', () => {
  const branch = { population: 1_679_100, members: 1_688_195, active: 1_503_459 };
  test('the same active people are 89.06 % of members and 89.54 % of people', () => {
    const measures = coverageMeasures(branch);
    expect(rounded(measures.activeOfMembers.ratio, 4)).toBe(89.0572);
    expect(rounded(measures.activeOfPopulation.ratio, 2)).toBe(89.54);
    expect(rounded(measures.coverage.ratio, 2)).toBe(100.54);
  });
  test('inactive is counted, never 100 minus another share', () => {
    const { inactiveOfMembers, activeOfPopulation } = coverageMeasures(branch);
    expect(inactiveOfMembers.numerator).toEqual({ id: 'inactive-members', value: 184_736 });
    expect(rounded(inactiveOfMembers.ratio, 4)).toBe(10.9428);
    expect(100 - rounded(activeOfPopulation.ratio, 2)).toBeCloseTo(10.46, 2);
  });
  test('every population from 1,678,999 to 1,679,185 prints 89.54 %, none beside them', () => {
    const printed = (population: number): number =>
      rounded(coverageMeasures({ ...branch, population }).activeOfPopulation.ratio, 2);
    expect([1_678_998, 1_678_999, 1_679_185, 1_679_186].map(printed)).toEqual([89.55, 89.54, 89.54, 89.53]);
  });
  test('Denpasar on 1 February 2026: 593,145 active are 87.69 % of the population', () => {
    const share = measure('a', { id: 'active', value: 593_145 }, { id: 'population', value: 676_383 });
    expect(rounded(share.ratio, 3)).toBe(87.694);
  });
  test('a share of nothing is no share', () => {
    expect(measure('a', { id: 'x', value: 0 }, { id: 'y', value: 0 }).ratio).toBeNull();
  });
});

describe('rule 2: the net gap is not the work list', () => {
  test('June 2023: gap 2,318, work list 6,350, 4,032 memberships without a resident', () => {
    expect(registerBalance({ population: 1_646_998, members: 1_644_680, uncovered: 6_350 })).toEqual({
      netGap: 2_318,
      workList: 6_350,
      surplusMemberships: 4_032,
    });
  });
  test('village A: coverage 104 %, gap -40, work list 15', () => {
    const village = { population: 1_000, members: 1_040 };
    expect(registerBalance({ ...village, uncovered: 15 })).toEqual({
      netGap: -40,
      workList: 15,
      surplusMemberships: 55,
    });
    expect(coverageMeasures({ ...village, active: 900 }).coverage.ratio).toBe(1.04);
  });
});

describe('rule 5: the due date is not the cut-off', () => {
  const paidToFebruary = [bill('2026-01'), paid('2026-02-05', '2026-01', '2026-02')];
  test('March unpaid on the 11th and on the 31st: covered', () => {
    expect(statusText(paidToFebruary, '2026-03-11')).toBe('active since 2026-02-05 CURRENT_MONTH_DUE');
    expect(statusOn(facts(paidToFebruary), day('2026-03-31')).active).toBe(true);
  });
  test('paid on 31 March: never inactive', () => {
    const inTime = [...paidToFebruary, paid('2026-03-31', '2026-03')];
    expect(statusText(inTime, '2026-04-30')).toBe('active since 2026-02-05 CURRENT_MONTH_DUE');
  });
  test('unpaid at midnight: suspended on 1 April, one month in arrears', () => {
    expect(statusText(paidToFebruary, '2026-04-01')).toBe('arrears since 2026-04-01 ARREARS');
    expect(statusOn(facts(paidToFebruary), day('2026-04-30')).arrearsMonths).toBe(1);
  });
  test('March alone does not bring cover back in April; March and April do', () => {
    const march = [...paidToFebruary, paid('2026-04-07', '2026-03')];
    expect(statusText(march, '2026-04-20')).toBe('arrears since 2026-04-01 ARREARS');
    expect(statusText([...march, paid('2026-04-21', '2026-04')], '2026-04-21')).toBe(
      'active since 2026-04-21 PAID',
    );
  });
});

test('rule 8: of 1,000 inactive 731 are mutasi and owe nothing, 269 are in arrears', () => {
  // 41.5 of 56.8 million nationally, March 2025.
  const inactive = Array.from(
    { length: 568 },
    (_, index) => (index < 415 ? 'lapsed' : 'arrears') as Inactivity,
  );
  const { active, arrears, lapsed, ended } = inactivitySplit([...inactive, null, null]);
  expect([active, lapsed, arrears, ended]).toEqual([2, 415, 153, 0]);
  expect([lapsed, arrears].map((part) => Math.round((part / 568) * 1000))).toEqual([731, 269]);
});

describe('rule 9: clocks differ by path', () => {
  test('ex-PBI off on 1 October: 20 October pays at once, 5 November waits', () => {
    const pbiEndedOn = day('2019-10-01');
    const soon = firstPaymentWindow({ registeredOn: day('2019-10-20'), pbiEndedOn });
    expect([String(soon.from), soon.why]).toEqual(['2019-10-20', 'ex-pbi']);
    const late = firstPaymentWindow({ registeredOn: day('2019-11-05'), pbiEndedOn });
    expect([String(late.from), String(late.until), late.why]).toEqual([
      '2019-11-19',
      '2019-12-05',
      'ordinary',
    ]);
    expect(firstPaymentWindow({ registeredOn: day('2019-10-31'), pbiEndedOn }).waitWaived).toBe(true);
    expect(firstPaymentWindow({ registeredOn: day('2019-11-01'), pbiEndedOn }).waitWaived).toBe(false);
  });
  test('ex-PBI off on 1 February 2026: the Dinas Sosial route is open to 1 August', () => {
    const removed = day('2026-02-01');
    expect(String(pbiReturn(removed, day('2026-02-20')).lastDay)).toBe('2026-08-01');
    expect(pbiReturn(removed, day('2026-08-01')).open).toBe(true);
    expect(pbiReturn(removed, day('2026-08-02')).open).toBe(false);
    expect(pbiReturn(removed, day('2026-02-20')).conditions).toContain('facility-letter');
    expect(pbiReturn(day('2025-06-01'), day('2025-07-01')).conditions).toContain(
      'chronic-catastrophic-or-emergency',
    );
    expect(statusOn(facts([left('2026-02-01', 'pbi-removed')]), day('2026-03-01'))).toMatchObject({
      reason: 'PBI_REMOVED',
      inactivity: 'lapsed',
      nextStep: { id: expect.stringContaining('1 Agustus 2026') },
    });
  });
  test('laid off on 1 March with proof: covered to 31 August; resigned: not one day', () => {
    const laidOff = [left('2026-03-01', 'laid-off', true)];
    expect(statusText(laidOff, '2026-08-31')).toBe('active since 2026-03-01 LAYOFF_GUARANTEE');
    expect(statusText(laidOff, '2026-09-01')).toBe('lapsed since 2026-09-01 LAYOFF_GUARANTEE_OVER');
    expect(statusText([left('2026-03-01', 'laid-off')], '2026-03-01')).toBe(
      'lapsed since 2026-03-01 EMPLOYMENT_ENDED',
    );
    expect(layoffGuarantee(day('2026-03-01'), { laidOff: false, proof: true })).toBeUndefined();
    expect(layoffGuarantee(day('2026-03-01'), { laidOff: true, proof: true })?.roomClass).toBe(3);
  });
  test('Pemda registers on 12 May: 12 May in a Prioritas city, 1 June elsewhere', () => {
    expect(String(pemdaCoverFrom(day('2026-05-12'), 'prioritas'))).toBe('2026-05-12');
    expect(String(pemdaCoverFrom(day('2026-05-12'), 'cut-off'))).toBe('2026-06-01');
  });
  test('born on 3 May: register and pay by 31 May, NIK by 3 August', () => {
    const born = day('2026-05-03');
    const inTime = newbornRegistration(born, day('2026-05-31'));
    expect(inTime).toMatchObject({ inTime: true, needsNik: false });
    expect([String(inTime.payBy), String(inTime.nikBy)]).toEqual(['2026-05-31', '2026-08-03']);
    const late = newbornRegistration(born, day('2026-06-01'));
    expect([late.inTime, String(late.owedFrom)]).toEqual([false, '2026-05']);
    expect(newbornOwedMonths(late, day('2026-06-01')).map(String)).toEqual(['2026-05', '2026-06']);
    expect(newbornRegistration(born, day('2026-08-04')).needsNik).toBe(true);
  });
});

describe('section 1 and 2: segments and families', () => {
  test('a new PBPU pays from day 14 to day 30 and is covered on payment', () => {
    const window = firstPaymentWindow({ registeredOn: day('2026-03-01') });
    expect([String(window.from), String(window.until)]).toEqual(['2026-03-15', '2026-03-31']);
    for (const origin of [{ newborn: true }, { pemdaPrioritas: true }, { ppuEndedOn: day('2026-02-15') }]) {
      expect(firstPaymentWindow({ registeredOn: day('2026-03-01'), ...origin }).waitWaived).toBe(true);
    }
  });
  test('a child is covered to 21, with a student letter to 25', () => {
    const born = day('2004-05-10');
    expect(String(childCoverEnd(born, false))).toBe('2025-06-01');
    expect(isChildCovered(born, day('2025-05-31'))).toBe(true);
    expect(isChildCovered(born, day('2025-06-01'))).toBe(false);
    expect(isChildCovered(born, day('2025-06-01'), [day('2025-05-20')])).toBe(true);
    expect(isChildCovered(born, day('2025-06-01'), [day('2025-05-21')])).toBe(false);
    expect(isChildCovered(born, day('2025-07-01'), [day('2025-05-21')])).toBe(true);
    expect(isChildCovered(born, day('2029-06-01'), [day('2025-05-20')])).toBe(false);
    expect(String(studentLetterFrom(day('2025-12-21')))).toBe('2026-02-01');
  });
  test('a child born on 29 February comes of age on the 28th', () => {
    const settings = { ...defaultMembershipSettings, childCoverEnds: 'birthday' } as const;
    expect(String(childCoverEnd(day('2004-02-29'), false, settings))).toBe('2025-02-28');
    expect(String(childCoverEnd(day('2004-02-29'), false))).toBe('2025-03-01');
  });
  test('five people are covered by the 5 %; the fourth child and parents are extra, siblings go their own way', () => {
    const child = (id: string, born: string) => ({ id, relation: 'child', born: day(born) }) as const;
    const places = placeWorkerFamily(
      [
        { id: 'sister', relation: 'other' },
        { id: 'father', relation: 'parent' },
        child('4', '2018-01-01'),
        child('1', '2010-01-01'),
        child('2', '2012-01-01'),
        child('3', '2015-01-01'),
        child('adult', '2000-01-01'),
        { id: 'wife', relation: 'spouse' },
        { id: 'worker', relation: 'worker' },
      ],
      day('2026-01-01'),
    );
    expect(Object.fromEntries(places)).toEqual({
      worker: 'covered',
      wife: 'covered',
      '1': 'covered',
      '2': 'covered',
      '3': 'covered',
      '4': 'extra',
      father: 'extra',
      sister: 'own-segment',
      adult: 'own-segment',
    });
  });
  test('whole KK since 1 November 2014, those covered elsewhere left out', () => {
    const household = [
      { id: 'a', coveredIn: null },
      { id: 'b', coveredIn: 'PBPU' },
      { id: 'c', coveredIn: 'PPU_BU' },
    ] as const;
    expect(householdBill(household, new Set(['a']), day('2014-11-01'))).toEqual({
      billed: ['a', 'b'],
      coveredElsewhere: ['c'],
      missing: ['b'],
    });
    expect(householdBill(household, new Set(['a']), day('2014-10-31'))).toMatchObject({
      billed: ['a'],
      missing: [],
    });
  });
  test('room class by wage', () => {
    expect([4_000_000, 4_000_001].map(workerRoomClass)).toEqual([2, 1]);
  });
  test('e-Dabu: a removal on the 21st costs the employer one more month', () => {
    expect(String(employerRemovalFrom(day('2026-03-20')))).toBe('2026-04-01');
    expect(String(employerRemovalFrom(day('2026-03-21')))).toBe('2026-05-01');
    expect(String(employerAdditionFrom(day('2026-03-30')))).toBe('2026-04-01');
    expect(String(employerAdditionFrom(day('2026-03-31')))).toBe('2026-05-01');
    expect(String(employerAdditionFrom(day('2026-03-21'), 'pemda'))).toBe('2026-05-01');
    expect(String(employerAdditionFrom(day('2028-02-28')))).toBe('2028-03-01');
    expect(String(employerAdditionFrom(day('2028-02-29')))).toBe('2028-04-01');
  });
  test('FKTP once in three months, effective on the 1st', () => {
    const soon = facilityChange(day('2026-03-15'), day('2026-01-10'));
    expect([soon.allowed, String(soon.allowedFrom), String(soon.effectiveFrom)]).toEqual([
      false,
      '2026-04-10',
      '2026-05-01',
    ]);
    expect(facilityChange(day('2026-04-10'), day('2026-01-10')).allowed).toBe(true);
    expect(String(facilityChange(day('2026-04-10')).effectiveFrom)).toBe('2026-05-01');
  });
  test('class moves after a year, without arrears, on the 1st', () => {
    const wish = { chosenOn: day('2025-03-10'), arrearsMonths: 0 };
    expect(classChange({ ...wish, askedOn: day('2026-03-09') }).refusedFor).toBe('too-soon');
    expect(String(classChange({ ...wish, askedOn: day('2026-03-10') }).effectiveFrom)).toBe('2026-04-01');
    expect(classChange({ ...wish, askedOn: day('2026-03-10'), arrearsMonths: 1 }).refusedFor).toBe('arrears');
  });
  test('abroad: back before six months everything is billed, after six months from the return', () => {
    const stay = { departedOn: day('2025-03-15'), lastPaid: month('2025-03') };
    expect(String(billedAfterReturn({ ...stay, returnedOn: day('2025-09-14') }))).toBe('2025-04');
    expect(String(billedAfterReturn({ ...stay, returnedOn: day('2025-09-15') }))).toBe('2025-09');
    expect(String(lastOwedMonth(day('2025-03-15')))).toBe('2025-03');
  });
});

describe('section 8: UHC', () => {
  const area = { population: 100_000, members: 99_000, active: 94_050, pemdaRegistered: 17_820 };
  test('Utama needs 99, 95 and 18; the last is waived when everybody is active', () => {
    expect(uhcCategory(area)).toBe('utama');
    expect(uhcCategory({ ...area, pemdaRegistered: 17_819 })).toBe('madya');
    expect(uhcCategory({ ...area, pemdaRegistered: 0, active: 99_000 })).toBe('utama');
    expect(uhcCategory({ ...area, members: 98_999 })).toBe('madya');
  });
  test('Madya by activity or by the Pemda share, Pratama, none', () => {
    const lower = { population: 100_000, members: 98_000, active: 83_300, pemdaRegistered: 0 };
    expect(uhcCategory(lower)).toBe('madya');
    expect(uhcCategory({ ...lower, active: 83_299 })).toBe('pratama');
    expect(uhcCategory({ ...lower, active: 78_400, pemdaRegistered: 24_500 })).toBe('madya');
    expect(uhcCategory({ ...lower, active: 78_399 })).toBeNull();
    expect(uhcCategory({ ...lower, active: 78_400 }, 'population')).toBeNull();
  });
  test('Pamekasan 2025: 98.60 % covered but 79.14 % active loses Prioritas', () => {
    const counts = { population: 100_000, members: 98_600, active: 78_032 };
    const pemda = { hasArrears: false, requested: true, verified: true };
    expect(isUhcPrioritas(counts, pemda)).toBe(false);
    expect(isUhcPrioritas({ ...counts, active: 78_880 }, pemda)).toBe(true);
    expect(isUhcPrioritas({ ...counts, active: 78_880 }, { ...pemda, hasArrears: true })).toBe(false);
  });
  test('published figures that fail arithmetic are found', () => {
    expect(rounded(measure('x', { id: 'a', value: 0.6 }, { id: 'b', value: 4.2 }).ratio, 1)).toBe(14.3);
    expect(rounded(measure('x', { id: 'a', value: 267.31 }, { id: 'b', value: 279.12 }).ratio, 2)).toBe(
      95.77,
    );
    expect(605_604 + 611_998 + 294_638).toBe(1_512_240);
  });
});

describe('section 9: utilisation', () => {
  test('the contact rate counts people: 1,205 visits by 900 of 17,491 are 51.5 per mille', () => {
    const visits = Array.from({ length: 1_205 }, (_, visit) => `person-${visit % 900}`);
    const rate = contactRate(visits, 17_491);
    expect(rate.numerator.value).toBe(900);
    expect(((rate.ratio ?? 0) * 1000).toFixed(1)).toBe('51.5');
    expect(bestContactRatePerMille).toBe(150);
  });
  test('per day may mean a half-year of 180 days', () => {
    const halfYear = { from: day('2024-01-01'), to: day('2024-06-30') };
    const release = dailyRate(1_389_060, halfYear, 'thirty-day-months');
    expect([release.perDay, release.days]).toEqual([7_717, 180]);
    expect(dailyRate(1_390_000, halfYear).days).toBe(182);
    expect(Math.round(dailyRate(1_390_000, halfYear).perDay)).toBe(7_637);
    const year = { from: day('2018-01-01'), to: day('2018-12-31') };
    expect(Math.round(dailyRate(233_900_000, year).perDay)).toBe(640_822);
  });
});

describe('section 12: arithmetic of the two seeds', () => {
  const segmentsJune2023 = [244_871, 449_431, 611_866, 298_579, 39_933];
  const members = 1_644_680;
  test('segments add up to members; coverage 99.86 %, uncovered 0.39 %', () => {
    expect(segmentsJune2023.reduce((a, b) => a + b)).toBe(members);
    expect(rounded(coverageMeasures({ population: 1_646_998, members, active: 0 }).coverage.ratio, 4)).toBe(
      99.8593,
    );
    expect(rounded(6_350 / 1_646_998, 2)).toBe(0.39);
    expect(rounded((members + 6_350) / 1_646_998, 4)).toBe(100.2448);
  });
  test('shares of segments', () => {
    const share = (count: number): number => rounded(count / members, 2);
    expect(segmentsJune2023.map(share)).toEqual([14.89, 27.33, 37.2, 18.15, 2.43]);
    expect(share(244_871 + 449_431)).toBe(42.22);
    expect(share(298_579 + 39_933)).toBe(20.58);
  });
  test('active and inactive of 2024 add up; growth between the seeds', () => {
    expect(1_503_459 + 184_736).toBe(1_688_195);
    expect(1_688_195 - members).toBe(43_515);
    expect(rounded(43_515 / members, 2)).toBe(2.65);
    expect((2_570_000 / members).toFixed(2)).toBe('1.56');
  });
});
