import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Detection, Run, RunOrder } from '@jangkau/contracts';
import {
  AreaRepository,
  type Database,
  type Db,
  deleteRun,
  RunRepository,
  type RunRow,
  type Scope,
  UploadRepository,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { Language } from '../http/problem-document.ts';
import { correctedMapping } from '../uploads/register-file.ts';
import { isUuid } from '../uploads/upload-service.ts';
import type { OrderedFile } from './mapping-process.ts';
import { runView } from './run-view.ts';

export interface RunServiceOptions {
  database: Database;
  /** Directory that holds a directory per run. */
  directory: string;
  timeZone: string;
}

/** Ordering, following and deleting runs. */
export class RunService {
  readonly #options: RunServiceOptions;

  constructor(options: RunServiceOptions) {
    this.#options = options;
  }

  /**
   * Enters a run; the queue takes it up when it is woken after the transaction.
   * @throws ApiProblem upload-not-found, mapping-incomplete, area-not-found, run-not-found
   */
  async order(db: Db, scope: Scope, order: RunOrder): Promise<string> {
    const uploads = new UploadRepository(db);
    const wanted = { residents: order.residentsUploads, members: order.membersUploads };
    let demo = true;
    for (const kind of ['residents', 'members'] as const) {
      const rows = wanted[kind].every(isUuid) ? await uploads.find(wanted[kind]) : [];
      if (rows.length !== new Set(wanted[kind]).size || rows.some((row) => row.kind !== kind))
        throw new ApiProblem('upload-not-found', { detail: `of ${kind}` });
      if (rows.some((row) => !(row.detection as Detection).usable))
        throw new ApiProblem('mapping-incomplete');
      demo &&= rows.every((row) => row.source === 'demo');
    }
    if (order.village !== undefined) {
      const known = await new AreaRepository(db).list(scope, { under: order.village });
      if (!scope.covers(order.village) || known.length === 0) throw new ApiProblem('area-not-found');
    }
    if (order.compareWith !== undefined) await this.find(db, order.compareWith);
    const id = randomUUID();
    await new RunRepository(db).add({
      id,
      demo,
      as_of: order.asOf ?? today(this.#options.timeZone),
      threshold: order.threshold ?? null,
      village: order.village ?? null,
      compare_with: order.compareWith ?? null,
      directory: path.join(this.#options.directory, id),
      created_by: scope.username,
      uploads: [...wanted.residents, ...wanted.members],
    });
    return id;
  }

  /** @throws ApiProblem run-not-found */
  async find(db: Db, id: string): Promise<RunRow> {
    const run = isUuid(id) ? await new RunRepository(db).find(id) : undefined;
    if (!run) throw new ApiProblem('run-not-found');
    return run;
  }

  /** A run with results. @throws ApiProblem run-not-found, run-not-finished */
  async findDone(db: Db, id: string): Promise<RunRow> {
    const run = await this.find(db, id);
    if (run.state !== 'done') throw new ApiProblem('run-not-finished');
    return run;
  }

  async view(db: Db, id: string, language: Language): Promise<Run> {
    return runView(await this.find(db, id), language);
  }

  /** @throws ApiProblem run-busy, run-not-found */
  async delete(db: Db, id: string): Promise<void> {
    const run = await this.find(db, id);
    if (run.state === 'running') throw new ApiProblem('run-busy');
    await deleteRun(this.#options.database, run);
    await rm(run.directory, { recursive: true, force: true });
  }
}

/** Files of a run with their corrected columns. @throws ApiProblem upload-not-found */
export async function filesOfRun(
  uploads: UploadRepository,
  run: RunRow,
): Promise<{ residents: OrderedFile[]; members: OrderedFile[] }> {
  const rows = await uploads.find(run.uploads.map((upload) => upload.id));
  if (rows.length !== run.uploads.length) throw new ApiProblem('upload-not-found');
  const of = (kind: 'residents' | 'members') =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ path: row.path, mapping: correctedMapping(row.detection as Detection) }));
  return { residents: of('residents'), members: of('members') };
}

/** The calendar date it is in a zone, YYYY-MM-DD. */
export function today(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}
