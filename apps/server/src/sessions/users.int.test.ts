import { AccountRepository } from '@jangkau/store';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, TestBrowser, testPassword } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let now: Date;
let server: TestServer;
let admin: TestBrowser;
beforeAll(async () => {
  now = new Date();
  server = await startTestServer({ trustProxy: true }, { now: () => now });
  await addAccount(server, 'pengelola', 'system-administrator');
  admin = new TestBrowser(server);
  await admin.signIn('pengelola');
});
afterAll(() => server.close());

const village = { role: 'village-operator', code: '51.71.01.1002' };
const create = (username: string, roles: object[] = [village], name = 'Contoh Baru') =>
  admin.call('POST', 'users', { username, name, roles });
const idOfRole = (user: { roles: { id: number; role: string }[] }, role: string) =>
  user.roles.find((held) => held.role === role)?.id;

test('a new user signs in with a first password, replaces it, and sees only their area', async () => {
  const made = await create('baru');
  expect(made.status).toBe(201);
  expect(made.body.user).toMatchObject({
    username: 'baru',
    mustChangePassword: true,
    roles: [{ role: 'village-operator', kind: 'area', code: '51.71.01.1002', grantedBy: 'pengelola' }],
  });
  const browser = new TestBrowser(server);
  expect((await browser.signIn('baru', made.body.firstPassword)).body.next).toBe('password');
  await browser.call('POST', 'session/password', { password: 'pisang goreng di sawah' });
  const { body } = await browser.call('GET', 'session');
  expect(body).toMatchObject({ wholeBranch: false, areas: [{ code: '51.71.01.1002' }] });
  expect((await browser.call('GET', 'users')).body.code).toBe('out-of-scope');
  expect((await admin.call('GET', 'users/baru')).text).not.toContain(made.body.firstPassword);
});

test.each([
  [{ username: 'a', name: 'Contoh', roles: [] }, 'invalid-request'],
  [{ username: '5171014101800000', name: 'Contoh', roles: [] }, 'invalid-request'],
  [{ username: 'baik', name: '5171014101800000', roles: [] }, 'invalid-request'],
  [{ username: 'baik', name: 'Contoh', roles: [{ role: 'raja', code: null }] }, 'invalid-request'],
  [
    { username: 'baik', name: 'Contoh', roles: [{ role: 'village-operator', code: null }] },
    'role-needs-place',
  ],
  [
    { username: 'baik', name: 'Contoh', roles: [{ role: 'village-operator', code: '51.99' }] },
    'area-not-found',
  ],
  [{ username: 'pengelola', name: 'Contoh', roles: [] }, 'username-taken'],
])('%j is refused: %s', async (body, code) => {
  expect((await admin.call('POST', 'users', body)).body.code).toBe(code);
});

test('roles are given and taken away, and hold at once', async () => {
  const { firstPassword } = (await create('berubah', [{ role: 'auditor', code: null }])).body;
  const browser = new TestBrowser(server);
  await browser.signIn('berubah', firstPassword);
  await browser.call('POST', 'session/password', { password: 'pisang goreng di sawah' });
  expect((await browser.call('GET', 'runs')).status).toBe(403);
  const give = () => admin.call('POST', 'users/berubah/roles', village);
  const given = (await give()).body;
  expect((await browser.call('GET', 'runs')).status).toBe(200);
  expect((await give()).body.code).toBe('role-held');
  const id = idOfRole(given, 'village-operator');
  expect((await admin.call('DELETE', `users/berubah/roles/${id}`)).status).toBe(200);
  expect((await browser.call('GET', 'runs')).status).toBe(403);
  expect((await admin.call('DELETE', `users/berubah/roles/${id}`)).body.code).toBe('role-not-found');
});

test('nobody lifts themselves, not even an administrator', async () => {
  const own = (await admin.call('GET', 'users/pengelola')).body;
  expect(own.self).toBe(true);
  for (const [method, url, body] of [
    ['POST', 'users/pengelola/roles', village],
    ['DELETE', `users/pengelola/roles/${own.roles[0].id}`, undefined],
    ['POST', 'users/pengelola/disable', undefined],
    ['POST', 'users/pengelola/reset-password', undefined],
    ['POST', 'users/pengelola/reset-second-factor', undefined],
  ] as const) {
    const answer = await admin.call(method, url, body);
    expect([url, answer.status, answer.body.code]).toEqual([url, 403, 'own-account']);
  }
  const { rows } = await server.services.database.ownerPool.query(
    "SELECT 1 FROM audit_entry WHERE username = 'pengelola' AND outcome = 'denied' AND subject_key LIKE 'pengelola%'",
  );
  expect(rows.length).toBe(5);
});

