import { describe, expect, test } from 'vitest';
import { parseDate } from '../calendar.ts';
import { type ReasonCode, reasons } from '../reason.ts';
import { statusOn } from '../status/status-on.ts';
import { bill, day, enrolled, facts, left, paid } from '../testing/facts.ts';
import { eligibilityOn, reasonWords, standingOn } from './eligibility-on.ts';
import type { Standing } from './standing.ts';

const standing: Standing = {
  reason: 'PAID',
  since: '2024-01-01',
  segment: 'PBPU',
  roomClass: 2,
  fktp: { code: '22710101', name: 'Puskesmas Contoh' },
  due: null,
  arrearsMonths: 0,
  toPay: null,
  reactivation: null,
};

describe.each(Object.keys(reasons) as ReasonCode[])('%s', (reason) => {
  const { active, inactivity, legalBasis } = reasons[reason];
  const due = { on: '2026-12-01', reason: 'LAYOFF_GUARANTEE_OVER' } as const;
  const answer = eligibilityOn({ ...standing, reason, due }, '2026-11-22');

  test('covers or not, with its basis and words in both languages', () => {
    expect([answer.covered, answer.inactivity, answer.legalBasis]).toEqual([active, inactivity, legalBasis]);
    for (const words of [answer.text, answer.nextStep])
      for (const text of [words.id, words.en]) expect(text).toMatch(/^[^{}?]{4,}\.$/);
  });

  test('says what to do whenever something can be done', () => {
    const nothing = ['DIED', 'CITIZENSHIP_LOST'].includes(reason);
    if (!active) expect(answer.acts.length === 0).toBe(nothing);
  });
});

test('who is in arrears pays a sum or takes REHAB when it is open', () => {
  const late = { ...standing, reason: 'ARREARS', arrearsMonths: 30, toPay: 875_000 } as const;
  expect(eligibilityOn({ ...late, arrearsMonths: 9 }, '2026-11-22').acts).toEqual([
    { kind: 'pay', amount: 875_000, from: null, until: null },
    { kind: 'rehab', amount: 875_000, from: null, until: null },
  ]);
  for (const arrearsMonths of [1, 3, 25])
    expect(eligibilityOn({ ...late, arrearsMonths }, '2026-11-22').acts.map(({ kind }) => kind)).toEqual([
      'pay',
    ]);
});

test('a removed PBI may go to Dinas Sosial for six months', () => {
  const removed = { ...standing, reason: 'PBI_REMOVED', since: '2026-02-01', segment: 'PBI_APBN' } as const;
  const { acts, nextStep } = eligibilityOn(removed, '2026-03-01');
  expect(acts[0]).toEqual({ kind: 'dinas-sosial', amount: null, from: null, until: '2026-08-01' });
  expect(nextStep.id).toContain('sampai 1 Agustus 2026');
});

// What a step asks for by a day, asked on that day and on the next.
test.each([
  ['PBI_REMOVED', '2026-02-01', null, '2026-08-01', 'sudah lewat (1 Agustus 2026)'],
  ['AWAITING_FIRST_PAYMENT', '2026-02-01', null, '2026-03-03', 'gugur. Daftar kembali'],
  ['AWAITING_FIRST_PAYMENT', '2026-02-01', '2026-03-04', '2026-03-03', 'sudah lewat (3 Maret 2026)'],
  ['LAYOFF_GUARANTEE', '2026-02-01', '2026-08-01', '2026-07-31', 'berakhir 31 Juli 2026'],
  ['ARREARS_DEFERRED', '2020-09-01', '2022-01-01', '2022-01-01', 'lunasi sisa tunggakan sekarang'],
  ['AWAITING_COVER_START', '2026-02-12', '2026-03-01', '2026-02-28', 'seharusnya mulai 1 Maret 2026'],
] as const)(
  '%s since %s: a last day that is past is not offered any more',
  (reason, since, dueOn, last, then) => {
    const due = dueOn === null ? null : { on: dueOn, reason };
    const on = (text: string) => reasonWords({ reason, since, due }, text).nextStep;
    expect(on(last).id).not.toContain(then);
    const after = day(last).add({ days: 1 }).toString();
    expect(on(after).id).toContain(then);
    expect(on(after).en).not.toBe(on(last).en);
  },
);

test.each(Object.keys(reasons) as ReasonCode[])('%s: no way is offered on a day after its last', (reason) => {
  for (const asked of ['2026-02-01', '2026-08-01', '2026-08-02', '2030-01-01']) {
    for (const due of [null, { on: '2026-08-02', reason: 'NEVER_ENROLLED' as const }]) {
      const { acts } = eligibilityOn({ ...standing, since: '2026-02-01', reason, due }, asked);
      for (const { until } of acts) expect(until === null || until >= asked).toBe(true);
    }
  }
});

