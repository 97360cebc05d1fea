import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, auditOf, TestBrowser, testPassword } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let now: Date;
let server: TestServer;
beforeAll(async () => {
  now = new Date();
  server = await startTestServer({ trustProxy: true }, { now: () => now });
});
afterAll(() => server.close());

const agent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36';

async function signedIn(username: string, password = testPassword): Promise<TestBrowser> {
  const browser = new TestBrowser(server, { 'user-agent': agent });
  const { body } = await browser.signIn(username, password);
  expect(body.next).toBe('done');
  return browser;
}

test('changing the password needs the old one and signs out everywhere else', async () => {
  await addAccount(server, 'ganti', 'branch-officer');
  const [here, elsewhere] = [await signedIn('ganti'), await signedIn('ganti')];
  const change = (current: string, password: string) =>
    here.call('POST', 'account/password', { current, password });
  expect((await change('salah', 'pisang goreng di sawah')).body.code).toBe('wrong-password');
  expect((await change(testPassword, 'pendek')).body.code).toBe('password-too-short');
  expect((await change(testPassword, testPassword)).body.code).toBe('password-unchanged');
  expect((await change(testPassword, 'pisang goreng di sawah')).status).toBe(204);
  expect((await here.call('GET', 'session')).status).toBe(200);
  expect((await elsewhere.call('GET', 'session')).status).toBe(401);
  expect((await new TestBrowser(server).signIn('ganti')).status).toBe(401);
  expect(await auditOf(server, 'ganti')).toContain('session.password-changed done');
});

test('a borrowed browser cannot guess the password through the account page', async () => {
  await addAccount(server, 'pinjam', 'branch-officer');
  const browser = await signedIn('pinjam');
  const guess = (current: string) =>
    browser.call('POST', 'account/password', { current, password: 'pisang goreng di sawah' });
  for (let i = 0; i < 5; i++) expect((await guess(`salah ${i}`)).status).toBe(422);
  expect((await guess(testPassword)).body).toMatchObject({ code: 'too-many-attempts', retryAfter: 30 });
});

test('sessions are listed with device, time and address, and ended one by one or all at once', async () => {
  await addAccount(server, 'sesi', 'branch-officer');
  const [here, second, third] = [await signedIn('sesi'), await signedIn('sesi'), await signedIn('sesi')];
  const { items } = (await here.call('GET', 'account/sessions')).body;
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({ current: true, device: 'Chrome, Windows', proven: ['password'] });
  expect(items[0].address).toMatch(/^10\./);
  expect(new Set(items.map((item: { address: string }) => item.address)).size).toBe(3);
  expect(JSON.stringify(items)).not.toContain(here.cookies.get('jangkau_session'));

  const others = items.filter((item: { current: boolean }) => !item.current);
  expect((await here.call('DELETE', `account/sessions/${others[0].id}`)).status).toBe(204);
  const left = [second, third].map((each) => each.call('GET', 'session'));
  expect((await Promise.all(left)).map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await here.call('DELETE', 'account/sessions')).status).toBe(204);
  expect((await here.call('GET', 'account/sessions')).body.items).toHaveLength(1);

  await addAccount(server, 'lain', 'branch-officer');
  const stranger = await signedIn('lain');
  expect((await stranger.call('DELETE', `account/sessions/${items[0].id}`)).status).toBe(404);
  expect((await here.call('GET', 'session')).status).toBe(200);
});

test('an authenticator app is set up, renewed and removed with the password', async () => {
  await addAccount(server, 'aplikasi', 'branch-officer');
  const browser = await signedIn('aplikasi');
  const post = (url: string, body: object) => browser.call('POST', `account/${url}`, body);
  expect((await post('second-factor', { password: 'salah' })).body.code).toBe('wrong-password');
  const first = (await post('second-factor', { password: testPassword })).body;
  const { body: begun } = await post('second-factor', { password: testPassword });
  const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
  // Beginning anew makes the first secret worthless.
  expect((await post('second-factor/confirm', { code: codeOf(first.secret) })).body.code).toBe('wrong-code');
  const { body } = await post('second-factor/confirm', { code: codeOf(begun.secret) });
  expect(body.recoveryCodes).toHaveLength(10);
  expect((await post('second-factor', { password: testPassword })).body.code).toBe('second-factor-active');
  expect((await post('second-factor/confirm', { code: codeOf(begun.secret) })).body.code).toBe('wrong-code');

  const renewed = (await post('recovery-codes', { password: testPassword })).body.recoveryCodes;
  const other = new TestBrowser(server);
  await other.signIn('aplikasi');
  const use = (recoveryCode: string) => other.call('POST', 'session/code', { recoveryCode });
  expect((await use(body.recoveryCodes[0])).status).toBe(422);
  expect((await use(renewed[0])).body.next).toBe('done');
  expect((await post('second-factor/remove', { password: testPassword })).status).toBe(204);
  expect((await browser.call('GET', 'account')).body.secondFactor).toMatchObject({
    active: false,
    recoveryCodesLeft: 0,
  });
});

test('where a role needs it the authenticator app cannot be removed', async () => {
  const strict = await startTestServer({
    signIn: {
      ...server.settings.signIn,
      policy: { ...server.settings.signIn.policy, secondFactorRoles: ['branch-officer'] },
    },
  });
  await addAccount(strict, 'wajib', 'branch-officer');
  const browser = new TestBrowser(strict);
  await browser.signIn('wajib');
  const { secret } = (await browser.call('POST', 'session/code-setup')).body;
  await browser.call('POST', 'session/code-setup/confirm', { code: generateSync({ secret }) });
  const remove = await browser.call('POST', 'account/second-factor/remove', { password: testPassword });
  expect([remove.status, remove.body.code]).toEqual([409, 'second-factor-required']);
  await strict.close();
});

test('secrets that are shown once are not kept to answer a repetition', async () => {
  await addAccount(server, 'ulang', 'branch-officer');
  const browser = await signedIn('ulang');
  const key = { 'idempotency-key': 'satu-kunci' };
  const { body } = await browser.call('POST', 'account/second-factor', { password: testPassword }, key);
  const { rows } = await server.services.database.ownerPool.query('SELECT * FROM idempotency');
  expect(JSON.stringify(rows)).not.toContain(body.secret);
  expect(rows.filter(({ key: kept }) => kept === 'satu-kunci')).toEqual([]);
});
