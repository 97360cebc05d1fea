import { quoteDocument } from '@jangkau/contributions';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { PaymentRepository } from '../ledger/payment-repository.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { addRuleSetting } from '../rules/rule-settings.ts';
import { addFamily, addTariffs, vaOf } from '../testing/membership-fixture.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { closeMonth, undoClose } from './close-month.ts';

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];

/** What families do in each month: pay everything, the oldest month alone, ahead, or nothing. */
const histories = fc.sample(
  fc.array(
    fc.record({
      class: fc.constantFrom(1, 2, 3, 3, 3),
      people: fc.integer({ min: 1, max: 4 }),
      acts: fc.array(fc.constantFrom('all', 'oldest', 'nothing', 'nothing'), { minLength: 7, maxLength: 7 }),
    }),
    { minLength: 14, maxLength: 14 },
  ),
  { numRuns: 1, seed: 20_260_101 },
)[0] as { class: 1 | 2 | 3; people: number; acts: string[] }[];

interface Family {
  class: 1 | 2 | 3;
  people: number[];
  acts: string[];
  paidThrough: string;
  active: boolean;
  household: number;
}

interface Owed {
  ended: number;
  all: number;
  months: number;
  active: boolean;
}

test.each([35_000, 42_000])(
  'class III in arrears at %i: bills and quotes agree over random histories',
  async (rate) => {
    const branch = await openTestDatabase();
    const { owner, ownerPool } = branch;
    try {
      await addTariffs(owner);
      const decision = {
        name: 'arrears_rate_class3',
        value: rate,
        legalBasis: 'Uji',
        validFrom: '2025-12-01',
      };
      await addRuleSetting(owner, decision, 'uji');
      const families: Family[] = [];
      for (const [i, history] of histories.entries()) {
        const people = Array.from({ length: history.people }, (_, n) => 10 * (i + 1) + n);
        families.push({
          ...history,
          people,
          paidThrough: '2025-12',
          active: true,
          ...(await addFamily(owner, { ...history, people })),
        });
      }
      await closeMonth(ownerPool, { month: '2025-12', today: '2026-01-01', by: 'uji' });
      const payments = new PaymentRepository(owner);
      const quoteOf = (family: Family, asOf: string) =>
        quoteDocument({
          asOf,
          segment: 'PBPU',
          class: family.class,
          people: family.people.length,
          paidThrough: family.paidThrough,
          settings: { arrears_rate_class3: rate },
        });
      const compare = async (asOf: string) => {
        for (const family of families) {
          const quote = quoteOf(family, asOf);
          const { rows } = await ownerPool.query<Owed>(
            `SELECT coalesce(sum(due - paid) FILTER (WHERE month < date_trunc('month', $2::date)), 0)::int AS ended,
             coalesce(sum(due - paid), 0)::int AS all,
             count(DISTINCT month) FILTER (WHERE month < date_trunc('month', $2::date))::int AS months,
             (SELECT bool_and(active) FROM member_status WHERE household_id = $1) AS active
           FROM unpaid_lines(ARRAY[$1::int])`,
            [family.household, asOf],
          );
          const [ledger] = rows;
          expect(ledger).toEqual({
            ended: quote.arrears.amount,
            all: quote.reactivation.amount,
            months: quote.arrears.months,
            active: family.active,
          });
        }
      };
      for (const [i, month] of months.entries()) {
        for (const family of families) family.active = quoteOf(family, `${month}-02`).status.active;
        await compare(`${month}-02`);
        for (const family of families) {
          const act = family.acts[i];
          const quote = quoteOf(family, `${month}-15`);
          const oldest = quote.arrears.perMonth[0]?.amount ?? 0;
          const amount = act === 'all' ? quote.reactivation.amount : act === 'oldest' ? oldest : 0;
          if (amount === 0) continue;
          const order = {
            bank: 'UJI',
            reference: `${family.household}-${month}`,
            va: vaOf(family.people[0] as number),
          };
          const posted = await payments.post(
            { ...order, amount, paidAt: `${month}-15T02:00:00Z` },
            { channel: 'notification', today: `${month}-15`, timeZone: 'Asia/Makassar' },
          );
          expect(posted.outcome).toBe('posted');
          // Arrears paid without the running month do not bring cover back (Perpres 64/2020 Pasal 42 ayat (3)).
          family.active ||= act === 'all';
          family.paidThrough =
            act === 'all' ? month : (quote.arrears.perMonth[0]?.month ?? family.paidThrough);
        }
        await compare(`${month}-20`);
        const next = months[i + 1];
        if (next === undefined) break;
        const order = { month, today: `${next}-01`, by: 'uji' };
        await closeMonth(ownerPool, order);
        // Taken back and closed again it comes to the same.
        if (i === 2) {
          await undoClose(ownerPool, order);
          await closeMonth(ownerPool, order);
        }
      }
      const last = '2026-07-20';
      expect((await proveLedger(ownerPool, last)).filter(({ faults }) => faults > 0)).toEqual([]);
      const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM adjustment WHERE kind = 'class3-aid-ended'`.execute(owner);
      expect((rows[0]?.n ?? 0) > 0).toBe(rate === 42_000);
    } finally {
      await branch.close();
    }
  },
);
