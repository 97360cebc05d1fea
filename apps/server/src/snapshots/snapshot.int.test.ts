import { spawn } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { memberPass, readSnapshot, statusByte } from '@jangkau/membership';
import { addFamily, addTariffs, cardOf } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, TestBrowser } from '../testing/test-browser.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { signingKeys } from './signing-key.ts';

const command = fileURLToPath(new URL('../../../cli/bin/jangkau.mjs', import.meta.url));
let server: TestServer;
let key: string;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-snapshot-'));
  await addAccount(server, 'pengelola', 'system-administrator');
  const admin = new TestBrowser(server);
  await admin.signIn('pengelola');
  await addTariffs(server.services.database.owner);
  await addFamily(server.services.database.owner, { people: [1, 2], class: 2 });
  await addFamily(server.services.database.owner, { people: [3], active: false });
  const order = {
    name: 'Klinik Contoh',
    kind: 'api-key',
    scopes: ['eligibility.read'],
    requestsPerMinute: 1000,
  };
  key = (await admin.call('POST', 'clients', order)).body.secret;
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const get = async (url: string) => {
  const answer = await server.call('GET', url, undefined, {
    as: '',
    headers: { authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  return answer;
};
const file = (name: string) => path.join(folder, name);
function check(args: string[], lines: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [
    command,
    'snapshot',
    'check',
    file('status'),
    '--keys',
    file('keys.json'),
    ...args,
  ]);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  child.stdin.end(`${lines.join('\n')}\n`);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('a facility without a line looks members up in its own copy, with what changed since', async () => {
  const keys = await get('snapshot/keys');
  await writeFile(file('keys.json'), keys.text);
  const whole = await get('snapshot');
  await writeFile(file('status'), whole.bytes);
  expect(whole.bytes.length).toBeLessThan(26 + 64 + 6 * 16);
  expect(whole.bytes.includes(cardOf(1))).toBe(false);
  const first = await check([], [cardOf(1), '5171 0141 0172 0000', cardOf(3), cardOf(9), '12']);
  expect(first.code).toBe(0);
  expect(first.output).toContain('*********0001  AKTIF  kelas 2  PAID');
  expect(first.output).toMatch(/517101\*+00 {2}AKTIF/);
  expect(first.output).toContain('*********0003  TIDAK AKTIF  kelas 3  ARREARS  Menunggak iuran.');
  expect(first.output).toContain('TIDAK DIKENAL');
  expect(first.output).not.toContain(cardOf(1));

  await queryRows(
    server.services.database.owner,
    `UPDATE member_status SET active = false, inactive_kind = 'ended', reason = 'DIED' WHERE member_id = 2;
     INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
       VALUES (2, '2026-11-01', 'PBPU', 2, false, 'ended', 'DIED', 'uji')`,
  );
  await writeFile(file('changes'), (await get('snapshot/changes')).bytes);
  const second = await check(['--changes', file('changes')], [cardOf(1), cardOf(2)]);
  expect(second.output).toContain('*********0001  AKTIF');
  expect(second.output).toContain('*********0002  TIDAK AKTIF  kelas 2  DIED');
});

test('the QR code of a member is checked with the same key', async () => {
  const keys = signingKeys(server.secretKeys[0] as Buffer);
  const issuedAt = Math.floor(Date.now() / 1000);
  const status = statusByte('PAID', 2);
  const held = memberPass({ card: cardOf(1), status, issuedAt }, keys.sign);
  const old = memberPass({ card: cardOf(1), status, issuedAt: issuedAt - 90_000 }, keys.sign);
  const { output } = await check([], [held, old, `${held.slice(0, -2)}AA`]);
  expect(output).toContain('*********0001  AKTIF  kelas 2  PAID');
  expect(output).toContain('tidak berlaku (expired)');
  expect(output).toContain('tidak berlaku (signature)');
});

test('a file of another server is not taken for ours', async () => {
  const { body } = await get('snapshot/keys');
  const other = signingKeys(Buffer.alloc(32, 7));
  expect(other.publicKey).not.toBe(body.publicKey);
  const publicKey = createPublicKey({
    key: Buffer.from(other.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  const { bytes } = await get('snapshot');
  expect(() =>
    readSnapshot(bytes, (message, signature) => verify(null, message, publicKey, signature)),
  ).toThrow(/signature/);
});
