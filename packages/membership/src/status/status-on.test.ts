import { describe, expect, test } from 'vitest';
import { reasons } from '../reason.ts';
import {
  type BareFact,
  bill,
  day,
  enrolled,
  facts,
  left,
  month,
  paid,
  statusText,
} from '../testing/facts.ts';
import { statusOn, statusTimeline } from './status-on.ts';

test('nothing known: never enrolled', () => {
  expect(statusOn([], day('2026-01-01'))).toMatchObject({
    active: false,
    since: null,
    reason: 'NEVER_ENROLLED',
  });
  const later = facts([enrolled('2026-02-01', 'PBI_APBN')]);
  expect(statusOn(later, day('2026-01-31'))).toMatchObject({
    reason: 'NEVER_ENROLLED',
    inactivity: 'lapsed',
  });
});

describe('payers other than the household', () => {
  test('each segment says who pays', () => {
    expect(statusText([enrolled('2026-01-10', 'PBI_APBN')], '2026-05-01')).toBe(
      'active since 2026-01-10 STATE_PAYS',
    );
    expect(statusText([enrolled('2026-01-10', 'PBPU_PEMDA')], '2026-05-01')).toBe(
      'active since 2026-01-10 REGION_PAYS',
    );
    expect(statusText([enrolled('2026-01-10', 'PPU_PN')], '2026-05-01')).toBe(
      'active since 2026-01-10 EMPLOYER_PAYS',
    );
  });
  test('cover that begins later is announced, and does not end what runs', () => {
    const announced = enrolled('2026-05-12', 'PBPU_PEMDA', { coverFrom: day('2026-06-01') });
    expect(statusText([announced], '2026-05-31')).toBe('lapsed since 2026-05-12 AWAITING_COVER_START');
    expect(statusText([announced], '2026-06-01')).toBe('active since 2026-06-01 REGION_PAYS');
    expect(statusText([enrolled('2020-01-01', 'PBI_APBN'), announced], '2026-05-31')).toBe(
      'active since 2020-01-01 STATE_PAYS',
    );
  });
  test('an employer whose bill is known can be in arrears', () => {
    const onBill = enrolled('2026-01-01', 'PPU_BU', { owedFrom: month('2026-01') });
    expect(statusText([onBill, paid('2026-01-09', '2026-01')], '2026-03-01')).toBe(
      'arrears since 2026-03-01 EMPLOYER_ARREARS',
    );
  });
  test('removal is mutasi: nothing is owed', () => {
    const removed = [enrolled('2024-01-01', 'PBPU_PEMDA'), left('2026-01-01', 'pemda-removed')];
    expect(statusOn(facts(removed), day('2026-02-01'))).toMatchObject({
      inactivity: 'lapsed',
      reason: 'PEMDA_REMOVED',
      arrearsMonths: 0,
      segment: null,
    });
    expect(statusText([...removed, enrolled('2026-02-10', 'PBI_APBN')], '2026-02-10')).toBe(
      'active since 2026-02-10 STATE_PAYS',
    );
  });
  test('a decree that names a PBI who has found work ends nothing', () => {
    const working = [
      enrolled('2024-01-01', 'PBI_APBN'),
      enrolled('2026-01-01', 'PPU_BU'),
      left('2026-02-01', 'pbi-removed'),
    ];
    expect(statusText(working, '2026-02-01')).toBe('active since 2024-01-01 EMPLOYER_PAYS');
  });
  test.each([
    ['employment-ended', 'EMPLOYMENT_ENDED'],
    ['family-dropped', 'FAMILY_DROPPED'],
    ['moved', 'MOVED_OUT'],
  ] as const)('%s', (cause, reason) => {
    expect(statusText([enrolled('2024-01-01', 'PPU_BU'), left('2026-01-01', cause)], '2026-01-01')).toBe(
      `lapsed since 2026-01-01 ${reason}`,
    );
  });
  test('a worker child past 21 drops out by itself and comes back with a letter', () => {
    const child: BareFact[] = [
      { kind: 'born', on: day('2004-05-10') },
      enrolled('2015-01-01', 'PPU_BU', { role: 'child' }),
    ];
    expect(statusText(child, '2025-05-31')).toBe('active since 2015-01-01 EMPLOYER_PAYS');
    expect(statusText(child, '2025-06-01')).toBe('lapsed since 2025-06-01 CHILD_OVER_AGE');
    const letter: BareFact[] = [...child, { kind: 'student-letter', on: day('2025-08-20') }];
    expect(statusText(letter, '2025-08-31')).toBe('lapsed since 2025-06-01 CHILD_OVER_AGE');
    expect(statusText(letter, '2025-09-01')).toBe('active since 2025-09-01 EMPLOYER_PAYS');
    expect(statusText(letter, '2029-06-01')).toBe('lapsed since 2029-06-01 CHILD_OVER_AGE');
  });
});

