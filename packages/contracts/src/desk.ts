import { exitKinds, payerClasses } from '@jangkau/pesiar';
import { z } from 'zod';
import { AreaCode } from './area.ts';
import { CasePhoto } from './case.ts';
import { IsoDate } from './paging.ts';
import type { Route } from './route.ts';

const Uuid = z.uuid();
const text = z.string().nullable();
export const Desk = z.enum(['dinas-sosial', 'employer', 'officer']);
export const FormStatus = z.enum(['waiting', 'approved', 'refused', 'lapsed', 'withdrawn', 'active']);

/** Reasons of refusal that are offered; lists add those of their own rules. */
export const refusalReasons = {
  'dinas-sosial': [
    'not-poor',
    'data-incomplete',
    'not-resident',
    'already-covered',
    'over-quota',
    'over-budget',
    'other',
  ],
  employer: ['not-our-worker', 'contract-ended', 'already-registered', 'data-incomplete', 'other'],
  officer: ['family-incomplete', 'data-incomplete', 'already-covered', 'double', 'other'],
} as const satisfies Record<z.infer<typeof Desk>, readonly string[]>;

/** A form of registration at its desk. */
export const DeskForm = z
  .object({
    form: Uuid,
    caseId: Uuid,
    exit: z.enum(exitKinds),
    desk: Desk,
    status: FormStatus,
    name: z.string(),
    born: text,
    area: z.string(),
    banjar: text,
    payerClass: z.enum(payerClasses).nullable(),
    employerCode: text,
    employerName: text,
    people: z.int(),
    class: z.int().nullable(),
    handedInAt: z.string(),
    handedInBy: z.string(),
    decidedAt: text,
    decidedBy: text,
    reasons: z.array(z.string()),
    startsOn: text.describe('First day of cover, or first day to pay'),
    payUntil: text.describe('Last day to pay; the application lapses after it'),
    amount: z.int().nullable().describe('Rupiah of the first payment'),
  })
  .meta({ id: 'DeskForm' });
export type DeskForm = z.infer<typeof DeskForm>;

const FormPerson = z.object({
  residentNo: text,
  name: z.string(),
  sex: z.enum(['L', 'P']).nullable(),
  born: text,
  nik: text.describe('Masked'),
  relation: z.string(),
  coveredIn: text,
});

/** Heads and rupiah a Pemda pays for, and what is left. */
export const Quota = z
  .object({
    regency: z.string(),
    month: z.string(),
    heads: z.int().nullable(),
    budget: z.number().nullable(),
    reference: text,
    share: z.int().describe('Rupiah the region pays a head and month'),
    active: z.int(),
    planned: z.int().describe('Approved, cover begins later'),
    left: z.int().nullable(),
  })
  .meta({ id: 'Quota' });

const forms = z.array(Uuid).min(1).max(200);
const note = z.string().max(500).optional();
const refusal = z.object({ forms, reasons: z.array(z.string().max(60)).min(1).max(5), note });
const Decided = z.object({
  approved: z.int(),
  people: z.int(),
  refused: z.int().describe('Refused by the rules of lists, each with its reason on the form'),
  overQuota: z.int().describe('Still waiting: the quota or budget does not reach'),
  startsOn: text,
  listId: z.int().nullable(),
});

