import type { Run, RunEvent } from '@jangkau/contracts';

/** The run after one event of its progress. Events of other runs and older ones change nothing. */
export function applyRunEvent(run: Run, event: RunEvent): Run {
  if (event.runId !== run.id || event.id <= run.lastEventId) return run;
  const { stage } = event;
  const known = stage ? run.stages.some((item) => item.stage === stage.stage) : true;
  const stages = stage
    ? known
      ? run.stages.map((item) => (item.stage === stage.stage ? stage : item))
      : [...run.stages, stage]
    : run.stages;
  return {
    ...run,
    state: event.state,
    progress: Math.max(run.progress, event.progress),
    error: event.error ?? run.error,
    stages,
    lastEventId: event.id,
  };
}

/** True while a run can still change by itself. */
export function isUnderWay(run: Pick<Run, 'state'>): boolean {
  return run.state === 'running' || run.state === 'queued';
}
