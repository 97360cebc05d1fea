import { askerRelations, identityMethods, refusalGroundNames, requestKinds } from '@jangkau/privacy';
import { z } from 'zod';
import { IsoInstant, PageQuery, pageOf } from './paging.ts';
import type { Route } from './route.ts';

/** How the clock of an act stands: soon is less than 24 hours. */
export const ClockState = z.enum(['running', 'soon', 'overdue', 'met', 'late']);
export const Clock = z.object({
  state: ClockState,
  dueAt: IsoInstant,
  hours: z.int(),
  stoppedAt: IsoInstant.nullable(),
  legalBasis: z.string(),
});
export type Clock = z.infer<typeof Clock>;

/** A letter as it was issued. */
export const LetterView = z
  .object({ id: z.string(), number: z.string(), at: IsoInstant, title: z.string(), kind: z.string() })
  .meta({ id: 'Letter' });
export type LetterView = z.infer<typeof LetterView>;

export const RequestKind = z.enum(requestKinds);
export const RequestStage = z.enum([
  'received',
  'identified',
  'decided',
  'carried-out',
  'answered',
  'taken-back',
]);
export const RefusalGround = z.enum(refusalGroundNames);
export const RequestDecision = z.enum(['granted', 'partly', 'refused']);

/** Words people write; line breaks stay, other control characters do not get in. */
export const plainText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is kept out
    .regex(/^[^\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]*$/, 'control characters are not text');

/** An instant that PostgreSQL and the law's clocks can count with. */
export const GivenInstant = z.iso.datetime({ offset: true });

/** Who a request is about: the row of a mapping, or a member. */
const RequestPerson = z.union([
  z.object({ runId: z.string().max(100), residentKey: z.int() }),
  z.object({ memberId: z.int().min(1).max(2_147_483_647) }),
]);

/** A request as it came in. `person` is who it is about, when somebody was found. */
export const RequestInput = z.object({
  kind: RequestKind,
  channel: z.enum(['counter', 'letter', 'email', 'phone']),
  receivedAt: GivenInstant,
  askedByName: plainText(2, 200),
  askedByRelation: z.enum(askerRelations),
  askedByAddress: plainText(2, 300),
  subjectName: plainText(2, 200),
  wish: plainText(5, 2000),
  person: RequestPerson.nullable(),
});
export type RequestInput = z.infer<typeof RequestInput>;

/** A request in a list: who it is about stays out of it. */
export const RequestRow = z.object({
  id: z.string(),
  number: z.int(),
  kind: RequestKind,
  stage: RequestStage,
  decision: RequestDecision.nullable(),
  receivedAt: IsoInstant,
  clock: Clock,
  areaCode: z.string().nullable(),
  village: z.string().nullable(),
  restrictionInForce: z.boolean(),
});
export type RequestRow = z.infer<typeof RequestRow>;
export const RequestPage = pageOf(RequestRow);

const step = { at: IsoInstant, by: z.string() };
export const RequestResultView = z.object({
  done: z.array(z.object({ what: z.string(), count: z.int() })),
  kept: z.array(z.object({ what: z.string(), legalBasis: z.string() })),
});
export type RequestResultView = z.infer<typeof RequestResultView>;
export const RequestFactView = z.discriminatedUnion('type', [
  z.object({
    ...step,
    type: z.literal('identity-checked'),
    method: z.enum(identityMethods),
    confirmed: z.boolean(),
  }),
  z.object({
    ...step,
    type: z.literal('decided'),
    decision: RequestDecision,
    grounds: z.array(RefusalGround),
    reason: z.string(),
  }),
  z.object({ ...step, type: z.literal('carried-out'), result: RequestResultView }),
  z.object({ ...step, type: z.literal('letter-issued'), letterId: z.string(), number: z.string() }),
  z.object({ ...step, type: z.literal('restriction-lifted'), reason: z.string() }),
  z.object({ ...step, type: z.literal('taken-back'), reason: z.string() }),
  z.object({ ...step, type: z.literal('noted'), text: z.string() }),
]);
export type RequestFactView = z.infer<typeof RequestFactView>;

