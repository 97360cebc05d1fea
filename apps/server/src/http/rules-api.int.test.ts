import { proveLedger } from '@jangkau/store';
import { addFamily, addTariffs, monthsBetween } from '@jangkau/store/testing/membership-fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '../runs/run-service.ts';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let proposer: TestBrowser;
let approver: TestBrowser;
let owing: { household: number; members: number[] };
let member: number;
// At the branch, where the day begins eight hours before that of UTC.
const day = today('Asia/Makassar');
beforeAll(async () => {
  server = await startTestServer();
  const { owner, ownerPool } = server.services.database;
  await addTariffs(owner);
  owing = await addFamily(owner, {
    people: [1, 2],
    months: monthsBetween('2026-01', '2026-10'),
    paid: 4,
    active: false,
    since: '2026-06-01',
  });
  [member] = owing.members as [number];
  await ownerPool.query(
    'UPDATE member_status SET arrears_months = 5, arrears_amount = 175000 WHERE household_id = $1',
    [owing.household],
  );
  await addAccount(server, 'pengusul', 'branch-officer');
  await addAccount(server, 'pemutus', 'head-of-branch');
  [proposer, approver] = [new TestBrowser(server), new TestBrowser(server)];
  await proposer.signIn('pengusul');
  await approver.signIn('pemutus');
});
afterAll(() => server.close());

const basis = { reason: 'Keluarga kini tidak mampu', legalBasis: 'Rancangan Perpres 2026' };
const decide = (name: string, value: unknown, more: object = {}) =>
  approver.call('POST', 'rule-settings', {
    name,
    value,
    validFrom: day,
    legalBasis: 'Keputusan cabang 1/2026',
    ...more,
  });

test('readings are listed with default, range and basis; a decision counts from its day and is never changed', async () => {
  const before = await proposer.call('GET', 'rule-settings');
  expect(before.body.items.length).toBeGreaterThan(30);
  expect(before.body.items[0]).toMatchObject({
    name: 'firstPaymentFromDay',
    value: 14,
    default: 14,
    decisions: [],
  });
  expect((await decide('pbiReturnMonths', 9)).status).toBe(201);
  expect((await decide('pbiReturnMonths', 8)).body.code).toBe('rule-decided');
  expect((await decide('layoffMonths', 7, { validFrom: '2026-01-01' })).body.code).toBe('rule-in-the-past');
  expect((await decide('layoffMonths', 99)).body.code).toBe('field-invalid');
  expect((await decide('unheard', 1)).body.code).toBe('field-unknown');
  expect((await decide('layoffMonths', 7, { validFrom: '2030-01-01' })).status).toBe(201);
  const { items } = (await proposer.call('GET', 'rule-settings')).body;
  const of = (name: string) => items.find((item: { name: string }) => item.name === name);
  expect(of('pbiReturnMonths')).toMatchObject({
    value: 9,
    decisions: [{ setBy: 'pemutus', validFrom: day }],
  });
  expect(of('layoffMonths')).toMatchObject({ value: 6, decisions: [{ value: 7 }] });
  expect(
    (
      await proposer.call('POST', 'rule-settings', {
        name: 'layoffMonths',
        value: 7,
        validFrom: day,
        legalBasis: 'Coba saja',
      })
    ).status,
  ).toBe(403);
  const { rows } = await server.services.database.ownerPool.query(
    `SELECT detail ->> 'setting' AS setting FROM audit_entry WHERE action = 'rule.manage' AND outcome = 'done' ORDER BY id`,
  );
  expect(rows.map(({ setting }) => setting)).toEqual(['pbiReturnMonths', 'layoffMonths']);
});

test('what was decided holds at once for the next step of a member', async () => {
  const removed = await addFamily(server.services.database.owner, {
    people: [9],
    segment: 'PBI_APBN',
    active: false,
    since: '2026-04-01',
  });
  await server.services.database.ownerPool.query(
    `UPDATE member_status SET reason = 'PBI_REMOVED', inactive_kind = 'lapsed' WHERE household_id = $1`,
    [removed.household],
  );
  const { body } = await proposer.call('GET', `members/${removed.members[0]}`);
  expect(body.why.nextStep).toContain('1 Januari 2027');
});

