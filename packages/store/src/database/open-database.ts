import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { refuseUnfinishedRestore } from '../backup/unfinished-restore.ts';
import { type Cluster, type ClusterOptions, startCluster } from '../cluster/cluster.ts';
import { type ConnectionSettings, connect, type Database } from './connect.ts';
import { connectionsOf, type GivenLogins, prepareLogins } from './logins.ts';
import { migrate } from './migrate.ts';

/** Which database to use. */
export interface OpenOptions {
  /** A managed PostgreSQL; the built-in one is started when absent. */
  url?: string | undefined;
  /** Addresses of the logins of a managed PostgreSQL whose owner may not make them. */
  logins?: GivenLogins | undefined;
  /** Directory of the built-in PostgreSQL. */
  directory: string;
  onLog?: (line: string) => void;
  onError?: (error: Error) => void;
  /** What becomes of the built-in PostgreSQL while it is used; it is started again by itself. */
  watch?: Pick<ClusterOptions, 'onDown' | 'onUp' | 'onLost'>;
}

/** Name of the database in a cluster of ours. */
export const databaseName = 'jangkau';

/** Opens the database, starting PostgreSQL if it is ours, and brings its tables and logins up to date. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  let cluster: Cluster | undefined;
  let database: Database | undefined;
  try {
    let owner: ConnectionSettings;
    let secret: string;
    if (options.url) {
      owner = { connectionString: options.url };
      // Whoever knows the owner's password needs no other. Without one each start makes its own.
      secret = new pg.Client(owner).password || randomBytes(32).toString('hex');
    } else {
      cluster = await startCluster({
        directory: options.directory,
        ...(options.onLog && { onLog: options.onLog }),
        ...options.watch,
      });
      await createDatabase(cluster, databaseName);
      owner = cluster.connection(databaseName);
      secret = cluster.secret;
    }
    const connections = connectionsOf(owner, secret, options.logins);
    database = connect(connections, options.onError);
    await refuseUnfinishedRestore(database.owner);
    await migrate(database.owner);
    await prepareLogins(connections, options.logins);
  } catch (error) {
    await database?.close();
    await cluster?.stop();
    throw error;
  }
  const opened = database;
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await cluster?.stop();
    },
  };
}

/** Makes a database in a cluster of ours unless it is there. */
export async function createDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client(cluster.connection('postgres'));
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
