import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));

/** The real server on a data folder, which is killed again and again. */
export class KilledServer {
  readonly dataDir: string;
  readonly #environment: Record<string, string>;
  #child: ChildProcess | undefined;
  #output = '';
  #killedPostgres = 0;
  url = '';

  constructor(dataDir: string, environment: Record<string, string> = {}) {
    this.dataDir = dataDir;
    this.#environment = environment;
  }

  /** Starts the server; resolves when it is ready. */
  async start(): Promise<void> {
    this.#output = '';
    const child = spawn(process.execPath, [main, 'serve'], {
      env: {
        ...process.env,
        PORT: '0',
        DATABASE_URL: '',
        JANGKAU_DATA_DIR: this.dataDir,
        JANGKAU_BACKUP_SCHEDULE: 'off',
        // No pages are looked at, so none have to be built.
        JANGKAU_OFFICE_DIR: path.join(this.dataDir, 'office'),
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const collect = (chunk: Buffer) => {
      this.#output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    for (let i = 0; i < 12_000; i++) {
      const url = /Alamat \/ address\s+(\S+)/.exec(this.#output)?.[1];
      if (url && this.#output.includes('Siap dalam')) {
        this.url = url;
        return;
      }
      if (child.exitCode !== null) break;
      await sleep(50);
    }
    throw new Error(`the server did not start: ${this.#output}`);
  }

  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** kill -9, and everything the server started has to notice by itself. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || !this.running) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** kill -9 of PostgreSQL; the server has to bring it back. */
  async killPostgres(): Promise<void> {
    const pid = await this.#postgres();
    if (pid > 1) process.kill(pid, 'SIGKILL');
    this.#killedPostgres = pid;
  }

  /**
   * Waits until another PostgreSQL is there than the one killed, and the server says that it can work; false when it
   * ended instead. A server process of the killed one may answer for some milliseconds more.
   */
  async ready(): Promise<boolean> {
    for (let i = 0; i < 600 && this.running; i++) {
      if ([0, this.#killedPostgres].includes(await this.#postgres())) {
        await sleep(100);
        continue;
      }
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(
        () => undefined,
      );
      if (answer?.ok) return true;
      await sleep(100);
    }
    return false;
  }

  /** Number of the process of PostgreSQL; 0 when there is none. */
  async #postgres(): Promise<number> {
    const file = path.join(this.dataDir, 'postgres', 'data', 'postmaster.pid');
    return Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  }

  /** Orderly stop. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || !this.running) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}
