import {
  type CaseFact as CaseFactOfPesiar,
  exitKinds,
  incomeBands,
  openReasons,
  outcomes,
  payerClasses,
  visitResults,
} from '@jangkau/pesiar';
import { z } from 'zod';
import { IsoDate } from './paging.ts';

const Uuid = z.uuid();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** An instant as facts write it. */
export const FactInstant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const Words = z.string().max(1000);
const Name = z.string().min(1).max(120);
const Sixteen = z.string().regex(/^\d{16}$/);
const RoomClass = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const Sex = z.enum(['L', 'P']).nullable();
const attachments = z.array(Sha256).max(10);
const Point = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(100_000),
});

export const CaseSubject = z.object({
  residentNo: z.string().max(40).nullable(),
  memberId: z.int().nullable(),
  name: Name,
  sex: Sex,
  born: IsoDate.nullable(),
  area: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  banjar: z.string().max(100).nullable(),
  address: z.string().max(300).nullable(),
  householdKey: z.string().max(64).nullable(),
  segment: z.string().max(20).nullable(),
  class: RoomClass.nullable(),
  arrearsMonths: z.int().min(0).nullable(),
});

const Evidence = z.object({
  work: z.enum(['employee', 'self-employed', 'casual', 'none', 'pensioner', 'not-said']),
  employer: z.string().max(120).nullable(),
  familyOfWorker: z.boolean().nullable(),
  income: z.enum(incomeBands),
  dependants: z.int().min(0).max(50).nullable(),
  dtsenDecile: z.int().min(1).max(10).nullable(),
  inDtsen: z.boolean().nullable(),
  sktmOn: IsoDate.nullable(),
  cannotWork: z.boolean().nullable(),
  note: Words.optional(),
});

const FormPerson = z.object({
  residentNo: z.string().max(40).nullable(),
  name: Name,
  sex: Sex,
  born: IsoDate.nullable(),
  relation: z.enum(['head', 'spouse', 'child', 'parent', 'other']),
  coveredIn: z.string().max(20).nullish(),
  nik: Sixteen.optional(),
});

const bodies = {
  opened: z.object({
    reason: z.enum(openReasons),
    subject: CaseSubject,
    run: z.int().nullable(),
    probability: z.number().min(0).max(1).nullable(),
    note: Words.optional(),
  }),
  assigned: z.object({ agent: z.string().max(60), dueOn: IsoDate.nullable(), note: Words.optional() }),
  recalled: z.object({ agent: z.string().max(60), reason: Words }),
  visited: z.object({
    result: z.enum(visitResults as unknown as readonly [string, ...string[]]),
    met: z.enum(['self', 'family', 'neighbour', 'banjar-head', 'nobody']),
    startedAt: FactInstant,
    point: Point.nullable(),
    attachments,
    note: Words.optional(),
  }),
  identified: z.object({
    method: z.enum(['nik-typed', 'ktp-photo', 'kk-photo', 'known-by-banjar-head']),
    result: z.enum(['same-person', 'other-person', 'unsure']),
    residentNo: z.string().max(40).nullish(),
    nik: Sixteen.optional(),
    kk: Sixteen.optional(),
    attachments,
    note: Words.optional(),
  }),
  classified: z.object({
    class: z.enum(payerClasses),
    evidence: Evidence,
    suggested: z.enum(payerClasses).nullable(),
    rule: z.string().max(40).nullable(),
    because: Words.optional(),
  }),
  advocated: z.object({
    where: z.enum(['home', 'gathering', 'phone', 'letter']),
    gatheringId: Uuid.nullish(),
    shown: z.object({ people: z.int().min(0), perMonth: z.record(z.string(), z.int()) }).nullish(),
    answer: z.enum(['agrees', 'thinks-about-it', 'refuses']),
    note: Words.optional(),
  }),
  consented: z.object({
    given: z.boolean(),
    text: z.string().max(40),
    signature: Sha256.nullable(),
    signer: z.enum(['self', 'parent', 'guardian']),
  }),
  registered: z.object({
    exit: z.enum(exitKinds),
    people: z.array(FormPerson).max(20),
    phone: z.string().max(20).nullish(),
    attachments,
    class: RoomClass.optional(),
    bank: z.enum(['mandiri', 'bri', 'bni', 'btn', 'bca']).optional(),
    pbiEndedOn: IsoDate.nullish(),
    ppuEndedOn: IsoDate.nullish(),
    employer: z
      .object({
        code: z.string().max(20).nullable(),
        name: z.string().max(120),
        address: z.string().max(300).nullable(),
        position: z.string().max(80).nullish(),
        wage: z.int().min(0).nullish(),
      })
      .nullish(),
    motherMemberId: z.int().nullish(),
    motherCard: z
      .string()
      .regex(/^\d{13}$/)
      .nullish(),
    way: z.enum(['pay', 'rehab']).optional(),
    stages: z.int().min(1).max(36).nullish(),
    note: Words.optional(),
  }),
  'desk-decided': z.object({
    desk: z.enum(['dinas-sosial', 'employer', 'officer']),
    form: Uuid,
    verdict: z.enum(['approved', 'refused', 'lapsed', 'withdrawn']),
    reasons: z.array(z.string().max(60)).max(10),
    from: IsoDate.nullish(),
    until: IsoDate.nullish(),
    note: Words.optional(),
  }),
  activated: z.object({
    memberId: z.int().nullable(),
    segment: z.string().max(20),
    from: IsoDate,
    how: z.enum(['list', 'payment', 'employer', 'mapping', 'newborn']),
  }),
  closed: z.object({
    bucket: z.enum(outcomes),
    how: z.enum(['visit', 'mapping', 'office']),
    note: Words.optional(),
  }),
  reopened: z.object({ reason: Words }),
  'resolved-conflict': z.object({ stands: Uuid, setAside: z.array(Uuid).max(20), note: Words.optional() }),
  corrected: z.object({ fact: Uuid, body: z.record(z.string(), z.unknown()), reason: Words }),
} satisfies Record<CaseFactOfPesiar['kind'], z.ZodType>;

const base = {
  id: Uuid,
  caseId: Uuid,
  at: FactInstant,
  by: z.string().max(60),
  device: Uuid.nullable(),
  base: z.int().min(0),
};
const fact = <K extends keyof typeof bodies>(kind: K) =>
  z.object({ ...base, kind: z.literal(kind), body: bodies[kind] });

/** A fact of a case as it is handed in: its body is checked by its kind. */
export const CaseFactInput = z
  .discriminatedUnion('kind', [
    fact('opened'),
    fact('assigned'),
    fact('recalled'),
    fact('visited'),
    fact('identified'),
    fact('classified'),
    fact('advocated'),
    fact('consented'),
    fact('registered'),
    fact('desk-decided'),
    fact('activated'),
    fact('closed'),
    fact('reopened'),
    fact('resolved-conflict'),
    fact('corrected'),
  ])
  .meta({ id: 'CaseFactInput' });

/** A fact as the server keeps it; its numbers of people have been taken out. */
export const CaseFactKept = z
  .object({
    ...base,
    kind: z.string(),
    body: z.record(z.string(), z.unknown()),
    version: z.int(),
  })
  .meta({ id: 'CaseFactKept' });
export type CaseFactKept = z.infer<typeof CaseFactKept>;

/** Checks a `corrected` fact's new words by the kind of the fact they are about. */
export function isBodyOf(kind: CaseFactOfPesiar['kind'], body: unknown): boolean {
  return bodies[kind].safeParse(body).success;
}
