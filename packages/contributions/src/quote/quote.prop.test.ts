import {
  addMonths,
  type Fact,
  firstDay,
  lastDay,
  monthOf,
  monthsBetween,
  parseDate,
  parseMonth,
  statusOn,
} from '@jangkau/membership';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocatePayment } from '../arrears/allocation.ts';
import { rehabProgress } from '../rehab/rehab-progress.ts';
import { naiveFine, naiveQuote, nextDay } from '../testing/naive-quote.ts';
import { quote } from './quote.ts';
import { quoteDocument } from './quote-document.ts';
import { readQuoteCase } from './read-quote-case.ts';

const months = fc.integer({ min: 0, max: 155 }).map((number) => addMonths(parseMonth('2014-01'), number));

/** First, last and days around them, and 28 and 29 February more often than chance would. */
const days = fc
  .tuple(months, fc.constantFrom(1, 2, 10, 11, 15, 27, 28, 29, 30, 31))
  .map(([month, day]) => month.toPlainDate({ day: Math.min(day, month.daysInMonth) }).toString());

const payer = fc.oneof(
  fc.record({ segment: fc.constantFrom('PBPU', 'BP'), class: fc.constantFrom(1, 2, 3) }),
  fc.record({ segment: fc.constantFrom('PBI_APBN', 'PBPU_PEMDA') }),
  fc.record({
    segment: fc.constantFrom('PPU_BU', 'PPU_PN'),
    wage: fc.oneof(
      fc.integer({ min: 0, max: 20_000_000 }),
      fc.constantFrom(7_999_999, 8_000_000, 11_999_999, 12_000_000),
    ),
    regency: fc.constantFrom('Badung', 'Denpasar', 'Tabanan'),
  }),
);

interface Case extends Record<string, unknown> {
  asOf: string;
  segment: string;
  class?: number;
  people: number;
  paidThrough?: string;
  joined?: string;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    asOf: days,
    payer,
    people: fc.integer({ min: 1, max: 9 }),
    behind: fc.oneof(fc.integer({ min: -12, max: 40 }), fc.integer({ min: 0, max: 150 })),
    joined: fc.boolean(),
  })
  .map(({ asOf, payer: whose, people, behind, joined }) => {
    const from = addMonths(monthOf(parseDate(asOf)), -behind);
    const first = from.year < 2014 ? parseMonth('2014-01') : from;
    const times = joined && behind >= 0 ? { joined: first.toString() } : { paidThrough: first.toString() };
    return { asOf, ...whose, people, ...times };
  });

const selfPaying = cases.filter(({ segment }) => segment === 'PBPU' || segment === 'BP');

test('the quote agrees with a naive walk through the months', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { status, arrears, reactivation, rehab } = quoteDocument(given);
      expect({
        active: status.active,
        since: status.since,
        months: arrears.months,
        cappedMonths: arrears.cappedMonths,
        amount: arrears.amount,
        reactivation: reactivation.amount,
        reactivationMonths: reactivation.months,
        rehabEligible: rehab.eligible,
        maxStages: rehab.maxStages,
        rehabTotal: rehab.total,
      }).toEqual(naiveQuote(given as Parameters<typeof naiveQuote>[0]));
    }),
    { numRuns: 1_000 },
  );
});

