import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { LoadedCounts } from '../load/load-run.ts';

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';

export interface RunRow {
  id: string;
  number: number;
  state: RunState;
  demo: boolean;
  as_of: string;
  threshold: number | null;
  village: string | null;
  compare_with: string | null;
  directory: string;
  attempt: number;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  counts: LoadedCounts | null;
  error: unknown;
  uploads: { id: string; name: string; size: number; kind: 'residents' | 'members' }[];
  stages: StageRow[];
  last_event_id: number;
}

export interface StageRow {
  stage: string;
  position: number;
  label_id: string;
  label_en: string;
  state: 'waiting' | 'running' | 'done';
  done: number | null;
  total: number | null;
  rows: number | null;
  ms: number | null;
}

export interface NewRun {
  id: string;
  demo: boolean;
  as_of: string;
  threshold: number | null;
  village: string | null;
  compare_with: string | null;
  directory: string;
  created_by: string;
  uploads: readonly string[];
}

export interface RunEventRow {
  id: number;
  run_id: string;
  at: Date;
  payload: unknown;
}

const columns = sql`
  r.id, r.number, r.state, r.demo, r.as_of, r.threshold, r.village, r.compare_with, r.directory, r.attempt,
  r.created_at, r.started_at, r.finished_at, r.counts, r.error,
  coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'size', u.size, 'kind', u.kind)
     ORDER BY ru.position) FROM run_upload ru JOIN upload u ON u.id = ru.upload_id
     WHERE ru.run_id = r.id), '[]') AS uploads,
  coalesce((SELECT json_agg(s ORDER BY s.position) FROM run_stage s WHERE s.run_id = r.id), '[]') AS stages,
  coalesce((SELECT max(e.id) FROM run_event e WHERE e.run_id = r.id), 0)::float8 AS last_event_id`;

/** Runs, how far they are, and what happened in them. */
export class RunRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Two statements: the caller's transaction holds them together. */
  async add(run: NewRun): Promise<void> {
    await sql`
        INSERT INTO run (id, state, demo, as_of, threshold, village, compare_with, directory, created_by)
        VALUES (${run.id}, 'queued', ${run.demo}, ${run.as_of}, ${run.threshold}, ${run.village},
          ${run.compare_with}, ${run.directory}, ${run.created_by})`.execute(this.#db);
    await sql`
        INSERT INTO run_upload (run_id, upload_id, position)
        SELECT ${run.id}, id, position FROM unnest(${[...run.uploads]}::uuid[]) WITH ORDINALITY AS u (id, position)`.execute(
      this.#db,
    );
  }

  async find(id: string): Promise<RunRow | undefined> {
    const { rows } = await sql<RunRow>`SELECT ${columns} FROM run r WHERE r.id = ${id}`.execute(this.#db);
    return rows[0];
  }

  /** Newest first, below `beforeNumber`. */
  async list(filter: {
    state?: string | undefined;
    beforeNumber?: number | undefined;
    limit: number;
  }): Promise<RunRow[]> {
    const { rows } = await sql<RunRow>`
      SELECT ${columns} FROM run r
      WHERE ${filter.state ? sql`r.state = ${filter.state}` : sql`true`}
        AND ${filter.beforeNumber ? sql`r.number < ${filter.beforeNumber}` : sql`true`}
      ORDER BY r.number DESC LIMIT ${filter.limit}`.execute(this.#db);
    return rows;
  }

  async summary(id: string): Promise<unknown> {
    const { rows } = await sql<{ summary: unknown }>`SELECT summary FROM run WHERE id = ${id}`.execute(
      this.#db,
    );
    return rows[0]?.summary ?? undefined;
  }

  /** The run that waits longest, marked running; undefined when none waits or one runs. */
  async takeNext(): Promise<RunRow | undefined> {
    const { rows } = await sql<{ id: string }>`
      UPDATE run SET state = 'running', started_at = now(), finished_at = NULL, error = NULL
      WHERE id = (SELECT id FROM run WHERE state = 'queued' ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
        AND NOT EXISTS (SELECT FROM run WHERE state = 'running')
      RETURNING id`.execute(this.#db);
    return rows[0] && this.find(rows[0].id);
  }

  /** Ends a run that is in one of `from`; false when it was not. Only loading marks a run done. */
  async finish(id: string, state: RunState, from: RunState[], error: unknown = null): Promise<boolean> {
    const { rows } = await sql`
      UPDATE run SET state = ${state}, finished_at = now(), error = ${error === null ? null : JSON.stringify(error)}
      WHERE id = ${id} AND state = ANY (${from}) RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Puts a run back into the queue as another attempt; false when it is not in one of `from`. */
  async requeue(id: string, from: RunState[]): Promise<boolean> {
    const { rows } = await sql`
      UPDATE run SET state = 'queued', attempt = attempt + 1, started_at = NULL, finished_at = NULL, error = NULL
      WHERE id = ${id} AND state = ANY (${from}) RETURNING 1`.execute(this.#db);
    if (rows.length > 0) await sql`DELETE FROM run_stage WHERE run_id = ${id}`.execute(this.#db);
    return rows.length > 0;
  }

  /** At start: what was running when the last process ended was interrupted. Returns those runs. */
  async interruptRunning(): Promise<RunRow[]> {
    await sql`UPDATE run SET state = 'interrupted', finished_at = now() WHERE state = 'running'`.execute(
      this.#db,
    );
    return this.list({ state: 'interrupted', limit: 200 });
  }

  async saveStages(id: string, stages: readonly StageRow[]): Promise<void> {
    await sql`
      INSERT INTO run_stage (run_id, stage, position, label_id, label_en, state, done, total, rows, ms)
      SELECT ${id}, s.* FROM jsonb_to_recordset(${JSON.stringify(stages)}::jsonb) AS s (stage text, position integer,
        label_id text, label_en text, state text, done float8, total float8, rows float8, ms float8)
      ON CONFLICT (run_id, stage) DO UPDATE SET state = excluded.state, done = excluded.done,
        total = excluded.total, rows = excluded.rows, ms = excluded.ms`.execute(this.#db);
  }

  async addEvent(runId: string, payload: unknown): Promise<RunEventRow> {
    const { rows } = await sql<RunEventRow>`
      INSERT INTO run_event (run_id, payload) VALUES (${runId}, ${JSON.stringify(payload)})
      RETURNING id::float8 AS id, run_id, at, payload`.execute(this.#db);
    return rows[0] as RunEventRow;
  }

  /** Events after `afterId`, of one run or all, oldest first. */
  async eventsAfter(afterId: number, runId: string | undefined, limit = 500): Promise<RunEventRow[]> {
    const { rows } = await sql<RunEventRow>`
      SELECT id::float8 AS id, run_id, at, payload FROM run_event
      WHERE id > ${afterId} AND ${runId ? sql`run_id = ${runId}` : sql`true`}
      ORDER BY id LIMIT ${limit}`.execute(this.#db);
    return rows;
  }
}
