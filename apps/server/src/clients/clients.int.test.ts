import { afterAll, beforeAll, expect, test } from 'vitest';
import { SecretBox } from '../secrets/secret-box.ts';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ClientService } from './client-service.ts';
import { signatureOf } from './signature.ts';

let now: Date;
let server: TestServer;
let admin: TestBrowser;
beforeAll(async () => {
  now = new Date();
  server = await startTestServer({ trustProxy: true }, { now: () => now });
  const { clientGate } = server.services;
  // Routes as later parts of the API will have them.
  server.app.get('/eligible', { preHandler: clientGate.requireClient('eligibility.read') }, async () => ({}));
  server.app.post('/pay', { preHandler: clientGate.requireClient('payment.add') }, async () => ({}));
  await addAccount(server, 'pengelola', 'system-administrator');
  admin = new TestBrowser(server);
  await admin.signIn('pengelola');
});
afterAll(() => server.close());

const forward = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
async function issue(kind: 'api-key' | 'hmac', scopes = ['eligibility.read'], requestsPerMinute = 600) {
  const { body } = await admin.call('POST', 'clients', {
    name: 'RS Contoh',
    kind,
    scopes,
    requestsPerMinute,
  });
  return { id: body.client.id as string, secret: body.secret as string };
}
let address = 0;
const from = () => ({ 'x-forwarded-for': `10.9.0.${++address % 250}` });
const withKey = (key: string, method = 'GET', url = '/api/v1/client') =>
  server.call(method, url, undefined, { as: '', headers: { ...from(), authorization: `Bearer ${key}` } });
function signed(
  { id, secret }: { id: string; secret: string },
  options: { method?: string; url?: string; at?: number; signature?: string } = {},
) {
  const timestamp = String(Math.floor(now.getTime() / 1000) + (options.at ?? 0));
  const headers = {
    ...from(),
    'x-cons-id': id,
    'x-timestamp': timestamp,
    'x-signature': options.signature ?? signatureOf(id, timestamp, secret),
  };
  return server.call(options.method ?? 'GET', options.url ?? '/api/v1/client', undefined, {
    as: '',
    headers,
  });
}

test('a key opens what its scopes name, and is kept as a hash', async () => {
  const client = await issue('api-key');
  expect(client.secret).toMatch(/^jk_[\w-]{43}$/);
  expect((await withKey(client.secret)).body).toEqual({
    id: client.id,
    name: 'RS Contoh',
    kind: 'api-key',
    scopes: ['eligibility.read'],
    requestsPerMinute: 600,
    credentialExpiresAt: null,
  });
  expect((await withKey(client.secret, 'GET', '/eligible')).status).toBe(200);
  const denied = await withKey(client.secret, 'POST', '/pay');
  expect([denied.status, denied.body.code]).toEqual([403, 'client-scope-missing']);
  const { rows } = await server.services.database.ownerPool.query('SELECT * FROM api_credential');
  expect(JSON.stringify(rows)).not.toContain(client.secret);
  const [listed] = (await admin.call('GET', 'clients')).body.items;
  expect(listed.credentials[0]).toMatchObject({ prefix: client.secret.slice(0, 12), holds: true });
  expect(listed.credentials[0].lastUsedAt).not.toBeNull();
});

test('no key, a wrong key and a session cookie open nothing', async () => {
  const { secret } = await issue('api-key');
  const wrong = [`${secret.slice(0, -1)}A`, `${secret}A`, 'jk_', secret.slice(3), ''];
  for (const key of wrong) expect([key, (await withKey(key)).body.code]).toEqual([key, 'client-not-known']);
  expect((await admin.call('GET', 'client')).status).toBe(401);
});

test('a signature as VClaim has it opens, within five minutes either way', async () => {
  const client = await issue('hmac');
  expect((await signed(client)).body.kind).toBe('hmac');
  expect((await signed(client, { at: -290 })).status).toBe(200);
  expect((await signed(client, { at: 290 })).status).toBe(200);
  for (const at of [-310, 310]) expect((await signed(client, { at })).body.code).toBe('client-not-known');
  expect((await signed({ ...client, secret: 'x' })).status).toBe(401);
  expect((await signed({ ...client, id: '1000000' })).status).toBe(401);
  expect((await signed(client, { signature: '' })).status).toBe(401);
  const encoded = encodeURIComponent(
    signatureOf(client.id, String(Math.floor(now.getTime() / 1000)), client.secret),
  );
  expect((await signed(client, { signature: encoded })).status).toBe(200);
  const { rows } = await server.services.database.ownerPool.query('SELECT * FROM api_credential');
  expect(JSON.stringify(rows)).not.toContain(client.secret);
});

