import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@jangkau/kernel';
import pg from 'pg';
import { runningCluster, startCluster } from '../cluster/cluster.ts';
import type { ConnectionSettings } from '../database/connect.ts';
import { createDatabase, databaseName } from '../database/open-database.ts';
import { qualified, readTables } from './backup-catalogue.ts';
import { isRestoreUnfinished, markRestore, restoreSchema, unmarkRestore } from './unfinished-restore.ts';

/** Where a backup is to be restored: a data folder, with a managed database or with one of its own. */
export interface RestorePlace {
  dataDir: string;
  /** A managed PostgreSQL; the built-in one below the data folder when undefined. */
  url?: string | undefined;
}

/** What a restore may fill: everything else in the data folder is left alone. */
const contents = ['postgres', 'uploads', 'runs', 'audit'];

/**
 * Makes sure that nothing is there that a restore would destroy. What an unfinished restore left counts as
 * nothing.
 * @throws Problem restore-not-empty
 */
export async function requireEmpty(place: RestorePlace): Promise<void> {
  const { dataDir, url } = place;
  if (!(await isRestoreUnfinished(dataDir)))
    for (const name of contents) {
      const inside = await readdir(path.join(dataDir, name)).catch(() => []);
      if (inside.length > 0) throw new Problem('restore-not-empty', { place: path.join(dataDir, name) });
    }
  // A server that works on half a backup is no place to start again.
  if (await runningCluster(path.join(dataDir, 'postgres')))
    throw new Problem('restore-not-empty', { place: dataDir });
  if (url === undefined) return;
  await withClient({ connectionString: url }, async (client) => {
    const { rows } = await client.query('SELECT to_regnamespace($1) IS NOT NULL AS unfinished', [
      restoreSchema,
    ]);
    const tables = await readTables(client);
    if (!rows[0].unfinished && tables.length > 0)
      throw new Problem('restore-not-empty', { place: 'DATABASE_URL' });
  });
}

/** An empty database to restore into, marked as unfinished until `finish`. */
export interface OpenPlace {
  connection: ConnectionSettings;
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Clears what an unfinished restore left, marks the place and opens its database. */
export async function openPlace(place: RestorePlace, backup: string): Promise<OpenPlace> {
  const { dataDir, url } = place;
  await mkdir(dataDir, { recursive: true });
  await markRestore(dataDir, backup);
  for (const name of contents) await rm(path.join(dataDir, name), { recursive: true, force: true });
  const cluster =
    url === undefined ? await startCluster({ directory: path.join(dataDir, 'postgres') }) : undefined;
  try {
    if (cluster) await createDatabase(cluster, databaseName);
    const connection = cluster?.connection(databaseName) ?? { connectionString: url };
    await withClient(connection, async (client) => {
      await dropEverything(client);
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${restoreSchema}`);
    });
    return {
      connection,
      finish: async () => {
        await withClient(connection, (client) => client.query(`DROP SCHEMA ${restoreSchema}`));
        await unmarkRestore(dataDir);
      },
      close: async () => cluster?.stop(),
    };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}

async function dropEverything(client: pg.Client): Promise<void> {
  const objects = await client.query<{ statement: string }>(`
    SELECT format('DROP %s IF EXISTS %I.%I CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
      n.nspname, c.relname) AS statement
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
    UNION ALL
    SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);
  for (const { statement } of objects.rows) await client.query(statement);
  const left = await readTables(client);
  if (left[0]) throw new Error(`${qualified(left[0])} cannot be dropped`);
}

/** One connection for one piece of work. */
export async function withClient<T>(
  connection: ConnectionSettings,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
