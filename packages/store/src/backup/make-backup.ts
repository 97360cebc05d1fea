import path from 'node:path';
import { Problem } from '@jangkau/kernel';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ConnectionSettings } from '../database/connect.ts';
import { ArchiveWriter } from './archive-writer.ts';
import {
  type FoundTable,
  qualified,
  quoted,
  readMigrationNames,
  readSequences,
  readTables,
  tablesSeenInPart,
} from './backup-catalogue.ts';
import { filesOfSnapshot, readBeside, readDataFile } from './backup-files.ts';
import {
  type BackupHead,
  type BackupManifest,
  type BackupProgress,
  entryNames,
  filePart,
  formatName,
  formatVersion,
  tablePart,
} from './backup-format.ts';
import { type BackupLock, encryption, isLocked } from './backup-keys.ts';
import { byteParts, rowParts } from './row-parts.ts';
import { WholeFile, type WrittenFile } from './whole-file.ts';

export interface BackupOptions {
  /** The owner's way into the database. */
  connection: ConnectionSettings;
  /** Folder that uploads and runs lie in. */
  dataDir: string;
  /** File to write; it must not be there yet. */
  file: string;
  lock?: BackupLock | undefined;
  /** False leaves register files and the files of runs out. */
  files?: boolean | undefined;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** What a backup holds. */
export interface MadeBackup extends WrittenFile {
  asOf: string;
  tables: number;
  rows: number;
  files: number;
  /** Files the database names that were not on the disk. */
  missing: string[];
}

/** Connections that read at the same time. */
const readers = 2;

/**
 * Writes a backup of the database while it is used: every table as it was at one moment, and the files that
 * belong to it. The file appears under its name when it is whole, and not at all otherwise.
 * @throws Problem backup-folder-unusable, backup-sees-too-little, setting-invalid
 */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  const output = await WholeFile.prepare(options.file, encryption(options.lock ?? {}));
  const pool = new pg.Pool({ ...options.connection, max: readers + 1, application_name: 'jangkau-backup' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const holder = await pool.connect();
  try {
    // How far the audit's chain went is noted beside the database: read before the snapshot, it is never ahead.
    const beside = await readBeside(options.dataDir, isLocked(options.lock ?? {}));
    const { snapshot, asOf, tables } = await takeSnapshot(holder);
    const head: BackupHead = {
      format: formatName,
      version: formatVersion,
      asOf,
      postgres: (await holder.query('SHOW server_version')).rows[0].server_version,
      migrations: await readMigrationNames(holder),
      dataDir: path.resolve(options.dataDir),
      tables: tables.map(({ bytes: _bytes, rows: _rows, ...table }) => table),
    };
    const kept = options.files === false ? undefined : await filesOfSnapshot(holder, head.dataDir);
    const writer = new ArchiveWriter(new Date(asOf));
    const manifest: BackupManifest = {
      head: '',
      tables: [],
      sequences: [],
      files: [],
      missing: kept?.missing ?? [],
    };
    const filling = (async () => {
      manifest.head = (await writer.add(entryNames.head, json(head))).sha256;
      await copyTables(pool, snapshot, tables, writer, manifest, options);
      manifest.sequences = await readSequences(holder);
      for (const { path: file, content } of beside) {
        const part = await writer.addPart(filePart(file, 1), content);
        manifest.files.push({ path: file, size: content.length, parts: [part] });
      }
      await copyFiles(kept?.files ?? [], writer, manifest, options);
      const { sha256 } = await writer.add(entryNames.manifest, json(manifest));
      await writer.add(entryNames.seal, Buffer.from(sha256));
      writer.end();
    })();
    const written = output.write(writer.bytes(), options.signal);
    // Whichever fails first is the cause; the other only hears of it.
    let first: { error: unknown } | undefined;
    for (const side of [filling, written])
      side.catch((error) => {
        first ??= { error };
        writer.fail(error);
      });
    await Promise.allSettled([filling, written]);
    if (first) throw (first as { error: unknown }).error;
    const file = await written;
    return {
      ...file,
      asOf,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: manifest.files.length,
      missing: manifest.missing,
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    holder.release(true);
    await pool.end();
  }
}

/**
 * Begins the transaction whose sight of the database all readers share, with every table locked against
 * being dropped or rewritten. Locks come before the snapshot: what is seen then stays.
 */
async function takeSnapshot(
  holder: pg.PoolClient,
): Promise<{ snapshot: string; asOf: string; tables: FoundTable[] }> {
  for (let attempt = 0; ; attempt++) {
    const before = await readTables(holder);
    await holder.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      if (before.length > 0)
        await holder.query(`LOCK TABLE ${before.map(qualified).join(', ')} IN ACCESS SHARE MODE`);
      const { rows } = await holder.query<{ snapshot: string; at: Date }>(
        'SELECT pg_export_snapshot() AS snapshot, now() AS at',
      );
      const tables = await readTables(holder);
      const same =
        tables.length === before.length &&
        tables.every((t, i) => qualified(t) === qualified(before[i] as FoundTable));
      if (!same) throw new Error('tables were added or dropped meanwhile');
      const hidden = await tablesSeenInPart(holder);
      if (hidden.length > 0) throw new Problem('backup-sees-too-little', { tables: hidden.join(', ') });
      return { snapshot: rows[0]?.snapshot ?? '', asOf: rows[0]?.at.toISOString() ?? '', tables };
    } catch (error) {
      await holder.query('ROLLBACK');
      if (error instanceof Problem || attempt >= 4) throw error;
    }
  }
}

async function copyTables(
  pool: pg.Pool,
  snapshot: string,
  tables: FoundTable[],
  writer: ArchiveWriter,
  manifest: BackupManifest,
  options: BackupOptions,
): Promise<void> {
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  // The largest first, so that both readers end at about the same time.
  const waiting = [...tables].sort((a, b) => b.bytes - a.bytes || (qualified(a) < qualified(b) ? -1 : 1));
  const rowsOf = new Map<FoundTable, BackupManifest['tables'][number]>();
  const read = async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(`SET TRANSACTION SNAPSHOT '${snapshot}'`);
      for (let table = waiting.shift(); table; table = waiting.shift()) {
        const kept: BackupManifest['tables'][number] = {
          schema: table.schema,
          name: table.name,
          rows: 0,
          parts: [],
        };
        rowsOf.set(table, kept);
        const stream = client.query(
          copyTo(`COPY ${qualified(table)} (${table.columns.map(quoted).join(', ')}) TO STDOUT`, {
            highWaterMark: 1 << 20,
          }),
        );
        for await (const part of rowParts(stream)) {
          options.signal?.throwIfAborted();
          kept.parts.push(await writer.addPart(tablePart(table, kept.parts.length + 1), part));
          options.onProgress?.({ step: 'tables', done: Math.round(done), total });
        }
        kept.rows = stream.rowCount;
        done += table.bytes;
        options.onProgress?.({ step: 'tables', done: Math.round(done), total });
      }
    } finally {
      // Closed and not given back: a COPY that was broken off leaves it in doubt.
      client.release(true);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: readers }, read));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  manifest.tables = tables.map((table) => rowsOf.get(table) as BackupManifest['tables'][number]);
}

async function copyFiles(
  files: string[],
  writer: ArchiveWriter,
  manifest: BackupManifest,
  options: BackupOptions,
): Promise<void> {
  for (const [i, file] of files.entries()) {
    const kept: BackupManifest['files'][number] = { path: file, size: 0, parts: [] };
    try {
      for await (const part of byteParts(readDataFile(options.dataDir, file))) {
        options.signal?.throwIfAborted();
        kept.size += part.length;
        kept.parts.push(await writer.addPart(filePart(file, kept.parts.length + 1), part));
      }
      manifest.files.push(kept);
    } catch (error) {
      // A run or register that was deleted after the snapshot takes its files along.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || kept.parts.length > 0) throw error;
      manifest.missing.push(file);
    }
    options.onProgress?.({ step: 'files', done: i + 1, total: files.length });
  }
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
