import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings, type Settings } from '../settings.ts';
import { startServer } from '../start-server.ts';
import { type DemoProgress, prepareDemo } from './prepare-demo.ts';

let settings: Settings;
beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jangkau-demo-'));
  await chmod(dataDir, 0o755);
  settings = { ...readSettings({ JANGKAU_LOG_LEVEL: 'silent' }), dataDir, demoResidents: 2000, port: 0 };
});
afterAll(() => rm(settings.dataDir, { recursive: true, force: true }));

// The one test with nothing made up: our PostgreSQL, the real mapping in its own process, a listening port.
test('the first start makes and maps the demo branch; the second finds it', async () => {
  const first = await startServer(settings);
  const seen: DemoProgress[] = [];
  const run = await prepareDemo(first.services, { onProgress: (progress) => seen.push(progress) });
  expect(run).toMatchObject({ number: 1, state: 'done', demo: true });
  expect(run?.counts?.residents).toBe(2000);
  expect((run?.counts?.linked ?? 0) + (run?.counts?.uncovered ?? 0)).toBe(2000);
  expect(seen.at(-1)).toMatchObject({ step: 'map', fraction: 1 });

  const body = JSON.stringify({ username: first.signIn.username, password: first.signIn.password });
  const headers = { 'content-type': 'application/json' };
  const signed = await fetch(`${first.url}/api/v1/session`, { method: 'POST', body, headers });
  const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const get = async (url: string): Promise<Record<string, unknown>> =>
    JSON.parse(await (await fetch(`${first.url}/api/v1/${url}`, { headers: { cookie } })).text());
  expect(await get('demo-files')).toMatchObject({
    available: true,
    members: { source: 'demo', kind: 'members' },
  });
  expect((await get(`runs/${run?.id}/people?list=uncovered`)).total).toBe(run?.counts?.uncovered);
  const summary = await get(`runs/${run?.id}/summary`);
  expect(JSON.stringify(summary)).not.toContain(settings.dataDir);
  const campaigns = (await get('campaigns')).items as { id: number; state: string }[];
  expect(campaigns.map(({ state }) => state)).toEqual(['draft', 'waiting', 'finished']);
  const over = (await get(`campaigns/${campaigns[2]?.id}`)) as {
    results: {
      drawn: { holdOut: number };
      contact: { paid: number };
      messages: { queued: number; sent: number; read: number };
    };
  };
  expect(over.results.drawn.holdOut).toBeGreaterThan(0);
  expect(over.results.messages.queued).toBe(0);
  expect(over.results.messages.sent).toBeGreaterThan(over.results.messages.read);
  expect(over.results.contact.paid).toBeGreaterThan(0);
  expect(await readdir(path.join(settings.dataDir, 'runs', run?.id ?? ''))).not.toContain('load');
  await first.close();

  const second = await startServer(settings);
  expect(await prepareDemo(second.services)).toBeUndefined();
  expect((await second.services.runs.list({ limit: 10 })).length).toBe(1);
  expect((await second.services.uploads.list(second.services.database.system)).length).toBe(2);
  await second.close();
});
