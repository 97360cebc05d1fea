import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const script = `console.log(${JSON.stringify('x'.repeat(5000))});`;
let server: TestServer;
let officeDir: string;
beforeAll(async () => {
  officeDir = await mkdtemp(path.join(tmpdir(), 'jangkau-office-'));
  await mkdir(path.join(officeDir, 'assets'));
  await writeFile(path.join(officeDir, 'index.html'), '<!doctype html><title>Jangkau</title>');
  await writeFile(path.join(officeDir, 'assets', 'app-1a2b.js'), script);
  server = await startTestServer({ officeDir });
});
afterAll(async () => {
  await server.close();
  await rm(officeDir, { recursive: true, force: true });
});

const get = (url: string, headers = {}) => server.call('GET', url, undefined, { as: '', headers });

test('every address that is not the API is a page of the app', async () => {
  for (const url of ['/', '/pemetaan/7/desa', '/masuk?lanjut=%2F']) {
    const page = await get(url);
    expect([url, page.status]).toEqual([url, 200]);
    expect(page.text).toContain('<title>Jangkau</title>');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(String(page.headers['content-security-policy'])).toContain("script-src 'self'");
  }
});

test('files with a hash in their name are kept for good, and come compressed', async () => {
  const answer = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' });
  expect(answer.headers['cache-control']).toContain('immutable');
  expect(answer.headers['content-encoding']).toBe('br');
  expect(answer.bytes.length).toBeLessThan(500);
  expect(brotliDecompressSync(answer.bytes).toString()).toBe(script);
  expect((await get('/assets/app-1a2b.js')).text).toBe(script);
});

test('a file or an API address that is not there is not a page', async () => {
  expect((await get('/assets/old-9z.js')).body.code).toBe('not-found');
  expect((await get('/api/v1/nothing')).body.code).toBe('not-found');
  expect((await server.call('POST', '/pemetaan', {}, { as: '' })).body.code).toBe('not-found');
});
