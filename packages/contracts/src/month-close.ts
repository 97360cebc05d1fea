import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';

/** A month as YYYY-MM. */
export const IsoMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** What a step of a close changed, or would. */
export const CloseStep = z.object({
  id: z.string(),
  label: z.string(),
  count: z.int(),
  amount: z.number().nullable(),
  samples: z.array(z.int()).describe('Members or households, a few'),
  ms: z.int(),
});

/** A close or dry run on its way or done. */
export const MonthCloseJob = z
  .object({
    id: z.string(),
    month: z.string(),
    kind: z.enum(['close', 'undo']),
    dryRun: z.boolean(),
    state: z.enum(['running', 'done', 'failed']),
    steps: z.array(CloseStep),
    stepsTotal: z.int(),
    already: z.boolean(),
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    startedAt: IsoInstant,
  })
  .meta({ id: 'MonthCloseJob' });
export type MonthCloseJob = z.infer<typeof MonthCloseJob>;

/** Months: closed, and next. */
export const MonthCloses = z
  .object({
    next: z.string().describe('Month to be closed next'),
    canClose: z.boolean().describe('It is over'),
    undoable: z
      .string()
      .nullable()
      .describe('Month whose close may be taken back: the last thing done, if it was a close'),
    closes: z.array(
      z.object({
        month: z.string(),
        kind: z.enum(['close', 'undo']),
        closedAt: IsoInstant,
        closedBy: z.string(),
        steps: z.array(CloseStep),
      }),
    ),
    job: MonthCloseJob.nullable().describe('The latest of this server'),
  })
  .meta({ id: 'MonthCloses' });
export type MonthCloses = z.infer<typeof MonthCloses>;

/** The end of a month. */
export const monthCloseRoutes = {
  listMonthCloses: {
    action: 'month.close',
    method: 'GET',
    path: '/month-closes',
    tag: 'month-close',
    summary: 'Closed months, the next one, and the close that is running',
    response: MonthCloses,
  },
  startMonthClose: {
    action: 'month.close',
    method: 'POST',
    path: '/month-closes',
    tag: 'month-close',
    summary: 'Close a month or take its close back, or see what that would change',
    body: z.object({ month: IsoMonth, dryRun: z.boolean(), undo: z.boolean().default(false) }),
    response: MonthCloseJob,
    status: 202,
  },
  getMonthCloseJob: {
    action: 'month.close',
    method: 'GET',
    path: '/month-closes/jobs/:id',
    tag: 'month-close',
    summary: 'How far a close is',
    params: z.object({ id: z.string() }),
    response: MonthCloseJob,
  },
} as const satisfies Record<string, Route>;
