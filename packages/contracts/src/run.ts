import { z } from 'zod';
import { AreaCode } from './area.ts';
import { IsoDate, IsoInstant, PageQuery, pageOf } from './paging.ts';
import { Problem } from './problem.ts';

export const RunState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']);
export type RunState = z.infer<typeof RunState>;

/** Order for a new mapping run. */
export const RunOrder = z.object({
  residentsUploads: z.array(z.string()).min(1).max(500),
  membersUploads: z.array(z.string()).min(1).max(50),
  asOf: IsoDate.optional().describe('Date the figures are for; today in the branch zone when absent'),
  threshold: z
    .number()
    .min(0.01)
    .max(0.99)
    .optional()
    .describe('Least probability of being uncovered to be on the list; 0.2 when absent'),
  village: AreaCode.optional().describe('Map only the residents of this village'),
  compareWith: z.string().optional().describe('An earlier run to compare with when done'),
});
export type RunOrder = z.infer<typeof RunOrder>;

/** One stage as far as it has come. `progress` is 0..1. */
export const RunStage = z.object({
  stage: z.string(),
  labelId: z.string(),
  labelEn: z.string(),
  state: z.enum(['waiting', 'running', 'done']),
  done: z.number().nullable(),
  total: z.number().nullable(),
  rows: z.number().nullable(),
  ms: z.number().nullable(),
});
export type RunStage = z.infer<typeof RunStage>;

/** Head counts of a finished run, as loaded. residents = linked + uncovered. */
export const RunCounts = z.object({
  residents: z.int(),
  linked: z.int(),
  uncovered: z.int(),
  expectedUncovered: z.number().nullable(),
  doubtful: z.int(),
  inactive: z.int(),
  members: z.int(),
  duplicates: z.int(),
  unmatched: z.int(),
});
export type RunCounts = z.infer<typeof RunCounts>;

export const RunFile = z.object({ id: z.string(), name: z.string(), size: z.number() });

export const Run = z
  .object({
    id: z.string(),
    number: z.int().describe('1, 2, 3 ...: how people call it'),
    state: RunState,
    demo: z.boolean(),
    createdAt: IsoInstant,
    startedAt: IsoInstant.nullable(),
    finishedAt: IsoInstant.nullable(),
    asOf: IsoDate,
    threshold: z.number().nullable(),
    village: z.string().nullable(),
    compareWith: z.string().nullable(),
    attempt: z.int(),
    residentsUploads: z.array(RunFile),
    membersUploads: z.array(RunFile),
    progress: z.number().describe('0..1 over all stages'),
    stages: z.array(RunStage),
    counts: RunCounts.nullable(),
    error: Problem.nullable(),
    lastEventId: z.int().describe('Give it to /events as lastEventId to miss nothing'),
  })
  .meta({ id: 'Run' });
export type Run = z.infer<typeof Run>;
export const RunPage = pageOf(Run);
export type RunPage = z.infer<typeof RunPage>;
export const RunsQuery = PageQuery.extend({ state: RunState.optional() });

/** Server-sent event `run`: the data of one step of a run. */
export const RunEvent = z
  .object({
    id: z.int(),
    runId: z.string(),
    at: IsoInstant,
    state: RunState,
    progress: z.number(),
    stage: RunStage.nullable(),
    error: Problem.nullable(),
  })
  .meta({ id: 'RunEvent' });
export type RunEvent = z.infer<typeof RunEvent>;
export const EventsQuery = z.object({
  run: z.string().optional(),
  lastEventId: z.coerce.number().int().min(0).optional(),
});

/** Files of a run that hold nobody's data: counts, settings and the report. Lists are ordered, see ExportOrder. */
export const RunFileName = z.enum(['summary.json', 'timings.json', 'report.html', 'villages.csv']);
export type RunFileName = z.infer<typeof RunFileName>;

export const ConfirmQuery = z.object({ confirm: z.enum(['true', 'false']).optional() });
