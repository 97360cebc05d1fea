import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresAccount } from './postgres-account.ts';

/** What a PostgreSQL needs to run on a directory that is already a database. */
export interface LaunchOptions {
  program: string;
  account: PostgresAccount;
  dataDir: string;
  settings: Record<string, string>;
  /** How to reach it once it answers. */
  connection: { host: string; port: number; user: string; database: string };
  onLog?: ((line: string) => void) | undefined;
}

/** A running PostgreSQL. */
export interface PostgresProcess {
  readonly pid: number;
  /** Resolves when it has ended, for whatever reason; the last lines it wrote. */
  readonly closed: Promise<string[]>;
  /** Orderly stop: transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL and waits until it answers. It stops with this process even when that is killed.
 * @throws Error when it ends before it answers, with the last lines it wrote
 */
export async function launchPostgres(options: LaunchOptions): Promise<PostgresProcess> {
  const { program, account, dataDir, connection } = options;
  const flags = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(program, ['-D', dataDir, '-p', String(connection.port), ...flags], {
    ...account,
    cwd: dataDir,
    env: { LC_ALL: 'C', PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl+C reaches us alone, and we stop it in order.
    detached: true,
  });
  const log = collectLines(server, options.onLog);
  const closed = once(server, 'close').then(() => log);
  const guardian = guard(server.pid as number);
  void closed.then(() => guardian.kill('SIGKILL'));
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT');
    await closed;
  };
  try {
    await answering(connection, server, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: server.pid as number, closed, stop };
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

/** The last lines a process writes to its error output; each is also passed on. */
export function collectLines(process: ChildProcess, onLog?: (line: string) => void): string[] {
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
