import { scryptSync } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { addAccount, auditOf, TestBrowser, testPassword } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let now: Date;
let server: TestServer;
let browser: TestBrowser;

const forward = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const codeOf = (secret: string, seconds = 0) =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) + seconds });

beforeAll(async () => {
  now = new Date();
  const { signIn } = readSettings({ JANGKAU_SECOND_FACTOR_ROLES: 'auditor' });
  server = await startTestServer({ signIn, trustProxy: true }, { now: () => now });
});
afterAll(() => server.close());
beforeEach(() => {
  browser = new TestBrowser(server);
});

/** Sets up an authenticator app for an account; returns its secret and recovery codes. */
async function setUpApp(username: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const own = new TestBrowser(server);
  await own.signIn(username);
  const { body: begun } = await own.call('POST', 'account/second-factor', { password: testPassword });
  const { body } = await own.call('POST', 'account/second-factor/confirm', { code: codeOf(begun.secret) });
  forward(30);
  return { secret: begun.secret, recoveryCodes: body.recoveryCodes };
}

test('a password is enough where no more is asked for; the audit has it', async () => {
  await addAccount(server, 'satu', 'branch-officer');
  const answer = await browser.signIn(' Satu ');
  expect(answer.body).toMatchObject({ next: 'done', username: 'satu', session: { secondFactor: false } });
  expect((await browser.call('GET', 'session')).body.officer.username).toBe('satu');
  expect((await browser.call('DELETE', 'session')).status).toBe(204);
  expect(browser.cookies.size).toBe(0);
  expect(await auditOf(server, 'satu')).toEqual(['session.signed-in done', 'session.signed-out done']);
});

test('an unknown name, a wrong password and a closed account are answered alike', async () => {
  await addAccount(server, 'tutup', 'branch-officer');
  await server.services.database.ownerPool.query(
    "UPDATE officer SET active = false WHERE username = 'tutup'",
  );
  const answers = [
    await browser.signIn('tidak-ada'),
    await browser.signIn('satu', 'salah'),
    await browser.signIn('tutup'),
  ].map(({ status, body: { requestId: _, ...body } }) => ({ status, body }));
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  const { rows } = await server.services.database.ownerPool.query(
    "SELECT 1 FROM audit_entry WHERE username = 'tidak-ada' OR detail::text LIKE '%tidak-ada%'",
  );
  expect(rows).toEqual([]);
});

