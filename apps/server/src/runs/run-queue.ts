import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunSummary } from '@jangkau/contracts';
import {
  type Database,
  type DecisionRepository,
  isConnectionLost,
  loadRun,
  type RunEventRow,
  type RunRepository,
  type RunRow,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { problemDocument } from '../http/problem-document.ts';
import { MappingFailure, type MappingOrder, type OrderedFile, runMappingProcess } from './mapping-process.ts';
import type { EventPayload, KeptFailure } from './run-view.ts';
import { storeStage } from './stage-catalogue.ts';
import { StageProgress, type StageReport } from './stage-progress.ts';

export interface RunQueueOptions {
  database: Database;
  runs: RunRepository;
  decisions: DecisionRepository;
  /** Files a run reads, by kind, with their corrected columns. */
  filesOf(run: RunRow): Promise<{ residents: OrderedFile[]; members: OrderedFile[] }>;
  /** The script that does the mapping. */
  jobFile: string;
  onEvent(event: RunEventRow): void;
  onError(error: unknown, runId: string | undefined): void;
}

const reportEveryMs = 250;

class Cancelled extends Error {}
class Stopping extends Error {}

/** Does runs one after the other. State is in the database: a restart goes on where this one ended. */
export class RunQueue {
  readonly #options: RunQueueOptions;
  #working: Promise<void> | undefined;
  #current: { id: string; abort: AbortController } | undefined;
  /** Set by every wake, so that an order which comes while the last look finds nothing is not missed. */
  #wanted = false;
  readonly #closing = new AbortController();

  constructor(options: RunQueueOptions) {
    this.#options = options;
  }

  /** Takes up what an earlier process left: interrupted runs go on by themselves once, waiting ones start. */
  async recover(): Promise<void> {
    const { runs } = this.#options;
    for (const run of await runs.interruptRunning()) await this.#resumeOnce(run);
    this.wake();
  }

  /** Looks for work, if it is not already at it. */
  wake(): void {
    this.#wanted = true;
    if (this.#closing.signal.aborted || this.#working !== undefined) return;
    this.#working = this.#work()
      .catch((error) => {
        // What a stop left open is taken up by `recover` at the next start.
        if (!this.#closing.signal.aborted) this.#options.onError(error, undefined);
      })
      .finally(() => {
        this.#working = undefined;
      });
  }

  /**
   * Stops a run; a running one is over when its process has ended.
   * @throws ApiProblem run-not-cancellable
   */
  async cancel(id: string): Promise<void> {
    if (await this.#options.runs.finish(id, 'cancelled', ['queued', 'interrupted'])) {
      await this.#tell(id, { state: 'cancelled', progress: 0, stage: null, error: null });
      return;
    }
    if (this.#current?.id !== id) throw new ApiProblem('run-not-cancellable');
    this.#current.abort.abort(new Cancelled());
  }

  /**
   * Puts a run that ended without a result back into the queue.
   * @throws ApiProblem run-not-resumable
   */
  async resume(id: string): Promise<void> {
    if (!(await this.#options.runs.requeue(id, ['interrupted', 'failed', 'cancelled'])))
      throw new ApiProblem('run-not-resumable');
    await this.#tell(id, { state: 'queued', progress: 0, stage: null, error: null });
    this.wake();
  }

  /** Ends the work: the run at hand becomes interrupted and goes on at the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#current?.abort.abort(new Stopping());
    await this.#working;
  }

  async #work(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      this.#wanted = false;
      const run = await this.#patiently(() => this.#options.runs.takeNext());
      if (!run && !this.#wanted) return;
      if (!run) continue;
      const abort = new AbortController();
      this.#current = { id: run.id, abort };
      try {
        await this.#execute(run, abort.signal);
      } catch (error) {
        const reason = abort.signal.aborted ? abort.signal.reason : error;
        await this.#patiently(() => this.#ended(run, reason));
      } finally {
        this.#current = undefined;
      }
    }
  }

  async #execute(run: RunRow, signal: AbortSignal): Promise<void> {
    const { runs, decisions, filesOf, jobFile } = this.#options;
    const progress = new StageProgress();
    await runs.saveStages(run.id, progress.stages);
    await this.#tell(run.id, { state: 'running', progress: 0, stage: null, error: null });
    const reporter = this.#reporter(run.id, progress);
    // What an earlier attempt left behind is of no use: a mapping starts from its files.
    await rm(run.directory, { recursive: true, force: true });
    const order: MappingOrder = {
      runId: run.id,
      ...(await filesOf(run)),
      out: run.directory,
      asOf: run.as_of,
      threshold: run.threshold ?? undefined,
      village: run.village ?? undefined,
      decisions: await decisions.forMapping(),
    };
    try {
      await runMappingProcess(jobFile, order, reporter.report, signal);
      await this.#load(run, reporter.report, signal);
    } finally {
      // The last word on a run must not be overtaken by its progress.
      await reporter.settled();
    }
    // What was needed for loading only.
    await rm(path.join(run.directory, 'load'), { recursive: true, force: true });
    await this.#tell(run.id, { state: 'done', progress: 1, stage: null, error: null });
  }

  async #load(run: RunRow, report: (report: StageReport) => void, signal: AbortSignal): Promise<void> {
    const summary = withoutPaths(
      JSON.parse(await readFile(path.join(run.directory, 'summary.json'), 'utf8')),
    );
    const started = performance.now();
    report({ stage: storeStage, done: 0, total: 100 });
    const counts = await loadRun(this.#options.database, {
      directory: run.directory,
      run,
      summary,
      signal,
      onProgress: (done) =>
        report({ stage: storeStage, done: Math.min(99, Math.round(done * 100)), total: 100 }),
    });
    // From here on there is nothing left to cancel.
    this.#current = undefined;
    const ms = Math.round(performance.now() - started);
    report({ stage: storeStage, done: 100, total: 100, rows: counts.residents, ms });
  }

  async #ended(run: RunRow, reason: unknown): Promise<void> {
    const { runs, onError } = this.#options;
    const state = endOf(reason);
    const error = state === 'failed' ? keptFailure(reason) : null;
    if (state === 'failed') onError(reason, run.id);
    if (!(await runs.finish(run.id, state, ['running', state], error))) {
      // Loaded is done, whatever went wrong with what came after.
      if ((await runs.find(run.id))?.state === 'done')
        await this.#tell(run.id, { state: 'done', progress: 1, stage: null, error: null });
      return;
    }
    await rm(run.directory, { recursive: true, force: true }).catch(() => undefined);
    if (state === 'interrupted' && !this.#closing.signal.aborted) await this.#resumeOnce(run);
    else await this.#tell(run.id, { state, progress: 0, stage: null, error });
  }

  /** The first time a run is interrupted it goes on by itself; after that it waits for somebody. */
  async #resumeOnce(run: RunRow): Promise<void> {
    const resumed = run.attempt === 1 && (await this.#options.runs.requeue(run.id, ['interrupted']));
    await this.#tell(run.id, {
      state: resumed ? 'queued' : 'interrupted',
      progress: 0,
      stage: null,
      error: null,
    });
  }

  /** Asks the database until it answers: a lost connection is waited out, unless the queue is closing. */
  async #patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (let pause = 250; ; pause = Math.min(pause * 2, 5000)) {
      try {
        return await ask();
      } catch (error) {
        if (this.#closing.signal.aborted || !isConnectionLost(error)) throw error;
        await sleep(pause, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Passes reports on: turns of stages at once, steps within one a few times a second. */
  #reporter(runId: string, progress: StageProgress) {
    let last = 0;
    let chain: Promise<void> = Promise.resolve();
    const report = (report: StageReport) => {
      const { stage, turned } = progress.report(report);
      if (!turned && performance.now() - last < reportEveryMs) return;
      last = performance.now();
      const payload: EventPayload = {
        state: 'running',
        progress: progress.fraction(),
        stage: { ...stage },
        error: null,
      };
      const stages = progress.stages.map((one) => ({ ...one }));
      chain = chain
        .then(async () => {
          await this.#options.runs.saveStages(runId, stages);
          await this.#tell(runId, payload);
        })
        .catch((error) => {
          // Progress that nobody could write down is no harm: the next report says more.
          if (!isConnectionLost(error)) this.#options.onError(error, runId);
        });
    };
    return { report, settled: () => chain };
  }

  async #tell(runId: string, payload: EventPayload): Promise<void> {
    this.#options.onEvent(await this.#options.runs.addEvent(runId, payload));
  }
}

/** Where the server keeps its files is nobody's business; the names of the files stay. */
function withoutPaths(summary: RunSummary): RunSummary {
  for (const input of Object.values(summary.inputs ?? {})) delete (input as { paths?: unknown })?.paths;
  return summary;
}

/** What becomes of a run that ended for this reason; only what was nobody's fault goes on later. */
function endOf(reason: unknown): 'cancelled' | 'interrupted' | 'failed' {
  if (reason instanceof Cancelled) return 'cancelled';
  // A job that says it was cancelled, though not by us, was told so by the system: Ctrl-C reaches it too.
  const stoppedFromOutside = reason instanceof MappingFailure && reason.code === 'run-cancelled';
  return reason instanceof Stopping || stoppedFromOutside || isConnectionLost(reason)
    ? 'interrupted'
    : 'failed';
}

function keptFailure(reason: unknown): KeptFailure {
  const known = reason instanceof MappingFailure ? reason : undefined;
  const failure = new ApiProblem('run-failed');
  const [id, en] = [problemDocument(failure, 'id'), problemDocument(failure, 'en')];
  return {
    code: known?.code ?? 'run-failed',
    status: id.status,
    title: id.title,
    messageId: known?.messageId ?? id.message,
    messageEn: known?.messageEn ?? en.message,
  };
}
