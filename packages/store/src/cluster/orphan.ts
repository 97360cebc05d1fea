import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for a PostgreSQL that a killed process left running on this data directory, asking it to stop
 * first. A stale postmaster.pid of a process that is gone is PostgreSQL's own business: it recovers.
 * @throws Error when it does not stop
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const pid = await runningPostmaster(dataDir);
  if (pid === undefined) return;
  // Fast shutdown first; an immediate one loses no committed data either, only costs a recovery.
  for (const [signal, seconds] of [
    ['SIGINT', 15],
    ['SIGQUIT', 10],
  ] as const) {
    signalProcess(pid, signal);
    const until = Date.now() + seconds * 1000;
    while (Date.now() < until) {
      if ((await runningPostmaster(dataDir)) === undefined) return;
      await sleep(50);
    }
  }
  throw new Error(`the PostgreSQL left over on ${dataDir} (process ${pid}) does not stop`);
}

/** Process id of the PostgreSQL that runs on this data directory, if one does. */
async function runningPostmaster(dataDir: string): Promise<number | undefined> {
  const text = await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  return (await isPostgresOf(pid, dataDir)) ? pid : undefined;
}

/** True while a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Process ids are used again: without /proc to look at (not Linux) the pid file is believed.
async function isPostgresOf(pid: number, dataDir: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command === undefined) return process.platform !== 'linux';
  return command.split('\0').includes(path.resolve(dataDir));
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
