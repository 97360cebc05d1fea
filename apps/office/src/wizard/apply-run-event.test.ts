import type { Run, RunEvent, RunStage } from '@jangkau/contracts';
import { expect, test } from 'vitest';
import { applyRunEvent, isUnderWay } from './apply-run-event.ts';

const stage = (name: string, state: RunStage['state']): RunStage => ({
  stage: name,
  labelId: name,
  labelEn: name,
  state,
  done: null,
  total: null,
  rows: null,
  ms: null,
});
const run = {
  id: 'r1',
  state: 'running',
  progress: 0.2,
  stages: [stage('nik', 'running'), stage('score', 'waiting')],
  error: null,
  lastEventId: 5,
} as unknown as Run;
const event = (part: Partial<RunEvent>): RunEvent => ({
  id: 6,
  runId: 'r1',
  at: '2026-11-21T00:00:00Z',
  state: 'running',
  progress: 0.4,
  stage: stage('nik', 'done'),
  error: null,
  ...part,
});

test('takes over the stage and the progress', () => {
  const next = applyRunEvent(run, event({}));
  expect(next.stages.map((item) => item.state)).toEqual(['done', 'waiting']);
  expect(next.progress).toBe(0.4);
  expect(next.lastEventId).toBe(6);
});

test('ignores events seen before and events of other runs', () => {
  expect(applyRunEvent(run, event({ id: 5 }))).toBe(run);
  expect(applyRunEvent(run, event({ runId: 'r2' }))).toBe(run);
});

test('shows stages the run did not announce', () => {
  expect(applyRunEvent(run, event({ stage: stage('load', 'running') })).stages).toHaveLength(3);
});

test('never moves the bar backwards', () => {
  expect(applyRunEvent(run, event({ progress: 0.1 })).progress).toBe(0.2);
});

test('knows when nothing more will come', () => {
  expect(isUnderWay(applyRunEvent(run, event({ state: 'failed' })))).toBe(false);
});
