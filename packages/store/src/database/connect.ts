import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** A handle for SQL. Tables are not typed by name: every query names the row it returns. */
export type Db = Kysely<unknown>;

/** The two ways into the database. */
export interface Database {
  /** Serves requests as role jangkau_app: reads results, adds facts. */
  readonly app: Db;
  /** Makes tables: migrations, loading and deleting runs. Never used to serve a request's reads. */
  readonly owner: Db;
  /** Plain connections of the owner, for COPY. */
  readonly ownerPool: pg.Pool;
  close(): Promise<void>;
}

/** How to reach a database: settings of `pg`, or a connection address. */
export type ConnectionSettings = pg.PoolConfig;

// pg turns dates into moments at midnight local time; a calendar date stays text here.
const dateType = 1082;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    oid === dateType ? (text: string) => text : pg.types.getTypeParser(oid, format)) as never,
};

/** Opens both pools. Connections of `app` take on the role jangkau_app before anything else. */
export function connect(
  settings: ConnectionSettings,
  onError: (error: Error) => void = () => undefined,
): Database {
  const ownerPool = new pg.Pool({ ...settings, types, max: 4, application_name: 'jangkau-owner' });
  const appPool = new pg.Pool({
    ...settings,
    types,
    max: 16,
    application_name: 'jangkau-app',
    options: '-c role=jangkau_app -c statement_timeout=30s',
  });
  let closing = false;
  // Without a listener, an idle connection that the server closes ends the whole process.
  const lost = (error: Error) => {
    if (!closing) onError(error);
  };
  for (const pool of [ownerPool, appPool]) {
    pool.on('error', lost);
    // The pool listens to idle connections only. One that is lost between two statements of a transaction
    // tells whoever asks next; without a listener it would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
  }
  const owner: Db = new Kysely({ dialect: new PostgresDialect({ pool: ownerPool }) });
  const app: Db = new Kysely({ dialect: new PostgresDialect({ pool: appPool }) });
  return {
    app,
    owner,
    ownerPool,
    close: async () => {
      closing = true;
      await Promise.all([app.destroy(), owner.destroy()]);
    },
  };
}
