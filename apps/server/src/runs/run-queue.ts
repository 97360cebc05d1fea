import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RunSummary } from '@jangkau/contracts';
import {
  type Database,
  type DecisionRepository,
  loadRun,
  type RunEventRow,
  type RunRepository,
  type RunRow,
  type RunState,
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
  onError(error: unknown, runId: string): void;
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
  #closed = false;

  constructor(options: RunQueueOptions) {
    this.#options = options;
  }

  /** Takes up what an earlier process left: interrupted runs go on by themselves once, waiting ones start. */
  async recover(): Promise<void> {
    const { runs } = this.#options;
    for (const run of await runs.interruptRunning()) {
      const resumed = run.attempt === 1 && (await runs.requeue(run.id, ['interrupted']));
      await this.#tell(run.id, {
        state: resumed ? 'queued' : 'interrupted',
        progress: 0,
        stage: null,
        error: null,
      });
    }
    this.wake();
  }

  /** Looks for work, if it is not already at it. */
  wake(): void {
    this.#wanted = true;
    if (this.#closed || this.#working !== undefined) return;
    this.#working = this.#work().finally(() => {
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
    this.#closed = true;
    this.#current?.abort.abort(new Stopping());
    await this.#working;
  }

  async #work(): Promise<void> {
    while (!this.#closed) {
      this.#wanted = false;
      const run = await this.#options.runs.takeNext();
      if (!run && !this.#wanted) return;
      if (!run) continue;
      const abort = new AbortController();
      this.#current = { id: run.id, abort };
      try {
        await this.#execute(run, abort.signal);
      } catch (error) {
        await this.#ended(run, abort.signal.aborted ? abort.signal.reason : error);
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
    const state: RunState =
      reason instanceof Cancelled ? 'cancelled' : reason instanceof Stopping ? 'interrupted' : 'failed';
    const error = state === 'failed' ? keptFailure(reason) : null;
    if (state === 'failed') this.#options.onError(reason, run.id);
    // Loaded is done, whatever went wrong with what came after.
    if (!(await this.#options.runs.finish(run.id, state, ['running'], error))) return;
    await rm(run.directory, { recursive: true, force: true }).catch(() => undefined);
    await this.#tell(run.id, { state, progress: 0, stage: null, error });
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
        .catch((error) => this.#options.onError(error, runId));
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
