import { z } from 'zod';
import { IsoDate } from './paging.ts';
import type { Route } from './route.ts';

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const Segment = z.enum(['PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU']);

/** What one payer owes and has paid for a month and segment, whole rupiah. */
export const PayerBill = z
  .object({
    payerId: z.int(),
    kind: z.enum(['state', 'pemda', 'employer']),
    code: z.string(),
    name: z.string(),
    segment: Segment,
    people: z.int(),
    amount: z.number().nullable().describe('Null for employers, whose wages the register does not have'),
    fromRegion: z.number().nullable().describe("The region's part; the state pays the rest"),
    paid: z.number(),
  })
  .meta({ id: 'PayerBill' });
export type PayerBill = z.infer<typeof PayerBill>;

/** Bills of a month to those who pay for others. */
export const PayerBills = z
  .object({
    month: Month.nullable().describe('Null when no month was billed yet'),
    months: z.array(Month).describe('Months with bills, the latest first'),
    items: z.array(PayerBill),
    more: z.boolean().describe('There are more employers than shown: say part of a name'),
    totals: z.array(
      z.object({ segment: Segment, people: z.int(), amount: z.number().nullable(), paid: z.number() }),
    ),
  })
  .meta({ id: 'PayerBills' });
export type PayerBills = z.infer<typeof PayerBills>;

const tag = 'ledger';
const action = 'ledger.add';

/** What the state, regional governments and employers owe for others, and what they paid. */
export const payerBillRoutes = {
  listPayerBills: {
    action,
    method: 'GET',
    path: '/payer-bills',
    tag,
    summary: 'Bills of a month to the state, regional governments and employers, with what they paid',
    query: z.object({
      month: Month.optional().describe('Default: the latest month with bills'),
      name: z.string().trim().max(100).optional().describe('Part of the name of a payer'),
    }),
    response: PayerBills,
  },
  addPayerPayment: {
    action,
    method: 'POST',
    path: '/payer-payments',
    tag,
    summary:
      'Enter what a payer paid for a month; its reference counts once, an amount below nothing takes back',
    body: z.object({
      payerId: z.int(),
      segment: Segment,
      month: Month,
      amount: z
        .int()
        .min(-1_000_000_000_000)
        .max(1_000_000_000_000)
        .refine((amount) => amount !== 0),
      paidOn: IsoDate,
      reference: z
        .string()
        .trim()
        .min(1)
        .max(80)
        .regex(/^(?!.*\d{16})/),
    }),
    response: z.object({ added: z.literal(true) }),
    status: 201,
  },
} as const satisfies Record<string, Route>;
