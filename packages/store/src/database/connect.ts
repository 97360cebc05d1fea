import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Scope } from '../scope.ts';
import { openScopedWork, type ScopedWork } from './scoped-work.ts';

/** A handle for SQL. Tables are not typed by name: every query names the row it returns. */
export type Db = Kysely<unknown>;

/** The ways into the database, each with no more rights than its work needs. */
export interface Database {
  /**
   * Does work in one transaction with what the scope may see, and keeps it when it succeeds. The work of
   * `Scope.system()` is done as jangkau_system, of members as jangkau_member, everything else as jangkau_app.
   */
  as<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** The same with its end in the caller's hands; it must be committed or rolled back. */
  open(scope: Scope): ScopedWork;
  /** jangkau_app outside any session: sees no people. */
  readonly app: Db;
  /** jangkau_gate: signs people in. */
  readonly gate: Db;
  /** jangkau_system: the queue of mappings, sealing the audit. */
  readonly system: Db;
  /** jangkau_bank: enters what banks report, by one function. */
  readonly bank: Db;
  /** Makes tables: migrations, loading and deleting runs. Never used to serve a request's reads. */
  readonly owner: Db;
  /** Plain connections of jangkau_gate for the hospital door: one statement a batch of questions. */
  readonly doorPool: pg.Pool;
  /** Plain connections of the owner, for COPY. */
  readonly ownerPool: pg.Pool;
  /** How many connections each login has, how many of them are idle, and how many requests wait for one. */
  poolSizes(): { login: string; state: 'total' | 'idle' | 'waiting'; n: number }[];
  close(): Promise<void>;
}

/** How to reach a database: settings of `pg`, or a connection address. */
export type ConnectionSettings = pg.PoolConfig;

/** How each login reaches it. */
export interface Connections {
  owner: ConnectionSettings;
  app: ConnectionSettings;
  gate: ConnectionSettings;
  system: ConnectionSettings;
  bank: ConnectionSettings;
  member: ConnectionSettings;
}

/** Everything by the owner: for commands and benchmarks, never to answer a request. */
export function ownerOnly(owner: ConnectionSettings): Connections {
  return { owner, app: owner, gate: owner, system: owner, bank: owner, member: owner };
}

// pg turns dates into moments at midnight local time; a calendar date stays text here.
const dateType = 1082;
/** How values of PostgreSQL are read: as `pg` does, but dates as text. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    oid === dateType ? (text: string) => text : pg.types.getTypeParser(oid, format)) as never,
};

// A connection that is kept has the plans of the row security ready.
const kept = { types, idleTimeoutMillis: 600_000 };

/** Opens a pool for each login; connections are made when they are needed. */
export function connect(
  connections: Connections,
  onError: (error: Error) => void = () => undefined,
): Database {
  const pools = {
    owner: new pg.Pool({ ...connections.owner, types, max: 4, application_name: 'jangkau-owner' }),
    app: new pg.Pool({
      ...connections.app,
      ...kept,
      max: 16,
      application_name: 'jangkau-app',
      options: '-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s',
    }),
    gate: new pg.Pool({
      ...connections.gate,
      ...kept,
      max: 4,
      application_name: 'jangkau-gate',
      options: '-c statement_timeout=10s',
    }),
    door: new pg.Pool({
      ...connections.gate,
      ...kept,
      max: 4,
      application_name: 'jangkau-door',
      options: '-c statement_timeout=10s',
    }),
    system: new pg.Pool({ ...connections.system, ...kept, max: 4, application_name: 'jangkau-system' }),
    bank: new pg.Pool({
      ...connections.bank,
      ...kept,
      max: 4,
      application_name: 'jangkau-bank',
      // A close of the month holds the books; a bank is told to come again rather than kept waiting.
      options: '-c statement_timeout=30s -c lock_timeout=10s',
    }),
    member: new pg.Pool({
      ...connections.member,
      ...kept,
      max: 8,
      application_name: 'jangkau-member',
      options: '-c statement_timeout=10s -c idle_in_transaction_session_timeout=60s',
    }),
  };
  let closing = false;
  // Without a listener, an idle connection that the server closes ends the whole process.
  const lost = (error: Error) => {
    if (!closing) onError(error);
  };
  for (const pool of Object.values(pools)) {
    pool.on('error', lost);
    // The pool listens to idle connections only. One that is lost between two statements of a transaction
    // tells whoever asks next; without a listener it would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
  }
  const db = (pool: pg.Pool): Db => new Kysely({ dialect: new PostgresDialect({ pool }) });
  const handles = {
    app: db(pools.app),
    gate: db(pools.gate),
    system: db(pools.system),
    bank: db(pools.bank),
    owner: db(pools.owner),
  };
  const open = (scope: Scope) => openScopedWork(pools[loginOf(scope)], scope);
  return {
    ...handles,
    ownerPool: pools.owner,
    doorPool: pools.door,
    poolSizes: () =>
      Object.entries(pools).flatMap(([login, { totalCount, idleCount, waitingCount }]) => [
        { login, state: 'total' as const, n: totalCount },
        { login, state: 'idle' as const, n: idleCount },
        { login, state: 'waiting' as const, n: waitingCount },
      ]),
    open,
    as: async (scope, work) => {
      const scoped = open(scope);
      try {
        const result = await work(scoped.db);
        await scoped.commit();
        return result;
      } catch (error) {
        await scoped.rollback();
        throw error;
      }
    },
    close: async () => {
      closing = true;
      await Promise.all([
        ...Object.values(handles).map((handle) => handle.destroy()),
        pools.door.end(),
        pools.member.end(),
      ]);
    },
  };
}

function loginOf({ isSystem, isMember }: Scope): 'system' | 'member' | 'app' {
  if (isSystem) return 'system';
  return isMember ? 'member' : 'app';
}
