import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ maxUploadBytes: 100_000 });
});
afterAll(() => server.close());

const rows = Array.from({ length: 40 }, (_, i) => {
  const day = String(1 + (i % 28)).padStart(2, '0');
  return `517101${day}01800000;I WAYAN CONTOH ${'ABCDEFGHIJ'[i % 10]};${day}/01/1980;Laki-laki`;
});
const odd = ['Nomor Identitas;Nama Warga;Tgl Lhr;JK', ...rows].join('\n');

const send = (text: string, name = 'warga.csv', kind = 'residents') =>
  server.call('POST', `uploads?kind=${kind}&name=${encodeURIComponent(name)}`, text, {
    headers: { 'content-type': 'text/csv' },
  });

test("a file is looked at: format, columns, samples without anybody's number", async () => {
  const { status, body, text } = await send(odd);
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'warga.csv', kind: 'residents', source: 'upload' });
  expect(body.detection).toMatchObject({
    format: 'csv',
    delimiter: ';',
    headerRow: 1,
    usable: true,
    corrected: false,
  });
  const found = Object.fromEntries(
    body.detection.columns.map((c: { header: string; canonical: string }) => [c.header, c.canonical]),
  );
  expect(found['Nama Warga']).toBe('nama');
  expect(text).not.toMatch(/\d{16}/);
  expect((await server.call('GET', `uploads/${body.id}`)).body).toEqual(body);
});

test('corrected columns stay, and are known for the next file with these headers', async () => {
  const first = (await send(odd)).body;
  const columns = [
    { header: 'Nomor Identitas', canonical: 'no_penduduk' },
    { header: 'Nama Warga', canonical: 'nama' },
    { header: 'Tgl Lhr', canonical: 'tanggal_lahir' },
    { header: 'JK', canonical: null },
  ];
  const { body } = await server.call('PUT', `uploads/${first.id}/mapping`, { columns });
  const canonicals = (upload: typeof body) =>
    upload.detection.columns.map((c: { canonical: string }) => c.canonical);
  expect(canonicals(body)).toEqual(['no_penduduk', 'nama', 'tanggal_lahir', null]);
  expect(body.detection.corrected).toBe(true);
  const next = (await send(odd, 'bulan-depan.csv')).body;
  expect(canonicals(next)).toEqual(['no_penduduk', 'nama', 'tanggal_lahir', null]);
  expect(next.detection.columns.every((c: { remembered: boolean }) => c.remembered)).toBe(true);
  // Other headers are another file.
  const other = (await send(odd.replace('JK', 'Kelamin'))).body;
  expect(other.detection.corrected).toBe(false);
});

test('a correction that takes away the name makes the file unusable', async () => {
  const { body } = await send('no,nama,nik\n1,NI MADE CONTOH,5171014101800000\n');
  const corrected = await server.call('PUT', `uploads/${body.id}/mapping`, {
    columns: [{ header: 'nik', canonical: 'nik' }],
  });
  expect(corrected.body.detection.usable).toBe(false);
  expect((await server.call('GET', `uploads/${body.id}/profile`)).body.code).toBe('mapping-incomplete');
});

test('data quality counts every row', async () => {
  const { body } = await send(
    `no_penduduk,nik,nama,tanggal_lahir\n${rows.map((_, i) => `P${i},0000000000000000,NI MADE CONTOH,1980-01-0${1 + (i % 9)}`).join('\n')}\n`,
  );
  const profile = (await server.call('GET', `uploads/${body.id}/profile`)).body;
  expect(profile.rowsIn).toBe(40);
  expect(profile.rowsIn).toBe(profile.rowsUsed + profile.rowsQuarantined);
  const nik = profile.columns.find((column: { canonical: string }) => column.canonical === 'nik');
  expect(nik).toMatchObject({ valid: 0 });
  expect(profile.issues.map((issue: { code: string }) => issue.code)).toContain('nik-placeholder');
});

test('what cannot be read is refused and leaves nothing on disk', async () => {
  const folder = path.join(server.settings.dataDir, 'uploads');
  const before = await readdir(folder);
  const page = await send('<!doctype html><html><body>masuk</body></html>');
  expect([page.status, page.body.code]).toEqual([422, 'html-page']);
  expect(page.body.message).toContain('halaman web');
  expect((await send('')).status).toBe(422);
  expect((await send('a,b\n'.repeat(50_000))).body.code).toBe('upload-too-large');
  expect(await readdir(folder)).toEqual(before);
});

test('a name cannot lead out of the directory', async () => {
  const { body } = await send(odd, '../../../../etc/passwd.csv');
  expect(body.name).toBe('passwd.csv');
  await access(path.join(server.settings.dataDir, 'uploads', body.id, 'passwd.csv'));
});

test('deleting a file removes it', async () => {
  const { body } = await send(odd);
  expect((await server.call('DELETE', `uploads/${body.id}`)).status).toBe(204);
  expect((await server.call('GET', `uploads/${body.id}`)).body.code).toBe('upload-not-found');
  await expect(access(path.join(server.settings.dataDir, 'uploads', body.id))).rejects.toThrow();
});

test('without a demo there are no demo files', async () => {
  expect((await server.call('GET', 'demo-files')).body).toEqual({
    available: false,
    residents: null,
    members: null,
  });
});
