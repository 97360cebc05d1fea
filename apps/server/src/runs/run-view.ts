import type { Problem, Run, RunEvent } from '@jangkau/contracts';
import type { RunEventRow, RunRow, StageRow } from '@jangkau/store';
import type { Language } from '../http/problem-document.ts';
import { progressOf } from './stage-progress.ts';

/** A failure as a run keeps it: in both languages, because it is not known who will read it. */
export interface KeptFailure {
  code: string;
  status: number;
  title: string;
  messageId: string;
  messageEn: string;
}

/** What an event keeps. */
export interface EventPayload {
  state: RunEvent['state'];
  progress: number;
  stage: StageRow | null;
  error: KeptFailure | null;
}

/** A run as the API shows it. */
export function runView(row: RunRow, language: Language): Run {
  const files = (kind: 'residents' | 'members') =>
    row.uploads.filter((upload) => upload.kind === kind).map(({ id, name, size }) => ({ id, name, size }));
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    demo: row.demo,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    asOf: row.as_of,
    threshold: row.threshold,
    village: row.village,
    compareWith: row.compare_with,
    attempt: row.attempt,
    residentsUploads: files('residents'),
    membersUploads: files('members'),
    progress: row.state === 'done' ? 1 : progressOf(row.stages),
    // Loading marks the run done in its own transaction; its last stage is told a moment later.
    stages: row.stages.map((stage) => stageView(row.state === 'done' ? { ...stage, state: 'done' } : stage)),
    counts: row.counts,
    error: failureView(row.error as KeptFailure | null, language),
    lastEventId: row.last_event_id,
  };
}

/** An event as the API sends it. */
export function eventView(row: RunEventRow, language: Language): RunEvent {
  const payload = row.payload as EventPayload;
  return {
    id: row.id,
    runId: row.run_id,
    at: row.at.toISOString(),
    state: payload.state,
    progress: payload.progress,
    stage: payload.stage && stageView(payload.stage),
    error: failureView(payload.error, language),
  };
}

function stageView(stage: StageRow): Run['stages'][number] {
  return {
    stage: stage.stage,
    labelId: stage.label_id,
    labelEn: stage.label_en,
    state: stage.state,
    done: stage.done,
    total: stage.total,
    rows: stage.rows,
    ms: stage.ms,
  };
}

function failureView(failure: KeptFailure | null, language: Language): Problem | null {
  if (!failure) return null;
  return {
    type: `urn:jangkau:problem:${failure.code}`,
    title: failure.title,
    status: failure.status,
    code: failure.code as Problem['code'],
    message: language === 'id' ? failure.messageId : failure.messageEn,
  };
}
