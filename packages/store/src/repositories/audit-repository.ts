import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea } from '../scope.ts';

export interface AuditRow {
  id: number;
  at: Date;
  username: string;
  role: string | null;
  area: string | null;
  purpose: string | null;
  action: string;
  subjectKind: string | null;
  subjectKey: string | null;
  detail: Record<string, unknown> | null;
  outcome: 'done' | 'denied';
  requestId: string | null;
  address: string | null;
  sealed: string | null;
}

/** Which entries; every part narrows. */
export interface AuditFilter {
  from?: string | undefined;
  to?: string | undefined;
  username?: string | undefined;
  /** An action or its beginning up to a dot. */
  action?: string | undefined;
  outcome?: 'done' | 'denied' | undefined;
  area?: string | undefined;
  subject?: string | undefined;
  requestId?: string | undefined;
}

/** Reads the audit. Who may is decided by row security. */
export class AuditRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Newest first, below `beforeId`. */
  async newest(
    filter: AuditFilter,
    page: { beforeId?: number | undefined; limit: number },
  ): Promise<AuditRow[]> {
    const before = page.beforeId === undefined ? sql`true` : sql`e.id < ${page.beforeId}`;
    return this.#read(sql`${conditionOf(filter)} AND ${before} ORDER BY e.id DESC LIMIT ${page.limit}`);
  }

  /** Oldest first, above `afterId`. */
  async oldest(filter: AuditFilter, page: { afterId: number; limit: number }): Promise<AuditRow[]> {
    return this.#read(
      sql`${conditionOf(filter)} AND e.id > ${page.afterId} ORDER BY e.id LIMIT ${page.limit}`,
    );
  }

  async #read(which: RawBuilder<unknown>): Promise<AuditRow[]> {
    const { rows } = await sql<AuditRow>`
      SELECT e.id::float8 AS id, e.at, e.username, e.role, e.area, e.purpose, e.action,
        e.subject_kind AS "subjectKind", e.subject_key AS "subjectKey", e.detail, e.outcome,
        e.request_id AS "requestId", e.address,
        (SELECT l.day || '/' || l.seq FROM audit_link l WHERE l.entry_id = e.id) AS sealed
      FROM audit_entry e WHERE ${which}`.execute(this.#db);
    return rows;
  }
}

function conditionOf(filter: AuditFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filter.from) parts.push(sql`e.at >= ${filter.from}::timestamptz`);
  if (filter.to) parts.push(sql`e.at < ${filter.to}::timestamptz`);
  if (filter.username) parts.push(sql`e.username = ${filter.username}`);
  if (filter.action)
    parts.push(sql`(e.action = ${filter.action} OR starts_with(e.action, ${`${filter.action}.`}))`);
  if (filter.outcome) parts.push(sql`e.outcome = ${filter.outcome}`);
  if (filter.area) parts.push(inArea(sql.ref('e.area'), filter.area));
  if (filter.subject) parts.push(sql`e.subject_key = ${filter.subject}`);
  if (filter.requestId) parts.push(sql`e.request_id = ${filter.requestId}`);
  return sql.join(parts, sql` AND `);
}
