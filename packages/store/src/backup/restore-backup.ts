import path from 'node:path';
import { Problem } from '@jangkau/kernel';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { knownMigrations, migrate, migrateTo, todaysName } from '../database/migrate.ts';
import { readArchive } from './archive-reader.ts';
import { type FoundTable, qualified, readTables } from './backup-catalogue.ts';
import type { BackupHead, BackupManifest, BackupProgress } from './backup-format.ts';
import type { BackupKey } from './backup-keys.ts';
import { bareTables } from './bare-tables.ts';
import { FileRestore } from './file-restore.ts';
import {
  attachPartitionTable,
  indexPartitionTable,
  makePartitionTable,
  type PartitionTable,
} from './restore-partitions.ts';
import { openPlace, type RestorePlace, requireEmpty } from './restore-place.ts';
import { RowRestore } from './row-restore.ts';
import { type VerifiedBackup, verifyBackup } from './verify-backup.ts';

export interface RestoreOptions {
  file: string;
  key?: BackupKey | undefined;
  place: RestorePlace;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Connections that fill tables and build indexes at the same time. */
const writers = 2;

/**
 * Restores a backup into an empty place: reads all of it once to be sure that it is whole, makes the tables
 * of its version with the migrations, fills them, and migrates to the newest version. Until the end the
 * place is marked as unfinished: the server refuses it, and another restore starts again from nothing.
 * @throws Problem restore-not-empty, restore-differs, and those of `verifyBackup`
 */
export async function restoreBackup(options: RestoreOptions): Promise<VerifiedBackup> {
  const place = { ...options.place, dataDir: path.resolve(options.place.dataDir) };
  await requireEmpty(place);
  const backup = await verifyBackup(options);
  const newest = await newestMigration(backup.head, options.file);
  const opened = await openPlace(place, options.file);
  const pool = new pg.Pool({ ...opened.connection, max: writers + 1, application_name: 'jangkau-restore' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (newest !== undefined) await migrateTo(owner, newest);
    await fill(pool, backup, place, options);
    await movePaths(pool, backup.head.dataDir, place.dataDir);
    await migrate(owner);
    await pool.query('ANALYZE');
    await opened.finish();
    return backup;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    await owner.destroy();
    await opened.close();
  }
}

/** The migration that makes the tables of the backup's version. */
async function newestMigration(head: BackupHead, file: string): Promise<string | undefined> {
  const known = await knownMigrations();
  const named = head.migrations.map((name) => todaysName(name, known));
  if (named.some((name, i) => known[i] !== name)) throw new Problem('backup-newer', { file });
  return named.at(-1);
}

async function fill(
  pool: pg.Pool,
  { head, manifest }: VerifiedBackup,
  place: RestorePlace,
  options: RestoreOptions,
): Promise<void> {
  const { signal, onProgress } = options;
  const made = await requireSameTables(pool, head);
  const partitions = head.tables.filter(
    (table): table is PartitionTable => table.partition !== undefined && !made.has(qualified(table)),
  );
  const rows = new Map(manifest.tables.map((table) => [qualified(table), table.rows]));
  const client = await pool.connect();
  let putBack: string[];
  try {
    putBack = await bareTables(client, [...made.values()], (table) => rows.get(qualified(table)) ?? 0);
    for (const table of partitions) await makePartitionTable(client, table);
  } finally {
    client.release();
  }
  const tables = new RowRestore(pool, head.tables, writers);
  const files = new FileRestore(place.dataDir);
  await readArchive(
    options.file,
    options.key ?? {},
    {
      part: async (part) => {
        signal?.throwIfAborted();
        if (part.name.startsWith('tables/')) await tables.add(part.name, await part.raw());
        else await files.add(part.name, await part.raw());
      },
      onBytes: (done, total) => onProgress?.({ step: 'load', done, total }),
    },
    signal,
  );
  const restored = await tables.end();
  await files.end();
  for (const [name, wanted] of rows)
    if ((restored.get(name) ?? 0) !== wanted) throw new Problem('restore-differs', { part: name });
  await finishTables(pool, partitions, putBack, manifest, options);
}

/** Tables that the migrations made, by name, after comparing them with those the backup was made of. */
async function requireSameTables(pool: pg.Pool, head: BackupHead): Promise<Map<string, FoundTable>> {
  const client = await pool.connect();
  try {
    const made = new Map((await readTables(client)).map((table) => [qualified(table), table]));
    const kept = new Map(head.tables.map((table) => [qualified(table), table]));
    for (const [name, table] of kept) {
      const here = made.get(name);
      const same = here ? here.columns.join() === table.columns.join() : table.partition !== undefined;
      if (!same) throw new Problem('restore-differs', { part: name });
    }
    for (const name of made.keys()) if (!kept.has(name)) throw new Problem('restore-differs', { part: name });
    return made;
  } finally {
    client.release();
  }
}

async function finishTables(
  pool: pg.Pool,
  partitions: PartitionTable[],
  putBack: string[],
  manifest: BackupManifest,
  { onProgress, signal }: RestoreOptions,
): Promise<void> {
  const total = partitions.length + putBack.length;
  let done = 0;
  const step = () => onProgress?.({ step: 'indexes', done: ++done, total });
  const waiting = [...partitions];
  const index = async () => {
    const client = await pool.connect();
    try {
      for (let table = waiting.shift(); table; table = waiting.shift()) {
        signal?.throwIfAborted();
        await indexPartitionTable(client, table);
        step();
      }
    } finally {
      client.release();
    }
  };
  await Promise.all(Array.from({ length: writers }, index));
  const client = await pool.connect();
  try {
    for (const table of partitions) await attachPartitionTable(client, table);
    for (const statement of putBack) {
      signal?.throwIfAborted();
      await client.query(statement);
      step();
    }
    for (const { schema, name, value, called } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        qualified({ schema, name }),
        value,
        called,
      ]);
  } finally {
    client.release();
  }
}

/** Paths of files name the folder they lay in; in another folder they name that one. */
async function movePaths(pool: pg.Pool, from: string, to: string): Promise<void> {
  if (from === to) return;
  for (const [table, column] of [
    ['upload', 'path'],
    ['run', 'directory'],
  ])
    await pool.query(
      `UPDATE ${table} SET ${column} = $2 || substr(${column}, length($1) + 1)
       WHERE starts_with(${column}, $1 || '/')`,
      [from, to],
    );
}
