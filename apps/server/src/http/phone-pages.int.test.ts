import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let fieldDir: string;
let server: TestServer;
beforeAll(async () => {
  fieldDir = await mkdtemp(path.join(tmpdir(), 'jangkau-field-'));
  await mkdir(path.join(fieldDir, 'assets'));
  await writeFile(path.join(fieldDir, 'index.html'), '<!doctype html><title>Lapangan</title>');
  await writeFile(path.join(fieldDir, 'sw.js'), '// pekerja');
  await writeFile(path.join(fieldDir, 'assets', 'app-1a2b.js'), '// aplikasi');
  server = await startTestServer({ fieldDir, memberDir: fieldDir });
});
afterAll(async () => {
  await server.close();
  await rm(fieldDir, { recursive: true, force: true });
});

test('the field app lives below its own folder, with a place that may be asked for', async () => {
  const page = await server.call('GET', '/field/', undefined, { as: '' });
  expect([page.status, page.text]).toEqual([200, '<!doctype html><title>Lapangan</title>']);
  expect(page.headers['permissions-policy']).toContain('geolocation=(self)');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  const bare = await server.call('GET', '/field', undefined, { as: '' });
  expect([bare.status, bare.headers.location]).toEqual([302, '/field/']);
});

test('files with a hash are kept for good, the service worker never', async () => {
  const asset = await server.call('GET', '/field/assets/app-1a2b.js', undefined, { as: '' });
  expect(asset.headers['cache-control']).toContain('immutable');
  const worker = await server.call('GET', '/field/sw.js', undefined, { as: '' });
  expect(worker.headers['cache-control']).toBe('no-cache');
  expect(worker.headers['permissions-policy']).toContain('geolocation=(self)');
});

test('the member app lives below its own folder, without the place', async () => {
  const page = await server.call('GET', '/member/', undefined, { as: '' });
  expect(page.status).toBe(200);
  expect(page.headers['permissions-policy']).toContain('geolocation=()');
});

test('elsewhere the place is not for the asking', async () => {
  const answer = await server.call('GET', 'healthz', undefined, { as: '' });
  expect(answer.headers['permissions-policy']).toContain('geolocation=()');
});
