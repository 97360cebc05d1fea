import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type ConnectionSettings, types } from '../database/connect.ts';
import type { DayHead } from './audit-heads.ts';
import { type AuditReport, verifyAudit } from './verify-audit.ts';

/** Verifies the audit of a database that is reached as its owner, without opening it for work. */
export async function verifyAuditOf(
  connection: ConnectionSettings,
  heads: readonly DayHead[],
): Promise<AuditReport> {
  const pool = new pg.Pool({ ...connection, types, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await verifyAudit(db, heads);
  } finally {
    await db.destroy();
  }
}
