import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { type OpenIdProvider, providerClient, startOpenIdProvider } from '../testing/openid-provider.ts';
import { addAccount, auditOf, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let provider: OpenIdProvider;
let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  provider = await startOpenIdProvider();
  const { signIn } = readSettings({
    JANGKAU_OIDC_ISSUER: provider.issuer,
    JANGKAU_OIDC_CLIENT_ID: providerClient.clientId,
    JANGKAU_OIDC_CLIENT_SECRET: providerClient.clientSecret,
    JANGKAU_OIDC_NAME: 'SSO Contoh',
    JANGKAU_PUBLIC_URL: 'https://jangkau.example',
    JANGKAU_SECOND_FACTOR_ROLES: 'auditor',
  });
  server = await startTestServer({ signIn, trustProxy: true });
  await addAccount(server, 'pegawai', 'branch-officer');
  await addAccount(server, 'pemeriksa', 'auditor');
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => {
  browser = new TestBrowser(server, { 'x-forwarded-proto': 'https' });
});

/** Goes to the provider and back; returns where the browser is sent in the end. */
async function signInThere(answer: OpenIdProvider['answer'], next = '/petakan'): Promise<string> {
  provider.answer = answer;
  const away = await browser.call('GET', `session/oidc?next=${encodeURIComponent(next)}`);
  expect(away.status).toBe(302);
  const back = new URL(await provider.visit(String(away.headers.location)));
  expect(back.origin).toBe('https://jangkau.example');
  const answered = await browser.call('GET', back.pathname + back.search);
  expect(answered.status).toBe(302);
  return String(answered.headers.location);
}

test('somebody the provider vouches for is let in and bound to their account', async () => {
  expect(await signInThere({ sub: 'orang-1', username: 'Pegawai' })).toBe('/masuk?next=%2Fpetakan');
  expect((await browser.call('GET', 'session/step')).body).toEqual({ next: 'done', username: 'pegawai' });
  expect((await browser.call('GET', 'session')).body.officer.username).toBe('pegawai');
  expect((await browser.call('GET', 'account')).body.oidc).toBe(true);
  expect([...browser.cookies.keys()]).toEqual(['__Host-jangkau_session']);
  expect(await auditOf(server, 'pegawai')).toEqual(['session.signed-in done']);

  // From now on the provider's number counts, not the name.
  browser = new TestBrowser(server, { 'x-forwarded-proto': 'https' });
  expect(await signInThere({ sub: 'orang-1', username: 'nama-baru' })).toContain('next=');
  expect((await browser.call('GET', 'session')).body.officer.username).toBe('pegawai');
  browser = new TestBrowser(server, { 'x-forwarded-proto': 'https' });
  expect(await signInThere({ sub: 'orang-2', username: 'pegawai' })).toBe('/masuk?problem=oidc-refused');
});

test('nobody gets an account by being known to the provider', async () => {
  expect(await signInThere({ sub: 'orang-3', username: 'tidak-ada' })).toBe('/masuk?problem=oidc-refused');
  expect(await signInThere({ sub: 'orang-3' })).toBe('/masuk?problem=oidc-refused');
  expect((await browser.call('GET', 'session')).status).toBe(401);
});

test('a role that needs a second factor needs it here unless the provider checked one', async () => {
  await signInThere({ sub: 'orang-4', username: 'pemeriksa' });
  expect((await browser.call('GET', 'session/step')).body.next).toBe('code-setup');
  expect((await browser.call('GET', 'session')).status).toBe(401);
  browser = new TestBrowser(server, { 'x-forwarded-proto': 'https' });
  await signInThere({ sub: 'orang-4', username: 'pemeriksa', amr: ['pwd', 'otp'] });
  expect((await browser.call('GET', 'session')).body.officer.username).toBe('pemeriksa');
});

test.each([
  ['another audience', { aud: 'lain' }],
  ['another issuer', { iss: 'https://lain.example' }],
  ['another nonce', { nonce: 'lain' }],
  ['an old token', { exp: 1 }],
])('%s is refused', async (_, claims) => {
  expect(await signInThere({ sub: 'orang-1', username: 'pegawai', claims })).toBe(
    '/masuk?problem=oidc-refused',
  );
});

test('an answer for another browser, with another state, or used before is refused', async () => {
  provider.answer = { sub: 'orang-1', username: 'pegawai' };
  const away = await browser.call('GET', 'session/oidc');
  const back = new URL(await provider.visit(String(away.headers.location)));
  const refused = { location: '/masuk?problem=oidc-refused' };
  const other = new TestBrowser(server, { 'x-forwarded-proto': 'https' });
  expect((await other.call('GET', back.pathname + back.search)).headers).toMatchObject(refused);
  const cookie = String(browser.cookies.get('__Host-jangkau_oidc'));
  const changed = new URL(back);
  changed.searchParams.set('state', 'lain');
  expect((await browser.call('GET', changed.pathname + changed.search)).headers).toMatchObject(refused);
  browser.cookies.set('__Host-jangkau_oidc', cookie);
  expect((await browser.call('GET', back.pathname + back.search)).headers.location).toContain('next=');
  browser.cookies.set('__Host-jangkau_oidc', cookie);
  expect((await browser.call('GET', back.pathname + back.search)).headers).toMatchObject(refused);
});

test('the sign-in page knows of the provider; without one the way there does not exist', async () => {
  expect((await browser.call('GET', 'welcome')).body.oidc).toEqual({ name: 'SSO Contoh' });
  const without = await startTestServer();
  expect((await without.call('GET', 'session/oidc', undefined, { as: '' })).status).toBe(404);
  await without.close();
});

test('a provider that is half described is a wrong setting', () => {
  expect(() => readSettings({ JANGKAU_OIDC_ISSUER: 'https://sso.example' })).toThrow(
    /JANGKAU_OIDC_CLIENT_ID, JANGKAU_OIDC_CLIENT_SECRET, JANGKAU_PUBLIC_URL/,
  );
});
