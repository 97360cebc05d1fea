import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { addFamily, addTariffs, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let run: string;
beforeAll(async () => {
  server = await startTestServer();
  run = await server.run('2026-11-21');
});
afterAll(() => server.close());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const asked = (kind: string, residentKey: number | null, more: object = {}) => ({
  kind,
  channel: 'counter',
  receivedAt: hoursAgo(2),
  askedByName: 'NI LUH CONTOH',
  askedByRelation: 'self',
  askedByAddress: 'Banjar Contoh',
  subjectName: 'NI LUH CONTOH',
  wish: 'Saya minta data saya.',
  person: residentKey === null ? null : { runId: run, residentKey },
  ...more,
});
const post = (url: string, body: object, as?: string) => server.call('POST', url, body, as ? { as } : {});
const identified = { type: 'identity-checked', method: 'ktp-shown', confirmed: true };
const granted = { type: 'decided', decision: 'granted', grounds: [], reason: '' };

async function decided(kind: string, residentKey: number): Promise<string> {
  const { body } = await post('privacy/requests', asked(kind, residentKey));
  await post(`privacy/requests/${body.id}/steps`, identified);
  expect((await post(`privacy/requests/${body.id}/steps`, granted)).status).toBe(201);
  return body.id;
}
const carryOut = (id: string) => post(`privacy/requests/${id}/carry-out`, { confirm: true });
const people = async (list: string) =>
  (await server.call('GET', `runs/${run}/people?list=${list}&limit=200`)).body;

test('the clock of a request starts when it was received and ends 72 hours later, with its article', async () => {
  const { status, body } = await post('privacy/requests', asked('access', 7));
  expect(status).toBe(201);
  expect(Date.parse(body.clock.dueAt) - Date.parse(body.receivedAt)).toBe(72 * 3_600_000);
  expect(body.clock).toMatchObject({
    state: 'running',
    hours: 72,
    legalBasis: expect.stringContaining('Pasal 32'),
  });
  const late = await post('privacy/requests', asked('access', 7, { receivedAt: hoursAgo(80) }));
  expect(late.body.clock.state).toBe('overdue');
  const overview = await server.call('GET', 'privacy/overview');
  expect(overview.body.requests).toMatchObject({ overdue: 1 });
  expect((await post('privacy/requests', asked('access', 7, { receivedAt: hoursAgo(-5) }))).status).toBe(400);
});

test('access: nothing before identity and decision, then everything held on the person and on nobody else', async () => {
  const { body } = await post('privacy/requests', asked('access', 9));
  expect((await post(`privacy/requests/${body.id}/steps`, granted)).body.code).toBe('request-step-refused');
  expect((await carryOut(body.id)).status).toBe(409);
  await post(`privacy/requests/${body.id}/steps`, identified);
  await post(`privacy/requests/${body.id}/steps`, granted);
  expect((await server.call('GET', `privacy/requests/${body.id}/package/data.json`)).status).toBe(409);
  expect((await carryOut(body.id)).status).toBe(201);
  expect((await carryOut(body.id)).status).toBe(409);

  const json = await server.call('GET', `privacy/requests/${body.id}/package/data.json`);
  const held = JSON.parse(json.text);
  const resident = held.data[0].rows[0];
  expect(resident.nik).toMatch(/^\d{16}$/);
  expect(resident.no_penduduk).toBe('P0000009');
  const csv = await server.call('GET', `privacy/requests/${body.id}/package/data.csv`);
  expect(csv.text).toContain(resident.nik);
  const pdf = await server.call('GET', `privacy/requests/${body.id}/package/data.pdf`);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const [neighbour] = await queryRows<{ no_penduduk: string }>(
    server.services.database.owner,
    `SELECT no_penduduk FROM resident_result WHERE resident_key = 10`,
  );
  expect(json.text).not.toContain(neighbour?.no_penduduk);

  const letter = await post(`privacy/requests/${body.id}/letters`, {});
  expect(letter.body.number).toMatch(/^\d{4}\/PDP\/[IVX]+\/\d{4}$/);
  const first = await server.call('GET', `privacy/requests/${body.id}/letters/${letter.body.id}`);
  const again = await server.call('GET', `privacy/requests/${body.id}/letters/${letter.body.id}`);
  expect(first.bytes.equals(again.bytes)).toBe(true);
  const closed = await server.call('GET', `privacy/requests/${body.id}`);
  expect(closed.body).toMatchObject({ stage: 'answered', clock: { state: 'met' } });
  const lists = await Promise.all(
    ['open', 'closed'].map((w) => server.call('GET', `privacy/requests?which=${w}`)),
  );
  const [open, over] = lists.map(({ body: page }) => page.items.map((one: { id: string }) => one.id));
  expect(over).toContain(body.id);
  expect(open).not.toContain(body.id);
});

test('a refusal needs its grounds; two letters never share a number', async () => {
  const { body } = await post('privacy/requests', asked('erasure', 11));
  await post(`privacy/requests/${body.id}/steps`, identified);
  const refuse = { type: 'decided', decision: 'refused', grounds: [] as string[], reason: 'Wajib simpan.' };
  expect((await post(`privacy/requests/${body.id}/steps`, refuse)).body.detail).toBe('grounds-missing');
  refuse.grounds = ['legal-duty'];
  expect((await post(`privacy/requests/${body.id}/steps`, refuse)).status).toBe(201);
  expect((await carryOut(body.id)).status).toBe(409);
  const letters = await Promise.all([1, 2, 3].map(() => post(`privacy/requests/${body.id}/letters`, {})));
  expect(letters.map((letter) => letter.status)).toEqual([201, 201, 201]);
  expect(new Set(letters.map((letter) => letter.body.number)).size).toBe(3);
});

test('erasure: gone from lists, results and files; what stays is said with its law', async () => {
  const before = await people('all');
  const id = await decided('erasure', 20);
  const plan = await server.call('GET', `privacy/requests/${id}`);
  expect(plan.body.effect.done[0].count).toBe(1);
  const { body } = await carryOut(id);
  expect(body.result.done[0].count).toBe(1);
  expect(body.result.kept.map((one: { what: string }) => one.what).join()).toContain('Jejak audit');
  expect((await server.call('GET', `runs/${run}/people/20`)).status).toBe(404);
  expect((await people('all')).total).toBe(before.total - 1);
  const rows = await queryRows(
    server.services.database.owner,
    `SELECT 1 FROM resident_result WHERE no_penduduk = 'P0000020'`,
  );
  expect(rows).toEqual([]);
  for (const file of await csvFiles(path.join(server.settings.dataDir, 'runs')))
    expect(await readFile(file, 'utf8'), file).not.toContain('P0000020');
});

test('restriction: gone from lists of work, prints, downloads and reviews, marked elsewhere, and back when lifted', async () => {
  const keys = async (list: string) =>
    (await people(list)).items.map((one: { residentKey: number }) => one.residentKey);
  const key = 40;
  const before = (await people('uncovered')).total;
  expect(await keys('uncovered')).toContain(key);
  const id = await decided('restriction', key);
  await carryOut(id);
  expect(await keys('uncovered')).not.toContain(key);
  expect((await people('uncovered')).total).toBe(before - 1);
  const all = await server.call('GET', `runs/${run}/people?list=all&limit=200`);
  const marked = all.body.items.find((one: { residentKey: number }) => one.residentKey === key);
  expect(marked.restricted).toBe(true);
  const review = (await server.call('GET', `runs/${run}/review?limit=200&decided=all`)).body.items;
  expect(review.some((one: { residentKey: number }) => one.residentKey === key)).toBe(false);
  const order = await post(`runs/${run}/exports`, { list: 'all' });
  const csv = (await server.call('GET', `exports/${order.body.id}`)).text;
  expect(csv).not.toContain(`JL. RAYA ${key}, NO. 1`);
  expect(csv.trim().split('\r\n')).toHaveLength(order.body.people + 1);
  const pair = { residentKey: key, memberKey: 41, verdict: 'same' };
  expect((await post(`runs/${run}/decisions`, pair)).body.code).toMatch(/restricted|not-found/);
  await post(`privacy/requests/${id}/steps`, { type: 'restriction-lifted', reason: 'sudah selesai' });
  expect(await keys('uncovered')).toContain(key);
});

test('a member whom no mapping has found: restricted in lists of work, handed out, erased as far as the law lets us', async () => {
  const { owner } = server.services.database;
  await addTariffs(owner);
  const { members } = await addFamily(owner, { people: [77, 78], months: ['2026-01'], active: false });
  const memberId = members[0] as number;
  await queryRows(owner, `UPDATE member SET phone = '6281200000077' WHERE id = ${memberId}`);
  const drive = async () =>
    (await server.call('GET', 'drive/members')).body.items.map((one: { memberId: number }) => one.memberId);
  const ask = async (kind: string) => {
    const { body, status } = await post('privacy/requests', { ...asked(kind, null), person: { memberId } });
    expect(status).toBe(201);
    expect(body.person).toEqual({ memberId });
    await post(`privacy/requests/${body.id}/steps`, identified);
    await post(`privacy/requests/${body.id}/steps`, granted);
    return body.id as string;
  };
  expect(await drive()).toEqual(members);
  const restriction = await ask('restriction');
  await carryOut(restriction);
  expect(await drive()).toEqual([members[1]]);
  expect((await server.call('GET', `members/${memberId}`)).body.restricted).toBe(true);
  await post(`privacy/requests/${restriction}/steps`, {
    type: 'restriction-lifted',
    reason: 'sudah selesai',
  });
  expect(await drive()).toEqual(members);
  const access = await ask('access');
  await carryOut(access);
  const held = (await server.call('GET', `privacy/requests/${access}/package/data.json`)).text;
  expect(held).toContain(cardOf(77));
  expect(held).not.toContain(cardOf(78));
  const { body } = await carryOut(await ask('erasure'));
  const kept = body.result.kept.map((one: { legalBasis: string }) => one.legalBasis).join();
  expect(kept).toContain('UU 24/2011');
  expect(kept).toContain('UU 8/1997');
  expect(await queryRows(owner, `SELECT phone FROM member WHERE id = ${memberId}`)).toEqual([
    { phone: null },
  ]);
  const nobody = { ...asked('access', null), person: { memberId: 2_000_000_000 } };
  expect((await post('privacy/requests', nobody)).body.code).toBe('member-not-found');
});

test('breach: clock, assessment, three letters, and a register that says it all', async () => {
  const input = {
    title: 'Daftar terkirim ke alamat salah',
    whatHappened: 'Sebuah daftar terkirim ke alamat yang salah.',
    happenedAt: hoursAgo(30),
    knownAt: hoursAgo(50),
    howKnown: 'Laporan penerima',
  };
  expect((await post('privacy/breaches', input)).status).toBe(400);
  const { body } = await post('privacy/breaches', { ...input, happenedAt: hoursAgo(60) });
  expect(body.clock).toMatchObject({ state: 'soon', hours: 72 });
  const step = (one: object) => post(`privacy/breaches/${body.id}/steps`, one);
  const letter = (audience: string) => post(`privacy/breaches/${body.id}/letters`, { audience });
  expect((await letter('authority')).body.code).toBe('breach-step-refused');
  const assessed = {
    type: 'assessed',
    dataKinds: ['identity', 'children'],
    people: [{ area: '51.71.01.1001', people: 30 }],
    cause: 'Salah ketik',
    consequences: 'Penipuan',
    disturbsPublic: true,
  };
  expect((await step(assessed)).body).toMatchObject({
    specific: true,
    people: 30,
    required: ['authority', 'subjects', 'public'],
  });
  await step({ type: 'remedied', remedy: 'Tautan dicabut.' });
  for (const audience of ['authority', 'subjects', 'public']) {
    const issued = await letter(audience);
    const pdf = await server.call('GET', `privacy/breaches/${body.id}/letters/${issued.body.id}`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await step({ type: 'closed', conclusion: 'Selesai.' })).status).toBe(409);
    const told = { type: 'notified', audience, means: 'surat', sentAt: new Date().toISOString() };
    expect((await step(told)).status).toBe(201);
  }
  expect((await step({ type: 'closed', conclusion: 'Selesai.' })).body).toMatchObject({
    stage: 'closed',
    clock: { state: 'met' },
  });
  const csv = await server.call('GET', 'privacy/breaches/register.csv');
  expect(csv.text).toContain('Daftar terkirim ke alamat salah');
  expect((await server.call('GET', 'privacy/breaches/register.xlsx')).bytes.subarray(0, 2).toString()).toBe(
    'PK',
  );
});

