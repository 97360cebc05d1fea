import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Connections, connect, type Database } from '../database/connect.ts';
import { connectionsOf, prepareLogins } from '../database/logins.ts';
import { migrate } from '../database/migrate.ts';
import { startTestCluster } from './test-cluster.ts';

export interface TestDatabaseOptions {
  /** False leaves it empty. */
  migrated?: boolean;
}

export interface TestDatabase extends Database {
  /** Address for the owner. */
  url: string;
  connections: Connections;
}

/** A fresh database on a PostgreSQL of its own, gone after `close`. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const cluster = await startTestCluster();
  const { host, port, user } = cluster.connection('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(cluster.connection('postgres'));
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const connections = connectionsOf(cluster.connection(name), cluster.secret);
  const database = connect(connections);
  if (options.migrated !== false) {
    await migrate(database.owner);
    await prepareLogins(connections);
  }
  return {
    ...database,
    connections,
    url: `postgres://${user}@/${name}?host=${encodeURIComponent(host)}&port=${port}`,
    close: async () => {
      await database.close();
      await cluster.stop();
    },
  };
}
