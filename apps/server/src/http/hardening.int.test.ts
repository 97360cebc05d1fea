import { type Route, routes } from '@jangkau/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('pages may use nothing but our own scripts and style sheets', async () => {
  const { headers } = await server.call('GET', '/healthz');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(headers['strict-transport-security']).toBeUndefined();
});

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://lain.example' },
  { origin: 'null' },
])('a write that another site makes the browser send is refused: %o', async (headers) => {
  const answer = await server.call('POST', 'runs', {}, { headers });
  expect([answer.status, answer.body.code]).toEqual([403, 'other-site']);
});

test('no route that changes anything answers a page of another site, signed in or not', async () => {
  const writing = Object.values(routes as Record<string, Route>).filter(({ method }) => method !== 'GET');
  expect(writing.length).toBeGreaterThan(80);
  const addresses = [
    ...writing.map(({ method, path }) => [method, `/api/v1${path.replaceAll(/:\w+/g, '1')}`]),
    ['POST', '/vclaim-rest/SEP/2.0/insert'],
    ['POST', '/fhir'],
    ['POST', '/webhooks/whatsapp'],
  ] as const;
  for (const [method, url] of addresses)
    for (const as of ['petugas', '']) {
      const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://lain.example' };
      const { status } = await server.call(method, url, undefined, { as, headers });
      expect([method, url, as, status]).toEqual([method, url, as, 403]);
    }
});

test.each([
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { origin: 'http://localhost:80' },
  {},
])('a write of our own page or of a program is let through: %o', async (headers) => {
  const answer = await server.call('POST', 'runs', {}, { headers });
  expect(answer.body.code).toBe('invalid-request');
});

test('reading from another site is a matter of the cookie, not of this check', async () => {
  const answer = await server.call('GET', 'session', undefined, {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(200);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a body of type %s is refused',
  async (type) => {
    const answer = await server.call('POST', 'session', 'username=a', {
      as: '',
      headers: { 'content-type': type },
    });
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  },
);

test('a body that is too large, nested too deeply or not JSON is refused without an inner word', async () => {
  const send = (body: string) =>
    server.call('POST', 'session', body, { as: '', headers: { 'content-type': 'application/json' } });
  const large = await send(JSON.stringify({ username: 'x'.repeat(2 ** 21) }));
  expect([large.status, large.body.code]).toEqual([413, 'body-too-large']);
  const deep = await send(`{"username":${'['.repeat(5000)}${']'.repeat(5000)}}`);
  expect([deep.status, deep.body.detail]).toEqual([400, 'JSON is nested too deeply']);
  for (const body of ['{"username":', '{"__proto__":{"a":1}}', 'null', '[]', '']) {
    const answer = await send(body);
    expect([body, answer.status, answer.body.code]).toEqual([body, 400, 'invalid-request']);
    expect(answer.text).not.toMatch(/at .*\.ts|node_modules/);
  }
});

test('too many requests from one address are told when to come back, in both languages', async () => {
  const small = await startTestServer({ requestsPerMinute: 50 });
  const signIn = () => small.call('POST', 'session', { username: 'x', password: 'x' }, { as: '' });
  await signIn();
  const refused = await signIn();
  expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.body.retryAfter).toBe(Number(refused.headers['retry-after']));
  expect(String(refused.headers['content-type'])).toContain('problem+json');
  const read = () => small.call('GET', 'session', undefined, { as: '' });
  for (let i = 0; i < 50; i++) expect((await read()).status).toBe(401);
  expect((await read()).status).toBe(429);
  expect((await small.call('GET', '/healthz', undefined, { as: '' })).status).toBe(200);
  await small.close();
});
