import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const token = 'sebuah-token-yang-panjang';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ metricsToken: token });
});
afterAll(() => server.close());

function metrics(options: { remoteAddress?: string; headers?: Record<string, string> } = {}) {
  return server.app.inject({ method: 'GET', url: '/metrics', ...options });
}

test('metrics count requests by pattern and hold nothing of anybody', async () => {
  const searched = 'RAHASIA';
  await server.call('GET', `runs?limit=1&state=done`);
  await server.call('GET', `runs/${searched}`);
  const { payload, statusCode, headers } = await metrics();
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toContain('text/plain');
  expect(payload).toMatch(
    /jangkau_http_requests_total\{method="GET",route="\/api\/v1\/runs\/:id",status="404"\} 1/,
  );
  for (const name of [
    'jangkau_http_request_duration_seconds_bucket',
    'jangkau_database_connections{login="app",state="total"}',
    'jangkau_runs{state="queued"} 0',
    'jangkau_audit_seal_lag_seconds',
    'jangkau_database_up 1',
    'nodejs_eventloop_lag_seconds',
  ])
    expect(payload).toContain(name);
  // Without a backup there is no age; zero would say that there is one of this moment.
  expect(payload).not.toMatch(/^jangkau_backup_age_seconds /m);
  for (const word of [searched, 'petugas', 'limit=1']) expect(payload).not.toContain(word);
});

test('metrics are for this machine and for whoever knows the token', async () => {
  const remoteAddress = '10.1.2.3';
  expect((await metrics({ remoteAddress })).statusCode).toBe(404);
  expect((await metrics({ headers: { 'x-forwarded-for': '10.1.2.3' } })).statusCode).toBe(404);
  expect((await metrics({ remoteAddress, headers: { authorization: 'Bearer salah' } })).statusCode).toBe(404);
  expect((await metrics({ remoteAddress, headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(
    200,
  );
});

test('ready says which dependency is missing and nothing more', async () => {
  expect((await server.call('GET', '/readyz')).body).toEqual({
    status: 'ready',
    database: true,
    migrations: true,
    storage: true,
  });
  const other = await startTestServer();
  await other.services.database.close();
  const answer = await other.app.inject({ method: 'GET', url: '/readyz' });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ status: 'not-ready', database: false, migrations: false, storage: true });
  await other.app.close();
});

test('closing waits for answers on their way, and turns new requests away', async () => {
  const other = await startTestServer();
  other.app.get('/slow', async () => {
    await sleep(700);
    return { done: true };
  });
  const url = await other.app.listen({ port: 0, host: '127.0.0.1' });
  const slow = fetch(`${url}/slow`).then((answer) => answer.json());
  await sleep(200);
  const closed = other.close();
  expect(await slow).toEqual({ done: true });
  await closed;
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});
