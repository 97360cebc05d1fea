import { z } from 'zod';
import { AreaCode } from './area.ts';

export const PrintQuery = z.object({ area: AreaCode, banjar: z.string().max(100).optional() });
export type PrintQuery = z.infer<typeof PrintQuery>;

/** One line of a printed list for an agent. */
export const PrintLine = z.object({
  number: z.int(),
  residentKey: z.int(),
  name: z.string(),
  sex: z.enum(['L', 'P']).nullable(),
  born: z.string().nullable(),
  address: z.string().nullable(),
  relation: z.string().nullable(),
  household: z.string().nullable().describe('masked number of the family card'),
  nik: z.string().nullable(),
  kind: z.enum(['uncovered', 'inactive']),
  reason: z.string().nullable(),
  inactiveKind: z.string().nullable(),
  pUncovered: z.number().nullable(),
});
export type PrintLine = z.infer<typeof PrintLine>;

/** Lists of one village, a page break per banjar, households together. */
export const PrintList = z
  .object({
    runId: z.string(),
    runNumber: z.int(),
    asOf: z.string(),
    village: z.object({ code: z.string(), name: z.string(), district: z.string(), regency: z.string() }),
    banjars: z.array(z.object({ banjar: z.string().nullable(), lines: z.array(PrintLine) })),
  })
  .meta({ id: 'PrintList' });
export type PrintList = z.infer<typeof PrintList>;
