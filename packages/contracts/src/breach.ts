import { dataKindNames, noticeAudiences } from '@jangkau/privacy';
import { z } from 'zod';
import { AreaCode } from './area.ts';
import { IsoInstant, PageQuery, pageOf } from './paging.ts';
import type { Route } from './route.ts';
import { Clock, GivenInstant, LetterView, plainText } from './subject-request.ts';

export const DataKind = z.enum(dataKindNames);
export const NoticeAudience = z.enum(noticeAudiences);
export const PeopleOfArea = z.object({ area: AreaCode, people: z.int().min(1).max(300_000_000) });

/** A failure to protect personal data as first recorded. The clock runs from `knownAt`. */
export const BreachInput = z.object({
  title: plainText(5, 200),
  whatHappened: plainText(10, 4000),
  happenedAt: GivenInstant.nullable(),
  knownAt: GivenInstant,
  howKnown: plainText(3, 1000),
});
export type BreachInput = z.infer<typeof BreachInput>;

const assessment = {
  dataKinds: z.array(DataKind).min(1).max(dataKindNames.length),
  people: z.array(PeopleOfArea).max(300),
  cause: plainText(3, 2000),
  consequences: plainText(3, 2000),
  disturbsPublic: z.boolean(),
};
/** What became known or was done. */
export const BreachStep = z.discriminatedUnion('type', [
  z.object({ type: z.literal('assessed'), ...assessment }),
  z.object({ type: z.literal('remedied'), remedy: plainText(3, 2000) }),
  z.object({
    type: z.literal('notified'),
    audience: NoticeAudience,
    means: plainText(3, 300),
    sentAt: GivenInstant,
  }),
  z.object({ type: z.literal('noted'), text: plainText(1, 2000) }),
  z.object({ type: z.literal('closed'), conclusion: plainText(5, 2000) }),
]);
export type BreachStep = z.infer<typeof BreachStep>;

const step = { at: IsoInstant, by: z.string() };
export const BreachFactView = z.discriminatedUnion('type', [
  z.object({
    ...step,
    type: z.literal('assessed'),
    dataKinds: z.array(DataKind),
    people: z.array(z.object({ area: z.string(), people: z.int() })),
    cause: z.string(),
    consequences: z.string(),
    disturbsPublic: z.boolean(),
  }),
  z.object({ ...step, type: z.literal('remedied'), remedy: z.string() }),
  z.object({
    ...step,
    type: z.literal('letter-issued'),
    audience: NoticeAudience,
    letterId: z.string(),
    number: z.string(),
  }),
  z.object({
    ...step,
    type: z.literal('notified'),
    audience: NoticeAudience,
    means: z.string(),
    sentAt: IsoInstant,
  }),
  z.object({ ...step, type: z.literal('noted'), text: z.string() }),
  z.object({ ...step, type: z.literal('closed'), conclusion: z.string() }),
]);
export type BreachFactView = z.infer<typeof BreachFactView>;

export const BreachRow = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  stage: z.enum(['open', 'assessed', 'notified', 'closed']),
  knownAt: IsoInstant,
  people: z.int(),
  specific: z.boolean().describe('Data of Art 4 (2): health, children, finance, biometric ...'),
  clock: Clock,
});
export type BreachRow = z.infer<typeof BreachRow>;
export const BreachPage = pageOf(BreachRow);

export const BreachDetail = BreachRow.extend({
  whatHappened: z.string(),
  happenedAt: IsoInstant.nullable(),
  howKnown: z.string(),
  recordedBy: z.string(),
  dataKinds: z.array(DataKind),
  peopleByArea: z.array(z.object({ area: z.string(), name: z.string().nullable(), people: z.int() })),
  cause: z.string().nullable(),
  consequences: z.string().nullable(),
  remedies: z.array(z.string()),
  required: z.array(NoticeAudience),
  notified: z.partialRecord(NoticeAudience, IsoInstant),
  facts: z.array(BreachFactView),
  letters: z.array(LetterView),
}).meta({ id: 'Breach' });
export type BreachDetail = z.infer<typeof BreachDetail>;

const id = z.object({ id: z.string().max(100) });
const action = 'breach.manage';

/** The register of breaches. */
export const breachRoutes = {
  listBreaches: {
    action,
    method: 'GET',
    path: '/privacy/breaches',
    tag: 'privacy',
    summary: 'The register of breaches, newest first',
    query: PageQuery,
    response: BreachPage,
  },
  createBreach: {
    action,
    method: 'POST',
    path: '/privacy/breaches',
    tag: 'privacy',
    summary: 'Record a breach; its clock starts when it became known',
    body: BreachInput,
    response: BreachDetail,
    status: 201,
  },
  exportBreaches: {
    action,
    method: 'GET',
    path: '/privacy/breaches/register.:format',
    tag: 'privacy',
    summary: 'The whole register as CSV or XLSX',
    params: z.object({ format: z.enum(['csv', 'xlsx']) }),
    produces: 'application/octet-stream',
  },
  getBreach: {
    action,
    method: 'GET',
    path: '/privacy/breaches/:id',
    tag: 'privacy',
    summary: 'One breach',
    params: id,
    response: BreachDetail,
  },
  addBreachStep: {
    action,
    method: 'POST',
    path: '/privacy/breaches/:id/steps',
    tag: 'privacy',
    summary: 'Record a step: assessment, remedy, notice sent, note, closing',
    params: id,
    body: BreachStep,
    response: BreachDetail,
    status: 201,
  },
  issueBreachLetter: {
    action,
    method: 'POST',
    path: '/privacy/breaches/:id/letters',
    tag: 'privacy',
    summary: 'Issue a notice to the authority, the people or the public as a numbered letter',
    params: id,
    body: z.object({ audience: NoticeAudience }),
    response: LetterView,
    status: 201,
  },
  getBreachLetter: {
    action,
    method: 'GET',
    path: '/privacy/breaches/:id/letters/:letterId',
    tag: 'privacy',
    summary: 'A letter of a breach as a PDF, as it was issued',
    params: id.extend({ letterId: z.string().max(100) }),
    produces: 'application/pdf',
  },
} as const satisfies Record<string, Route>;
