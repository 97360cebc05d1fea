import type pg from 'pg';
import { withClient } from '../backup/restore-place.ts';
import type { ConnectionSettings } from '../database/connect.ts';

/** Rows of one statement on a connection of its own. */
export async function queryOnce<Row extends pg.QueryResultRow>(
  connection: ConnectionSettings,
  statement: string,
): Promise<Row[]> {
  return withClient(connection, async (client) => (await client.query<Row>(statement)).rows);
}