test('names nobody has take as long as names somebody has', async () => {
  await addAccount(server, 'lama', 'branch-officer');
  const cpu = async (username: string) => {
    const before = process.cpuUsage();
    await new TestBrowser(server).signIn(username, 'salah');
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await cpu('lama');
  const known = Math.min(await cpu('lama'), await cpu('lama'));
  const unknown = Math.min(await cpu('lamb'), await cpu('lamb'));
  // Both derive one key; without that the second would need a tenth.
  expect(unknown / known).toBeGreaterThan(0.4);
});

test('an older kind of hash opens once and is made anew', async () => {
  const salt = Buffer.from('garam-garam-1234');
  const key = scryptSync(testPassword, salt, 32, { N: 1024, r: 8, p: 1 });
  const passwordHash = `scrypt$1024$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
  await addAccount(server, 'kuno', 'branch-officer', { passwordHash });
  expect((await browser.signIn('kuno')).body.next).toBe('done');
  const { rows } = await server.services.database.ownerPool.query(
    "SELECT password_hash FROM officer WHERE username = 'kuno'",
  );
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
  expect((await browser.signIn('kuno')).body.next).toBe('done');
});

test('guessing gets slower and slower, for names nobody has too, and over a restart', async () => {
  await addAccount(server, 'tebak', 'branch-officer');
  for (const username of ['tebak', 'tidak-ada-2']) {
    const from = () => new TestBrowser(server);
    for (let i = 0; i < 5; i++) expect((await from().signIn(username, `salah ${i}`)).status).toBe(401);
    const locked = await from().signIn(username);
    expect([locked.status, locked.body.code]).toEqual([429, 'too-many-attempts']);
    expect(locked.headers['retry-after']).toBe('30');
    forward(30);
    expect((await from().signIn(username, 'salah')).status).toBe(401);
    expect((await from().signIn(username)).headers['retry-after']).toBe('60');
    forward(59);
    expect((await from().signIn(username)).status).toBe(429);
    forward(1);
  }
  // What is counted is in the database; a new server on it goes on counting.
  const { rows } = await server.services.database.ownerPool.query(
    'SELECT max(failures) AS most FROM sign_in_guard',
  );
  expect(rows[0].most).toBe(6);
  expect((await browser.signIn('tebak')).body.next).toBe('done');
  for (let i = 0; i < 4; i++) expect((await browser.signIn('tebak', 'salah')).status).toBe(401);
  expect((await browser.signIn('tebak')).body.next).toBe('done');
  expect(await auditOf(server, 'tebak')).toContain('session.locked denied');
});

test('a hundred guesses at once are a hundred, not one', async () => {
  await addAccount(server, 'serbu', 'branch-officer');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => new TestBrowser(server).signIn('serbu', `salah ${i}`)),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  forward(3600);
});

test('one address cannot try one password on everybody', async () => {
  const statuses = [];
  for (let i = 0; i < 21; i++) statuses.push((await browser.signIn(`orang-${i}`, 'salah')).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses[20]).toBe(429);
  forward(3601);
});

test('with an authenticator app a password alone opens nothing', async () => {
  await addAccount(server, 'dua', 'branch-officer');
  const { secret } = await setUpApp('dua');
  const answer = await browser.signIn('dua');
  expect(answer.body).toEqual({ next: 'code', username: 'dua', session: null });
  expect([...browser.cookies.keys()]).toEqual(['jangkau_step']);
  expect((await browser.call('GET', 'session')).status).toBe(401);
  expect((await browser.call('GET', 'runs')).status).toBe(401);
  expect((await browser.call('GET', 'session/step')).body.next).toBe('code');

  const wrong = await browser.call('POST', 'session/code', { code: '000000' });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong-code']);
  expect((await browser.call('POST', 'session/code', { code: codeOf(secret, -120) })).status).toBe(422);
  const step = browser.cookies.get('jangkau_step');
  const right = await browser.call('POST', 'session/code', { code: codeOf(secret) });
  expect(right.body).toMatchObject({ next: 'done', session: { secondFactor: true } });
  expect([...browser.cookies.keys()]).toEqual(['jangkau_session']);

  // The token of the step is spent, and is not the token of the session.
  expect(browser.cookies.get('jangkau_session')).not.toBe(step);
  const again = new TestBrowser(server);
  again.cookies.set('jangkau_step', String(step));
  expect((await again.call('GET', 'session/step')).body.next).toBeNull();
  again.cookies.set('jangkau_session', String(step));
  expect((await again.call('GET', 'session')).status).toBe(401);
});

test('a code works once, also when it is used twice in the same moment', async () => {
  await addAccount(server, 'tiga', 'branch-officer');
  const { secret } = await setUpApp('tiga');
  const code = codeOf(secret);
  const two = [new TestBrowser(server), new TestBrowser(server)];
  for (const each of two) await each.signIn('tiga');
  const answers = await Promise.all(two.map((each) => each.call('POST', 'session/code', { code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  await browser.signIn('tiga');
  expect((await browser.call('POST', 'session/code', { code })).body.code).toBe('wrong-code');
  forward(30);
  expect((await browser.call('POST', 'session/code', { code: codeOf(secret) })).body.next).toBe('done');
});

test('codes cannot be guessed either, not even by signing in again in between', async () => {
  await addAccount(server, 'empat', 'branch-officer');
  const { secret } = await setUpApp('empat');
  for (let i = 0; i < 5; i++) {
    await browser.signIn('empat');
    expect((await browser.call('POST', 'session/code', { code: '000000' })).status).toBe(422);
  }
  await browser.signIn('empat');
  const locked = await browser.call('POST', 'session/code', { code: codeOf(secret) });
  expect([locked.status, locked.body.retryAfter]).toEqual([429, 30]);
  forward(30);
  expect((await browser.call('POST', 'session/code', { code: codeOf(secret) })).body.next).toBe('done');
});

test('recovery codes open once each, typed in any way', async () => {
  await addAccount(server, 'lima', 'branch-officer');
  const { recoveryCodes } = await setUpApp('lima');
  expect(recoveryCodes).toHaveLength(10);
  const [first = ''] = recoveryCodes;
  const use = async (recoveryCode: string) => {
    await browser.signIn('lima');
    return browser.call('POST', 'session/code', { recoveryCode });
  };
  expect((await use(` ${first.toUpperCase()} `)).body.next).toBe('done');
  expect((await browser.call('GET', 'account')).body.secondFactor.recoveryCodesLeft).toBe(9);
  expect((await use(first)).body.code).toBe('wrong-code');
  const { rows } = await server.services.database.ownerPool.query('SELECT * FROM recovery_code');
  expect(JSON.stringify(rows)).not.toContain(first.slice(0, 5));
});

test('a first password has to be replaced, by a good one', async () => {
  await addAccount(server, 'enam', 'branch-officer', { mustChange: true });
  expect((await browser.signIn('enam')).body.next).toBe('password');
  expect((await browser.call('GET', 'session')).status).toBe(401);
  const choose = (password: string) => browser.call('POST', 'session/password', { password });
  for (const [password, code] of [
    ['pendek', 'password-too-short'],
    ['Rahasia12345', 'password-common'],
    ['enam ekor kucing hitam', 'password-contains-username'],
    [testPassword, 'password-unchanged'],
  ] as const)
    expect((await choose(password)).body.code).toBe(code);
  expect((await choose('pisang goreng di pinggir sawah')).body.next).toBe('done');
  expect((await browser.call('GET', 'session')).status).toBe(200);
  expect((await new TestBrowser(server).signIn('enam')).status).toBe(401);
  const again = await new TestBrowser(server).signIn('enam', 'pisang goreng di pinggir sawah');
  expect(again.body.next).toBe('done');
});

test('a role that may not go without an authenticator app sets one up before anything else', async () => {
  await addAccount(server, 'tujuh', 'auditor');
  expect((await browser.signIn('tujuh')).body.next).toBe('code-setup');
  expect((await browser.call('GET', 'session')).status).toBe(401);
  const { body: begun } = await browser.call('POST', 'session/code-setup', undefined, {
    'idempotency-key': 'k',
  });
  expect(begun.uri).toBe(`otpauth://totp/Jangkau:tujuh?secret=${begun.secret}&issuer=Jangkau`);
  const confirm = (code: string) => browser.call('POST', 'session/code-setup/confirm', { code });
  expect((await confirm('000000')).body.code).toBe('wrong-code');
  const { body } = await confirm(codeOf(begun.secret));
  expect(body).toMatchObject({ next: 'done', session: { secondFactor: true } });
  expect(body.recoveryCodes).toHaveLength(10);
  const { rows } = await server.services.database.ownerPool.query(
    "SELECT secret FROM second_factor WHERE username = 'tujuh'",
  );
  expect(rows[0].secret).toMatch(/^v1\./);
  // The code that took the app into use is spent.
  await browser.signIn('tujuh');
  expect((await browser.call('POST', 'session/code', { code: codeOf(begun.secret) })).status).toBe(422);
});

test('steps cannot be skipped or taken twice', async () => {
  await addAccount(server, 'delapan', 'branch-officer');
  await setUpApp('delapan');
  await browser.signIn('delapan');
  const tries = [
    ['session/password', { password: 'pisang goreng di sawah' }],
    ['session/code-setup', undefined],
    ['session/code-setup/confirm', { code: '123456' }],
  ] as const;
  for (const [url, body] of tries)
    expect([url, (await browser.call('POST', url, body)).body.code]).toEqual([url, 'sign-in-expired']);
  forward(601);
  expect((await browser.call('POST', 'session/code', { code: '123456' })).body.code).toBe('sign-in-expired');
});

test('a token that was planted before signing in is worth nothing after it', async () => {
  await addAccount(server, 'sembilan', 'branch-officer');
  const planted = 'A'.repeat(43);
  browser.cookies.set('jangkau_session', planted);
  await browser.signIn('sembilan');
  expect(browser.cookies.get('jangkau_session')).not.toBe(planted);
  const thief = new TestBrowser(server);
  thief.cookies.set('jangkau_session', planted);
  expect((await thief.call('GET', 'session')).status).toBe(401);
});

test('signing in as somebody else ends the session before', async () => {
  await browser.signIn('satu');
  const first = browser.cookies.get('jangkau_session');
  await browser.signIn('sembilan');
  const old = new TestBrowser(server);
  old.cookies.set('jangkau_session', String(first));
  expect((await old.call('GET', 'session')).status).toBe(401);
});

test('a session that is not used ends after an hour, any session after twelve', async () => {
  await browser.signIn('satu');
  forward(59 * 60);
  expect((await browser.call('GET', 'session')).status).toBe(200);
  forward(59 * 60);
  expect((await browser.call('GET', 'session')).status).toBe(200);
  forward(61 * 60);
  expect((await browser.call('GET', 'session')).status).toBe(401);
  await browser.signIn('satu');
  for (let minutes = 0; minutes < 12 * 60 - 50; minutes += 50) {
    expect((await browser.call('GET', 'session')).status).toBe(200);
    forward(50 * 60);
  }
  forward(50 * 60);
  expect((await browser.call('GET', 'session')).status).toBe(401);
});

test('behind HTTPS cookies are bound to the host and to HTTPS', async () => {
  const behind = await startTestServer({ trustProxy: true });
  await addAccount(behind, 'aman', 'branch-officer');
  const https = new TestBrowser(behind, { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.1' });
  const answer = await https.signIn('aman');
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^__Host-jangkau_session=/);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
  expect(cookie).not.toContain('Domain');
  expect(String(answer.headers['strict-transport-security'])).toContain('max-age=');
  expect((await https.call('GET', 'session')).status).toBe(200);
  // One planted over plain HTTP, or by a neighbouring host, is not looked at.
  const token = https.cookies.get('__Host-jangkau_session');
  const planted = new TestBrowser(behind, { 'x-forwarded-proto': 'https' });
  planted.cookies.set('jangkau_session', String(token));
  expect((await planted.call('GET', 'session')).status).toBe(401);
  const { body } = await https.call('GET', 'account/sessions');
  expect(body.items[0].address).toBe('10.0.0.1');
  await behind.close();
});

test('the sign-in page learns what it needs before anybody has signed in', async () => {
  const { body } = await browser.call('GET', 'welcome');
  expect(body).toMatchObject({ demo: true, oidc: null, languages: ['id', 'en'], leastPasswordLength: 12 });
  expect(body.demoAccounts).toHaveLength(11);
});