test('the service fine agrees with a naive count of days and months', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: -2, max: 50 }),
      fc.integer({ min: 0, max: 60 }),
      fc.oneof(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 3_000 })),
      fc.constantFrom('PBPU', 'BP', 'PBI_APBN'),
      (reactivatedOn, later, wished, inaCbg, segment) => {
        let inpatientOn =
          later < 0 ? parseDate(reactivatedOn).subtract({ days: -later }).toString() : reactivatedOn;
        for (let passed = 0; passed < later; passed++) inpatientOn = nextDay(inpatientOn);
        if (inpatientOn < '2014-01-01') return;
        const arrears = Math.min(
          wished,
          monthsBetween(parseMonth('2014-01'), monthOf(parseDate(reactivatedOn))),
        );
        const bill = segment === 'PBI_APBN' ? {} : { class: 3, people: 1 };
        const given = { asOf: reactivatedOn, segment, ...bill, reactivatedOn, formerArrearsMonths: arrears };
        const { serviceFine } = quoteDocument({ ...given, inpatient: { date: inpatientOn, inaCbg } });
        const { applies, amount, windowLastDay } = serviceFine;
        const naive = naiveFine({ segment, months: arrears, reactivatedOn, inpatientOn, inaCbg });
        expect({ applies, amount, windowLastDay }).toEqual(naive);
      },
    ),
    { numRuns: 500 },
  );
});

test('amounts are whole, never negative, and add up', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { arrears, reactivation, rehab, contribution } = quoteDocument(given);
      const amounts = [arrears.amount, reactivation.amount, rehab.total, contribution?.amount ?? 0];
      for (const amount of amounts) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      expect(arrears.perMonth).toHaveLength(arrears.cappedMonths);
      expect(arrears.perMonth.reduce((total, { amount }) => total + amount, 0)).toBe(arrears.amount);
      for (const month of [...arrears.perMonth, ...(contribution ? [contribution] : [])]) {
        if ('employer' in month) expect(month.employer + month.worker + month.extraFamily).toBe(month.amount);
      }
    }),
    { numRuns: 300 },
  );
});

