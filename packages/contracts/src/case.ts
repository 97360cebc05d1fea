import { casePhases, openReasons, outcomes, payerClasses } from '@jangkau/pesiar';
import { z } from 'zod';
import { AreaCode } from './area.ts';
import { CaseFactInput, CaseFactKept } from './case-fact.ts';
import { IsoDate, PageQuery, pageOf, QueryBoolean } from './paging.ts';
import type { Route } from './route.ts';

const Uuid = z.uuid();
const text = z.string().nullable();

/** One person to resolve, as lists have it. */
export const Case = z
  .object({
    caseId: Uuid,
    version: z.int(),
    phase: z.enum(casePhases),
    bucket: z.enum(outcomes).nullable().describe('How it ended: exactly one for a case that is over'),
    reason: z.enum(openReasons),
    residentNo: text.describe('Number of the village register, masked when it is a number of the person'),
    name: z.string(),
    sex: z.enum(['L', 'P']).nullable(),
    born: text,
    area: z.string(),
    banjar: text,
    address: text,
    householdKey: text,
    segment: text,
    class: z.int().nullable(),
    arrearsMonths: z.int().nullable(),
    run: z.int().nullable(),
    probability: z.number().nullable(),
    agent: text,
    dueOn: text,
    visits: z.int(),
    lastVisitAt: text,
    lastVisitBy: text,
    lastResult: text,
    identity: text,
    payerClass: z.enum(payerClasses).nullable(),
    advocacy: text,
    consent: z.boolean().nullable(),
    exitKind: text,
    exitForm: text,
    exitAt: text,
    exitStatus: text,
    exitReasons: z.array(z.string()),
    exitFrom: text,
    exitUntil: text,
    activeFrom: text,
    memberId: z.int().nullable(),
    openedAt: z.string(),
    endedAt: text,
    lastAt: z.string(),
  })
  .meta({ id: 'Case' });
export type Case = z.infer<typeof Case>;

const filters = {
  area: AreaCode.optional(),
  banjar: z.string().max(100).optional(),
  phase: z.enum(casePhases).optional(),
  bucket: z.enum(outcomes).optional(),
  reason: z.enum(openReasons).optional(),
  agent: z.string().max(60).optional(),
  dueBy: IsoDate.optional(),
};

export const CasesQuery = PageQuery.extend({
  ...filters,
  assigned: QueryBoolean,
  pending: QueryBoolean,
  q: z.string().max(60).optional().describe('Beginnings of words of the name'),
});

/** Cases of a body: the same filters as of the list. */
export const CaseSelection = z.object({
  ...filters,
  assigned: z.boolean().optional(),
  pending: z.boolean().optional(),
});

/** What became of a fact that was handed in. */
export const FactAnswer = z.union([
  z.object({ id: Uuid, outcome: z.enum(['accepted', 'duplicate']), version: z.int() }),
  z.object({
    id: Uuid,
    outcome: z.literal('conflict'),
    since: z.array(CaseFactKept),
    words: z.object({ id: z.string(), en: z.string() }).describe('What to tell whoever decides'),
  }),
  z.object({ id: Uuid, outcome: z.literal('refused'), code: z.string(), message: z.string() }),
]);
export type FactAnswer = z.infer<typeof FactAnswer>;

/** A photograph or signature of a case. */
export const CasePhoto = z
  .object({ sha256: z.string(), mime: z.string(), size: z.int(), addedBy: z.string() })
  .meta({ id: 'CasePhoto' });
export type CasePhoto = z.infer<typeof CasePhoto>;

const Point = z.object({ lat: z.number(), lon: z.number() });

/** An agent and the work in hand. */
export const AgentLoad = z
  .object({
    agent: z.string(),
    name: z.string(),
    areas: z.array(z.string()),
    inHand: z.int(),
    overdue: z.int(),
    households: z.int(),
    visits: z.int().describe('Of the last seven days'),
    ended: z.int().describe('Of the last seven days'),
  })
  .meta({ id: 'AgentLoad' });