/** One request with everything that happened to it. */
export const RequestDetail = RequestRow.extend({
  channel: z.string(),
  askedByName: z.string(),
  askedByRelation: z.enum(askerRelations),
  askedByAddress: z.string(),
  subjectName: z.string(),
  wish: z.string(),
  recordedBy: z.string(),
  person: RequestPerson.nullable(),
  identityConfirmed: z.boolean(),
  grounds: z.array(RefusalGround),
  result: RequestResultView.nullable(),
  facts: z.array(RequestFactView),
  letters: z.array(LetterView),
  /** What carrying it out would do; null when nothing is to be carried out. */
  effect: RequestResultView.nullable(),
}).meta({ id: 'SubjectRequest' });
export type RequestDetail = z.infer<typeof RequestDetail>;

/** A step people record themselves; carrying out and letters have routes of their own. */
export const RequestStep = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('identity-checked'),
    method: z.enum(identityMethods),
    confirmed: z.boolean(),
  }),
  z.object({
    type: z.literal('decided'),
    decision: RequestDecision,
    grounds: z.array(RefusalGround).max(8),
    reason: plainText(0, 2000),
  }),
  z.object({ type: z.literal('restriction-lifted'), reason: plainText(5, 1000) }),
  z.object({ type: z.literal('taken-back'), reason: plainText(5, 1000) }),
  z.object({ type: z.literal('noted'), text: plainText(1, 2000) }),
]);
export type RequestStep = z.infer<typeof RequestStep>;

/** What was corrected, for a correction; empty for the others. */
export const CarryOut = z.object({ confirm: z.literal(true), note: plainText(0, 2000).default('') });

const id = z.object({ id: z.string().max(100) });
const action = 'subject-request.manage';

/** Requests of people about their own data. */
export const subjectRequestRoutes = {
  listRequests: {
    action,
    method: 'GET',
    path: '/privacy/requests',
    tag: 'privacy',
    summary: 'Requests of people about their data; open ones by the end of their clock',
    query: PageQuery.extend({ which: z.enum(['open', 'closed']).default('open') }),
    response: RequestPage,
  },
  createRequest: {
    action,
    method: 'POST',
    path: '/privacy/requests',
    tag: 'privacy',
    summary: 'Record a request; its clock starts when it was received',
    body: RequestInput,
    response: RequestDetail,
    status: 201,
  },
  getRequest: {
    action,
    method: 'GET',
    path: '/privacy/requests/:id',
    tag: 'privacy',
    summary: 'One request',
    params: id,
    response: RequestDetail,
  },
  addRequestStep: {
    action,
    method: 'POST',
    path: '/privacy/requests/:id/steps',
    tag: 'privacy',
    summary: 'Record a step: identity, decision, note, taken back, restriction lifted',
    params: id,
    body: RequestStep,
    response: RequestDetail,
    status: 201,
  },
  carryOutRequest: {
    action,
    method: 'POST',
    path: '/privacy/requests/:id/carry-out',
    tag: 'privacy',
    summary: 'Do what was decided: stop processing, erase, hand out, note a correction',
    params: id,
    body: CarryOut,
    response: RequestDetail,
    status: 201,
  },
  issueRequestLetter: {
    action,
    method: 'POST',
    path: '/privacy/requests/:id/letters',
    tag: 'privacy',
    summary: 'Issue the answer to the person as a numbered letter',
    params: id,
    response: LetterView,
    status: 201,
  },
  getRequestPackage: {
    action,
    method: 'GET',
    path: '/privacy/requests/:id/package/:file',
    tag: 'privacy',
    summary: 'Everything held on the person of a granted request for access',
    params: id.extend({ file: z.enum(['data.pdf', 'data.json', 'data.csv']) }),
    produces: 'application/octet-stream',
  },
  getRequestLetter: {
    action,
    method: 'GET',
    path: '/privacy/requests/:id/letters/:letterId',
    tag: 'privacy',
    summary: 'A letter of a request as a PDF, as it was issued',
    params: id.extend({ letterId: z.string().max(100) }),
    produces: 'application/pdf',
  },
} as const satisfies Record<string, Route>;
