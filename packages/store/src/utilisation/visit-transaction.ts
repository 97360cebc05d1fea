import type pg from 'pg';

/** Runs one statement of a transaction. */
export type Run = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

/** Does work in one transaction; what failed leaves nothing behind. */
export async function visitTransaction<Result>(
  pool: pg.Pool,
  work: (run: Run, client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  const run: Run = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  try {
    await run('BEGIN');
    const result = await work(run, client);
    await run('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    // A COPY that was cut off leaves the connection in doubt.
    client.release(true);
    throw error;
  }
}
