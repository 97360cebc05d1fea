import { z } from 'zod';
import { IsoDate, IsoInstant } from './paging.ts';
import type { Route } from './route.ts';

/** Spaces, dots and dashes are how people write numbers; none of them is one. */
const digits = (length: number) =>
  z
    .string()
    .max(40)
    .transform((text) => text.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(new RegExp(`^\\d{${length}}$`)));

/** Who is asked about and for which day. In the body, so that no number stands in an address. */
export const EligibilityInput = z
  .object({
    nik: digits(16).optional(),
    card: digits(13).optional(),
    date: IsoDate.optional().describe('The day of service; today when absent'),
    knownAt: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('Answer as the branch would have at that moment'),
  })
  .refine(({ nik, card }) => (nik === undefined) !== (card === undefined), 'exactly one of nik and card')
  .meta({ id: 'EligibilityInput' });
export type EligibilityInput = z.infer<typeof EligibilityInput>;

/** One thing the member can do now. */
const NextAct = z.object({
  kind: z.enum([
    'pay',
    'rehab',
    'employer',
    'dinas-sosial',
    'register-mandiri',
    'student-letter',
    'report-return',
    'use-other-card',
    'wait',
  ]),
  text: z.string(),
  amount: z.int().nullable().describe('Rupiah for the whole family'),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
});

/** Whether a person is covered on a day, why, and what they can do. */
export const EligibilityAnswer = z
  .object({
    date: IsoDate,
    covered: z.boolean(),
    reason: z.string().describe('A reason code such as ARREARS or PBI_REMOVED; codes are stable'),
    text: z.string(),
    legalBasis: z.string(),
    nextStep: z.string(),
    acts: z.array(NextAct),
    inactivity: z.enum(['arrears', 'lapsed', 'ended']).nullable(),
    since: IsoDate.nullable(),
    until: IsoDate.nullable().describe('Last day of this state, when it is known to end by itself'),
    segment: z.string().nullable(),
    class: z.int().nullable().describe('Room class for this day'),
    facility: z
      .object({ code: z.string(), name: z.string().nullable() })
      .nullable()
      .describe('FKTP of the member'),
    arrearsMonths: z.int(),
    fineWindow: z
      .object({ reactivatedOn: IsoDate, lastDay: IsoDate, arrearsMonths: z.int() })
      .nullable()
      .describe('While it is open, an inpatient stay is fined (Perpres 64/2020 Art 42(5))'),
    member: z.object({
      card: z.string(),
      nik: z.string().nullable().describe('Masked'),
      name: z.string(),
      sex: z.enum(['L', 'P']).nullable(),
      born: IsoDate.nullable(),
    }),
    knownAt: IsoInstant.nullable(),
  })
  .meta({ id: 'EligibilityAnswer' });
export type EligibilityAnswer = z.infer<typeof EligibilityAnswer>;

/** Routes of the hospital door. VClaim, PCare and FHIR have their own addresses and give the same decision. */
export const eligibilityRoutes = {
  askEligibility: {
    method: 'POST',
    path: '/eligibility',
    tag: 'eligibility',
    summary: 'Is this person covered on this day, and if not, why and what to do',
    session: false,
    body: EligibilityInput,
    response: EligibilityAnswer,
  },
} as const satisfies Record<string, Route>;
