import { retentionKinds } from '@jangkau/privacy';
import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';
import { plainText } from './subject-request.ts';

export const RetentionKind = z.enum(retentionKinds);
const Words = z.object({ id: z.string(), en: z.string() });

/** One rule as it is in force, with what it would delete now. */
export const RetentionRuleView = z.object({
  kind: RetentionKind,
  what: Words,
  countedFrom: Words,
  days: z.int(),
  defaultDays: z.int(),
  least: z.int(),
  most: z.int(),
  ending: z.enum(['delete', 'keep']),
  legalBasis: z.string(),
  due: z.array(z.object({ key: z.string(), label: z.string(), since: IsoInstant, size: z.number() })),
  dueCount: z.int(),
  heldCount: z.int(),
  staying: z.int(),
});
export type RetentionRuleView = z.infer<typeof RetentionRuleView>;

export const RetentionHoldView = z.object({
  kind: RetentionKind,
  key: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: IsoInstant,
});
export const RetentionRunView = z.object({
  id: z.int(),
  at: IsoInstant,
  by: z.string(),
  deleted: z.partialRecord(RetentionKind, z.int()),
  held: z.int(),
  failed: z.int(),
});
export type RetentionRunView = z.infer<typeof RetentionRunView>;

export const RetentionOverview = z
  .object({
    rules: z.array(RetentionRuleView),
    holds: z.array(RetentionHoldView),
    runs: z.array(RetentionRunView).describe('The latest, newest first'),
    nextRunAt: IsoInstant.nullable(),
  })
  .meta({ id: 'Retention' });
export type RetentionOverview = z.infer<typeof RetentionOverview>;

const action = 'retention.manage';
const reason = plainText(5, 500);

/** How long what is kept. */
export const retentionRoutes = {
  getRetention: {
    action,
    method: 'GET',
    path: '/privacy/retention',
    tag: 'privacy',
    summary: 'Rules in force, what they would delete now, holds, and what was deleted',
    response: RetentionOverview,
  },
  setRetention: {
    action,
    method: 'POST',
    path: '/privacy/retention/days',
    tag: 'privacy',
    summary: 'Set the days of a rule, within what it allows; null for the default',
    body: z.object({ kind: RetentionKind, days: z.int().min(1).max(36_500).nullable(), reason }),
    response: RetentionOverview,
    status: 201,
  },
  holdRetention: {
    action,
    method: 'POST',
    path: '/privacy/retention/holds',
    tag: 'privacy',
    summary: 'Keep one thing, or all of a kind, beyond its days; or let it go again',
    body: z.object({ kind: RetentionKind, key: z.string().max(200).nullable(), held: z.boolean(), reason }),
    response: RetentionOverview,
    status: 201,
  },
  runRetention: {
    action,
    method: 'POST',
    path: '/privacy/retention/runs',
    tag: 'privacy',
    summary: 'Delete now what is due',
    body: z.object({ confirm: z.literal(true) }),
    response: RetentionRunView,
    status: 201,
  },
} as const satisfies Record<string, Route>;
