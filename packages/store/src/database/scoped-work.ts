import { Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type pg from 'pg';
import type { Scope } from '../scope.ts';
import type { Db } from './connect.ts';

/** One transaction in which the database knows whose session it works for. */
export interface ScopedWork {
  /** The transaction begins with the first query. Queries run one after the other. */
  readonly db: Db;
  /** Keeps what was done. A query after it begins another transaction of the same session. */
  commit(): Promise<void>;
  /** Undoes what was done; does nothing when nothing was. */
  rollback(): Promise<void>;
}

/**
 * Work on a pool in the name of a scope. All the database is told is the hash of the session's token;
 * what the session may see it looks up itself.
 */
export function openScopedWork(pool: pg.Pool, scope: Scope): ScopedWork {
  let client: pg.PoolClient | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const begin = async (): Promise<pg.PoolClient> => {
    const taken = await pool.connect();
    const hash = scope.tokenHash?.toString('hex') ?? '';
    try {
      // One message to the server instead of two. Hexadecimal digits need no quoting.
      await taken.query(`BEGIN; SELECT set_config('jangkau.session', '${hash}', true)`);
    } catch (error) {
      taken.release(true);
      throw error;
    }
    client = taken;
    return taken;
  };
  // A transaction has one connection; whoever asks while it is busy waits.
  const lend = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = last;
    last = promise;
    await before;
    try {
      const lent = client ?? (await begin());
      return {
        query: (text: string, values: unknown[]) => lent.query(prepared(lent, text, values)),
        processID: (lent as { processID?: number }).processID,
        release: () => resolve(),
      };
    } catch (error) {
      resolve();
      throw error;
    }
  };
  const end = async (statement: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    await last;
    const ended = client;
    client = undefined;
    if (!ended) return;
    try {
      const { command } = await ended.query(statement);
      if (statement === 'COMMIT' && command === 'ROLLBACK')
        throw new Error('the transaction had failed and was undone');
      ended.release();
    } catch (error) {
      ended.release(true);
      throw error;
    }
  };
  const db: Db = new Kysely({
    dialect: {
      createDriver: () => new OneTransactionDriver({ pool: { connect: lend, end: async () => {} } as never }),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (inner) => new PostgresIntrospector(inner),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return {
    db,
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK').catch(() => undefined),
  };
}

/** Texts a connection has prepared; more than these are planned each time, as a flood of them would fill it. */
const mostPrepared = 300;
const preparedBy = new WeakMap<pg.PoolClient, Map<string, string>>();

/**
 * A query as a prepared statement of its connection: it is parsed and its policies are written into it once,
 * not every time. PostgreSQL goes on planning for the values as long as that pays.
 */
function prepared(client: pg.PoolClient, text: string, values: unknown[]): pg.QueryConfig {
  const names = preparedBy.get(client) ?? new Map<string, string>();
  preparedBy.set(client, names);
  let name = names.get(text);
  if (name === undefined && names.size < mostPrepared) {
    name = `scoped_${names.size}`;
    names.set(text, name);
  }
  return name === undefined ? { text, values } : { name, text, values };
}

/** A transaction inside ours would end ours, and with it the scope: it is refused. */
class OneTransactionDriver extends PostgresDriver {
  override async beginTransaction(): Promise<void> {
    throw new Error('this work is a transaction already');
  }
}