test('a village operator sees neither requests nor breaches, and the attempts are in the audit', async () => {
  for (const url of ['privacy/requests', 'privacy/breaches', 'privacy/retention'])
    expect((await server.call('GET', url, undefined, { as: 'desa' })).status).toBe(403);
  const denied = await queryRows(
    server.services.database.owner,
    `SELECT action FROM audit_entry WHERE username = 'desa' AND outcome = 'denied' AND action LIKE '%manage'`,
  );
  expect(denied.length).toBeGreaterThanOrEqual(3);
});

async function csvFiles(directory: string): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  return found.filter((f) => f.name.endsWith('.csv')).map((f) => path.join(f.parentPath, f.name));
}

test('clocks and the hiding of small counts are set with a reason, never laxer than the law, by those who may', async () => {
  await server.addOfficer('kepala2', 'head-of-branch');
  await server.addOfficer('pengelola2', 'system-administrator');
  const set = (name: string, value: number | null, as = 'pengelola2') =>
    post('privacy/settings', { name, value, reason: 'lebih ketat di sini' }, as);
  expect((await set('clock.access', 73)).status).toBe(400);
  expect((await set('figures.smallest-count', 4)).status).toBe(400);
  expect((await set('clock.access', 24, 'petugas')).status).toBe(403);
  expect((await set('clock.access', 24)).status).toBe(201);
  expect((await set('figures.smallest-count', 20, 'kepala2')).status).toBe(201);
  const { body } = await server.call('GET', 'privacy/settings', undefined, { as: 'kepala2' });
  const of = (name: string) => body.items.find((one: { name: string }) => one.name === name);
  expect(of('clock.access')).toMatchObject({
    value: 24,
    set: { by: 'pengelola2', reason: 'lebih ketat di sini' },
  });
  expect(of('clock.erasure')).toMatchObject({ value: 72, set: null });
  expect((await post('privacy/requests', asked('access', 7))).body.clock.hours).toBe(24);
  const csv = await server.call('GET', `runs/${run}/banjars/export?area=51.71.01.1002`);
  expect(csv.text).toContain('Angka di bawah 20 disembunyikan');
  await set('clock.access', null);
  expect((await post('privacy/requests', asked('access', 7))).body.clock.hours).toBe(72);
  const kept = await queryRows<{ n: number }>(
    server.services.database.owner,
    `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'privacy-setting.manage' AND outcome = 'done' AND detail ->> 'setting' = 'clock.access'`,
  );
  expect(kept[0]?.n).toBe(2);
});