describe('new PBPU', () => {
  const applied = enrolled('2026-03-01', 'PBPU');
  test('waits for the first payment, lapses on day 31, is covered on payment', () => {
    expect(statusOn(facts([applied]), day('2026-03-31'))).toMatchObject({
      reason: 'AWAITING_FIRST_PAYMENT',
      nextStep: { en: 'Pay the first contribution from 2026-03-15 to 2026-03-31.' },
    });
    expect(statusText([applied], '2026-04-01')).toBe('lapsed since 2026-03-01 APPLICATION_LAPSED');
    expect(statusText([applied, paid('2026-03-16', '2026-03')], '2026-03-16')).toBe(
      'active since 2026-03-16 PAID',
    );
  });
  test('a payment for older debts is no first payment', () => {
    expect(statusText([applied, paid('2026-03-16', '2025-01')], '2026-03-16')).toBe(
      'lapsed since 2026-03-01 AWAITING_FIRST_PAYMENT',
    );
  });
});

describe('arrears survive a segment change', () => {
  const history = [
    bill('2025-01'),
    paid('2025-01-05', '2025-01'),
    enrolled('2025-06-01', 'PPU_BU'),
    left('2026-01-01', 'employment-ended'),
  ];
  test('the card is active meanwhile', () => {
    expect(statusText(history, '2025-05-31')).toBe('arrears since 2025-03-01 ARREARS');
    expect(statusText(history, '2025-12-31')).toBe('active since 2025-06-01 EMPLOYER_PAYS');
  });
  test('and they block whoever comes back to PBPU: February to May 2025 are owed, June is not', () => {
    const back = [...history, enrolled('2026-01-10', 'PBPU'), paid('2026-01-24', '2026-01')];
    expect(statusText(back, '2026-01-24')).toBe('arrears since 2026-01-24 ARREARS');
    expect(statusOn(facts(back), day('2026-01-24')).arrearsMonths).toBe(4);
    const settled = [...back, paid('2026-01-30', '2025-02', '2025-03', '2025-04', '2025-05')];
    expect(statusText(settled, '2026-01-30')).toBe('active since 2026-01-30 PAID');
  });
});

test('the cap: of 30 months the latest 24 and the current one bring cover back, one less does not', () => {
  const months = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const number = 2023 * 12 + 8 + from + index;
      return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    });
  const owing = [bill('2023-09')];
  expect(months(0, 30).at(-1)).toBe('2026-03');
  expect(statusText([...owing, paid('2026-03-05', ...months(7, 30))], '2026-03-05')).toContain('arrears');
  expect(statusText([...owing, paid('2026-03-05', ...months(6, 29))], '2026-03-05')).toContain('arrears');
  const enough = [...owing, paid('2026-03-05', ...months(6, 30))];
  expect(statusText(enough, '2026-03-05')).toBe('active since 2026-03-05 PAID');
  expect(statusText(enough, '2026-04-30')).toBe('active since 2026-03-05 CURRENT_MONTH_DUE');
});

test('deferred arrears (2020 relaxation) count again when the time is over', () => {
  const rest: BareFact = {
    kind: 'deferred',
    on: day('2020-08-03'),
    months: ['2020-07', '2020-06'].map(month),
    until: day('2022-01-01'),
    legalBasis: 'Perpres 64/2020 Pasal 42 ayat (3a)',
  };
  const early = ['2019-12', '2020-01', '2020-02', '2020-03', '2020-04', '2020-05', '2020-08'];
  const rising = Array.from({ length: 16 }, (_, index) => {
    const number = 2020 * 12 + 8 + index;
    const text = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    return paid(`${text}-02`, text);
  });
  const relaxed = [bill('2019-12'), paid('2020-08-03', ...early), rest, ...rising];
  expect(statusText(relaxed, '2020-08-03')).toBe('active since 2020-08-03 ARREARS_DEFERRED');
  expect(statusText(relaxed, '2021-12-31')).toBe('active since 2020-08-03 ARREARS_DEFERRED');
  expect(statusText([...relaxed, paid('2022-01-02', '2022-01')], '2022-01-02')).toBe(
    'arrears since 2022-01-01 ARREARS',
  );
  expect(statusText([...relaxed, paid('2021-12-31', '2020-06', '2020-07')], '2022-01-01')).toBe(
    'active since 2020-08-03 CURRENT_MONTH_DUE',
  );
});

