import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Cluster, startCluster } from '../cluster/cluster.ts';
import { connect, type Database } from '../database/connect.ts';
import { connectionsOf, prepareLogins } from '../database/logins.ts';
import { migrate } from '../database/migrate.ts';

/** A migrated database on a PostgreSQL of its own that a test can take away and give back. */
export interface FragileDatabase extends Database {
  /** PostgreSQL is gone as if it had been killed; connections refuse. */
  takeAway(): Promise<void>;
  giveBack(): Promise<void>;
}

/** Starts one; it is gone with its files after `close`. */
export async function openFragileDatabase(): Promise<FragileDatabase> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jangkau-fragile-'));
  await chmod(directory, 0o755);
  const start = () => startCluster({ directory, settings: { shared_buffers: '64MB' } });
  let cluster: Cluster = await start();
  const connections = connectionsOf(cluster.connection('postgres'), cluster.secret);
  const database = connect(connections);
  await migrate(database.owner);
  await prepareLogins(connections);
  return {
    ...database,
    takeAway: () => cluster.stop(),
    giveBack: async () => {
      cluster = await start();
    },
    close: async () => {
      await database.close();
      await cluster.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
