import pg from 'pg';
import { type Cluster, type ClusterOptions, startCluster } from '../cluster/cluster.ts';
import { connect, type Database } from './connect.ts';
import { migrate } from './migrate.ts';

/** Which database to use. */
export interface OpenOptions {
  /** A managed PostgreSQL; the built-in one is started when absent. */
  url?: string | undefined;
  /** Directory of the built-in PostgreSQL. */
  directory: string;
  onLog?: (line: string) => void;
  onError?: (error: Error) => void;
  /** What becomes of the built-in PostgreSQL while it is used; it is started again by itself. */
  watch?: Pick<ClusterOptions, 'onDown' | 'onUp' | 'onLost'>;
}

const databaseName = 'jangkau';

/** Opens the database, starting PostgreSQL if it is ours, and brings its tables up to date. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  let cluster: Cluster | undefined;
  let database: Database | undefined;
  try {
    if (!options.url) {
      cluster = await startCluster({
        directory: options.directory,
        ...(options.onLog && { onLog: options.onLog }),
        ...options.watch,
      });
      await createDatabase(cluster, databaseName);
    }
    database = connect(
      options.url ? { connectionString: options.url } : (cluster as Cluster).connection(databaseName),
      options.onError,
    );
    await migrate(database.owner);
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
async function createDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client(cluster.connection('postgres'));
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
