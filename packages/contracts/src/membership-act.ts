import { z } from 'zod';
import { ChatOutcome, FacilityChangeRule, FacilityException } from './chat.ts';
import type { Route } from './route.ts';

/** What a request can be carried out as. */
export const ActKind = z.enum(['class', 'facility', 'death', 'identity', 'duplicate']);
export type ActKind = z.infer<typeof ActKind>;

/** Why a request cannot be carried out. */
export const ActRefusal = z.enum([
  'member-unknown',
  'not-self-paying',
  'too-soon',
  'arrears',
  'nobody',
  'change-planned',
]);
export type ActRefusal = z.infer<typeof ActRefusal>;

const ActPerson = z.object({
  memberId: z.int(),
  name: z.string(),
  born: z.string().nullable(),
  card: z.string().describe('Masked'),
  active: z.boolean(),
  allowedFrom: z.string().nullable().describe('Facility: first day it may be asked for; null: now'),
});

/** What carrying a request out would do, as it stands now. */
export const MembershipAct = z
  .object({
    kind: ActKind.nullable().describe('Null: nothing of it can be carried out here'),
    refused: ActRefusal.nullable(),
    from: z.string().nullable().describe('First day it may be asked for, when it is too soon'),
    effectiveOn: z.string().nullable().describe('First day the change counts'),
    people: z.array(ActPerson),
    field: z.string().nullable().describe('Identity: what is corrected'),
    value: z.string().nullable().describe('What was asked for: a class, a facility, the right data, a date'),
    exception: FacilityException.nullable().describe('The exception that was claimed'),
    rule: FacilityChangeRule.nullable(),
  })
  .meta({ id: 'MembershipAct' });
export type MembershipAct = z.infer<typeof MembershipAct>;

const item = z.object({ chat: z.string().regex(/^\d{1,15}$/), item: z.string().regex(/^\d{1,15}$/) });

/** What a front-liner decides on, beside the request. */
export const ActOrder = z.object({
  id: z.uuid().describe('Made by the client: what was done with that id before is not done again'),
  members: z.array(z.int()).min(1).max(20).describe('Whom it is about'),
  value: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Class, code of the facility, right data, or date (YYYY-MM-DD)'),
  exception: FacilityException.optional(),
});
export type ActOrder = z.infer<typeof ActOrder>;

/** Requests of PANDAWA that are carried out with one act. */
export const membershipActRoutes = {
  getMembershipAct: {
    action: 'membership.change',
    method: 'GET',
    path: '/chats/:chat/items/:item/act',
    tag: 'chats',
    summary: 'What carrying a request out would do now, and why it cannot be done',
    params: item,
    response: MembershipAct,
  },
  carryOutRequest: {
    action: 'membership.change',
    method: 'POST',
    path: '/chats/:chat/items/:item/act',
    tag: 'chats',
    summary: 'Carries a request out, decides it and tells the person, once',
    params: item,
    body: ActOrder,
    response: z.object({ outcome: ChatOutcome, told: z.string().describe('What the person is told') }),
  },
  findFacilitiesToChoose: {
    action: 'chat.read',
    method: 'GET',
    path: '/chats/facilities',
    tag: 'chats',
    summary: 'First-level facilities by words of their name',
    query: z.object({ q: z.string().trim().min(2).max(60) }),
    response: z.object({
      items: z.array(z.object({ code: z.string(), name: z.string(), area: z.string().nullable() })),
    }),
  },
} as const satisfies Record<string, Route>;
