import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

export type BackupOrigin = 'schedule' | 'office' | 'command';

/** What became of a backup. */
export interface BackupLogRow {
  id: number;
  at: Date;
  outcome: 'done' | 'failed' | 'removed';
  origin: BackupOrigin;
  requested_by: string;
  file: string;
  started_at: Date | null;
  as_of: Date | null;
  bytes: number | null;
  table_rows: number | null;
  files: number | null;
  encrypted: boolean | null;
  sha256: string | null;
  reason: string | null;
}

/** A backup that was made. */
export interface DoneBackup {
  startedAt: Date;
  asOf: string;
  bytes: number;
  rows: number;
  files: number;
  encrypted: boolean;
  sha256: string;
}

type About = Pick<BackupLogRow, 'origin' | 'requested_by' | 'file'>;

/** What became of backups: rows are added and read, never changed. */
export class BackupRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async done(about: About, made: DoneBackup): Promise<void> {
    await sql`
      INSERT INTO backup_log (outcome, origin, requested_by, file, started_at, as_of, bytes, table_rows, files,
        encrypted, sha256)
      VALUES ('done', ${about.origin}, ${about.requested_by}, ${about.file}, ${made.startedAt}, ${made.asOf},
        ${made.bytes}, ${made.rows}, ${made.files}, ${made.encrypted}, ${made.sha256})`.execute(this.#db);
  }

  /** `reason` is a code of the catalogue or of the system, never a message. */
  async failed(about: About, startedAt: Date, reason: string): Promise<void> {
    await sql`
      INSERT INTO backup_log (outcome, origin, requested_by, file, started_at, reason)
      VALUES ('failed', ${about.origin}, ${about.requested_by}, ${about.file}, ${startedAt}, ${reason})`.execute(
      this.#db,
    );
  }

  async removed(about: About): Promise<void> {
    await sql`
      INSERT INTO backup_log (outcome, origin, requested_by, file)
      VALUES ('removed', ${about.origin}, ${about.requested_by}, ${about.file})`.execute(this.#db);
  }

  /** Moment of the snapshot of the last backup that was made. */
  async lastGood(): Promise<Date | undefined> {
    const { rows } = await sql<{ as_of: Date }>`
      SELECT as_of FROM backup_log WHERE outcome = 'done' ORDER BY as_of DESC LIMIT 1`.execute(this.#db);
    return rows[0]?.as_of;
  }

  /** Newest first. */
  async list(limit: number): Promise<BackupLogRow[]> {
    const { rows } = await sql<BackupLogRow>`
      SELECT id::float8 AS id, at, outcome, origin, requested_by, file, started_at, as_of, bytes::float8 AS bytes,
        table_rows::float8 AS table_rows, files, encrypted, sha256, reason
      FROM backup_log ORDER BY id DESC LIMIT ${limit}`.execute(this.#db);
    return rows;
  }
}
