/**
 * A backup is a tar archive: `head.json`, then parts in the order they were read, then `manifest.json` and
 * `manifest.sha256`. A part is up to 8 MiB of rows (PostgreSQL's COPY text) or of a file, compressed with
 * zstd on its own; parts of one table or file may lie between those of another. With a key the whole
 * archive is encrypted with age. So `age -d`, `tar -x`, `zstd -d` and COPY read it without this program.
 */
export const formatName = 'jangkau-backup';
export const formatVersion = 1;

/** Names inside the archive. */
export const entryNames = { head: 'head.json', manifest: 'manifest.json', seal: 'manifest.sha256' } as const;

/** What was there when the snapshot was taken: enough to make the tables before any row is read. */
export interface BackupHead {
  format: typeof formatName;
  version: typeof formatVersion;
  /** Moment of the snapshot, ISO 8601. */
  asOf: string;
  postgres: string;
  /** Applied migrations in order; the tables are those these make. */
  migrations: string[];
  /** Folder the files lay in; paths in the database begin with it. */
  dataDir: string;
  tables: BackupTable[];
}

/** A table with its rows; `partition` when a migration does not make it. */
export interface BackupTable {
  schema: string;
  name: string;
  /** Columns in the order of the rows; generated ones are not kept. */
  columns: string[];
  partition?: BackupPartition | undefined;
}

/** How a partition is made again. */
export interface BackupPartition {
  parent: string;
  /** FOR VALUES ... */
  bound: string;
  /** Column -> default, where it differs from the parent's. */
  defaults: Record<string, string>;
  /** CHECK constraints the parent has not. */
  checks: { name: string; definition: string }[];
  /** CREATE INDEX statements, with the constraint that uses the index. */
  indexes: { name: string; definition: string; constraint: 'PRIMARY KEY' | 'UNIQUE' | null }[];
}

/** What must be in the archive; written last, so that an archive without it is a broken-off one. */
export interface BackupManifest {
  /** SHA-256 of head.json as stored. */
  head: string;
  tables: { schema: string; name: string; rows: number; parts: BackupPart[] }[];
  sequences: { schema: string; name: string; value: string; called: boolean }[];
  /** Files below the data folder, with forward slashes. */
  files: { path: string; size: number; parts: BackupPart[] }[];
  /** Files the database names that were not on the disk. */
  missing: string[];
}

/** A part as stored. */
export interface BackupPart {
  name: string;
  sha256: string;
  bytes: number;
}

/** Name of a table's part. */
export function tablePart(table: { schema: string; name: string }, number: number): string {
  return `tables/${table.schema}.${table.name}/${String(number).padStart(6, '0')}.copy.zst`;
}

/** Name of a file's part. */
export function filePart(path: string, number: number): string {
  return `files/${path}/${String(number).padStart(6, '0')}.zst`;
}

/** How far a backup or restore has come. `done` and `total` are of the same unit, whatever it is. */
export interface BackupProgress {
  step: 'tables' | 'files' | 'load' | 'indexes' | 'verify';
  done: number;
  total: number;
}