test('every step that names a day says what remains when it is past', () => {
  for (const { nextStepId, ...facts } of Object.values(reasons))
    expect(/\{(from|until)\}/.test(nextStepId)).toBe('over' in facts);
});

test('the words change on the day the way back closes, without a new fact', () => {
  const gone = facts([enrolled('2024-01-01', 'PBI_APBN'), left('2026-02-01', 'pbi-removed')]);
  const step = (text: string) => statusOn(gone, day(text)).nextStep.id;
  expect(step('2026-08-01')).toContain('sampai 1 Agustus 2026');
  expect(step('2026-08-02')).toContain('sudah lewat');
  expect(statusOn(gone, day('2026-11-22'))).toMatchObject({ active: false, since: day('2026-02-01') });
});

test('a first payment is possible from day 14 to the last day before the application lapses', () => {
  const due = { on: '2026-12-02', reason: 'APPLICATION_LAPSED' } as const;
  const asked = { ...standing, reason: 'AWAITING_FIRST_PAYMENT', since: '2026-11-01', due } as const;
  expect(eligibilityOn(asked, '2026-11-22').acts).toEqual([
    { kind: 'pay', amount: null, from: '2026-11-15', until: '2026-12-01' },
  ]);
  expect(eligibilityOn(asked, '2026-12-02').reason).toBe('APPLICATION_LAPSED');
});

test('what is due by the day has taken effect, and not a day before', () => {
  const child = {
    ...standing,
    reason: 'EMPLOYER_PAYS',
    segment: 'PPU_BU',
    due: { on: '2026-12-01', reason: 'CHILD_OVER_AGE' },
  } as const;
  expect(eligibilityOn(child, '2026-11-30')).toMatchObject({ covered: true, until: '2026-11-30' });
  expect(eligibilityOn(child, '2026-12-01')).toMatchObject({
    covered: false,
    reason: 'CHILD_OVER_AGE',
    since: '2026-12-01',
    until: null,
  });
});

test('the room after a layoff is class III', () => {
  const laidOff = { ...standing, reason: 'LAYOFF_GUARANTEE', segment: 'PPU_BU', roomClass: 1 } as const;
  expect(eligibilityOn(laidOff, '2026-11-22').roomClass).toBe(3);
  expect(eligibilityOn(standing, '2026-11-22').roomClass).toBe(2);
});

test('a fine window is open from reactivation to its last day, and never for whom taxes pay', () => {
  const reactivation = { on: '2026-10-20', arrearsMonths: 4, fineLastDay: '2026-12-04' };
  const back: Standing = { ...standing, reactivation };
  expect(eligibilityOn(back, '2026-10-20').fineWindow).toEqual(reactivation);
  expect(eligibilityOn(back, '2026-12-04').fineWindow).toEqual(reactivation);
  expect(eligibilityOn(back, '2026-12-05').fineWindow).toBeNull();
  expect(
    eligibilityOn({ ...back, segment: 'PBI_APBN', reason: 'STATE_PAYS' }, '2026-11-01').fineWindow,
  ).toBeNull();
  expect(eligibilityOn({ ...back, reason: 'ARREARS' }, '2026-11-01').fineWindow).toBeNull();
});

test('the fold over facts gives the same answers, as of any day and as known then', () => {
  const known = { roomClass: 3, fktp: null } as const;
  const history = facts([
    bill('2026-01'),
    paid('2026-01-05', '2026-01'),
    paid('2026-03-20', '2026-02', '2026-03'),
  ]);
  const on = (text: string, knownAt?: string) =>
    eligibilityOn(standingOn(history, day(text), known, knownAt ? { knownAt } : {}), text).reason;
  expect(['2026-02-10', '2026-03-01', '2026-03-20'].map((text) => on(text))).toEqual([
    'CURRENT_MONTH_DUE',
    'ARREARS',
    'PAID',
  ]);
  expect(on('2026-03-20', '2026-03-10T00:00:00Z')).toBe('ARREARS');
  const gone = facts([enrolled('2024-01-01', 'PBI_APBN'), left('2026-02-01', 'pbi-removed')]);
  expect(eligibilityOn(standingOn(gone, parseDate('2026-02-01'), known), '2026-02-01')).toMatchObject({
    covered: false,
    reason: 'PBI_REMOVED',
    since: '2026-02-01',
  });
  expect(standingOn([], parseDate('2026-02-01'), known)).toMatchObject({
    reason: 'NEVER_ENROLLED',
    since: null,
  });
});
