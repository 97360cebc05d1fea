import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OracleCase, oracleQuote } from '../testing/oracle-quote.ts';
import { quoteDocument } from './quote-document.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const monthText = (n: number): string => `${2014 + Math.floor(n / 12)}-${pad((n % 12) + 1)}`;
const dayText = (n: number, day: number): string => {
  const last = new Date(Date.UTC(2014 + Math.floor(n / 12), (n % 12) + 1, 0)).getUTCDate();
  return `${monthText(n)}-${pad(Math.min(day, last))}`;
};

const months = fc.oneof(fc.integer({ min: 0, max: 155 }), fc.integer({ min: 96, max: 155 }));
// First and last days, the 10th and what surrounds it, and the ends of February more often than chance would.
const dayOfMonth = fc.constantFrom(1, 2, 9, 10, 11, 15, 26, 27, 28, 29, 30, 31);
const wages = fc.oneof(
  fc.integer({ min: 0, max: 20_000_000 }),
  fc.constantFrom(
    7_999_999,
    8_000_000,
    8_000_001,
    11_999_999,
    12_000_000,
    12_000_001,
    3_499_877,
    3_499_878,
    3_499_879,
    3_499_879.5,
  ),
);
const behind = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.constantFrom(1, 2, 3, 4, 5, 7, 9, 11, 13, 23, 24, 25, 26, 50),
  fc.integer({ min: -12, max: 150 }),
);
const version = fc.constantFrom(undefined, undefined, 1, 2);

const ownPayers = fc.record({
  segment: fc.constantFrom('PBPU', 'BP'),
  class: fc.constantFrom(1, 2, 3),
  people: fc.integer({ min: 1, max: 9 }),
});
const workers = fc.record({
  segment: fc.constantFrom('PPU_BU', 'PPU_PN'),
  wage: wages,
  regency: fc.constantFrom('Badung', 'Denpasar', 'Tabanan', 'Bali'),
  people: fc.integer({ min: 1, max: 8 }),
});
const taxPaid = fc.record({ segment: fc.constantFrom('PBI_APBN', 'PBPU_PEMDA') });

/** Cases whose months are told by the last paid one or the first owed one. */
const byMonths = fc
  .record({
    now: months,
    day: dayOfMonth,
    payer: fc.oneof({ arbitrary: ownPayers, weight: 5 }, { arbitrary: workers, weight: 2 }, taxPaid),
    behind,
    joined: fc.boolean(),
    version,
  })
  .map(({ now, day, payer, behind: late, joined, version: asked }): OracleCase => {
    const from = Math.max(0, now - late);
    const times = joined && late >= 0 ? { joined: monthText(from) } : { paidThrough: monthText(from) };
    return { asOf: dayText(now, day), ...payer, ...times, ...(asked && { rehabVersion: asked }) };
  });

/** Cases of people covered elsewhere who left a debt in PBPU or BP. */
const withFormerDebt = fc
  .record({
    now: fc.integer({ min: 100, max: 155 }),
    day: dayOfMonth,
    payer: fc.oneof(
      taxPaid,
      fc.record({
        segment: fc.constantFrom('PPU_BU', 'PPU_PN'),
        wage: fc.integer({ min: 3_800_000, max: 15_000_000 }),
        regency: fc.constantFrom('Badung', 'Bali'),
      }),
    ),
    formerSegment: fc.constantFrom('PBPU', 'BP'),
    formerArrearsMonths: fc.integer({ min: 1, max: 60 }),
    class: fc.constantFrom(1, 2, 3),
    people: fc.integer({ min: 1, max: 6 }),
    version,
  })
  .map(
    ({ now, day, payer, version: asked, ...debt }): OracleCase => ({
      asOf: dayText(now, day),
      ...payer,
      ...debt,
      ...(asked && { rehabVersion: asked }),
    }),
  );

/** Cases of people who came back, with a stay in hospital around the window of the fine. */
const restored = fc
  .record({
    backIn: fc.integer({ min: 30, max: 150 }),
    day: dayOfMonth,
    payer: fc.oneof(ownPayers, taxPaid),
    late: fc.integer({ min: 1, max: 30 }),
    after: fc.oneof(fc.integer({ min: -3, max: 60 }), fc.constantFrom(0, 44, 45, 46)),
    laterMonths: fc.integer({ min: 0, max: 4 }),
    inaCbg: fc.oneof(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 0, max: 500 }),
      fc.constant(50_000_000),
    ),
  })
  .map(({ backIn, day, payer, late, after, laterMonths, inaCbg }): OracleCase => {
    const reactivatedOn = dayText(backIn, day);
    const stay = new Date(Date.parse(reactivatedOn) + after * 86_400_000).toISOString().slice(0, 10);
    return {
      asOf: dayText(backIn + laterMonths, 31),
      ...payer,
      paidThrough: monthText(backIn - late),
      reactivatedOn,
      inpatient: { date: stay, inaCbg },
    };
  });

/** The parts of an answer that follow from the rules alone. */
function told(given: OracleCase) {
  const { status, arrears, reactivation, rehab, serviceFine } = quoteDocument(given);
  return {
    status: { active: status.active, since: status.since },
    arrears: {
      months: arrears.months,
      cappedMonths: arrears.cappedMonths,
      amount: arrears.amount,
      perMonth: arrears.perMonth.map(({ month, amount }) => ({ month, amount })),
    },
    reactivation: { amount: reactivation.amount, months: reactivation.months },
    rehab: {
      eligible: rehab.eligible,
      maxStages: rehab.maxStages,
      stages: rehab.stages,
      activeOn: rehab.activeOn,
      total: rehab.total,
    },
    serviceFine: {
      applies: serviceFine.applies,
      amount: serviceFine.amount,
      windowLastDay: serviceFine.windowLastDay,
    },
  };
}

test.each([
  ['by months', byMonths, 2_000],
  ['with a debt left elsewhere', withFormerDebt, 600],
  ['back after arrears', restored, 600],
] as const)('whole answers %s are those of an oracle written from the rules alone', (_, cases, numRuns) => {
  fc.assert(
    fc.property(cases as fc.Arbitrary<OracleCase>, (given) => {
      expect(told(given)).toEqual(oracleQuote(given));
    }),
    { numRuns },
  );
});
