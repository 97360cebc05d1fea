import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { types } from '../database/connect.ts';
import { reachOwner } from '../database/reach-owner.ts';
import { AuditHeads } from './audit-heads.ts';
import { AuditSealer, ChainCut } from './audit-sealer.ts';
import { type AuditReport, verifyAudit } from './verify-audit.ts';

export interface CheckAuditOptions {
  /** A managed PostgreSQL; the built-in one when absent. */
  url?: string | undefined;
  /** Directory of the built-in PostgreSQL. */
  directory: string;
  /** Where the heads of the days are remembered. */
  headsDirectory: string;
}

/**
 * Verifies the audit of a database, beside the running server or without it. Entries that a server left
 * behind when it was killed are sealed first.
 */
export async function checkAudit(options: CheckAuditOptions): Promise<AuditReport> {
  const owner = await reachOwner(options);
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...owner.connection, types, max: 2 }) }),
  });
  try {
    const heads = new AuditHeads(options.headsDirectory);
    await new AuditSealer({ database: { system: db }, heads }).seal().catch((error: unknown) => {
      // The report says where.
      if (!(error instanceof ChainCut)) throw error;
    });
    return await verifyAudit(db, await heads.list());
  } finally {
    await db.destroy();
    await owner.close();
  }
}
