import { z } from 'zod';

const InputSummary = z.looseObject({
  files: z.array(z.unknown()).optional(),
  rowsIn: z.number().optional(),
  rowsUsed: z.number().optional(),
  rowsQuarantined: z.number().optional(),
  columns: z.unknown().optional(),
  warnings: z.array(z.unknown()).optional(),
});

/** One step of the funnel: rows in and out with a sentence of detail. */
export const SummaryStage = z.looseObject({
  stage: z.string(),
  rowsIn: z.number().nullish(),
  rowsOut: z.number().nullish(),
  ms: z.number().nullish(),
  detail: z.unknown().optional(),
});
export type SummaryStage = z.infer<typeof SummaryStage>;

/** left = right, or the run is not to be trusted. */
export const Reconciliation = z.looseObject({
  equation: z.string(),
  left: z.number(),
  right: z.number(),
  ok: z.boolean(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/**
 * summary.json of a run as the mapping wrote it. Objects are open: a newer mapping may say more than
 * is named here.
 */
export const RunSummary = z
  .looseObject({
    runId: z.string().optional(),
    asOf: z.string().optional(),
    threshold: z.number().optional(),
    inputs: z
      .looseObject({ residents: InputSummary.optional(), members: InputSummary.optional() })
      .optional(),
    stages: z.array(SummaryStage).optional(),
    counts: z
      .looseObject({
        residents: z.number().optional(),
        linkedNik: z.number().optional(),
        linkedProbable: z.number().optional(),
        uncovered: z.number().optional(),
        expectedUncovered: z.number().optional(),
        members: z.number().optional(),
        linkedMembers: z.number().optional(),
        duplicateMembers: z.number().optional(),
        unmatchedMembers: z.number().optional(),
        inactive: z
          .looseObject({
            arrears: z.number().optional(),
            lapsed: z.number().optional(),
            ended: z.number().optional(),
            unknown: z.number().optional(),
          })
          .optional(),
      })
      .optional(),
    expectedUncovered: z.number().optional(),
    blocking: z
      .looseObject({
        rules: z.array(z.looseObject({ name: z.string(), pairs: z.number().optional() })).optional(),
        recall: z
          .looseObject({
            estimate: z.number().nullish(),
            low: z.number().nullish(),
            high: z.number().nullish(),
          })
          .nullish(),
      })
      .optional(),
    model: z.unknown().optional(),
    calibration: z.unknown().optional(),
    reconciliation: z.array(Reconciliation).optional(),
    timings: z.unknown().optional(),
  })
  .meta({ id: 'RunSummary' });
export type RunSummary = z.infer<typeof RunSummary>;
