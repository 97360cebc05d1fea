import type { Evidence } from '../classify/evidence.ts';
import type { PayerClass } from '../classify/payer-class.ts';
import type { ExitKind } from '../exits/exit-kind.ts';
import type { CaseSubject, MeasuredPoint, OpenReason } from './case-subject.ts';
import type { Outcome, VisitResult } from './outcome.ts';

/** Common to all facts of a case. Facts are added and never changed. */
interface FactBase {
  /** UUID v7, made where the fact was made: the same fact sent twice counts once. */
  readonly id: string;
  readonly caseId: string;
  /** ISO instant in UTC with milliseconds, by the clock of whoever made it (2026-11-22T05:08:09.123Z). */
  readonly at: string;
  /** User name. */
  readonly by: string;
  /** Device it was made on; null for the office. */
  readonly device: string | null;
  /** Version of the case (number of its facts on the server) whoever made it had seen. */
  readonly base: number;
}

interface FactOf<Kind extends string, Body> extends FactBase {
  readonly kind: Kind;
  readonly body: Body;
}

/** Somebody is looked for. */
export type Opened = FactOf<
  'opened',
  {
    readonly reason: OpenReason;
    readonly subject: CaseSubject;
    /** Number of the mapping that found it. */
    readonly run: number | null;
    /** Probability of having no card, by that mapping. */
    readonly probability: number | null;
    readonly note?: string;
  }
>;

/** Given to an agent, to be done by a day. */
export type Assigned = FactOf<
  'assigned',
  {
    readonly agent: string;
    /** YYYY-MM-DD. */
    readonly dueOn: string | null;
    readonly note?: string;
  }
>;

/** Taken from an agent: the data leave the device, what was done there stays. */
export type Recalled = FactOf<'recalled', { readonly agent: string; readonly reason: string }>;

/** Somebody stood at the door. */
export type Visited = FactOf<
  'visited',
  {
    readonly result: VisitResult;
    /** Who was met. */
    readonly met: 'self' | 'family' | 'neighbour' | 'banjar-head' | 'nobody';
    /** ISO instant at which the form was opened. */
    readonly startedAt: string;
    readonly point: MeasuredPoint | null;
    /** SHA-256 of photographs and signatures, hexadecimal. */
    readonly attachments: readonly string[];
    readonly note?: string;
  }
>;

/** Who was met was compared with the register. A typed number travels in `nik` and is kept apart by the server. */
export type Identified = FactOf<
  'identified',
  {
    readonly method: 'nik-typed' | 'ktp-photo' | 'kk-photo' | 'known-by-banjar-head';
    readonly result: 'same-person' | 'other-person' | 'unsure';
    /** Number of the register the person turned out to be, when another. */
    readonly residentNo?: string | null;
    readonly nik?: string;
    readonly kk?: string;
    readonly attachments: readonly string[];
    readonly note?: string;
  }
>;

/** Able, unable or working, with what speaks for it and what the rules suggested. */
export type Classified = FactOf<
  'classified',
  {
    readonly class: PayerClass;
    readonly evidence: Evidence;
    /** What `classify` said then; null when it could not say. */
    readonly suggested: PayerClass | null;
    readonly rule: string | null;
    /** Why another class was chosen than the suggested one. */
    readonly because?: string;
  }
>;

/** Costs and duties were explained. */
export type Advocated = FactOf<
  'advocated',
  {
    readonly where: 'home' | 'gathering' | 'phone' | 'letter';
    readonly gatheringId?: string | null;
    /** Amounts that were shown, rupiah a month by class. */
    readonly shown?: { readonly people: number; readonly perMonth: Readonly<Record<string, number>> } | null;
    readonly answer: 'agrees' | 'thinks-about-it' | 'refuses';
    readonly note?: string;
  }
>;

/** Whether the person agrees to the use of their data for this (UU 27/2022 Pasal 20 and 22). */
export type Consented = FactOf<
  'consented',
  {
    readonly given: boolean;
    /** Version of the text that was read out. */
    readonly text: string;
    readonly signature: string | null;
    /** Who signed: the person, or a parent for a child. */
    readonly signer: 'self' | 'parent' | 'guardian';
  }
>;

