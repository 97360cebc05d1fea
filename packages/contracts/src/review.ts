import { z } from 'zod';
import { AreaCode } from './area.ts';
import { PageQuery, pageOf } from './paging.ts';
import { Decision, Evidence, PersonRecord, Verdict } from './person.ts';

export const ReviewQuery = PageQuery.extend({
  area: AreaCode.optional(),
  decided: z.enum(['no', 'yes', 'all']).default('no'),
});
export type ReviewQuery = z.infer<typeof ReviewQuery>;

/** A pair somebody should look at. */
export const ReviewPair = z
  .object({
    residentKey: z.int(),
    memberKey: z.int(),
    probability: z.number(),
    weight: z.number(),
    evidence: z.array(Evidence),
    resident: PersonRecord,
    member: PersonRecord,
    linked: z.boolean().describe('True when the run linked this pair'),
    verdict: Verdict.nullable(),
  })
  .meta({ id: 'ReviewPair' });
export type ReviewPair = z.infer<typeof ReviewPair>;
export const ReviewPage = pageOf(ReviewPair);
export type ReviewPage = z.infer<typeof ReviewPage>;

export const DecisionInput = z.object({
  residentKey: z.int(),
  memberKey: z.int(),
  verdict: Verdict.describe("'withdrawn' takes back the standing decision on the pair"),
  note: z.string().trim().max(1000).optional(),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

export const DecisionsQuery = PageQuery.extend({ verdict: Verdict.optional(), run: z.string().optional() });
/** Counts of standing decisions by verdict, and of the pairs that wait in the run asked for. */
export const DecisionCounters = z.object({
  same: z.int(),
  different: z.int(),
  unsure: z.int(),
  waiting: z.int().nullable(),
});
export type DecisionCounters = z.infer<typeof DecisionCounters>;
export const DecisionPage = pageOf(Decision).extend({ counters: DecisionCounters });
export type DecisionPage = z.infer<typeof DecisionPage>;
