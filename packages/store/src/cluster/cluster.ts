import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, chmod, chown, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lockDirectory } from './directory-lock.ts';
import { stopOrphan } from './orphan.ts';
import { closedParent, findPostgresAccount, type PostgresAccount } from './postgres-account.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';

/** Where the built-in PostgreSQL keeps its files, and where its log lines go. */
export interface ClusterOptions {
  /** Directory of this cluster alone; made when missing. */
  directory: string;
  onLog?: (line: string) => void;
  /** Extra settings such as { fsync: 'off' } for tests. */
  settings?: Record<string, string>;
}

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** Connection settings for `pg`: a Unix socket, no network port. */
  connection(database: string): { host: string; port: number; user: string; database: string };
  /** Process id of PostgreSQL. */
  readonly pid: number;
  /** Stops PostgreSQL and gives the directory back. */
  stop(): Promise<void>;
}

const superuser = 'postgres';
const port = 5432;

/**
 * Tuned for one office on one machine: results are loaded in bulk and can be loaded again, so the log
 * needs nothing for replication (`wal_level = minimal` also lets COPY into a new table skip it).
 */
const settings: Record<string, string> = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '512MB',
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
  const unlock = await lockDirectory(path.join(directory, 'owner.lock'));
  try {
    await stopOrphan(dataDir);
    await initialise(binaries, account, dataDir);
    const socketDir = await makeSocketDirectory(directory, account);
    return await start(binaries, account, dataDir, socketDir, options, unlock);
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
  const errors = collect(initdb);
  const [code] = await once(initdb, 'close');
  if (code !== 0) throw new Error(`initdb failed: ${errors.join('\n')}`);
  await rename(fresh, dataDir);
}

/**
 * Only accounts that may enter the socket's directory can connect, so it is closed to all others. Beside
 * the data when the path fits into a socket address (107 bytes), in /tmp otherwise.
 */
async function makeSocketDirectory(directory: string, account: PostgresAccount): Promise<string> {
  const near = path.join(directory, 'socket');
  const short = `/tmp/jangkau-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`;
  const socketDir = Buffer.byteLength(near) <= 80 ? near : short;
  await mkdir(socketDir, { recursive: true, mode: 0o700 });
  await chmod(socketDir, 0o700);
  await give(socketDir, account);
  return socketDir;
}

async function start(
  binaries: PostgresBinaries,
  account: PostgresAccount,
  dataDir: string,
  socketDir: string,
  options: ClusterOptions,
  unlock: () => Promise<void>,
): Promise<Cluster> {
  const flags = Object.entries({ ...settings, ...options.settings, unix_socket_directories: socketDir });
  const server = spawn(
    binaries.postgres,
    ['-D', dataDir, '-p', String(port), ...flags.flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    {
      ...account,
      cwd: dataDir,
      env: { LC_ALL: 'C', PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own process group: Ctrl+C reaches us alone, and we stop it in order.
      detached: true,
    },
  );
  const log = collect(server, options.onLog);
  const closed = once(server, 'close');
  const guardian = guard(server.pid as number);
  const connection = (database: string) => ({ host: socketDir, port, user: superuser, database });
  try {
    await answering(connection('postgres'), server, log);
  } catch (error) {
    server.kill('SIGINT');
    guardian.kill('SIGKILL');
    throw error;
  }
  let stopping: Promise<void> | undefined;
  return {
    connection,
    pid: server.pid as number,
    stop: () => {
      stopping ??= (async () => {
        if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT');
        await closed;
        guardian.kill('SIGKILL');
        await unlock();
      })();
      return stopping;
    },
  };
}

/**
 * Stops PostgreSQL when this process disappears without a word (kill -9, out of memory): a shell reads
 * from a pipe that only we hold open, and its end is the sign.
 */
function guard(pid: number): ChildProcess {
  const guardian = spawn('/bin/sh', ['-c', 'read _; kill -INT "$1"', 'guardian', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guardian.unref();
  (guardian.stdin as unknown as { unref(): void }).unref();
  return guardian;
}

async function answering(connection: pg.ClientConfig, server: ChildProcess, log: string[]): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`PostgreSQL did not start: ${log.slice(-5).join(' | ')}`);
    const client = new pg.Client(connection);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // After a crash it may take a while to replay its log; until then it refuses or has no socket.
      if (Date.now() > until) throw new Error('PostgreSQL does not answer', { cause: error });
      await sleep(25);
    }
  }
}

function collect(process: ChildProcess, onLog?: (line: string) => void): string[] {
  const lines: string[] = [];
  process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter(Boolean)) {
      lines.push(line);
      if (lines.length > 50) lines.shift();
      onLog?.(line);
    }
  });
  return lines;
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