/** A person on a form of registration. Numbers travel in `nik` and are kept apart by the server. */
export interface FormPerson {
  readonly residentNo: string | null;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly born: string | null;
  readonly relation: 'head' | 'spouse' | 'child' | 'parent' | 'other';
  /** Segment that covers the person already: left off the bill. */
  readonly coveredIn?: string | null;
  readonly nik?: string;
}

/** A form of registration as filled in. */
export interface RegistrationForm {
  readonly exit: ExitKind;
  readonly people: readonly FormPerson[];
  /** Phone number for messages of the payment. */
  readonly phone?: string | null;
  readonly attachments: readonly string[];
  /** PBPU and newborn: class, and the bank of the virtual account. */
  readonly class?: 1 | 2 | 3;
  readonly bank?: 'mandiri' | 'bri' | 'bni' | 'btn' | 'bca';
  /** First day without PBI or PPU cover: waives the wait when within a month. */
  readonly pbiEndedOn?: string | null;
  readonly ppuEndedOn?: string | null;
  /** PPU: who employs. */
  readonly employer?: {
    readonly code: string | null;
    readonly name: string;
    readonly address: string | null;
    readonly position?: string | null;
    /** Rupiah a month. */
    readonly wage?: number | null;
  } | null;
  /** Newborn: the mother, by her member or by the thirteen digits of her card, which the server keeps apart. */
  readonly motherMemberId?: number | null;
  readonly motherCard?: string | null;
  /** Reactivation: pay at once or in stages. */
  readonly way?: 'pay' | 'rehab';
  readonly stages?: number | null;
  readonly note?: string;
}

/** The form for the exit that was chosen is handed in. */
export type Registered = FactOf<'registered', RegistrationForm>;

/** What a desk said about the form. */
export type DeskDecided = FactOf<
  'desk-decided',
  {
    readonly desk: 'dinas-sosial' | 'employer' | 'officer';
    /** The fact that was decided about. */
    readonly form: string;
    readonly verdict: 'approved' | 'refused' | 'lapsed' | 'withdrawn';
    readonly reasons: readonly string[];
    /** YYYY-MM-DD; approved: the first day of cover, or the last day to pay. */
    readonly from?: string | null;
    readonly until?: string | null;
    readonly note?: string;
  }
>;

/** Cover has begun: the case is over. */
export type Activated = FactOf<
  'activated',
  {
    readonly memberId: number | null;
    readonly segment: string;
    /** First day of cover. */
    readonly from: string;
    readonly how: 'list' | 'payment' | 'employer' | 'mapping' | 'newborn';
  }
>;

/** The search is over without a registration. */
export type Closed = FactOf<
  'closed',
  {
    readonly bucket: Outcome;
    /** Solved without us: a later mapping, or the office. */
    readonly how: 'visit' | 'mapping' | 'office';
    readonly note?: string;
  }
>;

/** The search goes on after all. */
export type Reopened = FactOf<'reopened', { readonly reason: string }>;

/** A person decided which of two facts stands. Both stay on record. */
export type ResolvedConflict = FactOf<
  'resolved-conflict',
  { readonly stands: string; readonly setAside: readonly string[]; readonly note?: string }
>;

/** Words of an earlier fact of the same maker put right: its body is read as this one. */
export type Corrected = FactOf<
  'corrected',
  { readonly fact: string; readonly body: Readonly<Record<string, unknown>>; readonly reason: string }
>;

/** What happened in a case. Its state is a fold over these (`caseState`). */
export type CaseFact =
  | Opened
  | Assigned
  | Recalled
  | Visited
  | Identified
  | Classified
  | Advocated
  | Consented
  | Registered
  | DeskDecided
  | Activated
  | Closed
  | Reopened
  | ResolvedConflict
  | Corrected;

/** Kinds of facts. */
export const caseFactKinds = [
  'opened',
  'assigned',
  'recalled',
  'visited',
  'identified',
  'classified',
  'advocated',
  'consented',
  'registered',
  'desk-decided',
  'activated',
  'closed',
  'reopened',
  'resolved-conflict',
  'corrected',
] as const satisfies readonly CaseFact['kind'][];
export type CaseFactKind = CaseFact['kind'];

/** A fact of one kind. */
export type FactOfKind<K extends CaseFactKind> = Extract<CaseFact, { kind: K }>;
