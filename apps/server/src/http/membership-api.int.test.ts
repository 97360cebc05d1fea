import {
  addFamily,
  addTariffs,
  cardOf,
  monthsBetween,
  vaOf,
} from '@jangkau/store/testing/membership-fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let owing: { household: number; members: number[] };
beforeAll(async () => {
  server = await startTestServer();
  const { owner } = server.services.database;
  await addTariffs(owner);
  owing = await addFamily(owner, {
    people: [1, 2],
    months: monthsBetween('2026-01', '2026-10'),
    paid: 4,
    active: false,
    since: '2026-06-01',
  });
  await addFamily(owner, { people: [3], area: '51.03.01.1001', months: ['2026-10'], paid: 1 });
  const { ownerPool } = server.services.database;
  await ownerPool.query(
    `UPDATE member_status SET arrears_months = 5, arrears_amount = 175000 WHERE household_id = $1`,
    [owing.household],
  );
});
afterAll(() => server.close());

test('members are found by a name with a typing error, and by card; numbers are masked', async () => {
  const byName = await server.call('POST', 'members/search', { search: { name: 'anggpta' } });
  expect(byName.status).toBe(200);
  expect(byName.body.items.map(({ name }: { name: string }) => name)).toEqual([
    'ANGGOTA 1',
    'ANGGOTA 2',
    'ANGGOTA 3',
  ]);
  const byCard = await server.call('POST', 'members/search', { search: { card: cardOf(1) } });
  expect(byCard.body.items).toMatchObject([
    { memberId: owing.members[0], card: '*********0001', arrearsMonths: 5 },
  ]);
  expect(byCard.text).not.toContain(cardOf(1));
});

