import { z } from 'zod';
import { FacilityChangeRule, FacilityException } from './chat.ts';
import type { Route } from './route.ts';

const Rupiah = z.int();
const Words = z.object({ id: z.string(), en: z.string() });

/** One of the family, with what their state means and what to do about it. */
export const OwnPerson = z
  .object({
    memberId: z.int(),
    name: z.string(),
    role: z.string().nullable(),
    born: z.string().nullable(),
    card: z.string().describe('In full: it is on the card'),
    nik: z.string().nullable().describe('Masked'),
    segment: z.string().nullable(),
    class: z.int().nullable(),
    active: z.boolean(),
    inactivity: z.enum(['arrears', 'lapsed', 'ended']).nullable(),
    since: z.string().nullable(),
    until: z.string().nullable().describe('Last day of this state, when it changes by itself'),
    reason: z.string(),
    text: Words,
    nextStep: Words,
    legalBasis: z.string(),
    acts: z.array(
      z.object({
        kind: z.string(),
        words: Words,
        amount: Rupiah.nullable(),
        from: z.string().nullable(),
        until: z.string().nullable(),
      }),
    ),
    fineUntil: z.string().nullable().describe('Last day on which an inpatient stay is fined; null: no fine'),
    payer: z.string().nullable(),
    fktp: z.object({ code: z.string(), name: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'OwnPerson' });
export type OwnPerson = z.infer<typeof OwnPerson>;

/** Something a member should know, worked out from facts. */
export const OwnNotice = z
  .object({
    key: z.string(),
    kind: z.enum(['bill-due', 'stage-due', 'active-again', 'request-done']),
    on: z.string(),
    amount: Rupiah.nullable(),
    memberId: z.int().nullable(),
  })
  .meta({ id: 'OwnNotice' });
export type OwnNotice = z.infer<typeof OwnNotice>;

const OwnPlan = z.object({
  id: z.int(),
  state: z.enum(['running', 'completed', 'lapsed', 'cancelled']),
  registeredOn: z.string(),
  arrearsMonths: z.int(),
  amount: Rupiah,
  stages: z.array(z.object({ stage: z.int(), dueBy: z.string(), amount: Rupiah, paid: z.boolean() })),
});

/** What the first screen of the member app shows. */
export const OwnHome = z
  .object({
    today: z.string(),
    me: z.int().describe('memberId of whoever is signed in'),
    phone: z.string().nullable().describe('Masked'),
    address: z.string().nullable(),
    village: z.string().nullable(),
    family: z.array(OwnPerson),
    money: z
      .object({
        monthly: Rupiah.nullable(),
        toPay: Rupiah,
        arrearsMonths: z.int(),
        arrearsAmount: Rupiah,
        dueOn: z.string(),
      })
      .nullable()
      .describe('Null when others pay and nothing is owed'),
    plan: OwnPlan.nullable().describe('The running plan of REHAB'),
    notices: z.array(OwnNotice),
    demo: z.boolean(),
  })
  .meta({ id: 'OwnHome' });
export type OwnHome = z.infer<typeof OwnHome>;

/** Cards with a code that a facility can check without a line until it expires. */
export const OwnCards = z
  .object({
    cards: z.array(
      z.object({
        memberId: z.int(),
        pass: z.string().describe('Text of the QR code, signed'),
        issuedAt: z.int().describe('Seconds since 1970'),
        expiresAt: z.int(),
      }),
    ),
  })
  .meta({ id: 'OwnCards' });
export type OwnCards = z.infer<typeof OwnCards>;

/** Bills, payments and where to pay. */
export const OwnAccount = z
  .object({
    months: z.array(
      z.object({
        month: z.string(),
        amount: Rupiah,
        paid: Rupiah,
        relieved: Rupiah,
        paidOn: z.string().nullable(),
        people: z.int(),
      }),
    ),
    payments: z.array(
      z.object({
        id: z.string(),
        bank: z.string(),
        amount: Rupiah,
        paidOn: z.string(),
        months: z.array(z.string()),
      }),
    ),
    deposit: Rupiah,
    toPay: Rupiah,
    arrears: z.object({
      months: z.int(),
      amount: Rupiah,
      people: z.int(),
      firstMonth: z.string().nullable(),
    }),
    accounts: z.array(
      z.object({
        bank: z.enum(['others', 'mandiri']),
        recipe: z.enum(['last-eleven', 'last-ten']),
        number: z.string(),
      }),
    ),
  })
  .meta({ id: 'OwnAccount' });
export type OwnAccount = z.infer<typeof OwnAccount>;

/** REHAB: whether it is open, every plan one may choose, and what runs or ran. */
export const OwnRehab = z
  .object({
    eligible: z.boolean(),
    reason: z.string(),
    offers: z.array(
      z.object({
        stages: z.array(z.object({ dueBy: z.string(), amount: Rupiah, covers: z.array(z.string()) })),
        total: Rupiah,
        activeOn: z.string().nullable(),
        agreement: Words.describe('What one agrees to, word for word'),
      }),
    ),
    legalBasis: z.string().nullable(),
    arrears: z.object({ months: z.int(), amount: Rupiah, people: z.int() }),
    toPay: Rupiah.describe('At once instead: covered from the day it is paid'),
    plans: z.array(OwnPlan.extend({ agreedAt: z.string().nullable() })),
    mayAgree: z.boolean().describe('False for those who are not of age'),
  })
  .meta({ id: 'OwnRehab' });
export type OwnRehab = z.infer<typeof OwnRehab>;

export const OwnVisits = z
  .object({
    items: z.array(
      z.object({
        memberId: z.int(),
        day: z.string(),
        level: z.enum(['FKTP', 'RJTL', 'RITL']),
        kind: z.enum(['sick', 'healthy']),
        facility: z.string(),
        dischargedOn: z.string().nullable(),
      }),
    ),
    seen: z
      .array(z.int())
      .describe('Whose visits are shown: one’s own, and as a parent those of children under 18'),
  })
  .meta({ id: 'OwnVisits' });
export type OwnVisits = z.infer<typeof OwnVisits>;

const shortText = z.string().trim().min(2).max(200);
const file = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/), type: z.string().max(60), bytes: z.int() });

