import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, ownerOnly, PaymentRepository, proveLedger, reachOwner } from '@jangkau/store';
import { prepareBranch } from '../month-close/prepare-branch.ts';
import { deliveriesOf, type Notice, postedBy } from './deliveries.ts';

/**
 * Payment notifications into the ledger itself: shuffled, each delivered one to three times, eight at a time. Every
 * rupiah has to be there once. Twice over, on copies of one database: straight as the owner, and the way the server
 * takes, as the login of banks by its one function.
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
const root = join(import.meta.dirname, '..', '..');
const directory = await prepareBranch(residents, values.work ?? join(root, 'data', 'bench'));
const reached = await reachOwner({ directory });
const password = randomBytes(16).toString('hex');
const settings = { today: '2026-10-31', timeZone: 'Asia/Makassar' };
const reach = (database: string) => {
  const owner = { ...reached.connection, database, max: 8 };
  return connect({ ...ownerOnly(owner), bank: { ...owner, user: 'jangkau_bank', password, max: 1 } });
};

try {
  const ways = { owner: await measured('owner'), bank: await measured('bank') };
  const result = {
    residents,
    parallel: 8,
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    ways,
    bankToOwner: Math.round((ways.bank.perSecond / ways.owner.perSecond) * 100) / 100,
  };
  await writeFile(
    join(root, 'bench', 'results', `payments-${residents}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  console.log(JSON.stringify(result, undefined, 2));
} finally {
  await reached.close();
}

async function measured(by: 'owner' | 'bank') {
  const admin = reach('postgres');
  await admin.ownerPool.query('DROP DATABASE IF EXISTS paid');
  await admin.ownerPool.query('CREATE DATABASE paid TEMPLATE jangkau STRATEGY FILE_COPY');
  await admin.ownerPool.query(`ALTER ROLE jangkau_bank LOGIN PASSWORD '${password}'`);
  await admin.ownerPool.query('CHECKPOINT');
  await admin.close();
  // Eight ways in, a pool each: the owner's pool is smaller than that.
  const ways = Array.from({ length: 8 }, () => reach('paid'));
  const [first] = ways as [ReturnType<typeof reach>];
  const { notices, deliveries } = await deliveriesOf(first.ownerPool, Number(values.payments));
  const credentialId = await credentialOf(first.ownerPool);
  const counts: Record<string, number> = {};
  let next = 0;
  const started = performance.now();
  await Promise.all(
    ways.map(async (way) => {
      const payments = new PaymentRepository(way[by]);
      for (let i = next++; i < deliveries.length; i = next++) {
        const notice = deliveries[i] as Notice;
        const posting =
          by === 'bank'
            ? await payments.notify(notice, { ...settings, credentialId })
            : await payments.post(notice, { ...settings, channel: 'notification' });
        const outcome = posting?.outcome ?? 'refused';
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const posted = await postedBy(first.ownerPool);
  const faults = (await proveLedger(first.ownerPool, settings.today)).filter((proof) => proof.faults > 0);
  for (const way of ways) await way.close();
  const expected = notices.reduce((sum, { amount }) => sum + amount, 0);
  return {
    payments: notices.length,
    deliveries: deliveries.length,
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round(deliveries.length / seconds),
    counts,
    everyRupiahOnce:
      posted.amount === expected && posted.placed === expected && posted.payments === notices.length,
    ledgerFaults: faults,
  };
}

/** A program of a bank; its secret is of no matter here. */
async function credentialOf(pool: ReturnType<typeof reach>['ownerPool']): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH c AS (INSERT INTO api_client (id, name, kind, scopes, requests_per_minute, created_by)
       VALUES ('bank', 'Bank', 'api-key', '{payment.add}', 1000000, 'bench') RETURNING id)
     INSERT INTO api_credential (client_id, prefix, secret_hash, created_by) SELECT id, 'x', sha256('x'), 'bench' FROM c
     RETURNING id`,
  );
  return Number(rows[0]?.id);
}