describe('ends', () => {
  test('whoever dies is covered on that day, ended from the next', () => {
    const died: BareFact[] = [enrolled('2024-01-01', 'PBI_APBN'), { kind: 'died', on: day('2026-02-28') }];
    expect(statusText(died, '2026-02-28')).toBe('active since 2024-01-01 STATE_PAYS');
    expect(statusText(died, '2026-03-01')).toBe('ended since 2026-03-01 DIED');
  });
  test('contributions stop in the month of death', () => {
    const died: BareFact[] = [bill('2026-01'), { kind: 'died', on: day('2026-02-10') }];
    expect(statusOn(facts(died), day('2026-09-01')).arrearsMonths).toBe(2);
  });
  test('duplicate and lost citizenship', () => {
    const start = enrolled('2024-01-01', 'PBI_APBN');
    expect(statusText([start, { kind: 'duplicate', on: day('2026-01-05') }], '2026-01-05')).toBe(
      'ended since 2026-01-05 DUPLICATE',
    );
    expect(statusText([start, { kind: 'citizenship-lost', on: day('2026-01-05') }], '2026-02-05')).toBe(
      'ended since 2026-01-05 CITIZENSHIP_LOST',
    );
  });
  const paidUp = [bill('2025-01'), paid('2025-01-05', '2025-01', '2025-02', '2025-03')];
  const gone: BareFact[] = [...paidUp, { kind: 'went-abroad', on: day('2025-03-15') }];
  test('abroad from the month after departure; nothing is owed meanwhile', () => {
    expect(statusText(gone, '2025-03-31')).toContain('active');
    expect(statusText(gone, '2025-04-01')).toBe('ended since 2025-04-01 ABROAD');
    expect(statusOn(facts(gone), day('2026-04-01')).arrearsMonths).toBe(0);
  });
  test('back before six months: the months between are owed', () => {
    const back: BareFact[] = [...gone, { kind: 'returned', on: day('2025-08-20') }];
    expect(statusText(back, '2025-08-20')).toBe('arrears since 2025-08-20 ARREARS');
    expect(statusOn(facts(back), day('2025-08-20')).arrearsMonths).toBe(4);
  });
  test('back after six months: only from the return, covered on payment', () => {
    const back: BareFact[] = [...gone, { kind: 'returned', on: day('2025-10-20') }];
    expect(statusText(back, '2025-10-20')).toBe('lapsed since 2025-10-20 RETURNED');
    expect(statusText([...back, paid('2025-10-22', '2025-10')], '2025-10-22')).toBe(
      'active since 2025-10-22 PAID',
    );
  });
  test('a journey within one month changes nothing', () => {
    const back: BareFact[] = [...gone, { kind: 'returned', on: day('2025-03-20') }];
    expect(statusText(back, '2025-03-25')).toBe('active since 2025-01-01 PAID');
  });
});

test('as known then: a removal recorded late changes the past only for those who know', () => {
  const all = facts([enrolled('2025-01-01', 'PBI_APBN'), left('2026-01-01', 'pbi-removed')]).map((fact) =>
    fact.kind === 'left' ? { ...fact, recordedAt: '2026-02-15T02:00:00Z' } : fact,
  );
  expect(statusOn(all, day('2026-01-20'), { knownAt: '2026-02-14T00:00:00Z' }).active).toBe(true);
  expect(statusOn(all, day('2026-01-20'), { knownAt: '2026-02-15T02:00:00Z' }).active).toBe(false);
  expect(statusOn(all, day('2026-01-20')).reason).toBe('PBI_REMOVED');
});

test('a withdrawn fact never was, once the withdrawal is known', () => {
  const all = facts([
    enrolled('2025-01-01', 'PBI_APBN'),
    { kind: 'died', on: day('2026-01-10') },
    { kind: 'withdrawn', on: day('2026-01-20'), factId: '1' },
  ]);
  expect(statusOn(all, day('2026-01-15')).active).toBe(true);
  expect(statusOn(all, day('2026-01-15'), { knownAt: '2026-01-19T00:00:00Z' }).reason).toBe('DIED');
});

test('the timeline lists changes, oldest first', () => {
  const changes = statusTimeline(facts([bill('2026-01'), paid('2026-01-03', '2026-01')]), day('2026-04-01'));
  expect(changes.map(({ from, reason, arrearsMonths }) => `${from} ${reason} ${arrearsMonths}`)).toEqual([
    '2026-01-01 CURRENT_MONTH_DUE 0',
    '2026-01-03 PAID 0',
    '2026-02-01 CURRENT_MONTH_DUE 0',
    '2026-03-01 ARREARS 1',
    '2026-04-01 ARREARS 2',
  ]);
});

test('reasons agree with themselves', () => {
  for (const { active, inactivity, legalBasis, id, en, nextStepId, nextStepEn } of Object.values(reasons)) {
    expect(active).toBe(inactivity === null);
    for (const text of [legalBasis, id, en, nextStepId, nextStepEn]) expect(text).not.toBe('');
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(places(nextStepId)).toEqual(places(nextStepEn));
  }
});
