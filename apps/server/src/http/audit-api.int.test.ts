import { AuditHeads, AuditSealer } from '@jangkau/store';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let run: string;
beforeAll(async () => {
  server = await startTestServer();
  run = await server.run('2026-11-21');
  await server.addOfficer('auditor', 'auditor');
  const search = { list: 'uncovered', q: 'ni', area: '51.71', limit: 3 };
  const people = await server.call('POST', `runs/${run}/search`, search);
  for (const { residentKey } of people.body.items)
    await server.call('GET', `runs/${run}/people/${residentKey}`);
  await server.call('GET', `runs/${run}/people/1`, undefined, { as: 'desa' });
});
afterAll(() => server.close());

const get = (url: string) => server.call('GET', url, undefined, { as: 'auditor' });

test('an auditor reads who did what, newest first, page by page', async () => {
  const { body } = await get('audit?action=person&limit=2');
  expect(body.items).toHaveLength(2);
  expect(body.items[0].id).toBeGreaterThan(body.items[1].id);
  const rest = await get(`audit?action=person&limit=2&cursor=${body.nextCursor}`);
  expect(rest.body.items[0].id).toBeLessThan(body.items[1].id);
  expect(body.items[1]).toMatchObject({
    username: 'petugas',
    role: 'branch-officer',
    action: 'person.read',
    subjectKind: 'person',
    outcome: 'done',
    address: '127.0.0.1',
  });
});

test('a list is kept with its filter, without what was searched for', async () => {
  const { body } = await get('audit?action=list.read&area=51.71');
  expect(body.items[0]).toMatchObject({
    area: '51.71',
    detail: { list: 'uncovered', area: '51.71', searched: 'words' },
  });
  expect(JSON.stringify(body)).not.toContain('"ni"');
});

test('what was refused is found by its outcome and by who asked', async () => {
  const { body } = await get('audit?outcome=denied&username=desa');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ action: 'person.read', detail: { refused: 'person-not-found' } });
  expect((await get('audit?from=2100-01-01T00:00:00Z')).body.items).toEqual([]);
});

test('the file holds the same entries; reading and taking it is audited too', async () => {
  const file = await get('audit/export?action=person');
  const lines = file.text.trim().split('\r\n');
  expect(lines[0]).toContain('nomor,waktu,pengguna');
  expect(lines).toHaveLength(1 + 4);
  const own = (await get('audit?username=auditor')).body.items.map((item: { action: string }) => item.action);
  expect(own).toEqual(expect.arrayContaining(['audit.export', 'audit.read']));
});

test('nobody else reads it', async () => {
  for (const as of ['petugas', 'desa'])
    expect((await server.call('GET', 'audit', undefined, { as })).status).toBe(403);
});

test('the auditor proves it, and hears of a change made behind its back', async () => {
  const heads = new AuditHeads(`${server.settings.dataDir}/audit`);
  await new AuditSealer({ database: server.services.database, heads }).seal();
  const verify = () => server.call('POST', 'audit/verify', undefined, { as: 'auditor' });
  expect((await verify()).body).toMatchObject({ broken: null });
  expect((await get('audit?action=list.read')).body.items.at(-1).sealed).toMatch(/^\d{4}-\d\d-\d\d\/\d+$/);
  const [first] = await queryRows<{ id: string }>(
    server.services.database.owner,
    `UPDATE audit_entry SET username = 'orang-lain' WHERE id = (SELECT min(id) FROM audit_entry) RETURNING id`,
  );
  expect((await verify()).body.broken).toMatchObject({ fault: 'changed', entryId: String(first?.id) });
});
