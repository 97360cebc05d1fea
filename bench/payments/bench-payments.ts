import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, ownerOnly, PaymentRepository, proveLedger, reachOwner } from '@jangkau/store';
import { prepareBranch } from '../month-close/prepare-branch.ts';
import { deliveriesOf, type Notice, postedBy } from './deliveries.ts';

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
  return connect(ownerOnly(owner));
};

try {
  const admin = reach('postgres');
  await admin.ownerPool.query('DROP DATABASE IF EXISTS paid');
  await admin.ownerPool.query('CREATE DATABASE paid TEMPLATE jangkau STRATEGY FILE_COPY');
  await admin.close();
  // Eight ways in, a pool each: the owner's pool is smaller than that.
  const ways = Array.from({ length: 8 }, () => reach('paid'));
  const [first] = ways as [ReturnType<typeof reach>];
  const { notices, deliveries } = await deliveriesOf(first.ownerPool, wanted);
  const counts: Record<string, number> = {};
  let next = 0;
  const started = performance.now();
  await Promise.all(
    ways.map(async (way) => {
      const payments = new PaymentRepository(way.owner);
      for (let i = next++; i < deliveries.length; i = next++) {
        const { outcome } = await payments.post(deliveries[i] as Notice, {
          channel: 'notification',
          today: '2026-10-31',
          timeZone: 'Asia/Makassar',
        });
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const posted = await postedBy(first.ownerPool);
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
      posted.amount === expected && posted.placed === expected && posted.payments === notices.length,
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
