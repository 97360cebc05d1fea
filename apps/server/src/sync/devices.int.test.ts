import { createHash, randomUUID } from 'node:crypto';
import { seal } from '@jangkau/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, auditOf, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await addAccount(server, 'agen', 'pesiar-agent', { code: '51.71.01.1002/Kaja' });
  await addAccount(server, 'agenlain', 'pesiar-agent', { code: '51.03.01.1001' });
  await addAccount(server, 'penyelia', 'pesiar-supervisor', { code: '51.71.01' });
});
afterAll(() => server.close());

async function enrolled(username = 'agen') {
  const browser = new TestBrowser(server);
  await browser.signIn(username);
  const device = randomUUID();
  const { status, body } = await browser.call('POST', 'sync/devices', { device, name: 'Ponsel contoh' });
  expect(status).toBe(201);
  return { browser, device, token: body.token as string, serverKey: body.serverKey as string };
}

test('a device signs its owner in without a password, with a second factor counted as given', async () => {
  const { device, token } = await enrolled();
  const later = new TestBrowser(server);
  expect((await later.call('POST', 'session/device', { device, token: `${token.slice(1)}x` })).status).toBe(
    404,
  );
  expect((await later.call('POST', 'session/device', { device, token })).body.username).toBe('agen');
  expect((await later.call('GET', 'session')).body.officer.username).toBe('agen');
  expect(await auditOf(server, 'agen')).toContain('sync.use done');
});

test('an id of a device belongs to whoever was first', async () => {
  const { device } = await enrolled();
  const other = new TestBrowser(server);
  await other.signIn('agenlain');
  expect((await other.call('POST', 'sync/devices', { device, name: 'Ponsel lain' })).status).toBe(404);
});

test('those who look after agents see and end the devices within their reach, agents none', async () => {
  const near = await enrolled();
  const far = await enrolled('agenlain');
  const supervisor = new TestBrowser(server);
  await supervisor.signIn('penyelia');
  const { body } = await supervisor.call('GET', 'sync/devices');
  const ids = body.items.map((item: { id: string }) => item.id);
  expect(ids).toContain(near.device);
  expect(ids).not.toContain(far.device);
  expect((await supervisor.call('POST', `sync/devices/${far.device}/revoke`)).status).toBe(404);
  expect((await near.browser.call('GET', 'sync/devices')).status).toBe(403);
  const revoked = await supervisor.call('POST', `sync/devices/${near.device}/revoke`);
  expect(revoked.body).toMatchObject({ id: near.device, reason: 'revoked', wipedAt: null });
  const { device, token } = near;
  const again = await new TestBrowser(server).call('POST', 'session/device', { device, token });
  expect([again.status, again.body.code]).toEqual([410, 'device-revoked']);
});

test('a device says how much waits on it and since when, of itself alone', async () => {
  const { browser, device } = await enrolled();
  const held = { waiting: 2, undecided: 1, oldestAt: '2026-06-01T02:00:00.000Z' };
  expect((await browser.call('POST', 'sync/held', { device, ...held })).status).toBe(200);
  const other = await enrolled('agenlain');
  expect((await other.browser.call('POST', 'sync/held', { device, ...held, waiting: 9 })).status).toBe(404);
  const seen = async () =>
    (await server.call('GET', 'sync/devices')).body.items.find((item: { id: string }) => item.id === device)
      .held;
  expect(await seen()).toEqual({ ...held, at: expect.any(String) });
  const nothing = { waiting: 0, undecided: 0, oldestAt: null };
  expect((await browser.call('POST', 'sync/held', { device, ...nothing })).status).toBe(200);
  expect(await seen()).toMatchObject(nothing);
  // Nothing else is kept, whatever is sent.
  await browser.call('POST', 'sync/held', { device, ...held, note: 'NI LUH' });
  expect(Object.keys(await seen()).sort()).toEqual(['at', 'oldestAt', 'undecided', 'waiting']);
});

test('a device that forgets everything hands over what only the server can read, once', async () => {
  const { device, token, serverKey } = await enrolled();
  const fill = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);
  const key = Uint8Array.from(Buffer.from(serverKey, 'base64'));
  const plain = new TextEncoder().encode('{"event":"contoh"}');
  const sealed = Buffer.from(await seal(plain, key, fill)).toString('base64');
  const rescue = createHash('sha256').update(`jangkau rescue ${token}`).digest('hex');
  const order = { device, token: rescue, events: [{ id: 'a', sealed }], wiped: true, reason: 'wrong-pins' };
  const nobody = new TestBrowser(server);
  expect((await nobody.call('POST', 'sync/rescue', order)).status).toBe(200);
  expect((await nobody.call('POST', 'sync/rescue', order)).status).toBe(200);
  expect((await nobody.call('POST', 'sync/rescue', { ...order, token })).status).toBe(404);
  const mine = (await server.services.devices.rescuedOf('agen')).filter((item) => item.device_id === device);
  expect(mine.length).toBe(1);
  expect(await server.services.sealKeys.open(Uint8Array.from(mine[0]?.sealed ?? []))).toEqual(plain);
  const { body } = await server.call('GET', 'sync/devices');
  const ended = body.items.find((item: { id: string }) => item.id === device);
  expect(ended).toMatchObject({ reason: 'wrong-pins', rescued: 1, wipedAt: expect.any(String) });
});
