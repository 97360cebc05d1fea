import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, firstDay, type Month, monthOf, monthRange } from '../calendar.ts';
import type { Fact } from '../fact.ts';
import { segments } from '../segment.ts';
import { type BareFact, bill, day, facts, month } from '../testing/facts.ts';
import { statusOn, statusTimeline } from './status-on.ts';

const start = day('2019-11-01');
const someDay = fc.integer({ min: 0, max: 1_400 }).map((days) => start.add({ days }));
const someMonth = fc.integer({ min: 0, max: 46 }).map((months) => addMonths(monthOf(start), months));
const someMonths = fc.uniqueArray(someMonth, { minLength: 1, maxLength: 8, selector: String });
const cause = fc.constantFrom(
  'pbi-removed',
  'pemda-removed',
  'laid-off',
  'employment-ended',
  'family-dropped',
  'moved',
);

const someFact: fc.Arbitrary<BareFact> = fc.oneof(
  fc.record({
    kind: fc.constant('enrolled' as const),
    on: someDay,
    segment: fc.constantFrom(...segments),
    role: fc.constantFrom('payer' as const, 'child' as const),
    owedFrom: fc.option(someMonth, { nil: undefined }),
    coverFrom: fc.option(someDay, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('left' as const), on: someDay, cause, proof: fc.boolean() }),
  {
    arbitrary: fc.record({ kind: fc.constant('paid' as const), on: someDay, months: someMonths }),
    weight: 3,
  },
  fc.record({
    kind: fc.constant('deferred' as const),
    on: someDay,
    months: someMonths,
    until: someDay,
    legalBasis: fc.constant('x'),
  }),
  fc.record({
    kind: fc.constantFrom('student-letter' as const, 'went-abroad' as const, 'returned' as const),
    on: someDay,
  }),
  fc.record({ kind: fc.constantFrom('born' as const, 'died' as const, 'duplicate' as const), on: someDay }),
);
const someHistory = fc.array(someFact, { maxLength: 12 }).map(facts);

test('the order in which facts arrive makes no difference', () => {
  fc.assert(
    fc.property(someHistory, someDay, fc.infiniteStream(fc.nat()), (history, on, keys) => {
      const shuffled = history
        .map((fact) => ({ fact, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ fact }) => fact);
      expect(JSON.stringify(statusOn(shuffled, on))).toBe(JSON.stringify(statusOn(history, on)));
    }),
    { numRuns: 100 },
  );
});

test('what is recorded later changes nothing that was known before', () => {
  fc.assert(
    fc.property(someHistory, someHistory, someDay, (early, late, on) => {
      const moment = '2030-01-01T00:00:00Z';
      const later = late.map(
        (fact): Fact => ({ ...fact, id: `late ${fact.id}`, recordedAt: '2031-01-01T00:00:00Z' }),
      );
      expect(JSON.stringify(statusOn([...early, ...later], on, { knownAt: moment }))).toBe(
        JSON.stringify(statusOn(early, on)),
      );
    }),
    { numRuns: 60 },
  );
});

test('since is the first day of the state: it held then and every day after', () => {
  fc.assert(
    fc.property(someHistory, someDay, (history, on) => {
      const now = statusOn(history, on);
      if (!now.since) return;
      const state = ({ active, inactivity }: { active: boolean; inactivity: string | null }): string =>
        `${active} ${inactivity}`;
      for (let date = now.since; date.toString() <= on.toString(); date = date.add({ days: 9 })) {
        expect(state(statusOn(history, date))).toBe(state(now));
      }
      const before = statusOn(history, now.since.subtract({ days: 1 }));
      if (before.since) expect(state(before)).not.toBe(state(now));
    }),
    { numRuns: 40 },
  );
});

test('neighbours of a timeline differ and its days rise', () => {
  fc.assert(
    fc.property(someHistory, someDay, (history, on) => {
      const changes = statusTimeline(history, on);
      changes.slice(1).forEach((change, index) => {
        const last = changes[index];
        expect(last && last.from.toString() < change.from.toString()).toBe(true);
        expect(JSON.stringify({ ...change, from: '' })).not.toBe(JSON.stringify({ ...last, from: '' }));
      });
    }),
    { numRuns: 60 },
  );
});

/** Cover of a household on the bill, straight from the words of the law, day by day and without memory. */
function coveredByLaw(owedFrom: Month, payments: { on: string; months: string[] }[], on: string): boolean {
  const paidOn = new Map<string, string>();
  for (const { on: date, months } of payments) {
    for (const text of months) paidOn.set(text, [paidOn.get(text) ?? date, date].sort()[0] as string);
  }
  const paidBy = (owed: Month, date: string): boolean => (paidOn.get(owed.toString()) ?? '9999') <= date;
  const arrearsPaidBy = (current: Month, date: string): boolean =>
    monthRange(owedFrom, addMonths(current, -1))
      .slice(-24)
      .every((owed) => paidBy(owed, date));
  let covered = true;
  let current = owedFrom;
  for (; ; current = addMonths(current, 1)) {
    const first = firstDay(current);
    covered &&= arrearsPaidBy(current, first.subtract({ days: 1 }).toString());
    for (let number = 1; number <= current.daysInMonth; number++) {
      const date = current.toPlainDate({ day: number }).toString();
      covered ||= paidBy(current, date) && arrearsPaidBy(current, date);
      if (date === on) return covered;
    }
  }
}

test('the fold agrees with the words of the law, day by day', () => {
  const payment = fc.record({
    on: fc.integer({ min: 0, max: 1_200 }).map((days) => start.add({ days }).toString()),
    first: fc.integer({ min: -2, max: 40 }),
    count: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 8 }), fc.integer({ min: 0, max: 1_200 }), (given, days) => {
      const owedFrom = month('2019-11');
      const payments = given.map(({ on, first, count }) => ({
        on,
        months: monthRange(addMonths(owedFrom, first), addMonths(owedFrom, first + count - 1)).map(String),
      }));
      const on = start.add({ days });
      const history = facts([
        bill('2019-11'),
        ...payments.map(({ on: paidOn, months }) => ({
          kind: 'paid' as const,
          on: day(paidOn),
          months: months.map(month),
        })),
      ]);
      expect(statusOn(history, on).active).toBe(coveredByLaw(owedFrom, payments, on.toString()));
    }),
    { numRuns: 100 },
  );
});
