import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@jangkau/kernel';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { syncFolder } from './whole-file.ts';

/** Schema that is there from the first table of a restore to the last. */
export const restoreSchema = 'jangkau_restore';

function markOf(dataDir: string): string {
  return path.join(dataDir, 'restore.unfinished');
}

/** Whether a restore into this data folder was begun and not finished. */
export async function isRestoreUnfinished(dataDir: string): Promise<boolean> {
  return readFile(markOf(dataDir)).then(
    () => true,
    () => false,
  );
}

/** Marks a data folder before anything is put into it; on the disk when this resolves. */
export async function markRestore(dataDir: string, backup: string): Promise<void> {
  const handle = await open(markOf(dataDir), 'w', 0o600);
  try {
    await handle.writeFile(`${path.basename(backup)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dataDir);
}

/** The restore is whole. */
export async function unmarkRestore(dataDir: string): Promise<void> {
  await rm(markOf(dataDir), { force: true });
  await syncFolder(dataDir);
}

/** @throws Problem restore-unfinished when the data folder holds half of a backup */
export async function refuseUnfinishedFolder(dataDir: string): Promise<void> {
  if (await isRestoreUnfinished(dataDir)) throw new Problem('restore-unfinished', { place: dataDir });
}

/** @throws Problem restore-unfinished when the database holds half of a backup */
export async function refuseUnfinishedRestore(owner: Db): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    SELECT to_regnamespace(${restoreSchema}) IS NOT NULL AS there`.execute(owner);
  if (rows[0]?.there) throw new Problem('restore-unfinished', { place: 'DATABASE_URL' });
}
