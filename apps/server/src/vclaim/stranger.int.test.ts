import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addFamily, addTariffs, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import lz from 'lz-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

// A hospital system nobody here has written: what it sends goes over a socket as it is, and what it expects is
// what BPJS's interface is known to answer.
const nik = '5171014101710000';
let server: TestServer;
let port: number;
let consId: string;
let secret: string;
beforeAll(async () => {
  server = await startTestServer({});
  await addAccount(server, 'pengelola', 'system-administrator');
  const admin = new TestBrowser(server);
  await admin.signIn('pengelola');
  const { owner } = server.services.database;
  await addTariffs(owner);
  await queryRows(
    owner,
    `INSERT INTO facility (code, name, level, area_code) VALUES ('2271R001', 'Rumah Sakit Contoh', 'FKRTL', '51.71')`,
  );
  await addFamily(owner, { people: [1, 2], segment: 'PBI_APBN' });
  const { body } = await admin.call('POST', 'clients', {
    name: 'RS Contoh',
    kind: 'hmac',
    scopes: ['eligibility.read', 'utilisation.add'],
    requestsPerMinute: 100_000,
    facility: '2271R001',
    userKey: 'kunci-layanan-contoh',
  });
  [consId, secret] = [body.client.id, body.secret];
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  port = (server.app.server.address() as AddressInfo).port;
}, 120_000);
afterAll(() => server.close());

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  timestamp?: string;
  signature?: (signature: string) => string;
}
const seconds = (off = 0) => String(Math.floor(Date.now() / 1000) + off);
const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Sends bytes as they are; the answer is told the way a client prints it. */
function send(
  path: string,
  { method = 'GET', headers = {}, body, timestamp = seconds(), signature }: Sent = {},
) {
  const signed = createHmac('sha256', secret).update(`${consId}&${timestamp}`).digest('base64');
  return new Promise<{ http: number; code: unknown; message: string; response: unknown }>(
    (resolve, reject) => {
      const call = request(
        {
          port,
          path,
          method,
          headers: {
            'X-cons-id': consId,
            'X-timestamp': timestamp,
            'X-signature': signature ? signature(signed) : signed,
            user_key: 'kunci-layanan-contoh',
            ...headers,
          },
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () => {
            const { metaData, response } = JSON.parse(text);
            const opened = typeof response === 'string' ? open(response, timestamp) : response;
            resolve({ http: answer.statusCode ?? 0, ...metaData, response: opened });
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    },
  );
}

function open(sealed: string, timestamp: string): unknown {
  const key = createHash('sha256')
    .update(consId + secret + timestamp)
    .digest();
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const text = decipher.update(sealed, 'base64', 'utf8') + decipher.final('utf8');
  return JSON.parse(lz.decompressFromEncodedURIComponent(text) as string);
}

const card = () => `/vclaim-rest/Peserta/nokartu/${cardOf(1)}/tglSEP/${day}`;
const found = (answer: { code: unknown; response: unknown }) => [
  answer.code,
  (answer.response as { peserta?: { statusPeserta: unknown } } | null)?.peserta?.statusPeserta,
];
const active = ['200', { kode: '0', keterangan: 'AKTIF' }];

test('however addresses, signatures and numbers are written, a covered member is AKTIF', async () => {
  const asked: [string, Sent?][] = [
    [card()],
    [`/vclaim-rest//Peserta/nokartu/${cardOf(1)}/tglSEP/${day}/`],
    [`/vclaim-rest/peserta/noKartu/${cardOf(1)}/tglSep/${day}`],
    [`/vclaim-rest/Peserta/nik/${nik}/tglSEP/${day}`],
    [`/vclaim-rest/Peserta/nik/5171+0141+0171+0000/tglSEP/${day}`],
    [`/vclaim-rest/Peserta/nik/%205171%200141%200171%200000/tglSEP/${day}%20`],
    [card(), { signature: encodeURIComponent }],
    [card(), { signature: (text) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()) }],
    [card(), { headers: { authorization: 'Basic cnM6cnM=' } }],
    [card(), { headers: { 'content-type': 'Application/x-www-form-urlencoded', accept: '*/*' } }],
    [card(), { headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/xml' } }],
    [card(), { timestamp: seconds(-290) }],
    [card(), { timestamp: seconds(290) }],
  ];
  for (const [path, sent] of asked) {
    const answer = await send(path, sent);
    expect([path, sent, ...found(answer)]).toEqual([path, sent, ...active]);
    expect([answer.http, answer.message]).toEqual([200, 'OK']);
  }
});

test('days in other formats and numbers of nobody: HTTP 200, code "201" as text, response null, words that say what', async () => {
  const days = [
    '22-11-2026',
    '2026%2F11%2F22',
    '20261122',
    '2026-1-2',
    '2026-02-30',
    '2013-01-01',
    '2099-01-01',
    'besok',
  ];
  for (const odd of days) {
    const answer = await send(`/vclaim-rest/Peserta/nokartu/${cardOf(1)}/tglSEP/${odd}`);
    expect([odd, answer.http, answer.code, answer.response]).toEqual([odd, 200, '201', null]);
    expect(answer.message).toContain('yyyy-MM-dd');
  }
  for (const number of [cardOf(98), '123', '00012345678901', '000123456789O']) {
    const answer = await send(`/vclaim-rest/Peserta/nokartu/${number}/tglSEP/${day}`);
    expect([number, answer.http, answer.code, answer.response]).toEqual([number, 200, '201', null]);
  }
});

test('a wrong clock, key or signature is told as such, with code "401" and response null', async () => {
  const moods: [Sent, RegExp][] = [
    [{ timestamp: seconds(-320) }, /X-timestamp/],
    [{ timestamp: String(Date.now()) }, /X-timestamp/],
    [{ timestamp: `${seconds()}.5` }, /X-timestamp/],
    [{ signature: () => 'AAAA' }, /X-signature/],
    [{ signature: () => '%E0%A4%A' }, /X-signature/],
    [{ headers: { user_key: 'lain' } }, /user_key/],
    [{ headers: { 'X-cons-id': '0' } }, /X-cons-id/],
  ];
  for (const [sent, words] of moods) {
    const answer = await send(card(), sent);
    expect([sent, answer.http, answer.code, answer.response]).toEqual([sent, 401, '401', null]);
    expect(answer.message).toMatch(words);
  }
});

test('a JSON body is read whatever its type says, and one that cannot be read has a code', async () => {
  const sep = (more: object = {}) =>
    JSON.stringify({
      request: {
        t_sep: { noKartu: cardOf(2), tglSep: day, ppkPelayanan: '2271R001', jnsPelayanan: '2', ...more },
      },
    });
  const types = [
    'Application/x-www-form-urlencoded',
    'application/json',
    'text/plain',
    'application/octet-stream',
    '',
  ];
  for (const [at, type] of types.entries()) {
    const answer = await send('/vclaim-rest/SEP/2.0/insert', {
      method: 'POST',
      body: sep(at % 2 ? { jnsPelayanan: 2 } : {}),
      headers: type === '' ? {} : { 'content-type': type },
    });
    expect([type, answer.http, answer.code]).toEqual([type, 200, '200']);
    expect(answer.response).toMatchObject({ sep: { peserta: { noKartu: cardOf(2) } } });
  }
  for (const body of [
    '{',
    'request=x',
    '[]',
    sep({ tglSep: '22/11/2026' }),
    sep({ jnsPelayanan: '3' }),
    sep({ ppkPelayanan: '99999999' }),
  ]) {
    const answer = await send('/vclaim-rest/SEP/2.0/insert', { method: 'POST', body });
    expect([body, answer.http, answer.code, answer.response]).toEqual([body, 200, '201', null]);
  }
  expect(await send('/vclaim-rest/Rujukan/RS/1')).toMatchObject({ http: 404, code: '404', response: null });
  const pcare = await send(`/pcare-rest/peserta/${cardOf(1)}/`);
  expect([pcare.code, (pcare.response as { aktif: boolean }).aktif]).toEqual([200, true]);
});
