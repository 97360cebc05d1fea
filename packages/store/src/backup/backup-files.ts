import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';

/**
 * Files that belong to the rows of a snapshot, by their path below the data folder: register files that
 * were not deleted, and everything finished runs wrote. Demo files are made again when they are missing.
 */
export async function filesOfSnapshot(
  client: pg.ClientBase,
  dataDir: string,
): Promise<{ files: string[]; missing: string[] }> {
  const uploads = await client.query<{ path: string }>(
    `SELECT path FROM upload WHERE deleted_at IS NULL AND source = 'upload' ORDER BY path`,
  );
  const runs = await client.query<{ directory: string }>(
    `SELECT directory FROM run WHERE state = 'done' ORDER BY number`,
  );
  const files: string[] = [];
  const missing: string[] = [];
  const below = (file: string) => path.relative(dataDir, file).split(path.sep).join('/');
  // Files of other places are not ours to carry away: a path must lie below the data folder.
  const inside = (file: string) => !below(file).startsWith('../') && !path.isAbsolute(below(file));
  for (const { path: file } of uploads.rows.filter((row) => inside(row.path))) {
    const there = await stat(file).catch(() => undefined);
    (there?.isFile() ? files : missing).push(below(file));
  }
  for (const { directory } of runs.rows.filter((row) => inside(row.directory))) {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => undefined);
    if (!entries) missing.push(below(directory));
    for (const entry of entries ?? [])
      if (entry.isFile()) files.push(below(path.join(entry.parentPath, entry.name)));
  }
  return { files: files.sort(), missing };
}

/** Reads a file below the data folder. */
export function readDataFile(dataDir: string, file: string): AsyncIterable<Buffer> {
  return createReadStream(path.join(dataDir, file), { highWaterMark: 1 << 20 });
}

/** Key that secrets in the database are encrypted with, when it is not given by the environment. */
export const secretKeyFile = 'secret-key';

/**
 * Small files beside the database that belong to it: how far the audit's chain went, day by day, and, into
 * an encrypted backup only, the key of the secrets. In a plain one it would lie beside what it locks.
 */
export async function readBeside(
  dataDir: string,
  encrypted: boolean,
): Promise<{ path: string; content: Buffer }[]> {
  const heads = await readdir(path.join(dataDir, 'audit')).catch(() => [] as string[]);
  const names = heads.filter((name) => name.endsWith('.json')).map((name) => `audit/${name}`);
  const key = encrypted && (await stat(path.join(dataDir, secretKeyFile)).catch(() => undefined));
  return Promise.all(
    [...names.sort(), ...(key ? [secretKeyFile] : [])].map(async (name) => ({
      path: name,
      content: await readFile(path.join(dataDir, name)),
    })),
  );
}