/** Cases of PESIAR and the work on them. */
export const caseRoutes = {
  listCases: {
    action: 'case.read',
    method: 'GET',
    path: '/cases',
    tag: 'cases',
    summary: 'Cases by village, banjar and name',
    query: CasesQuery,
    response: pageOf(Case),
  },
  getCase: {
    action: 'case.read',
    method: 'GET',
    path: '/cases/:caseId',
    tag: 'cases',
    summary: 'One case with everything that happened, its family and its photographs',
    params: z.object({ caseId: Uuid }),
    response: z.object({
      case: Case,
      facts: z.array(CaseFactKept),
      family: z.array(Case),
      point: Point.extend({ accuracy: z.number() }).nullable(),
      attachments: z.array(CasePhoto),
    }),
  },
  getCaseAttachment: {
    action: 'case.read',
    method: 'GET',
    path: '/cases/:caseId/attachments/:sha256',
    tag: 'cases',
    summary: 'A photograph or signature',
    params: z.object({ caseId: Uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    produces: 'application/octet-stream',
  },
  appendCaseFacts: {
    action: 'case.work',
    method: 'POST',
    path: '/case-facts',
    tag: 'cases',
    summary: 'Hand in what happened; each fact counts once by its id',
    body: z.object({ facts: z.array(CaseFactInput).min(1).max(100) }),
    response: z.object({ results: z.array(FactAnswer) }),
  },
  openCases: {
    action: 'case.open',
    method: 'POST',
    path: '/cases/open',
    tag: 'cases',
    summary: 'Open cases of everyone a mapping found without working cover, where the drive runs',
    body: z.object({
      runId: Uuid,
      area: AreaCode.optional(),
      reasons: z.array(z.enum(openReasons)).min(1).optional(),
    }),
    response: z.object({ opened: z.record(z.string(), z.int()), total: z.int() }),
  },
  followRun: {
    action: 'case.open',
    method: 'POST',
    path: '/cases/follow',
    tag: 'cases',
    summary: 'Close cases that a later mapping shows solved, and give outcomes back to the linkage',
    body: z.object({ runId: Uuid }),
    response: z.object({ closed: z.record(z.string(), z.int()), labels: z.int() }),
  },
  assignCases: {
    action: 'case.assign',
    method: 'POST',
    path: '/cases/assign',
    tag: 'cases',
    summary: 'Give cases to an agent; those in other hands are recalled first',
    body: z.object({
      agent: z.string().min(1).max(60),
      dueOn: IsoDate.nullable(),
      note: z.string().max(300).optional(),
      cases: z.array(Uuid).min(1).max(1000).optional(),
      filter: CaseSelection.optional(),
      most: z.int().min(1).max(2000).default(200),
    }),
    response: z.object({ assigned: z.int(), recalled: z.int(), from: z.array(z.string()) }),
  },
  recallCases: {
    action: 'case.assign',
    method: 'POST',
    path: '/cases/recall',
    tag: 'cases',
    summary: 'Take open cases from an agent; visits that were not sent are taken in all the same',
    body: z.object({
      agent: z.string().min(1).max(60),
      reason: z.string().min(3).max(300),
      filter: CaseSelection.optional(),
    }),
    response: z.object({ recalled: z.int() }),
  },
  listAgents: {
    action: 'case.assign',
    method: 'GET',
    path: '/agents',
    tag: 'cases',
    summary: 'Agents and their load',
    response: z.object({ items: z.array(AgentLoad) }),
  },
  getAgentRoute: {
    action: 'case.read',
    method: 'GET',
    path: '/agents/:agent/route',
    tag: 'cases',
    summary: 'Families an agent has in hand, in an order that is short to walk',
    params: z.object({ agent: z.string().max(60) }),
    query: z.object({ lat: z.coerce.number().optional(), lon: z.coerce.number().optional() }),
    response: z.object({
      items: z.array(
        z.object({
          key: z.string(),
          area: z.string(),
          banjar: text,
          address: text,
          point: Point.nullable(),
          dueOn: text,
          people: z.array(
            z.object({ caseId: Uuid, name: z.string(), phase: z.enum(casePhases), reason: z.string() }),
          ),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>;
