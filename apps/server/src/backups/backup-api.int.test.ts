import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BackupState, backupRoutes, routeUrl } from '@jangkau/contracts';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { BackupService } from './backup-service.ts';

let server: TestServer;
const url = routeUrl(backupRoutes.getBackups);
beforeAll(async () => {
  server = await startTestServer();
  await server.addOfficer('admin', 'system-administrator');
});
afterAll(() => server.close());

async function state(): Promise<BackupState> {
  return (await server.call('GET', url)).body;
}

async function backUpNow(): Promise<BackupState> {
  const begun = await server.call('POST', url, undefined, { as: 'admin' });
  expect(begun.status).toBe(202);
  expect(begun.body.running).not.toBeNull();
  await server.services.backups.idle();
  return state();
}

test('no backup yet is a warning; one made now is good, listed and on the disk', async () => {
  expect(await state()).toMatchObject({
    lastGood: null,
    ageHours: null,
    stale: true,
    items: [],
    running: null,
  });
  const after = await backUpNow();
  expect(after).toMatchObject({ stale: false, running: null });
  expect(after.ageHours).toBeLessThan(0.1);
  expect(after.items[0]).toMatchObject({ outcome: 'done', origin: 'office', encrypted: false, reason: null });
  expect(await readdir(server.settings.backupDir)).toEqual([after.items[0]?.file]);
});

test('only the administrator makes one; the branch looks; an operator sees nothing', async () => {
  expect((await server.call('POST', url)).status).toBe(403);
  expect((await server.call('GET', url, undefined, { as: 'desa' })).status).toBe(403);
  expect((await server.call('GET', url, undefined, { as: 'admin' })).status).toBe(200);
});

test('the log is added to, never changed', async () => {
  for (const statement of ['UPDATE backup_log SET outcome = outcome', 'DELETE FROM backup_log'])
    await expect(queryRows(server.services.database.system, statement)).rejects.toThrow('permission denied');
});

test('the rotation removes what it does not keep, and strangers stay', async () => {
  const folder = server.settings.backupDir;
  for (let day = 10; day < 22; day++)
    await writeFile(path.join(folder, `jangkau-202409${day}-013000.tar`), 'x');
  await writeFile(path.join(folder, 'surat.tar'), 'x');
  const after = await backUpNow();
  const names = await readdir(folder);
  expect(names).toContain('surat.tar');
  // Today's, six more days, and the Sunday that ends the week before.
  expect(names.filter((name) => name.startsWith('jangkau-2024'))).toEqual(
    [15, 16, 17, 18, 19, 20, 21].map((day) => `jangkau-202409${day}-013000.tar`),
  );
  expect(after.items.filter(({ outcome }) => outcome === 'removed').length).toBeGreaterThanOrEqual(5);
});

test('a failure is told with its reason in plain words, and the last good one stays the last good one', async () => {
  const blocked = path.join(server.settings.dataDir, 'blocked');
  await writeFile(blocked, '');
  const service = new BackupService({
    database: server.services.database,
    settings: { ...server.settings, backupDir: path.join(blocked, 'below') },
    onError: () => undefined,
  });
  const before = await state();
  service.begin('schedule', 'sistem');
  await service.idle();
  const after = await state();
  expect(after.items[0]).toMatchObject({ outcome: 'failed', reason: 'backup-folder-unusable' });
  expect(after.items[0]?.message).toContain('JANGKAU_BACKUP_DIR');
  expect(after.items[0]?.message).not.toContain(server.settings.dataDir);
  expect(after.lastGood).toBe(before.lastGood);
});

test('the schedule makes backups by the clock, makes up for a missed one, and stops with the server', async () => {
  const backupDir = path.join(server.settings.dataDir, 'by-clock');
  await mkdir(backupDir);
  await chmod(backupDir, 0o700);
  const service = new BackupService({
    database: server.services.database,
    settings: { ...server.settings, backupDir, backupSchedule: '*/2 * * * * *' },
    onError: (error) => expect(error).toBeUndefined(),
  });
  await service.start();
  expect(service.next).toBeInstanceOf(Date);
  await vi.waitFor(
    async () => expect((await readdir(backupDir)).filter((n) => n.endsWith('.tar'))).toHaveLength(1),
    30_000,
  );
  await service.close();
  const made = (await readdir(backupDir)).length;
  service.begin('schedule', 'sistem');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await readdir(backupDir)).toHaveLength(made);

  const nightly = new BackupService({
    database: server.services.database,
    settings: { ...server.settings, backupDir: `${backupDir}-2`, backupSchedule: '30 1 * * *' },
    onError: (error) => expect(error).toBeUndefined(),
  });
  await nightly.start(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  // There is one of a moment ago: nothing was missed.
  expect(nightly.running).toBeNull();
  await nightly.close();
});
