import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedByBrowsers } from './asked-by-browsers.ts';
import { assertNobodyIsNamed } from './nobody-is-named.ts';

/** The real program, started as people start it, on a data folder of its own. */
export interface RunningJangkau {
  url: string;
  username: string;
  password: string;
  /** Where it keeps its data, the demo's registers among them. */
  dataDir: string;
  /** Everything it has written so far: what it says, its log and PostgreSQL's. */
  output(): string;
  /** Another folder with registers whose people the suite meets. */
  alsoMeets(folder: string): void;
  /** What was said in chats: nothing of it may stand in what the program writes. */
  alsoHears(transcript: readonly string[]): void;
  /**
   * Stops it, and looks for anybody of the registers in everything it wrote, its figures, and every address and
   * refusal of the suite's browsers.
   * @throws Error when somebody is named there
   */
  stop(): Promise<void>;
}

const LAUNCHER = fileURLToPath(new URL('../apps/cli/bin/jangkau.mjs', import.meta.url));

/**
 * Starts `jangkau serve` with a demo branch of so many residents and waits until it says that it is ready.
 * @throws Error with its output when it ends or does not become ready
 */
export async function startJangkau(options: { residents: number }): Promise<RunningJangkau> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jangkau-e2e-'));
  // Started as root, PostgreSQL runs under an account of its own, which has to get in.
  await chmod(dataDir, 0o755);
  const child = spawn(process.execPath, [LAUNCHER, 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      JANGKAU_DATA_DIR: dataDir,
      JANGKAU_DEMO_RESIDENTS: String(options.residents),
      // With the lines of PostgreSQL.
      JANGKAU_LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (look: () => void | Promise<void> = () => undefined): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    try {
      await look();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  };
  const ready = new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Siap dalam')) resolve();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => reject(new Error(`jangkau serve ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`jangkau serve is not ready:\n${output}`)), 180_000).unref();
  });
  try {
    await ready;
  } catch (error) {
    await end();
    throw error;
  }
  const url = /Alamat \/ address\s+(\S+)/.exec(output)?.[1];
  const account = /Masuk \/ sign in\s+(\S+)\s+sandi \/ password: (\S+)/.exec(output);
  if (!url || !account?.[1] || !account[2]) {
    await end();
    throw new Error(`no address or sign-in in:\n${output}`);
  }
  const folders = [join(dataDir, 'demo')];
  const transcripts: string[] = [];
  const stop = async (): Promise<void> => {
    const figures = await fetch(`${url}/metrics`).then((answer) => answer.text());
    await end(async () =>
      assertNobodyIsNamed(
        { log: output, figures, 'addresses and refusals': await askedByBrowsers() },
        folders,
        transcripts,
      ),
    );
  };
  return {
    url,
    username: account[1],
    password: account[2],
    dataDir,
    output: () => output,
    alsoMeets: (folder) => folders.push(folder),
    alsoHears: (transcript) => transcripts.push(...transcript),
    stop,
  };
}
