import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Cluster, runningCluster, startCluster } from './cluster.ts';
import { isAlive } from './orphan.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'jangkau-cluster-'));
  await chmod(directory, 0o755);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function query(cluster: Cluster, text: string): Promise<unknown[]> {
  const client = new pg.Client(cluster.connection('postgres'));
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 200; i++) {
    if (!isAlive(pid)) return true;
    await sleep(50);
  }
  return false;
}

test('data survive a stop; the process does not', async () => {
  const first = await startCluster({ directory });
  await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await startCluster({ directory });
  expect(await query(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('PostgreSQL killed with kill -9 recovers at the next start, stale pid file and all', async () => {
  const first = await startCluster({ directory });
  await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(first.pid, 'SIGKILL');
  await first.stop();
  const second = await startCluster({ directory });
  expect(await query(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('a server killed with kill -9 leaves no PostgreSQL behind, and the next one starts at once', async () => {
  const script = path.join(directory, 'server.ts');
  const cluster = fileURLToPath(new URL('./cluster.ts', import.meta.url));
  await writeFile(
    script,
    `import { startCluster } from ${JSON.stringify(cluster)};
     const cluster = await startCluster({ directory: ${JSON.stringify(path.join(directory, 'pg'))} });
     console.log(cluster.pid);
     setInterval(() => {}, 1000);`,
  );
  const server = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  server.kill('SIGKILL');
  await once(server, 'close');
  const next = await startCluster({ directory: path.join(directory, 'pg') });
  expect(next.pid).not.toBe(pid);
  expect(await query(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await gone(pid)).toBe(true);
  await next.stop();
});

test('PostgreSQL that dies while it is used comes back at the same address, with everything committed', async () => {
  const seen: string[] = [];
  const cluster = await startCluster({
    directory,
    onDown: () => seen.push('down'),
    onUp: () => seen.push('up'),
  });
  const first = cluster.pid;
  for (let round = 1; round <= 3; round++) {
    await query(cluster, `CREATE TABLE kept_${round} AS SELECT ${round} AS answer`);
    process.kill(cluster.pid, round === 2 ? 'SIGQUIT' : 'SIGKILL');
    await vi.waitFor(() => expect(seen).toEqual(Array(round).fill(['down', 'up']).flat()), 30_000);
    expect(await query(cluster, `SELECT answer FROM kept_${round}`)).toEqual([{ answer: round }]);
  }
  expect(cluster.pid).not.toBe(first);
  expect(await runningCluster(directory)).toBeDefined();
  await cluster.stop();
  expect(isAlive(cluster.pid)).toBe(false);
  expect(await runningCluster(directory)).toBeUndefined();
});

test('PostgreSQL that cannot come back is given up, and stopping still works', async () => {
  const lost = Promise.withResolvers<Error>();
  const cluster = await startCluster({ directory, onLost: lost.resolve, mostFailures: 2 });
  await writeFile(path.join(directory, 'data', 'postgresql.conf'), 'no such setting = 1');
  process.kill(cluster.pid, 'SIGKILL');
  expect((await lost.promise).message).toContain('PostgreSQL did not start');
  await cluster.stop();
});

test('two servers cannot share a directory', async () => {
  const first = await startCluster({ directory });
  await expect(startCluster({ directory })).rejects.toThrow('another Jangkau');
  expect(await query(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await first.stop();
});