/** A change of one's own data that the branch looks at first. */
export const OwnRequestOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('phone'), value: z.string().regex(/^(\+?62|0)8\d{7,12}$/) }),
  z.object({ kind: z.literal('address'), value: shortText }),
  z.object({
    kind: z.literal('facility'),
    code: z.string().regex(/^[0-9A-Z]{8}$/),
    whom: z.enum(['me', 'all']),
    exception: FacilityException.optional().describe('Why before the time is over; needs its letter'),
    files: z.array(file).max(4).default([]),
  }),
  z.object({
    kind: z.literal('identity'),
    field: z.enum(['name', 'nik', 'born', 'sex']),
    value: shortText,
    files: z.array(file).min(1).max(4),
  }),
]);
export type OwnRequestOrder = z.infer<typeof OwnRequestOrder>;

export const OwnRequests = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        service: z.string(),
        madeAt: z.string(),
        dueOn: z.string(),
        done: z.boolean(),
      }),
    ),
    facility: FacilityChangeRule.extend({
      allowedFrom: z.string().nullable().describe('First day another facility may be asked for; null: now'),
    }),
  })
  .meta({ id: 'OwnRequests' });
export type OwnRequests = z.infer<typeof OwnRequests>;

export const OwnSettings = z
  .object({
    whatsapp: z.boolean().describe('Notices over WhatsApp'),
    browsers: z.array(
      z.object({
        id: z.string(),
        createdAt: z.string(),
        seenAt: z.string(),
        device: z.string(),
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'OwnSettings' });
export type OwnSettings = z.infer<typeof OwnSettings>;

export const OwnSignInStep = z.object({
  next: z.literal('code'),
  expiresAt: z.string(),
  simulator: z.boolean().describe('True when codes go to the built-in simulator'),
});
export type OwnSignInStep = z.infer<typeof OwnSignInStep>;

const base = { tag: 'own', session: false } as const;

/** The member app: everything is about whoever is signed in and their family, whom the database knows by the session. */
export const ownRoutes = {
  beginMemberSession: {
    ...base,
    method: 'POST',
    path: '/own/session',
    summary:
      'Ask for a one-time code over WhatsApp; the same answer after the same time whether there is such a member or not',
    body: z.object({
      number: z
        .string()
        .regex(/^(\d{13}|\d{16})$/)
        .describe('NIK or card number'),
      born: z.iso.date(),
      keep: z
        .boolean()
        .default(false)
        .describe('This phone is one’s own: stay signed in, keep the card for offline'),
    }),
    response: OwnSignInStep,
    status: 202,
    secret: true,
  },
  confirmMemberSession: {
    ...base,
    method: 'POST',
    path: '/own/session/code',
    summary: 'Sign in with the code',
    body: z.object({ code: z.string().regex(/^\d{6}$/) }),
    response: z.object({ memberId: z.int(), keep: z.boolean(), expiresAt: z.string() }),
    secret: true,
  },
  endMemberSession: { ...base, method: 'DELETE', path: '/own/session', summary: 'Sign out', status: 204 },
  getOwnHome: {
    ...base,
    own: 'own.home',
    method: 'GET',
    path: '/own/home',
    summary: 'Family, state, what to do, notices',
    response: OwnHome,
  },
  getOwnCards: {
    ...base,
    own: 'own.cards',
    method: 'GET',
    path: '/own/cards',
    summary: 'Signed codes of the cards of the family, good for a day',
    response: OwnCards,
  },
  getOwnAccount: {
    ...base,
    own: 'own.account',
    method: 'GET',
    path: '/own/account',
    summary: 'Bills, payments and virtual accounts of the family',
    response: OwnAccount,
  },
  getOwnRehab: {
    ...base,
    own: 'own.rehab',
    method: 'GET',
    path: '/own/rehab',
    summary: 'REHAB: eligibility, every plan one may choose, progress',
    response: OwnRehab,
  },
  joinOwnRehab: {
    ...base,
    own: 'own.rehab-join',
    method: 'POST',
    path: '/own/rehab',
    summary: 'Agree to a plan; doing it again finds the plan running',
    body: z.object({
      stages: z.int().min(1).max(36),
      total: Rupiah.describe('What was shown: another offer by now is refused'),
      agreed: z.literal(true),
      whatsapp: z.boolean().default(true).describe('Notices over WhatsApp'),
    }),
    response: OwnRehab,
    status: 201,
  },
  getOwnVisits: {
    ...base,
    own: 'own.visits',
    method: 'GET',
    path: '/own/visits',
    summary: 'Uses of care: one’s own, and as a parent those of children under 18',
    response: OwnVisits,
  },
  listOwnRequests: {
    ...base,
    own: 'own.requests',
    method: 'GET',
    path: '/own/requests',
    summary: 'Requests made, newest first',
    response: OwnRequests,
  },
  addOwnRequest: {
    ...base,
    own: 'own.request-add',
    method: 'POST',
    path: '/own/requests',
    summary: 'Ask for a change of one’s data; the branch looks at it first',
    body: OwnRequestOrder,
    response: OwnRequests,
    status: 201,
  },
  addOwnFile: {
    ...base,
    own: 'own.file-add',
    method: 'POST',
    path: '/own/files',
    summary: 'A photo of a document as the raw body',
    consumes: 'application/octet-stream',
    response: file,
    status: 201,
  },
  findOwnFacilities: {
    ...base,
    own: 'own.facilities',
    method: 'GET',
    path: '/own/facilities',
    summary: 'First-level facilities by name',
    query: z.object({ q: z.string().trim().min(2).max(60) }),
    response: z.object({
      items: z.array(z.object({ code: z.string(), name: z.string(), area: z.string().nullable() })),
    }),
  },
  getOwnSettings: {
    ...base,
    own: 'own.settings',
    method: 'GET',
    path: '/own/settings',
    summary: 'Notices and signed-in browsers',
    response: OwnSettings,
  },
  setOwnNotices: {
    ...base,
    own: 'own.notices-set',
    method: 'PUT',
    path: '/own/notices',
    summary: 'Notices over WhatsApp, or not',
    body: z.object({ whatsapp: z.boolean() }),
    response: OwnSettings,
  },
  endOwnBrowser: {
    ...base,
    own: 'own.browser-end',
    method: 'DELETE',
    path: '/own/browsers/:id',
    summary: 'Sign out another browser',
    params: z.object({ id: z.uuid() }),
    response: OwnSettings,
  },
} as const satisfies Record<string, Route>;
