import type pg from 'pg';

/**
 * Keeps calls of WhatsApp as they came, many in one commit. When this returns they survive anything. Works on a plain
 * connection of jangkau_gate, which can add calls and nothing else.
 */
export async function keepCalls(pool: pg.Pool, bodies: readonly Buffer[]): Promise<void> {
  await pool.query('INSERT INTO chat_call (body) SELECT unnest($1::bytea[])', [bodies]);
}