test('a signature reads as often as needed in its window, but writes once', async () => {
  const client = await issue('hmac', ['eligibility.read', 'payment.add']);
  expect((await signed(client, { url: '/eligible' })).status).toBe(200);
  expect((await signed(client, { url: '/eligible' })).status).toBe(200);
  const pay = { method: 'POST', url: '/pay' };
  const answers = await Promise.all([signed(client, pay), signed(client, pay)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await signed(client, pay)).status).toBe(401);
  forward(1);
  expect((await signed(client, pay)).status).toBe(200);
});

test.each(['api-key', 'hmac'] as const)(
  'a new %s takes over while the old one holds a while',
  async (kind) => {
    const client = await issue(kind);
    const use = (secret: string) => (kind === 'hmac' ? signed({ ...client, secret }) : withKey(secret));
    const { body } = await admin.call('POST', `clients/${client.id}/rotate`, { overlapHours: 1 });
    expect((await use(client.secret)).status).toBe(200);
    expect((await use(body.secret)).status).toBe(200);
    forward(3601);
    expect((await use(client.secret)).status).toBe(401);
    expect((await use(body.secret)).status).toBe(200);
    await admin.signIn('pengelola');
    const third = await admin.call('POST', `clients/${client.id}/rotate`, { overlapHours: 0 });
    expect((await use(body.secret)).status).toBe(401);
    expect((await use(third.body.secret)).status).toBe(200);
  },
);

test('a revoked client is out at once and for good', async () => {
  const client = await issue('api-key');
  expect((await withKey(client.secret)).status).toBe(200);
  expect((await admin.call('POST', `clients/${client.id}/revoke`)).body.revokedAt).not.toBeNull();
  expect((await withKey(client.secret)).status).toBe(401);
  const rotate = await admin.call('POST', `clients/${client.id}/rotate`, { overlapHours: 0 });
  expect(rotate.body.code).toBe('client-not-found');
});

test('each client has a limit of its own', async () => {
  forward(60);
  const [small, other] = [await issue('api-key', ['eligibility.read'], 3), await issue('api-key')];
  for (let i = 0; i < 3; i++) expect((await withKey(small.secret)).status).toBe(200);
  const refused = await withKey(small.secret);
  expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await withKey(other.secret)).status).toBe(200);
  forward(60);
  expect((await withKey(small.secret)).status).toBe(200);
  await admin.call('PUT', `clients/${small.id}`, { scopes: ['bill.read'], requestsPerMinute: 10 });
  expect((await withKey(small.secret, 'GET', '/eligible')).body.code).toBe('client-scope-missing');
});

test('guessing keys from one address is stopped before anything is looked up', async () => {
  forward(60);
  const guess = () =>
    server.call('GET', '/api/v1/client', undefined, {
      as: '',
      headers: { 'x-forwarded-for': '10.9.9.9', authorization: `Bearer jk_${'x'.repeat(43)}` },
    });
  for (let i = 0; i < 60; i++) expect((await guess()).status).toBe(401);
  expect((await guess()).status).toBe(429);
});

test('only who may manages clients, and it is in the audit', async () => {
  expect((await server.call('GET', 'clients')).body.code).toBe('out-of-scope');
  const { id } = await issue('api-key');
  const { rows } = await server.services.database.ownerPool.query<{ detail: { act: string } }>(
    "SELECT detail FROM audit_entry WHERE action = 'api-client.manage' AND subject_key = $1",
    [id],
  );
  expect(rows.map(({ detail }) => detail.act)).toEqual(['create']);
});

test('secrets are encrypted anew when the key changes', async () => {
  const client = await issue('hmac');
  const { database } = server.services;
  const before = await database.ownerPool.query('SELECT sealed_secret FROM api_credential ORDER BY id DESC');
  expect(before.rows[0].sealed_secret).toMatch(/^v1\./);
  const [old] = server.secretKeys;
  const next = Buffer.alloc(32, 7);
  const parts = { gate: database.gate, now: () => now, onChange: () => undefined };
  const service = new ClientService({ ...parts, box: new SecretBox([next, old as Buffer]) });
  expect(await service.reseal()).toBeGreaterThan(0);
  expect(await service.reseal()).toBe(0);
  const back = new ClientService({ ...parts, box: new SecretBox([old as Buffer, next]) });
  await back.reseal();
  expect((await signed(client)).status).toBe(200);
});
