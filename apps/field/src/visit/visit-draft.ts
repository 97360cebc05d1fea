import {
  type AdvocacyCard,
  type Evidence,
  type ExitKind,
  type MeasuredPoint,
  noEvidence,
  type PayerClass,
  type VisitResult,
} from '@jangkau/pesiar';

/** A photograph as a draft keeps it. */
export interface DraftPhoto {
  kind: 'ktp' | 'kk' | 'house';
  sha256: string;
  type: string;
  size: number;
  base64: string;
}

/** The steps of the form, in their order. */
const visitSteps = ['met', 'identity', 'result', 'class', 'advocacy', 'form', 'consent', 'proof'] as const;
export type VisitStep = (typeof visitSteps)[number];

/** Who is on the form of registration. */
export interface DraftPerson {
  residentNo: string | null;
  name: string;
  sex: 'L' | 'P' | null;
  born: string | null;
  relation: 'head' | 'spouse' | 'child' | 'parent' | 'other';
  coveredIn: string | null;
  chosen: boolean;
}

/** A visit while it is being written down; kept at each step. */
export interface VisitDraft {
  caseId: string;
  startedAt: string;
  step: VisitStep;
  met: 'self' | 'family' | 'neighbour' | 'banjar-head' | 'nobody' | null;
  method: 'nik-typed' | 'ktp-photo' | 'kk-photo' | 'known-by-banjar-head' | null;
  nik: string;
  sameness: 'same-person' | 'other-person' | 'unsure' | null;
  result: VisitResult | null;
  evidence: Evidence;
  class: PayerClass | null;
  because: string;
  shown: AdvocacyCard | null;
  answer: 'agrees' | 'thinks-about-it' | 'refuses' | null;
  exit: ExitKind | null;
  people: DraftPerson[];
  roomClass: 1 | 2 | 3;
  bank: 'mandiri' | 'bri' | 'bni' | 'btn' | 'bca';
  phone: string;
  employerName: string;
  employerAddress: string;
  position: string;
  wage: string;
  way: 'pay' | 'rehab';
  stages: number | null;
  /** Last day of PBI or PPU, when there was one: a wait is waived soon after. */
  endedAs: 'pbi' | 'ppu' | null;
  endedOn: string;
  /** Newborn: card of the mother, and the baby's NIK when it has one. */
  motherCard: string;
  babyNik: string;
  consent: boolean | null;
  signer: 'self' | 'parent' | 'guardian';
  signature: string | null;
  photos: DraftPhoto[];
  point: MeasuredPoint | null;
  note: string;
}

/** An empty form, begun now. */
export function newVisit(caseId: string, startedAt: string): VisitDraft {
  return {
    caseId,
    startedAt,
    step: 'met',
    met: null,
    method: null,
    nik: '',
    sameness: null,
    result: null,
    evidence: noEvidence,
    class: null,
    because: '',
    shown: null,
    answer: null,
    exit: null,
    people: [],
    roomClass: 3,
    bank: 'bri',
    phone: '',
    employerName: '',
    employerAddress: '',
    position: '',
    wage: '',
    way: 'pay',
    stages: null,
    endedAs: null,
    endedOn: '',
    motherCard: '',
    babyNik: '',
    consent: null,
    signer: 'self',
    signature: null,
    photos: [],
    point: null,
    note: '',
  };
}

/** The steps this visit needs: nobody at home is told in two, a registration in eight. */
export function stepsOf(draft: VisitDraft): VisitStep[] {
  if (draft.met === 'nobody') return ['met', 'proof'];
  const speaks = draft.met === 'self' || draft.met === 'family';
  const goesOn = draft.result === null || ['found-uncovered', 'arrears', 'lapsed'].includes(draft.result);
  if (!goesOn || !speaks) return speaks ? ['met', 'identity', 'result', 'proof'] : ['met', 'result', 'proof'];
  const all: VisitStep[] = ['met', 'identity', 'result', 'class', 'advocacy'];
  if (draft.answer === 'agrees') all.push('form', 'consent');
  return [...all, 'proof'];
}
