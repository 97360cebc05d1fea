import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ColumnMapping } from '@jangkau/registers';
import type { StageReport } from './stage-progress.ts';

/** What a mapping is asked to do: the one line the job reads. */
export interface MappingOrder {
  runId: string;
  residents: OrderedFile[];
  members: OrderedFile[];
  out: string;
  asOf: string;
  threshold?: number | undefined;
  village?: string | undefined;
  decisions: { no_penduduk: string; no_kartu: string; verdict: 'same' | 'different' }[];
}

/** A register file, with its columns when somebody corrected them. */
export interface OrderedFile {
  path: string;
  mapping?: ColumnMapping | undefined;
}

/** Lines the job writes. */
export type JobLine =
  | { type: 'progress'; report: StageReport }
  | { type: 'done' }
  | { type: 'failed'; code: string; messageId: string; messageEn: string; detail: string };

/** A mapping that ended badly, with what people should be told. */
export class MappingFailure extends Error {
  readonly code: string;
  readonly messageId: string | undefined;
  readonly messageEn: string | undefined;

  constructor(code: string, detail: string, messages: { id?: string; en?: string } = {}) {
    super(detail);
    this.name = 'MappingFailure';
    this.code = code;
    this.messageId = messages.id;
    this.messageEn = messages.en;
  }
}

const killAfterMs = 5000;

/**
 * Runs a mapping in a process of its own: it may need gigabytes and all cores, and it can be killed
 * without harm to the server. Resolves when it has written everything.
 * @throws MappingFailure; the signal's reason when cancelled
 */
export async function runMappingProcess(
  jobFile: string,
  order: MappingOrder,
  onReport: (report: StageReport) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, ['--max-old-space-size=2048', jobFile], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const cancel = () => stop(child);
  signal.addEventListener('abort', cancel, { once: true });
  let last: JobLine | undefined;
  const errors: string[] = [];
  // The job's input stays open: its end tells the job that this process is gone.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(order)}\n`);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = parseLine(line);
    if (message?.type === 'progress') onReport(message.report);
    else if (message) last = message;
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    // A message may quote a value from a register; numbers of persons stay out of the log.
    errors.push(line.replace(/\d{9,}/g, '*'));
    if (errors.length > 20) errors.shift();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => signal.removeEventListener('abort', cancel));
  signal.throwIfAborted();
  if (last?.type === 'failed')
    throw new MappingFailure(last.code, last.detail, { id: last.messageId, en: last.messageEn });
  if (code !== 0 || last?.type !== 'done')
    throw new MappingFailure('run-failed', `the job ended with ${code}: ${errors.join(' | ')}`);
}

function parseLine(line: string): JobLine | undefined {
  try {
    return JSON.parse(line) as JobLine;
  } catch {
    // Something a library printed; progress is all we need from here.
    return undefined;
  }
}

function stop(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  child.once('close', () => clearTimeout(timer));
}
