import type pg from 'pg';
import type { Database } from '../database/connect.ts';

/** Work of the owner in one transaction, kept when it succeeds: for desks that change the member register. */
export async function asOwner<T>(
  database: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
