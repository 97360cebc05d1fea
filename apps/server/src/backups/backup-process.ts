import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { MadeBackup } from '@jangkau/store';

/** What the job is asked to do: the one line it reads. */
export interface BackupOrder {
  /** A managed PostgreSQL; the built-in one of `directory` when undefined. */
  url: string | undefined;
  directory: string;
  dataDir: string;
  file: string;
  recipients: string[];
  files: boolean;
}

export interface BackupStep {
  step: 'tables' | 'files' | 'verify';
  /** 0..1 within the step. */
  fraction: number;
}

/** Lines the job writes. */
export type BackupLine =
  | ({ type: 'progress' } & BackupStep)
  | { type: 'done'; made: MadeBackup }
  | { type: 'failed'; code: string };

/** A backup that was not made. `code` is of a catalogue or of the system. */
export class BackupFailure extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.name = 'BackupFailure';
    this.code = code;
  }
}

const jobFile = fileURLToPath(new URL('../jobs/backup-job.ts', import.meta.url));
const killAfterMs = 5000;

/**
 * Makes a backup in a process of its own, so that answers of the server are not slowed down, and reads it
 * again.
 * @throws BackupFailure
 */
export async function runBackupProcess(
  order: BackupOrder,
  onStep: (step: BackupStep) => void,
  signal: AbortSignal,
): Promise<MadeBackup> {
  const child = spawn(process.execPath, [jobFile], { stdio: ['pipe', 'pipe', 'pipe'] });
  const stop = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  let last: BackupLine | undefined;
  const errors: string[] = [];
  // The job's input stays open: its end tells the job that this process is gone.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(order)}\n`);
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as BackupLine;
    if (line.type === 'progress') onStep({ step: line.step, fraction: line.fraction });
    else last = line;
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    errors.push(line.replace(/\d{9,}/g, '*'));
    if (errors.length > 20) errors.shift();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => signal.removeEventListener('abort', stop));
  if (last?.type === 'done') return last.made;
  throw new BackupFailure(last?.type === 'failed' ? last.code : 'internal', `${code}: ${errors.join(' | ')}`);
}
