import { randomUUID } from 'node:crypto';
import { isProblem } from '@jangkau/kernel';
import { type CloseResult, closeMonth, type Database, type StepResult, undoClose } from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';

/** A close, an undo or a dry run of one by this server; kept until the next one. */
export interface CloseJob {
  id: string;
  month: string;
  kind: 'close' | 'undo';
  dryRun: boolean;
  state: 'running' | 'done' | 'failed';
  steps: StepResult[];
  stepsTotal: number;
  already: boolean;
  problem: { code: string; messageId: string; messageEn: string } | null;
  startedAt: string;
}

/** Closes months and takes closes back in the background, one at a time. What was closed is in the database; a job is only its progress. */
export class MonthCloseService {
  readonly #database: Database;
  readonly #today: () => string;
  readonly #onClosed: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  readonly #stopping = new AbortController();
  #job: CloseJob | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: {
    database: Database;
    today: () => string;
    /** After a close or an undo that is not a dry run. */
    onClosed: () => Promise<void>;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#today = parts.today;
    this.#onClosed = parts.onClosed;
    this.#onError = parts.onError;
  }

  /** The latest job of this server. */
  get job(): CloseJob | undefined {
    return this.#job;
  }

  /** Begins a close, an undo, or a dry run of either. */
  start(order: { month: string; dryRun: boolean; undo: boolean; by: string }): CloseJob {
    if (this.#job?.state === 'running') throw new ApiProblem('month-close-running');
    const job: CloseJob = {
      id: randomUUID(),
      month: order.month,
      kind: order.undo ? 'undo' : 'close',
      dryRun: order.dryRun,
      state: 'running',
      steps: [],
      stepsTotal: 0,
      already: false,
      problem: null,
      startedAt: new Date().toISOString(),
    };
    this.#job = job;
    this.#work = this.#run(job, order.by);
    return job;
  }

  /** Waits for the job; a close that is cut off leaves nothing behind. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#work;
  }

  async #run(job: CloseJob, by: string): Promise<void> {
    try {
      const work = job.kind === 'undo' ? undoClose : closeMonth;
      const result: CloseResult = await work(this.#database.ownerPool, {
        month: job.month,
        dryRun: job.dryRun,
        today: this.#today(),
        by,
        signal: this.#stopping.signal,
        onStep: (step, _done, total) => {
          job.steps = [...job.steps, step];
          job.stepsTotal = total;
        },
      });
      job.steps = result.steps;
      job.already = result.already;
      if (!job.dryRun) await this.#onClosed();
      job.state = 'done';
    } catch (error) {
      const known = isProblem(error) ? error : undefined;
      job.problem = known
        ? { code: known.code, messageId: known.messageId, messageEn: known.messageEn }
        : {
            code: 'internal',
            messageId: 'Tutup bulan gagal; tidak ada yang berubah. Coba lagi.',
            messageEn: 'The close failed; nothing was changed. Try again.',
          };
      job.state = 'failed';
      if (!known && !this.#stopping.signal.aborted) this.#onError(error);
    }
  }
}
