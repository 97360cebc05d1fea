import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

export type RegisterKind = 'residents' | 'members';

export interface UploadRow {
  id: string;
  name: string;
  size: number;
  kind: RegisterKind;
  source: 'upload' | 'demo';
  path: string;
  detection: unknown;
  profile: unknown;
  created_at: Date;
  created_by: string;
}

const columns = sql`id, name, size::float8 AS size, kind, source, path, detection, profile, created_at, created_by`;

/** Register files and the column names people corrected. */
export class UploadRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async add(upload: Omit<UploadRow, 'created_at' | 'profile'>): Promise<UploadRow> {
    const { rows } = await sql<UploadRow>`
      INSERT INTO upload (id, name, size, kind, source, path, detection, created_by)
      VALUES (${upload.id}, ${upload.name}, ${upload.size}, ${upload.kind}, ${upload.source}, ${upload.path},
        ${JSON.stringify(upload.detection)}, ${upload.created_by})
      RETURNING ${columns}`.execute(this.#db);
    return rows[0] as UploadRow;
  }

  /** Files still there, newest first. */
  async list(): Promise<UploadRow[]> {
    const { rows } = await sql<UploadRow>`
      SELECT ${columns} FROM upload WHERE deleted_at IS NULL ORDER BY created_at DESC, id LIMIT 500`.execute(
      this.#db,
    );
    return rows;
  }

  /** These files, in this order; fewer come back when some are gone. */
  async find(ids: readonly string[]): Promise<UploadRow[]> {
    const { rows } = await sql<UploadRow>`
      SELECT ${columns} FROM upload WHERE id = ANY (${[...ids]}::uuid[]) AND deleted_at IS NULL
      ORDER BY array_position(${[...ids]}::uuid[], id)`.execute(this.#db);
    return rows;
  }

  /** The newest demo file of each kind. */
  async demoFiles(): Promise<UploadRow[]> {
    const { rows } = await sql<UploadRow>`
      SELECT DISTINCT ON (kind) ${columns} FROM upload WHERE source = 'demo' AND deleted_at IS NULL
      ORDER BY kind, created_at DESC`.execute(this.#db);
    return rows;
  }

  async saveDetection(id: string, detection: unknown): Promise<void> {
    await sql`UPDATE upload SET detection = ${JSON.stringify(detection)}, profile = NULL WHERE id = ${id}`.execute(
      this.#db,
    );
  }

  async saveProfile(id: string, profile: unknown): Promise<void> {
    await sql`UPDATE upload SET profile = ${JSON.stringify(profile)} WHERE id = ${id}`.execute(this.#db);
  }

  /** True while a run that is not over reads the file. */
  async isInUse(id: string): Promise<boolean> {
    const { rows } = await sql`
      SELECT FROM run_upload u JOIN run r ON r.id = u.run_id
      WHERE u.upload_id = ${id} AND r.state IN ('queued', 'running', 'interrupted') LIMIT 1`.execute(
      this.#db,
    );
    return rows.length > 0;
  }

  async markDeleted(id: string): Promise<void> {
    await sql`UPDATE upload SET deleted_at = now() WHERE id = ${id}`.execute(this.#db);
  }

  /** Corrected columns for files with these headers: canonical name by header. */
  async findMapping(
    kind: RegisterKind,
    signature: string,
  ): Promise<Record<string, string | null> | undefined> {
    const { rows } = await sql<{ columns: Record<string, string | null> }>`
      SELECT columns FROM column_mapping WHERE kind = ${kind} AND signature = ${signature}`.execute(this.#db);
    return rows[0]?.columns;
  }

  async saveMapping(
    kind: RegisterKind,
    signature: string,
    mapping: Record<string, string | null>,
    officer: string,
  ): Promise<void> {
    await sql`
      INSERT INTO column_mapping (kind, signature, columns, updated_by)
      VALUES (${kind}, ${signature}, ${JSON.stringify(mapping)}, ${officer})
      ON CONFLICT (kind, signature) DO UPDATE
        SET columns = excluded.columns, updated_by = excluded.updated_by, updated_at = now()`.execute(
      this.#db,
    );
  }
}
