import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const signIn = (password: string, headers = {}) =>
  server.call('POST', 'session', { username: 'petugas', password }, { as: '', headers });

test('everything but signing in and health needs a session', async () => {
  for (const [method, url] of [
    ['GET', 'session'],
    ['GET', 'runs'],
    ['POST', 'uploads?kind=residents&name=a.csv'],
    ['GET', 'areas'],
    ['GET', 'events'],
    ['POST', 'areas/boundaries'],
  ] as const) {
    const answer = await server.call(method, url, method === 'POST' ? {} : undefined, { as: '' });
    expect([url, answer.status, answer.body.code]).toEqual([url, 401, 'not-signed-in']);
  }
  expect((await server.call('GET', '/healthz', undefined, { as: '' })).status).toBe(200);
  expect((await server.call('GET', '/readyz', undefined, { as: '' })).body.status).toBe('ready');
});

test('signing in sets a cookie that scripts and other sites cannot use', async () => {
  const answer = await signIn('rahasia');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ next: 'done', session: { officer: { username: 'petugas' } } });
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const token = cookie.split(';')[0] ?? '';
  const known = await server.call('GET', 'session', undefined, { as: '', headers: { cookie: token } });
  expect(known.body.wholeBranch).toBe(true);
  await server.call('DELETE', 'session', undefined, { as: '', headers: { cookie: token } });
  const over = await server.call('GET', 'session', undefined, { as: '', headers: { cookie: token } });
  expect(over.status).toBe(401);
});

test('a wrong password is a problem document in the language asked for', async () => {
  const english = await signIn('salah', { 'accept-language': 'en-GB,en;q=0.9,id;q=0.1' });
  expect(english.status).toBe(401);
  expect(String(english.headers['content-type'])).toContain('application/problem+json');
  expect(english.body).toMatchObject({ code: 'wrong-credentials', status: 401 });
  expect(english.body.message).toContain('wrong');
  expect((await signIn('salah')).body.message).toContain('salah');
});

test('what is wrong with a request is said field by field', async () => {
  const answer = await server.call('POST', 'session', { username: '' }, { as: '' });
  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('invalid-request');
  expect(answer.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
    'body.password',
    'body.username',
  ]);
});

test('an address nobody knows is a problem document too', async () => {
  const answer = await server.call('GET', 'nowhere');
  expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
});
