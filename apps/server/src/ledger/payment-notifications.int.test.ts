import type { PaymentNotification } from '@jangkau/contracts';
import { paymentContent } from '@jangkau/contracts';
import { proveLedger } from '@jangkau/store';
import { addFamily, addTariffs, monthsBetween, vaOf } from '@jangkau/store/testing/membership-fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signatureOf } from '../clients/signature.ts';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let bank: { id: string; secret: string };
beforeAll(async () => {
  server = await startTestServer();
  await addTariffs(server.services.database.owner);
  await addAccount(server, 'pengelola', 'system-administrator');
  const admin = new TestBrowser(server);
  await admin.signIn('pengelola');
  const order = { name: 'Bank Contoh', kind: 'hmac', scopes: ['payment.add'], requestsPerMinute: 100_000 };
  const { body } = await admin.call('POST', 'clients', order);
  bank = { id: body.client.id, secret: body.secret };
});
afterAll(() => server.close());

const deliver = (notice: PaymentNotification, signedNotice = notice) => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = signatureOf(bank.id, timestamp, bank.secret, paymentContent(signedNotice));
  const headers = { 'x-cons-id': bank.id, 'x-timestamp': timestamp, 'x-signature': signature };
  return server.call('POST', 'payments', notice, { as: '', headers });
};

test('a signature over the contents of a payment is good for that payment alone, as often as it comes', async () => {
  const notice = {
    bank: 'BRI',
    reference: 'S1',
    va: vaOf(9999),
    amount: 35_000,
    paidAt: '2026-03-05T09:00:00+07:00',
  };
  expect((await deliver({ ...notice, amount: 350_000 }, notice)).status).toBe(401);
  expect((await deliver({ ...notice, va: vaOf(1) }, notice)).status).toBe(401);
  const answers = await Promise.all([deliver(notice), deliver(notice), deliver(notice)]);
  expect(answers.map(({ status, body }) => `${status} ${body.outcome}`).sort()).toEqual([
    '200 repeated',
    '200 repeated',
    '200 suspense',
  ]);
});

test('shuffled, delivered one to three times, eight at a time: every rupiah is there once', async () => {
  const { owner, ownerPool } = server.services.database;
  const families = 24;
  for (let n = 0; n < families; n++)
    await addFamily(owner, {
      people: [2 * n + 1, 2 * n + 2],
      months: monthsBetween('2026-01', '2026-03'),
      active: false,
      since: '2026-02-01',
    });
  const notices: PaymentNotification[] = Array.from({ length: families * 5 }, (_, i) => ({
    bank: ['BRI', 'BNI', 'BCA'][i % 3] as string,
    reference: `N${i}`,
    // Every tenth account is of nobody.
    va: i % 10 === 9 ? vaOf(5000 + i) : vaOf(1 + (i % (2 * families))),
    amount: 20_000 + 1000 * (i % 37),
    paidAt: `2026-03-${String(1 + (i % 28)).padStart(2, '0')}T03:00:00Z`,
  }));
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32;
  };
  const deliveries = notices
    .flatMap((notice) => Array.from({ length: 1 + Math.floor(random() * 3) }, () => notice))
    .map((notice) => ({ notice, place: random() }))
    .sort((a, b) => a.place - b.place);
  const outcomes: Record<string, number> = {};
  let next = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = next++; i < deliveries.length; i = next++) {
        const { status, body } = await deliver((deliveries[i] as { notice: PaymentNotification }).notice);
        outcomes[status === 200 ? body.outcome : status] =
          (outcomes[status === 200 ? body.outcome : status] ?? 0) + 1;
      }
    }),
  );
  expect(outcomes).toEqual({
    posted: notices.filter(({ va }) => Number(va.slice(-4)) < 5000).length,
    suspense: notices.filter(({ va }) => Number(va.slice(-4)) >= 5000).length,
    repeated: deliveries.length - notices.length,
  });
  const { rows } = await ownerPool.query(
    `SELECT count(*)::int AS payments, sum(amount)::int AS amount FROM payment WHERE reference LIKE 'N%'`,
  );
  expect(rows[0]).toEqual({
    payments: notices.length,
    amount: notices.reduce((sum, { amount }) => sum + amount, 0),
  });
  const faults = (await proveLedger(ownerPool, '2026-03-31')).filter((proof) => proof.faults > 0);
  expect(faults).toEqual([]);
});
