import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { ConnectionSettings } from '../database/connect.ts';
import { BackupRepository, type DoneBackup } from '../repositories/backup-repository.ts';

/**
 * Enters a backup that was made from the command line into the log, as the owner. A database of a version
 * without the log takes no entry: a backup before an upgrade must not need the upgrade.
 */
export async function noteBackup(
  connection: ConnectionSettings,
  about: { requestedBy: string; file: string },
  made: DoneBackup,
): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...connection, max: 1 }) }),
  });
  try {
    const { rows } = await sql<{
      there: boolean;
    }>`SELECT to_regclass('backup_log') IS NOT NULL AS there`.execute(db);
    if (!rows[0]?.there) return;
    const { requestedBy, file } = about;
    await new BackupRepository(db).done({ origin: 'command', requested_by: requestedBy, file }, made);
  } finally {
    await db.destroy();
  }
}
