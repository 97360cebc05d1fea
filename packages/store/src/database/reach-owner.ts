import { stat } from 'node:fs/promises';
import path from 'node:path';
import { runningCluster, startCluster } from '../cluster/cluster.ts';
import type { ConnectionSettings } from './connect.ts';
import { databaseName } from './open-database.ts';

/** The owner's way into a database, as it is: nothing is migrated. */
export interface ReachedOwner {
  connection: ConnectionSettings;
  /** Stops what was started to get there. */
  close(): Promise<void>;
}

/**
 * Finds the database of these settings for work beside the server: a managed one by its address; a built-in
 * one through the PostgreSQL of the running server, or by starting it while no server runs.
 * @throws Error when there is no database yet, or PostgreSQL does not start
 */
export async function reachOwner(options: {
  url?: string | undefined;
  directory: string;
}): Promise<ReachedOwner> {
  if (options.url) return { connection: { connectionString: options.url }, close: async () => undefined };
  const running = await runningCluster(options.directory);
  if (running) return { connection: running(databaseName), close: async () => undefined };
  const made = await stat(path.join(options.directory, 'data', 'PG_VERSION')).catch(() => undefined);
  if (!made) throw new Error(`there is no database in ${options.directory}`);
  const cluster = await startCluster({ directory: options.directory });
  return { connection: cluster.connection(databaseName), close: () => cluster.stop() };
}
