import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FragileDatabase, openFragileDatabase } from '@jangkau/store/testing/fragile-database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildServices, type Services } from '../services.ts';
import { readSettings } from '../settings.ts';
import { fixtureJob } from '../testing/test-server.ts';
import { registersReader } from '../uploads/registers-reader.ts';

let database: FragileDatabase;
let services: Services;
let dataDir: string;
const errors: unknown[] = [];
beforeAll(async () => {
  database = await openFragileDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'jangkau-queue-'));
  services = buildServices({
    database,
    settings: { ...readSettings({}), dataDir },
    secretKeys: [Buffer.alloc(32)],
    reader: registersReader,
    jobFile: fixtureJob,
    onError: (error) => errors.push(error),
  });
});
afterAll(async () => {
  await services.queue.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function order(id: string, asOf: string): Promise<void> {
  await services.runs.add({
    id,
    demo: false,
    as_of: asOf,
    threshold: null,
    village: null,
    compare_with: null,
    directory: path.join(dataDir, 'runs', id),
    created_by: 'uji',
    uploads: [],
  });
  services.queue.wake();
}

async function until(id: string, state: string) {
  return vi.waitFor(
    async () => {
      const run = await services.runs.find(id);
      expect(run?.state).toBe(state);
      return run;
    },
    { timeout: 30_000, interval: 100 },
  );
}

async function statesTold(id: string): Promise<unknown[]> {
  const told = (await services.runs.eventsAfter(0, id)).map(
    ({ payload }) => (payload as { state: string }).state,
  );
  return told.filter((state, i) => state !== told[i - 1]);
}

test('a run whose database goes away is interrupted and goes on by itself once it is back', async () => {
  const id = '00000000-0000-4000-8000-000000000001';
  await mkdir(path.join(dataDir, 'runs'));
  await order(id, '2004-01-01');
  // Its process is at work: the second event is its first report.
  await vi.waitFor(
    async () => expect((await services.runs.eventsAfter(0, id)).length).toBeGreaterThan(1),
    20_000,
  );
  await database.takeAway();
  // The mapping ends while there is nobody to load it.
  const directory = path.join(dataDir, 'runs', id);
  await writeFile(`${directory}.go`, '');
  await vi.waitFor(() => access(path.join(directory, 'summary.json')), 20_000);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await database.giveBack();
  expect((await until(id, 'done'))?.attempt).toBe(2);
  await vi.waitFor(async () =>
    expect(await statesTold(id)).toEqual(['running', 'queued', 'running', 'done']),
  );
  expect(errors).toEqual([]);
});

test('an idle queue outlives its database and takes the next order', async () => {
  await database.takeAway();
  services.queue.wake();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await database.giveBack();
  const id = '00000000-0000-4000-8000-000000000002';
  await order(id, '2026-01-01');
  await until(id, 'done');
  expect(errors).toEqual([]);
});

test('a mapping that the system stops is interrupted, the second time for good, and can be resumed', async () => {
  const id = '00000000-0000-4000-8000-000000000003';
  await order(id, '2005-01-01');
  expect(
    (
      await vi.waitFor(async () => {
        const run = await until(id, 'interrupted');
        expect(run?.attempt).toBe(2);
        return run;
      }, 20_000)
    )?.error,
  ).toBeNull();
  await services.queue.resume(id);
  await vi.waitFor(async () => expect((await until(id, 'interrupted'))?.attempt).toBe(3), 20_000);
});
