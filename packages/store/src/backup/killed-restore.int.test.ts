import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isProblem } from '@jangkau/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningCluster, startCluster } from '../cluster/cluster.ts';
import { databaseName, openDatabase } from '../database/open-database.ts';
import { loadFixtureRun } from '../testing/loaded-run.ts';
import { tableContents } from '../testing/table-contents.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { isRestoreUnfinished } from './unfinished-restore.ts';

let folder: string;
let file: string;
let place: string;
let wanted: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-killed-restore-'));
  await chmod(folder, 0o755);
  file = path.join(folder, 'cadangan.tar');
  place = path.join(folder, 'pulih');
  const source = await openTestDatabase();
  await loadFixtureRun(source, { residents: 1500 });
  // A folder of its own is named in the copy: the only thing that may differ.
  await sql`UPDATE run SET directory = '/elsewhere'`.execute(source.owner);
  await makeBackup({
    connection: { connectionString: source.url },
    dataDir: path.join(folder, 'asal'),
    file,
  });
  wanted = await tableContents({ connectionString: source.url });
  await source.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a restore as a program of its own and kills it at this step, after so many milliseconds more. */
async function killedAt(step: 'verify' | 'load' | 'indexes', more: number): Promise<void> {
  const program = `
    const { restoreBackup } = await import(${JSON.stringify(new URL('./restore-backup.ts', import.meta.url))});
    await restoreBackup({ file: ${JSON.stringify(file)}, place: { dataDir: ${JSON.stringify(place)} },
      onProgress: ({ step }) => process.send(step) });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  child.on('message', (now) => {
    if (now === step) setTimeout(() => child.kill('SIGKILL'), more);
  });
  await ended;
  // Its PostgreSQL ends with it, a moment later.
  for (let i = 0; i < 200 && (await runningCluster(path.join(place, 'postgres'))); i++)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

test('a restore that is killed leaves the place untouched or marked, never half and taken for whole', async () => {
  await killedAt('verify', 0);
  expect(await readdir(folder)).not.toContain('pulih');
  for (const [step, more] of [
    ['load', 100],
    ['indexes', 0],
  ] as const) {
    await killedAt(step, more);
    if (!(await isRestoreUnfinished(place))) break; // It was quicker than the signal, and is whole.
    const opened = openDatabase({ directory: path.join(place, 'postgres') });
    const refused = await opened.then(
      (database) => database.close(),
      (error: unknown) => error,
    );
    expect([step, more, isProblem(refused) && refused.code]).toEqual([step, more, 'restore-unfinished']);
  }
}, 600_000);

test('the next restore begins anew over what was left and is equal to the source', async () => {
  if (await isRestoreUnfinished(place)) await restoreBackup({ file, place: { dataDir: place } });
  expect(await isRestoreUnfinished(place)).toBe(false);
  const cluster = await startCluster({ directory: path.join(place, 'postgres') });
  try {
    expect(await tableContents(cluster.connection(databaseName))).toEqual(wanted);
  } finally {
    await cluster.stop();
  }
}, 300_000);
