import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, chmod, chown, mkdir, rename, rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterSecret, superuser, writeAccessRules } from './cluster-access.ts';
import { lockDirectory, lockHolder } from './directory-lock.ts';
import { stopOrphan } from './orphan.ts';
import { closedParent, findPostgresAccount, type PostgresAccount } from './postgres-account.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { collectLines, type LaunchOptions, launchPostgres } from './postgres-process.ts';

/** Where the built-in PostgreSQL keeps its files, and where its log lines go. */
export interface ClusterOptions {
  /** Directory of this cluster alone; made when missing. */
  directory: string;
  onLog?: (line: string) => void;
  /** PostgreSQL ended without being asked; it is being started again. Its last line says why. */
  onDown?: (lastLine: string) => void;
  /** It answers again. */
  onUp?: () => void;
  /** It does not come back however often it is started: nothing more is tried. */
  onLost?: (error: Error) => void;
  /** Starts in a row that may fail before it is given up; 16, about a minute, when absent. */
  mostFailures?: number;
  /** Extra settings such as { fsync: 'off' } for tests. */
  settings?: Record<string, string>;
}

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** Connection settings for `pg`: a Unix socket, no network port. */
  connection(database: string): { host: string; port: number; user: string; database: string };
  /** Known to this account alone; passwords of logins are made from it. */
  readonly secret: string;
  /** Process id of PostgreSQL; another one after it had to be started again. */
  readonly pid: number;
  /** Stops PostgreSQL and gives the directory back. */
  stop(): Promise<void>;
}

const lockName = 'owner.lock';
const port = 5432;
/** Up for this long, an earlier failure no longer counts. */
const stableAfterMs = 60_000;

// Without a limit the first is missing or absurdly large.
const memoryMb = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem()) / 2 ** 20;
/** Megabytes PostgreSQL keeps pages in: an eighth of the memory, so that mapping and the rest have room. */
const bufferMb = Math.min(4096, Math.max(256, Math.floor(memoryMb / 8)));

/**
 * Tuned for one office on one machine: results are loaded in bulk and can be loaded again, so the log
 * needs nothing for replication (`wal_level = minimal` also lets COPY into a new table skip it).
 */
const settings: Record<string, string> = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: `${bufferMb}MB`,
  work_mem: '32MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '4GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and details of errors may hold personal data; they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts PostgreSQL on a directory: makes the database files on first use, takes over after a crash, and
 * leaves no process behind: PostgreSQL stops with this process even when it is killed.
 * @throws Error when another living process uses the directory or PostgreSQL does not start
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const directory = path.resolve(options.directory);
  const dataDir = path.join(directory, 'data');
  const [binaries, account] = await Promise.all([findPostgresBinaries(), findPostgresAccount()]);
  await mkdir(directory, { recursive: true });
  for (const target of [path.join(directory, 'data'), binaries.postgres]) {
    const closed = await closedParent(target, account);
    if (closed)
      throw new Error(
        `PostgreSQL runs as "postgres", which may not enter ${closed}: open it, or do not run as root`,
      );
  }
  const unlock = await lockDirectory(path.join(directory, lockName));
  try {
    await stopOrphan(dataDir);
    await initialise(binaries, account, dataDir);
    await writeAccessRules(dataDir, account);
    const secret = await clusterSecret(directory);
    const socketDir = await makeSocketDirectory(directory, account);
    return await keepRunning(
      {
        program: binaries.postgres,
        account,
        dataDir,
        settings: { ...settings, ...options.settings, unix_socket_directories: socketDir },
        connection: { host: socketDir, port, user: superuser, database: 'postgres' },
        onLog: options.onLog,
      },
      options,
      secret,
      unlock,
    );
  } catch (error) {
    await unlock();
    throw error;
  }
}

// A crash in the middle of initdb must not leave half a database: it is made aside and renamed.
async function initialise(
  binaries: PostgresBinaries,
  account: PostgresAccount,
  dataDir: string,
): Promise<void> {
  if (await exists(path.join(dataDir, 'PG_VERSION'))) return;
  const fresh = `${dataDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await give(fresh, account);
  const initdb = spawn(
    binaries.initdb,
    [`--pgdata=${fresh}`, `--username=${superuser}`, '--auth=trust', '--encoding=UTF8', '--locale=C'],
    { ...account, env: { LC_ALL: 'C', PATH: process.env.PATH }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const errors = collectLines(initdb);
  const [code] = await once(initdb, 'close');
  if (code !== 0) throw new Error(`initdb failed: ${errors.join('\n')}`);
  await rename(fresh, dataDir);
}

/** Beside the data when the path fits into a socket address (107 bytes), in /tmp otherwise. */
function socketDirectory(directory: string): string {
  const near = path.join(directory, 'socket');
  const short = `/tmp/jangkau-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`;
  return Buffer.byteLength(near) <= 80 ? near : short;
}

/**
 * How to reach the PostgreSQL that another process of ours runs on this directory, such as the server's
 * while a backup is made; undefined when no living process has claimed it.
 */
export async function runningCluster(
  directory: string,
): Promise<((database: string) => ReturnType<Cluster['connection']>) | undefined> {
  const absolute = path.resolve(directory);
  if ((await lockHolder(path.join(absolute, lockName))) === undefined) return undefined;
  return (database) => ({ host: socketDirectory(absolute), port, user: superuser, database });
}

/** Only accounts that may enter the socket's directory can connect, so it is closed to all others. */
async function makeSocketDirectory(directory: string, account: PostgresAccount): Promise<string> {
  const socketDir = socketDirectory(directory);
  await mkdir(socketDir, { recursive: true, mode: 0o700 });
  await chmod(socketDir, 0o700);
  await give(socketDir, account);
  return socketDir;
}

/**
 * Keeps PostgreSQL up. One that ends without being asked is started again, after a pause that doubles from
 * a tenth of a second to five seconds; the address stays the same, so that pools simply connect again.
 */
async function keepRunning(
  launch: LaunchOptions,
  options: ClusterOptions,
  secret: string,
  unlock: () => Promise<void>,
): Promise<Cluster> {
  let current = await launchPostgres(launch);
  let upSince = performance.now();
  const stopping = new AbortController();
  const watching = (async () => {
    let failures = 0;
    for (;;) {
      const lastWords = await current.closed;
      if (stopping.signal.aborted) return;
      options.onDown?.(lastWords.at(-1) ?? 'it ended without a word');
      if (performance.now() - upSince > stableAfterMs) failures = 0;
      for (;;) {
        await sleep(Math.min(5000, 100 * 2 ** failures), undefined, { signal: stopping.signal }).catch(
          () => undefined,
        );
        if (stopping.signal.aborted) return;
        failures++;
        try {
          // Its own backends may outlive a killed PostgreSQL for a moment and keep the next one out.
          current = await launchPostgres(launch);
          upSince = performance.now();
          break;
        } catch (error) {
          if (failures < (options.mostFailures ?? 16)) continue;
          options.onLost?.(error as Error);
          return;
        }
      }
      if (stopping.signal.aborted) return;
      options.onUp?.();
    }
  })();
  let stopped: Promise<void> | undefined;
  return {
    connection: (database: string) => ({ ...launch.connection, database }),
    secret,
    get pid() {
      return current.pid;
    },
    stop: () => {
      stopped ??= (async () => {
        stopping.abort();
        await current.stop();
        await watching;
        // It may have come up again while it was being told to stop.
        await current.stop();
        await unlock();
      })();
      return stopped;
    },
  };
}

async function give(directory: string, account: PostgresAccount): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined)
    await chown(directory, account.uid, account.gid);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