/** The desks that decide about registrations. */
export const deskRoutes = {
  getDesks: {
    action: 'desk.read',
    method: 'GET',
    path: '/desks',
    tag: 'desks',
    summary: 'Forms by desk, exit and state',
    query: z.object({ area: AreaCode.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          desk: Desk,
          exit: z.enum(exitKinds),
          status: FormStatus,
          n: z.int(),
          people: z.int(),
        }),
      ),
    }),
  },
  listForms: {
    action: 'desk.read',
    method: 'GET',
    path: '/desks/forms',
    tag: 'desks',
    summary: 'Forms, the longest waiting first',
    query: z.object({
      desk: Desk.optional(),
      status: FormStatus.optional(),
      exit: z.enum(exitKinds).optional(),
      area: AreaCode.optional(),
      caseId: Uuid.optional(),
      after: Uuid.optional().describe('Form of the last row seen'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(DeskForm) }),
  },
  getForm: {
    action: 'desk.read',
    method: 'GET',
    path: '/desks/forms/:form',
    tag: 'desks',
    summary: 'A form with its people (numbers masked), the class and its evidence',
    params: z.object({ form: Uuid }),
    response: z.object({
      form: DeskForm,
      address: text,
      people: z.array(FormPerson),
      evidence: z
        .object({
          class: z.string(),
          suggested: text,
          rule: text,
          because: text,
          evidence: z.record(z.string(), z.unknown()),
        })
        .nullable(),
      consent: z
        .object({
          given: z.boolean(),
          signer: z.string(),
          signature: text.describe('SHA-256 of the picture of the signature'),
          at: z.string(),
          by: z.string(),
        })
        .nullable(),
      terms: z.object({
        class: z.int().nullable(),
        bank: text,
        way: text,
        stages: z.int().nullable(),
        pbiEndedOn: text,
        ppuEndedOn: text,
        position: text,
        wage: z.number().nullable(),
        employerAddress: text,
        mother: text.describe('Card of the mother as typed, masked'),
      }),
      photos: z.array(CasePhoto),
      note: text,
    }),
  },
  getQuota: {
    action: 'desk.read',
    method: 'GET',
    path: '/desks/quota',
    tag: 'desks',
    summary: 'Quota and budget of a Pemda this month, and what is left',
    query: z.object({ regency: z.string().regex(/^\d{2}\.\d{2}$/) }),
    response: Quota,
  },
  setQuota: {
    action: 'quota.manage',
    method: 'PUT',
    path: '/desks/quota',
    tag: 'desks',
    summary: 'What a Pemda pays for from a month on',
    body: z.object({
      regency: z.string().regex(/^\d{2}\.\d{2}$/),
      month: IsoDate,
      heads: z.int().min(0),
      budget: z.int().min(0).nullable(),
      reference: z.string().min(3).max(100),
    }),
    response: Quota,
  },
  approveSocial: {
    action: 'desk.social',
    method: 'POST',
    path: '/desks/social/approve',
    tag: 'desks',
    summary: 'Dinas Sosial approves proposals as far as quota and budget reach, in the order of handing in',
    body: z.object({ forms, reference: z.string().min(3).max(100), note }),
    response: Decided,
  },
  refuseSocial: {
    action: 'desk.social',
    method: 'POST',
    path: '/desks/social/refuse',
    tag: 'desks',
    summary: 'Dinas Sosial refuses proposals with reasons',
    body: refusal,
    response: z.object({ refused: z.int() }),
  },
  listOwnWorkers: {
    action: 'desk.employer',
    method: 'GET',
    path: '/desks/employer',
    tag: 'desks',
    summary: 'Workers of one’s own business that agents found without registration',
    query: z.object({ status: FormStatus.optional() }),
    response: z.object({ items: z.array(DeskForm) }),
  },
  confirmWorkers: {
    action: 'desk.employer',
    method: 'POST',
    path: '/desks/employer/confirm',
    tag: 'desks',
    summary: 'Confirm workers and register them by the employer’s list',
    body: z.object({ forms, reference: z.string().min(3).max(100), note }),
    response: Decided,
  },
  refuseWorkers: {
    action: 'desk.employer',
    method: 'POST',
    path: '/desks/employer/refuse',
    tag: 'desks',
    summary: 'Say with reasons that somebody is not to be registered',
    body: refusal,
    response: z.object({ refused: z.int() }),
  },
  setFormEmployer: {
    action: 'desk.officer',
    method: 'POST',
    path: '/desks/forms/:form/employer',
    tag: 'desks',
    summary: 'Say which employer a referral is about',
    params: z.object({ form: Uuid }),
    body: z.object({ code: z.string().regex(/^[A-Z0-9.-]{2,20}$/) }),
    status: 204,
  },
  approveForm: {
    action: 'desk.officer',
    method: 'POST',
    path: '/desks/forms/:form/approve',
    tag: 'desks',
    summary:
      'Verify an application: PBPU and newborn get a virtual account and days to pay, reactivation begins',
    params: z.object({ form: Uuid }),
    body: z.object({ motherMemberId: z.int().optional(), note }),
    response: z.object({
      outcome: z.enum(['waits-for-payment', 'covered']),
      amount: z.int().nullable(),
      from: text,
      until: text,
      people: z.int(),
      inTime: z.boolean().nullable().describe('Newborn: within 28 days of birth'),
    }),
  },
  refuseForms: {
    action: 'desk.officer',
    method: 'POST',
    path: '/desks/officer/refuse',
    tag: 'desks',
    summary: 'Refuse applications with reasons',
    body: refusal,
    response: z.object({ refused: z.int() }),
  },
  getFormAccount: {
    action: 'desk.officer',
    method: 'GET',
    path: '/desks/forms/:form/account',
    tag: 'desks',
    summary: 'Virtual account of the first payment, to tell the family',
    params: z.object({ form: Uuid }),
    response: z.object({ va: text, members: z.array(z.int()) }),
  },
} as const satisfies Record<string, Route>;
