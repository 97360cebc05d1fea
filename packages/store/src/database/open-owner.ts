import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Db, types } from './connect.ts';
import { reachOwner } from './reach-owner.ts';

/**
 * A handle of the owner on a database that is there, beside the running server or without it; nothing is
 * migrated. For commands of whoever has the data folder or the database's address in hand.
 * @throws Error when there is no database yet
 */
export async function openOwner(options: {
  url?: string | undefined;
  directory: string;
}): Promise<{ db: Db; close(): Promise<void> }> {
  const owner = await reachOwner(options);
  const pool = new pg.Pool({ ...owner.connection, types, max: 2, application_name: 'jangkau-command' });
  // A server that stops while we work ends the work, not the process.
  pool.on('error', () => undefined);
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    close: async () => {
      await db.destroy();
      await owner.close();
    },
  };
}