test('switched off there is no way to write off, and the problem says where it is switched on', async () => {
  const { body } = await proposer.call('GET', `members/${member}/write-offs`);
  expect(body).toEqual({ reading: 'off', open: { months: [], amount: 0 }, items: [] });
  const refused = await proposer.call('POST', `members/${member}/write-offs`, basis);
  expect(refused.body).toMatchObject({ code: 'write-off-off' });
  expect(refused.body.message ?? refused.body.detail).toMatch(/Aturan|Rules/);
});

test('one proposes, another approves: the ledger has the relief, nothing goes below nothing, and it can be taken back', async () => {
  const { ownerPool } = server.services.database;
  expect((await decide('writeOff', 'draft-2026')).status).toBe(201);
  const proposed = await proposer.call('POST', `members/${member}/write-offs`, basis);
  expect(proposed.body).toMatchObject({
    reading: 'draft-2026',
    open: { months: monthsBetween('2026-05', '2026-10'), amount: 420_000 },
    items: [{ state: 'waiting', amount: 420_000, proposedBy: 'pengusul' }],
  });
  const [{ id }] = proposed.body.items;
  expect((await proposer.call('POST', `members/${member}/write-offs`, basis)).body.code).toBe(
    'write-off-waiting',
  );
  const verdict = { verdict: 'approved', note: 'Sesuai rancangan' };
  expect((await proposer.call('POST', `write-offs/${id}/decision`, verdict)).status).toBe(403);
  // Somebody paid a month meanwhile: only the rest is relieved.
  await ownerPool.query(
    `SELECT post_payment('BRI', 'antara', (SELECT '88888' || right(card, 11) FROM member WHERE id = $1), 70000,
      '2026-11-02T02:00:00Z', 'Asia/Makassar', 'notification', NULL, '2026-11-02')`,
    [member],
  );
  const done = await approver.call('POST', `write-offs/${id}/decision`, verdict);
  expect(done.body).toMatchObject({
    open: { amount: 0 },
    items: [{ state: 'approved', relieved: 350_000, decidedBy: 'pemutus', undone: false }],
  });
  expect((await approver.call('POST', `write-offs/${id}/decision`, verdict)).body.code).toBe(
    'write-off-decided',
  );
  const money = async () => (await proposer.call('GET', `members/${member}/ledger`)).body;
  expect(await money()).toMatchObject({
    arrears: { months: 0, amount: 0 },
    adjustments: [{ kind: 'write-off', amount: 350_000 }],
  });
  const faults = async () => (await proveLedger(ownerPool, day)).filter((proof) => proof.faults > 0);
  expect(await faults()).toEqual([]);
  expect((await proposer.call('POST', `members/${member}/write-offs`, basis)).body.code).toBe(
    'write-off-nothing',
  );

  const undoes = done.body.items[0].adjustmentId;
  const back = await proposer.call('POST', `members/${member}/write-offs`, { ...basis, undoes });
  await approver.call('POST', `write-offs/${back.body.items[0].id}/decision`, verdict);
  expect(await money()).toMatchObject({
    arrears: { months: 5, amount: 350_000 },
    adjustments: [
      { kind: 'write-off-undone', amount: -350_000 },
      { kind: 'write-off', amount: 350_000 },
    ],
  });
  expect(await faults()).toEqual([]);
  const again = { ...basis, undoes };
  expect((await proposer.call('POST', `members/${member}/write-offs`, again)).body.code).toBe(
    'write-off-nothing',
  );
  await expect(ownerPool.query('UPDATE write_off SET amount = 1')).rejects.toThrow();
  await expect(ownerPool.query('DELETE FROM write_off_decision')).rejects.toThrow();
});

test('a head of branch does not decide on an own proposal; refused, nothing is entered', async () => {
  const own = await approver.call('POST', `members/${member}/write-offs`, basis);
  const [{ id }] = own.body.items;
  const verdict = { verdict: 'refused', note: 'Tidak jadi' };
  expect((await approver.call('POST', `write-offs/${id}/decision`, verdict)).body.code).toBe('write-off-own');
  expect((await proposer.call('GET', 'write-offs')).body.items).toMatchObject([{ id }]);
  await addAccount(server, 'pemutus2', 'head-of-branch');
  const second = new TestBrowser(server);
  await second.signIn('pemutus2');
  expect((await second.call('POST', `write-offs/${id}/decision`, verdict)).body.items[0]).toMatchObject({
    state: 'refused',
    relieved: null,
  });
  expect((await proposer.call('GET', 'write-offs')).body.items).toEqual([]);
});
