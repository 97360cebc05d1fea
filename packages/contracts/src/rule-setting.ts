import { z } from 'zod';
import { IsoDate } from './paging.ts';
import type { Route } from './route.ts';
import { plainText } from './subject-request.ts';

const Words = z.object({ id: z.string(), en: z.string() });
const Value = z.union([z.string(), z.number(), z.boolean()]);

/** A decision on a reading, from a day on. */
const Decision = z.object({
  validFrom: z.string(),
  value: z.unknown(),
  legalBasis: z.string(),
  setBy: z.string(),
  setAt: z.string(),
});

/** A reading of a disputed rule: what it may be, what holds today, and every decision on it, the latest first. */
export const RuleSettingView = z.object({
  name: z.string(),
  group: z.enum(['membership', 'contributions', 'rehab']),
  what: Words,
  basis: z.string(),
  default: z.unknown(),
  value: z.unknown().describe('In force today'),
  form: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('number'),
      least: z.int(),
      most: z.int(),
      unit: z.enum(['days', 'months', 'day-of-month', 'rupiah']),
    }),
    z.object({ kind: z.literal('choice'), values: z.array(Words.extend({ value: Value })) }),
    z.object({ kind: z.literal('date'), least: z.string(), most: z.string() }),
    z.object({ kind: z.literal('wages') }),
  ]),
  decisions: z.array(Decision),
});
export type RuleSettingView = z.infer<typeof RuleSettingView>;
export const RuleSettingList = z
  .object({ today: z.string(), items: z.array(RuleSettingView) })
  .meta({ id: 'RuleSettings' });

/** Readings of rules on which sources conflict, dated. */
export const ruleSettingRoutes = {
  listRuleSettings: {
    action: 'rule.read',
    method: 'GET',
    path: '/rule-settings',
    tag: 'rules',
    summary: 'Readings of disputed rules: default, range, basis, what is in force and what was decided',
    response: RuleSettingList,
  },
  setRuleSetting: {
    action: 'rule.manage',
    method: 'POST',
    path: '/rule-settings',
    tag: 'rules',
    summary:
      'Decide on a reading from today or a later day on; a decision is never changed, a later one follows it',
    body: z.object({
      name: z.string().regex(/^\w{1,60}$/),
      value: z.union([Value, z.record(z.string(), z.record(z.string(), z.number()))]),
      validFrom: IsoDate,
      legalBasis: plainText(5, 200),
    }),
    response: RuleSettingList,
    status: 201,
  },
} as const satisfies Record<string, Route>;
