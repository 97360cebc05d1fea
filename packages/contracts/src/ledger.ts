import { z } from 'zod';
import { IsoDate } from './paging.ts';
import type { Route } from './route.ts';

const Rupiah = z.int();

/** What a family owes and paid; months 'YYYY-MM', newest first. */
export const HouseholdLedger = z
  .object({
    householdId: z.int(),
    months: z.array(
      z.object({
        month: z.string(),
        people: z.int(),
        amount: Rupiah,
        paid: Rupiah,
        relieved: Rupiah,
        paidOn: z.string().nullable(),
        lines: z.array(z.object({ memberId: z.int(), class: z.int(), amount: Rupiah, paid: Rupiah })),
      }),
    ),
    payments: z.array(
      z.object({
        id: z.string(),
        bank: z.string(),
        reference: z.string(),
        va: z.string().nullable(),
        amount: Rupiah,
        paidOn: z.string(),
        channel: z.string(),
        months: z.array(z.string()),
        deposit: Rupiah,
      }),
    ),
    deposit: Rupiah,
    adjustments: z.array(
      z.object({ kind: z.string(), amount: Rupiah, on: z.string(), legalBasis: z.string() }),
    ),
    rehab: z.array(
      z.object({
        id: z.int(),
        version: z.string(),
        registeredOn: z.string(),
        arrearsMonths: z.int(),
        amount: Rupiah,
        state: z.enum(['running', 'completed', 'lapsed', 'cancelled']),
        stages: z.array(z.object({ stage: z.int(), dueBy: z.string(), amount: Rupiah, paid: z.boolean() })),
      }),
    ),
    arrears: z.object({
      months: z.int(),
      amount: Rupiah,
      people: z.int(),
      firstMonth: z.string().nullable(),
    }),
    toPay: Rupiah.describe('Arrears and this month: with it the family is covered on the day'),
    rehabOffer: z
      .object({
        eligible: z.boolean(),
        reason: z.string(),
        maxStages: z.int(),
        total: Rupiah,
        stages: z.array(
          z.object({ stage: z.int(), dueBy: z.string(), amount: Rupiah, covers: z.array(z.string()) }),
        ),
        activeOn: z.string().nullable(),
        legalBasis: z.string().nullable(),
      })
      .nullable()
      .describe('What REHAB would be today; null with nothing owed'),
  })
  .meta({ id: 'HouseholdLedger' });
export type HouseholdLedger = z.infer<typeof HouseholdLedger>;

/** Money as a bank reports it. */
export const PaymentNotification = z.object({
  bank: z.string().regex(/^[A-Z0-9]{2,20}$/),
  reference: z.string().regex(/^[A-Za-z0-9._:/-]{1,60}$/),
  va: z.string().regex(/^\d{16}$/),
  amount: z.int().min(1).max(999_999_999),
  paidAt: z.iso.datetime({ offset: true }),
});

export type PaymentNotification = z.infer<typeof PaymentNotification>;

/** What a bank signs of a payment: `consId&timestamp&` and this. */
export function paymentContent({ bank, reference, va, amount, paidAt }: PaymentNotification): string {
  return [bank, reference, va, amount, paidAt].join('&');
}

/** posted: allocated; suspense: account of no family; repeated: known already, nothing done. */
export const PaymentOutcome = z.object({
  outcome: z.enum(['posted', 'suspense', 'repeated']),
  paymentId: z.string(),
});

export const SettlementReport = z
  .object({
    fileId: z.int(),
    already: z.boolean(),
    rows: z.int(),
    posted: z.int(),
    repeated: z.int(),
    suspended: z.int(),
    quarantined: z.int(),
    amountRead: z.number(),
    amountPosted: z.number(),
    amountQuarantined: z.number(),
    reactivated: z.int(),
    refused: z.array(z.object({ line: z.int(), column: z.string().nullable(), reason: z.string() })),
  })
  .meta({ id: 'SettlementReport' });

const Counted = z.object({ n: z.int(), amount: z.number() });
export const ReconciledDay = z.object({
  day: z.string(),
  bank: z.string(),
  notified: Counted,
  filed: Counted,
  counter: Counted,
  allocated: z.number(),
  deposits: z.number(),
  suspense: z.number(),
  difference: z.number(),
});

/** Money in by day and bank, and relief by kind with what of it stands on bills. */
export const MoneyReconciliation = z.object({
  days: z.array(ReconciledDay),
  relief: z.array(z.object({ kind: z.string(), n: z.int(), amount: z.number(), allocated: z.number() })),
});
export type MoneyReconciliation = z.infer<typeof MoneyReconciliation>;

const memberId = z.object({ memberId: z.coerce.number().int() });

/** Bills, payments and money that is not placed yet. */
export const ledgerRoutes = {
  getMemberLedger: {
    action: 'ledger.read',
    method: 'GET',
    path: '/members/:memberId/ledger',
    tag: 'ledger',
    summary: "Bills, payments, arrears, price of reactivation and REHAB of a member's family",
    params: memberId,
    query: z.object({
      stages: z.coerce.number().int().min(1).max(36).optional().describe('Stages of the REHAB offer'),
    }),
    response: HouseholdLedger,
  },
  startRehab: {
    action: 'ledger.add',
    method: 'POST',
    path: '/members/:memberId/rehab',
    tag: 'ledger',
    summary: 'Register the family for REHAB on the terms offered today',
    params: memberId,
    body: z.object({ stages: z.int().min(1).max(36).optional().describe('Fewer than the programme allows') }),
    response: HouseholdLedger,
    status: 201,
  },
  notifyPayment: {
    method: 'POST',
    path: '/payments',
    tag: 'ledger',
    summary: "A bank tells of a payment. Safe to repeat and in any order: the bank's reference counts once",
    session: false,
    body: PaymentNotification,
    response: PaymentOutcome,
  },
  importPayments: {
    action: 'ledger.add',
    method: 'POST',
    path: '/payment-files',
    tag: 'ledger',
    summary: 'A settlement file of a bank (CSV) as the raw body',
    query: z.object({ bank: z.string().regex(/^[A-Z0-9]{2,20}$/), name: z.string().min(1).max(200) }),
    consumes: 'application/octet-stream',
    response: SettlementReport,
    status: 201,
  },
  getReconciliation: {
    action: 'ledger.add',
    method: 'GET',
    path: '/reconciliation',
    tag: 'ledger',
    summary: 'Money in by day and bank, and where it went',
    query: z.object({ from: IsoDate, to: IsoDate }),
    response: MoneyReconciliation,
  },
  listSuspense: {
    action: 'ledger.add',
    method: 'GET',
    path: '/suspense',
    tag: 'ledger',
    summary: 'Money that belongs to no family yet, oldest first',
    response: z.object({
      items: z.array(
        z.object({
          holdingId: z.string(),
          bank: z.string(),
          reference: z.string(),
          va: z.string().nullable(),
          amount: Rupiah,
          paidOn: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  },
  resolveSuspense: {
    action: 'ledger.add',
    method: 'POST',
    path: '/suspense/:holdingId/resolve',
    tag: 'ledger',
    summary: "Give money in suspense to a member's family, as of the day it was paid",
    params: z.object({ holdingId: z.string().regex(/^\d{1,18}$/) }),
    body: z.object({ memberId: z.int() }),
    response: z.object({ paymentId: z.string() }),
  },
} as const satisfies Record<string, Route>;
