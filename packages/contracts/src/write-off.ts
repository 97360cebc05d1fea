import { z } from 'zod';
import type { Route } from './route.ts';
import { plainText } from './subject-request.ts';

const Rupiah = z.int();

/** A proposal to write arrears off, or to take such a relief back, and what became of it. */
export const WriteOff = z
  .object({
    id: z.string(),
    memberId: z.int(),
    undoes: z.string().nullable().describe('Relief it takes back; null: a proposal of relief'),
    reading: z.string(),
    months: z.array(z.string()),
    amount: Rupiah,
    reason: z.string(),
    legalBasis: z.string(),
    proposedBy: z.string(),
    proposedAt: z.string(),
    state: z.enum(['waiting', 'approved', 'refused']),
    note: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    adjustmentId: z.string().nullable(),
    relieved: Rupiah.nullable(),
    undone: z.boolean(),
  })
  .meta({ id: 'WriteOff' });
export type WriteOff = z.infer<typeof WriteOff>;

/** What the reading in force lets be written off of a family, and what was proposed. */
export const FamilyWriteOffs = z
  .object({
    reading: z.enum(['off', 'announced-2025', 'draft-2026']),
    open: z.object({ months: z.array(z.string()), amount: Rupiah }),
    items: z.array(WriteOff),
  })
  .meta({ id: 'FamilyWriteOffs' });
export type FamilyWriteOffs = z.infer<typeof FamilyWriteOffs>;

const memberId = z.object({ memberId: z.coerce.number().int() });

/** Arrears written off by four eyes; off unless a setting switches it on. */
export const writeOffRoutes = {
  getFamilyWriteOffs: {
    action: 'ledger.read',
    method: 'GET',
    path: '/members/:memberId/write-offs',
    tag: 'ledger',
    summary: "What may be written off of a family's arrears, and proposals about it",
    params: memberId,
    response: FamilyWriteOffs,
  },
  proposeWriteOff: {
    action: 'write-off.propose',
    method: 'POST',
    path: '/members/:memberId/write-offs',
    tag: 'ledger',
    summary: 'Propose to write off all that may be, or to take an approved relief back',
    params: memberId,
    body: z.object({
      reason: plainText(5, 500),
      legalBasis: plainText(5, 200),
      undoes: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional()
        .describe('The relief (adjustment) to take back'),
    }),
    response: FamilyWriteOffs,
    status: 201,
  },
  decideWriteOff: {
    action: 'write-off.approve',
    method: 'POST',
    path: '/write-offs/:id/decision',
    tag: 'ledger',
    summary: "Approve or refuse somebody else's proposal; approved, it stands in the ledger",
    params: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
    body: z.object({ verdict: z.enum(['approved', 'refused']), note: plainText(5, 500) }),
    response: FamilyWriteOffs,
    status: 201,
  },
  listWaitingWriteOffs: {
    action: 'ledger.add',
    method: 'GET',
    path: '/write-offs',
    tag: 'ledger',
    summary: 'Proposals nobody has decided on, the oldest first',
    response: z.object({ items: z.array(WriteOff) }),
  },
} as const satisfies Record<string, Route>;
