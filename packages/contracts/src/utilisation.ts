import { z } from 'zod';
import { IsoDate } from './paging.ts';
import type { Route } from './route.ts';

/** A use of care as a facility reports it. */
export const VisitInput = z
  .object({
    reference: z
      .string()
      .regex(/^[\x21-\x7e]{1,40}$/)
      .describe('Number of the visit at the facility: counts once'),
    facility: z.string().regex(/^[0-9A-Z]{8}$/),
    level: z.enum(['FKTP', 'RJTL', 'RITL']),
    kind: z.enum(['sick', 'healthy']).default('sick'),
    card: z
      .string()
      .regex(/^\d{13}$/)
      .optional(),
    nik: z
      .string()
      .regex(/^\d{16}$/)
      .optional(),
    day: IsoDate.describe('Day of the visit, or of admission'),
    dischargedOn: IsoDate.optional(),
    act: z
      .enum(['add', 'correct', 'cancel'])
      .default('add')
      .describe('correct and cancel take the earlier report back by a counter-entry'),
  })
  .refine(({ card, nik }) => (card === undefined) !== (nik === undefined), 'exactly one of card and nik')
  .meta({ id: 'VisitInput' });
export type VisitInput = z.infer<typeof VisitInput>;

/** What became of each report, in the order they came. */
export const VisitOutcomes = z
  .object({
    items: z.array(
      z.object({
        reference: z.string(),
        outcome: z.enum(['added', 'repeated', 'corrected', 'cancelled', 'refused']),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'VisitOutcomes' });
export type VisitOutcomes = z.infer<typeof VisitOutcomes>;

/** Routes of the log of visits. */
export const utilisationRoutes = {
  reportVisits: {
    method: 'POST',
    path: '/visits',
    tag: 'utilisation',
    summary: 'Report uses of care. Safe to repeat and in any order: the number at the facility counts once',
    session: false,
    body: z.object({ items: z.array(VisitInput).min(1).max(500) }),
    response: VisitOutcomes,
  },
} as const satisfies Record<string, Route>;
