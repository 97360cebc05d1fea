import { readFile, rm, writeFile } from 'node:fs/promises';
import { isAlive } from './orphan.ts';

/**
 * Claims a data directory for this process by a file with its id, so that a second server started on the
 * same directory says so instead of stopping the first one's database. A lock of a dead process is taken
 * over. Returns the function that gives the claim back.
 * @throws Error when a living process holds it
 */
export async function lockDirectory(file: string): Promise<() => Promise<void>> {
  const mine = `${process.pid} ${await startTime(process.pid)}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return async () => {
        if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = await lockHolder(file);
    if (pid !== undefined)
      throw new Error(`another Jangkau (process ${pid}) uses this data directory; stop it first`);
    await rm(file, { force: true });
  }
  throw new Error(`cannot claim ${file}`);
}

/** Process id of the living process that holds a lock; undefined when there is none. */
export async function lockHolder(file: string): Promise<number | undefined> {
  const [pid, started] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ');
  return isAlive(Number(pid)) && (await startTime(Number(pid))) === started ? Number(pid) : undefined;
}

/** When a process started, in clock ticks: tells a process apart from a later one with the same id. */
async function startTime(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}