test('a REHAB plan keeps to its stages, misses no month, and its parts differ by a rupiah at most', () => {
  fc.assert(
    fc.property(
      selfPaying,
      fc.constantFrom('floor', 'ceil'),
      fc.constantFrom('included', 'separate'),
      fc.constantFrom('month-end', '10th'),
      fc.integer({ min: 0, max: 15 }),
      (given, rehabHalf, rehabRunningContribution, rehabDue, rehabStages) => {
        const settings = { rehabHalf, rehabRunningContribution, rehabDue, rehabStages };
        const { rehab, arrears } = quoteDocument({ ...given, settings });
        if (!rehab.eligible) {
          expect(rehab.stages).toEqual([]);
          return;
        }
        expect(rehab.stages.length).toBeLessThanOrEqual(rehab.maxStages);
        expect(rehab.maxStages).toBeLessThanOrEqual(12);
        const amounts = rehab.stages.map(({ amount }) => amount);
        expect(amounts.reduce((total, amount) => total + amount, 0)).toBe(rehab.total);
        expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
        const covered = rehab.stages.flatMap(({ covers }) => covers);
        const owed = arrears.perMonth.map(({ month }) => month);
        expect(covered.slice(0, owed.length)).toEqual(owed);
        const running = covered.slice(owed.length);
        const last = rehab.stages.at(-1)?.dueBy.slice(0, 7) as string;
        if (rehab.runningContribution === 'included') {
          expect(running[0]).toBe(given.asOf.slice(0, 7));
          expect(running.at(-1)).toBe(last);
        } else expect(running).toEqual([]);
        const dueDays = rehab.stages.map(({ dueBy }) => dueBy);
        expect(new Set(dueDays.map((date) => date.slice(0, 7))).size).toBe(dueDays.length);
        expect(dueDays).toEqual([...dueDays].sort());
        expect(dueDays[0] && dueDays[0] >= given.asOf).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

/** A household on the bill from its first unpaid month, with months paid on days; the status by its facts. */
function coveredOn(
  given: Case,
  payments: readonly { on: string; months: readonly string[] }[],
  on: string,
): boolean {
  const owedFrom = given.joined
    ? parseMonth(given.joined)
    : addMonths(parseMonth(given.paidThrough ?? ''), 1);
  const recordedAt = '2026-01-01T00:00:00Z';
  const facts: Fact[] = [
    { kind: 'enrolled', id: 'bill', on: firstDay(owedFrom), recordedAt, segment: 'PBPU', owedFrom },
    ...payments.map(
      ({ on: paidOn, months }, index): Fact => ({
        kind: 'paid',
        id: `payment ${index}`,
        on: parseDate(paidOn),
        recordedAt,
        months: months.map(parseMonth),
      }),
    ),
  ];
  return statusOn(facts, parseDate(on)).active;
}

test('the quote paid makes active on that day, one rupiah less does not', () => {
  fc.assert(
    fc.property(selfPaying, (given) => {
      const { arrears, contribution, reactivation, status } = quoteDocument(given);
      if (status.active) return;
      const open = [
        ...arrears.perMonth,
        { month: given.asOf.slice(0, 7), amount: contribution?.amount ?? 0 },
      ];
      const pay = (amount: number): boolean => {
        const { allocations } = allocatePayment(
          open.map(({ month, amount: owed }) => ({ key: month, amount: owed })),
          amount,
        );
        const paid = open.filter(({ month, amount: owed }) =>
          allocations.some((part) => part.key === month && part.amount === owed),
        );
        return coveredOn(given, [{ on: given.asOf, months: paid.map(({ month }) => month) }], given.asOf);
      };
      expect([pay(reactivation.amount), pay(reactivation.amount - 1)]).toEqual([true, false]);
    }),
    { numRuns: 150 },
  );
});

test('REHAB paid on its last days makes active on the promised day, not before, and not with a rupiah less', () => {
  fc.assert(
    fc.property(
      selfPaying.filter(({ asOf }) => asOf >= '2025-02-03'),
      (given) => {
        const { plan } = quote(readQuoteCase(given)).rehab;
        if (!plan) return;
        const activeOn = plan.activeOn.toString();
        const pay = (missing: number): boolean[] => {
          const made = plan.stages.map(({ dueBy, amount, number }) => ({
            on: dueBy,
            amount: number === plan.stages.length ? amount - missing : amount,
          }));
          const payments = made.map(({ on }, index) => ({
            on: on.toString(),
            months: rehabProgress(plan, made.slice(0, index + 1), on).paidMonths.map(String),
          }));
          const dayBefore = plan.activeOn.subtract({ days: 1 }).toString();
          return [coveredOn(given, payments, dayBefore), coveredOn(given, payments, activeOn)];
        };
        expect(pay(0)).toEqual([false, true]);
        expect(pay(1)).toEqual([false, false]);
      },
    ),
    { numRuns: 80 },
  );
});

test('more people never cost less, and PBPU and BP cost in proportion', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const [less, more] = [quoteDocument(given), quoteDocument({ ...given, people: given.people + 1 })];
      expect(more.arrears.amount).toBeGreaterThanOrEqual(less.arrears.amount);
      expect(more.reactivation.amount).toBeGreaterThanOrEqual(less.reactivation.amount);
      expect(more.rehab.total).toBeGreaterThanOrEqual(less.rehab.total);
      if (less.contribution?.month && (given.segment === 'PBPU' || given.segment === 'BP')) {
        expect(more.reactivation.amount * given.people).toBe(less.reactivation.amount * (given.people + 1));
      }
    }),
    { numRuns: 200 },
  );
});

test('every day of a month has the same arrears; a new one begins on the 1st', () => {
  fc.assert(
    fc.property(selfPaying, (given) => {
      const month = monthOf(parseDate(given.asOf));
      const at = (date: string) => quoteDocument({ ...given, asOf: date }).arrears;
      const last = lastDay(month);
      expect(at(last.toString())).toEqual(at(`${month}-01`));
      const [now, then] = [at(last.toString()), at(last.add({ days: 1 }).toString())];
      const paidAhead = given.paidThrough !== undefined && given.paidThrough >= month.toString();
      expect(then.months).toBe(paidAhead ? 0 : now.months + 1);
    }),
    { numRuns: 200 },
  );
});