test('the last administrator stays, also when two remove each other at once', async () => {
  await addAccount(server, 'pengelola-2', 'system-administrator');
  const second = new TestBrowser(server);
  await second.signIn('pengelola-2');
  const answers = await Promise.all([
    admin.call('POST', 'users/pengelola-2/disable'),
    second.call('POST', 'users/pengelola/disable'),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const { rows } = await server.services.database.ownerPool.query<{ username: string }>(
    'SELECT username FROM officer WHERE active AND is_administrator(username)',
  );
  expect(rows).toHaveLength(1);
  const remaining = rows[0]?.username === 'pengelola' ? admin : second;
  expect((await remaining.call('GET', 'users')).status).toBe(200);
  await server.services.database.ownerPool.query('UPDATE officer SET active = true');
  await admin.signIn('pengelola');

  // Straight through the login that manages users.
  const gate = server.services.database.gate;
  await admin.call('POST', 'users/pengelola-2/disable');
  await expect(new AccountRepository(gate).setActive('pengelola', false)).rejects.toThrow(
    'the last system administrator must stay',
  );
});

test('closing an account ends its sessions at once; it can be opened again', async () => {
  await addAccount(server, 'pergi', 'branch-officer');
  const browser = new TestBrowser(server);
  await browser.signIn('pergi');
  expect((await admin.call('POST', 'users/pergi/disable')).body.active).toBe(false);
  expect((await browser.call('GET', 'session')).status).toBe(401);
  expect((await browser.signIn('pergi')).body.code).toBe('wrong-credentials');
  expect((await admin.call('POST', 'users/pergi/enable')).body.active).toBe(true);
  expect((await browser.signIn('pergi')).body.next).toBe('done');
});

test('a forgotten password is replaced by a first one; sessions end', async () => {
  await addAccount(server, 'lupa', 'branch-officer');
  const browser = new TestBrowser(server);
  await browser.signIn('lupa');
  const { firstPassword } = (await admin.call('POST', 'users/lupa/reset-password')).body;
  expect((await browser.call('GET', 'session')).status).toBe(401);
  expect((await browser.signIn('lupa')).status).toBe(401);
  expect((await browser.signIn('lupa', firstPassword)).body.next).toBe('password');
});

test('a locked account is seen and unlocked by an administrator', async () => {
  await addAccount(server, 'kunci', 'branch-officer');
  for (let i = 0; i < 5; i++) await new TestBrowser(server).signIn('kunci', 'salah');
  expect((await new TestBrowser(server).signIn('kunci')).status).toBe(429);
  const { items } = (await admin.call('GET', 'users?q=KUNCI')).body;
  expect(items).toHaveLength(1);
  expect(items[0].lockedUntil).not.toBeNull();
  expect((await admin.call('POST', 'users/kunci/unlock')).body.lockedUntil).toBeNull();
  expect((await new TestBrowser(server).signIn('kunci')).body.next).toBe('done');
});

test('what an administrator does is in the audit, once, without secrets', async () => {
  await create('tercatat');
  await admin.call('POST', 'users/tercatat/sign-out');
  await admin.call('PUT', 'users/tercatat', { name: 'Nama Lain' });
  const { rows } = await server.services.database.ownerPool.query<{ detail: { act: string } }>(
    "SELECT detail FROM audit_entry WHERE action = 'user.manage' AND subject_key = 'tercatat' ORDER BY id",
  );
  expect(rows.map(({ detail }) => detail.act)).toEqual(['create', 'sign-out', 'rename']);
  expect(JSON.stringify(rows)).not.toContain(testPassword);
});

test('the login that answers requests sees nothing of accounts, secrets or clients', async () => {
  const { app } = server.services.database;
  for (const table of [
    'officer',
    'session',
    'second_factor',
    'recovery_code',
    'sign_in_guard',
    'api_credential',
  ])
    await expect(queryRows(app, `SELECT * FROM ${table}`)).rejects.toThrow('permission denied');
});
