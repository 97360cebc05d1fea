import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Db } from '../database/connect.ts';

/** A handle for SQL on one connection, whose transaction its caller began and ends. */
export function clientDb(client: pg.PoolClient): Db {
  const lent = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => lent, end: async () => undefined };
  return new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) });
}
