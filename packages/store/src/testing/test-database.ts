import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { startTestCluster } from './test-cluster.ts';

export interface TestDatabaseOptions {
  /** False leaves it empty. */
  migrated?: boolean;
}

/**
 * A fresh database, gone after `close`. On the PostgreSQL that the test run started (see global-setup), or
 * on one of its own when a file runs without it.
 */
export async function openTestDatabase(
  options: TestDatabaseOptions = {},
): Promise<Database & { url: string }> {
  const shared = process.env.JANGKAU_TEST_POSTGRES;
  const cluster = shared ? undefined : await startTestCluster();
  const host = shared ?? (cluster?.connection('postgres').host as string);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const settings = { host, port: 5432, user: 'postgres' };
  await once(settings, `CREATE DATABASE ${name}`);
  const database = connect({ ...settings, database: name });
  if (options.migrated !== false) await migrate(database.owner);
  return {
    ...database,
    url: `postgres://postgres@/${name}?host=${encodeURIComponent(host)}&port=5432`,
    close: async () => {
      await database.close();
      if (cluster) await cluster.stop();
      else await once(settings, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function once(settings: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client({ ...settings, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
