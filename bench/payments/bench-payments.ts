import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, PaymentRepository, proveLedger, reachOwner } from '@jangkau/store';
import { prepareBranch } from '../month-close/prepare-branch.ts';

/**
 * Payment notifications as banks deliver them: shuffled, each one to three times, eight at a time. Every
 * rupiah has to be there once.
 *
 * node bench/payments/bench-payments.ts [--residents 1688195] [--payments 100000] [--work DIR]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    payments: { type: 'string', default: '100000' },
    work: { type: 'string' },
  },
});
const residents = Number(values.residents);
const wanted = Number(values.payments);
const root = join(import.meta.dirname, '..', '..');
const directory = await prepareBranch(residents, values.work ?? join(root, 'data', 'bench'));
const reached = await reachOwner({ directory });
const reach = (database: string) => {
  const owner = { ...reached.connection, database, max: 8 };
  return connect({ owner, app: owner, gate: owner, system: owner });
};

try {
  const admin = reach('postgres');
  await admin.ownerPool.query('DROP DATABASE IF EXISTS paid');
  await admin.ownerPool.query('CREATE DATABASE paid TEMPLATE jangkau STRATEGY FILE_COPY');
  await admin.close();
  // Eight ways in, a pool each: the owner's pool is smaller than that.
  const ways = Array.from({ length: 8 }, () => reach('paid'));
  const [first] = ways as [ReturnType<typeof reach>];
  const { rows } = await first.ownerPool.query<{ va: string; amount: number }>(
    `SELECT '88888' || right(min(m.card), 11) AS va, sum(l.amount)::int AS amount
     FROM bill_line l JOIN member m ON m.id = l.member_id GROUP BY l.household_id, l.month
     ORDER BY md5(l.household_id::text || l.month) LIMIT $1`,
    [wanted],
  );
  const notices = rows.map((row, i) => ({
    bank: ['BRI', 'BNI', 'BCA'][i % 3] as string,
    reference: `B${i}`,
    va: row.va,
    amount: row.amount,
    paidAt: `2026-10-${String(1 + (i % 28)).padStart(2, '0')}T03:00:00Z`,
  }));
  let seed = 12_345;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 4_294_967_296;
  };
  const deliveries = notices.flatMap((notice) =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => notice),
  );
  for (let i = deliveries.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [deliveries[i], deliveries[j]] = [
      deliveries[j] as (typeof notices)[number],
      deliveries[i] as (typeof notices)[number],
    ];
  }
  const counts: Record<string, number> = {};
  let next = 0;
  const started = performance.now();
  await Promise.all(
    ways.map(async (way) => {
      const payments = new PaymentRepository(way.owner);
      for (let i = next++; i < deliveries.length; i = next++) {
        const { outcome } = await payments.post(deliveries[i] as (typeof notices)[number], {
          channel: 'notification',
          today: '2026-10-31',
          timeZone: 'Asia/Makassar',
        });
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const { rows: sums } = await first.ownerPool.query<{ payments: number; amount: number; placed: number }>(
    `SELECT count(*)::int AS payments, sum(p.amount)::float8 AS amount,
       (SELECT sum(a.amount)::float8 FROM allocation a JOIN payment q ON q.id = a.payment_id WHERE q.channel = 'notification')
       + coalesce((SELECT sum(h.amount)::float8 FROM holding h JOIN payment q ON q.id = h.payment_id WHERE q.channel = 'notification'), 0) AS placed
     FROM payment p WHERE p.channel = 'notification'`,
  );
  const faults = (await proveLedger(first.ownerPool, '2026-10-31')).filter((proof) => proof.faults > 0);
  for (const way of ways) await way.close();
  const expected = notices.reduce((sum, { amount }) => sum + amount, 0);
  const result = {
    residents,
    payments: notices.length,
    deliveries: deliveries.length,
    parallel: ways.length,
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round(deliveries.length / seconds),
    counts,
    everyRupiahOnce:
      sums[0]?.amount === expected && sums[0]?.placed === expected && sums[0]?.payments === notices.length,
    ledgerFaults: faults,
  };
  await writeFile(
    join(root, 'bench', 'results', `payments-${residents}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  console.log(JSON.stringify(result, undefined, 2));
} finally {
  await reached.close();
}