test('a search goes on page by page, in an area, and the audit says only that words were searched for', async () => {
  const first = await server.call('POST', 'members/search', { search: { name: 'anggota' }, limit: 2 });
  expect(first.body.items).toHaveLength(2);
  const cursor = first.body.nextCursor;
  const second = await server.call('POST', 'members/search', {
    search: { name: 'anggota' },
    limit: 2,
    cursor,
  });
  expect(second.body).toMatchObject({ items: [{ name: 'ANGGOTA 3' }], nextCursor: null });
  const area = '51.03';
  const inArea = await server.call('POST', 'members/search', { search: { name: 'angg' }, area });
  expect(inArea.body.items).toMatchObject([{ name: 'ANGGOTA 3' }]);
  const other = await server.call('POST', 'members/search', { search: { name: 'anggot' }, limit: 2, cursor });
  expect(other.body.code).toBe('bad-cursor');
  const { rows } = await server.services.database.ownerPool.query(
    `SELECT detail::text AS said FROM audit_entry WHERE action = 'membership.read' ORDER BY id`,
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(rows.filter(({ said }) => /anggo/i.test(said ?? ''))).toEqual([]);
});

test('who may see one village sees its members only', async () => {
  const found = await server.call('POST', 'members/search', { search: { name: 'anggota' } }, { as: 'desa' });
  expect(found.body.items.map(({ name }: { name: string }) => name)).toEqual(['ANGGOTA 1', 'ANGGOTA 2']);
  const outside = await server.call(
    'POST',
    'members/search',
    { search: { card: cardOf(3) } },
    { as: 'desa' },
  );
  expect(outside.body.items).toEqual([]);
  const [stranger] = (await server.call('POST', 'members/search', { search: { card: cardOf(3) } })).body
    .items;
  expect((await server.call('GET', `members/${stranger.memberId}`, undefined, { as: 'desa' })).status).toBe(
    404,
  );
  expect(
    (await server.call('GET', `members/${owing.members[0]}/ledger`, undefined, { as: 'desa' })).status,
  ).toBe(403);
});

test('a member page says why the card does not work, what is owed and what REHAB would be', async () => {
  const { body } = await server.call('GET', `members/${owing.members[0]}`);
  expect(body).toMatchObject({
    member: { active: false, reason: 'ARREARS' },
    why: { legalBasis: 'Perpres 64/2020 Pasal 42 ayat (1) dan (3)' },
  });
  expect(body.household).toHaveLength(2);
  expect(body.spells).toMatchObject([{ from: '2026-06-01', to: null, active: false }]);
  const ledger = await server.call('GET', `members/${owing.members[0]}/ledger`);
  expect(ledger.status).toBe(200);
  expect(ledger.body.arrears).toMatchObject({ months: 6, amount: 6 * 70_000, firstMonth: '2026-05' });
  expect(ledger.body.rehabOffer).toMatchObject({ maxStages: 3 });
});

test('a payment needs a program that may add payments', async () => {
  const body = {
    bank: 'BRI',
    reference: 'N1',
    va: vaOf(1),
    amount: 35_000,
    paidAt: '2026-11-02T09:00:00+07:00',
  };
  expect((await server.call('POST', 'payments', body, { as: '' })).status).toBe(401);
});

test('a settlement file is imported, its unknown account goes to suspense and to a family', async () => {
  const text = `reference,va,amount,paid_at\nF1,8888899999999999,35000,2026-11-02T09:00:00+07:00\n`;
  const headers = { 'content-type': 'text/csv' };
  const sent = await server.call('POST', 'payment-files?bank=BRI&name=bri.csv', text, { headers });
  expect(sent.body).toMatchObject({ rows: 1, suspended: 1 });
  const { body } = await server.call('GET', 'suspense');
  expect(body.items).toMatchObject([{ reference: 'F1', amount: 35_000 }]);
  const address = `suspense/${body.items[0].holdingId}/resolve`;
  expect((await server.call('POST', address, { memberId: owing.members[0] })).status).toBe(200);
  expect((await server.call('POST', address, { memberId: owing.members[0] })).status).toBe(409);
  const days = await server.call('GET', 'reconciliation?from=2026-11-01&to=2026-11-30');
  expect(days.body.days).toMatchObject([{ filed: { n: 1, amount: 35_000 }, difference: 0 }]);
});

test('the drive counts every inactive member once and says what each group can do', async () => {
  const { body } = await server.call('GET', 'drive');
  expect(body).toMatchObject({
    members: 3,
    active: 1,
    inactive: 2,
    groups: [{ band: '4-12', people: 2, families: 1 }],
  });
  expect(body.groups[0].nextStep).toContain('REHAB');
  const list = await server.call('GET', 'drive/members?kind=arrears&limit=1');
  expect(list.body.items).toHaveLength(1);
  const rest = await server.call('GET', `drive/members?kind=arrears&limit=1&cursor=${list.body.nextCursor}`);
  expect(rest.body).toMatchObject({ items: [{ name: 'ANGGOTA 2' }], nextCursor: null });
  const asked = { assumptions: [{ kind: 'arrears', join: 1, finish: 0.5 }] };
  expect((await server.call('POST', 'drive/what-if', asked)).body).toMatchObject({
    activeBefore: 1,
    activeAfter: 2,
  });
});

test('only the head of the branch closes months', async () => {
  expect((await server.call('GET', 'month-closes')).status).toBe(403);
});

test('a list of a Pemda is taken in and every name is answered for', async () => {
  const text = `no_kartu\n${cardOf(1)}\n${cardOf(1)}\n${cardOf(999)}\n`;
  const address = 'change-lists?kind=pemda-add&payer=51.71&reference=Daftar%201';
  const sent = await server.call('POST', address, text, { headers: { 'content-type': 'text/csv' } });
  expect(sent.body).toMatchObject({
    submitted: 3,
    accepted: 1,
    refused: 2,
    reasons: { double: 1, 'unknown-person': 1 },
  });
  const rows = await server.call('GET', `change-lists/${sent.body.listId}/rows?outcome=refused`);
  expect(rows.body.items).toMatchObject([
    { line: 3, reason: 'double' },
    { line: 4, reason: 'unknown-person' },
  ]);
  expect((await server.call('GET', 'change-lists')).body.items).toHaveLength(1);
});

test('full numbers are given for a reason, to who may see the member, and not without end', async () => {
  const url = `members/${owing.members[0]}/unmask`;
  const given = await server.call('POST', url, { reason: 'verifikasi di loket' }, { as: 'desa' });
  expect(given.body.card).toBe(cardOf(1));
  expect(given.body.virtualAccounts.map((account: { number: string }) => account.number)).toContain(vaOf(1));
  const { rows } = await server.services.database.ownerPool.query(
    `SELECT username, purpose, subject_key FROM audit_entry WHERE action = 'person.unmask' ORDER BY id DESC LIMIT 1`,
  );
  expect(rows).toEqual([
    { username: 'desa', purpose: 'verifikasi di loket', subject_key: String(owing.members[0]) },
  ]);
  expect((await server.call('POST', url, { reason: 'x' }, { as: 'desa' })).status).toBe(400);
  const outside = await server.call('POST', 'members/3/unmask', { reason: 'ingin tahu' }, { as: 'desa' });
  expect([outside.status, outside.body.code]).toEqual([404, 'member-not-found']);
  const codes = [];
  for (let i = 0; i < server.settings.unmasksPerHour; i++)
    codes.push((await server.call('POST', url, { reason: 'verifikasi lagi' }, { as: 'desa' })).body.code);
  expect(codes.at(-1)).toBe('too-many-unmasks');
});

test('what others owe for a month stands beside what they paid; a reference counts once and nothing is changed', async () => {
  const { ownerPool } = server.services.database;
  await ownerPool.query(`INSERT INTO payer (kind, code, name) VALUES ('state', 'APBN', 'APBN'), ('employer', '01234567', 'PT Contoh');
    INSERT INTO payer_bill (month, payer_id, segment, issue, people, amount, from_region, legal_basis, issued_on)
    SELECT '2026-11-01', id, CASE kind WHEN 'state' THEN 'PBI_APBN' ELSE 'PPU_BU' END, 1, 3,
      CASE kind WHEN 'state' THEN 126000 END, CASE kind WHEN 'state' THEN 0 END, 'uji', '2026-11-01' FROM payer
      WHERE code IN ('APBN', '01234567')`);
  const list = (query = '') => server.call('GET', `payer-bills${query}`);
  const first = (await list()).body;
  expect([first.month, first.months]).toEqual(['2026-11', ['2026-11']]);
  expect(first.items).toMatchObject([
    { name: 'APBN', people: 3, amount: 126_000, paid: 0 },
    { name: 'PT Contoh', people: 3, amount: null, paid: 0 },
  ]);
  const [{ payerId }] = first.items;
  const order = {
    payerId,
    segment: 'PBI_APBN',
    month: '2026-11',
    amount: 100_000,
    paidOn: '2026-11-10',
    reference: 'SP2D-1',
  };
  const pay = (more: object, as = 'petugas') =>
    server.call('POST', 'payer-payments', { ...order, ...more }, { as });
  expect((await pay({})).status).toBe(201);
  expect((await pay({ amount: 1 })).body.code).toBe('already-there');
  expect((await pay({ amount: -40_000, reference: 'SP2D-1 keliru' })).status).toBe(201);
  expect((await pay({ month: '2026-12', reference: 'X' })).status).toBe(404);
  expect((await pay({ amount: 0, reference: 'Y' })).status).toBe(400);
  expect((await pay({ reference: 'Z' }, 'desa')).status).toBe(403);
  expect((await list('?name=apb')).body.items).toMatchObject([{ paid: 60_000 }]);
  expect((await list()).body.totals).toMatchObject([
    { segment: 'PBI_APBN', amount: 126_000, paid: 60_000 },
    { segment: 'PPU_BU', amount: null, paid: 0 },
  ]);
  await expect(ownerPool.query('UPDATE payer_payment SET amount = 1')).rejects.toThrow();
});
