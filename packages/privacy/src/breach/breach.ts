import { type ClockState, clockState } from '../clocks/privacy-clock.ts';

/** Ordinary and specific kinds of personal data (UU 27/2022 Art 4) that a JKN file can hold. */
export const dataKinds = {
  identity: {
    specific: false,
    id: 'Jati diri (nama, NIK, KK, tanggal lahir)',
    en: 'Identity (name, NIK, KK, date of birth)',
  },
  contact: { specific: false, id: 'Alamat dan telepon', en: 'Address and phone' },
  membership: {
    specific: false,
    id: 'Kepesertaan JKN (kartu, segmen, status)',
    en: 'JKN membership (card, segment, status)',
  },
  health: { specific: true, id: 'Data kesehatan', en: 'Health data' },
  children: { specific: true, id: 'Data anak', en: "Children's data" },
  finance: {
    specific: true,
    id: 'Data keuangan pribadi (iuran, tunggakan)',
    en: 'Personal finance (contributions, arrears)',
  },
  biometric: { specific: true, id: 'Data biometrik', en: 'Biometric data' },
  genetic: { specific: true, id: 'Data genetika', en: 'Genetic data' },
  criminal: { specific: true, id: 'Catatan kejahatan', en: 'Criminal record' },
} as const;
export type DataKind = keyof typeof dataKinds;
export const dataKindNames = Object.keys(dataKinds) as [DataKind, ...DataKind[]];

/** Who is told: in writing the authority and the people, and in some cases the public (Art 46). */
export const noticeAudiences = ['authority', 'subjects', 'public'] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];

/** How many people of an area a breach touches. */
export interface PeopleOfArea {
  area: string;
  people: number;
}

/** One thing that happened; never changed. A later assessment stands in the place of an earlier one. */
export type BreachFact =
  | {
      type: 'assessed';
      at: string;
      by: string;
      dataKinds: DataKind[];
      people: PeopleOfArea[];
      cause: string;
      consequences: string;
      disturbsPublic: boolean;
    }
  | { type: 'remedied'; at: string; by: string; remedy: string }
  | {
      type: 'letter-issued';
      at: string;
      by: string;
      audience: NoticeAudience;
      letterId: string;
      number: string;
    }
  | { type: 'notified'; at: string; by: string; audience: NoticeAudience; means: string; sentAt: string }
  | { type: 'noted'; at: string; by: string; text: string }
  | { type: 'closed'; at: string; by: string; conclusion: string };

export interface OpenedBreach {
  knownAt: string;
  dueAt: string;
}

export interface BreachState {
  stage: 'open' | 'assessed' | 'notified' | 'closed';
  dataKinds: DataKind[];
  /** True when data of Art 4 (2) is among what was exposed. */
  specific: boolean;
  people: PeopleOfArea[];
  total: number;
  cause: string | null;
  consequences: string | null;
  remedies: string[];
  /** Whom the law wants told. */
  required: NoticeAudience[];
  notified: Partial<Record<NoticeAudience, string>>;
  /** When the last of the authority and the subjects was told. */
  stoppedAt: string | null;
}

const start: BreachState = {
  stage: 'open',
  dataKinds: [],
  specific: false,
  people: [],
  total: 0,
  cause: null,
  consequences: null,
  remedies: [],
  required: ['authority', 'subjects'],
  notified: {},
  stoppedAt: null,
};

/** Where a breach stands: the fold of what is known and was done. */
export function foldBreach(facts: readonly BreachFact[]): BreachState {
  return facts.reduce(applyFact, start);
}

function applyFact(state: BreachState, fact: BreachFact): BreachState {
  switch (fact.type) {
    case 'assessed':
      return {
        ...state,
        stage: state.stage === 'open' ? 'assessed' : state.stage,
        dataKinds: fact.dataKinds,
        specific: fact.dataKinds.some((kind) => dataKinds[kind].specific),
        people: fact.people,
        total: fact.people.reduce((sum, { people }) => sum + people, 0),
        cause: fact.cause,
        consequences: fact.consequences,
        required: fact.disturbsPublic ? ['authority', 'subjects', 'public'] : ['authority', 'subjects'],
      };
    case 'remedied':
      return { ...state, remedies: [...state.remedies, fact.remedy] };
    case 'notified': {
      const notified = { ...state.notified, [fact.audience]: state.notified[fact.audience] ?? fact.sentAt };
      const [authority, subjects] = [notified.authority, notified.subjects];
      const all = state.required.every((audience) => notified[audience] !== undefined);
      return {
        ...state,
        notified,
        stage: all && state.stage !== 'closed' ? 'notified' : state.stage,
        stoppedAt: authority && subjects ? ([authority, subjects].sort().at(-1) ?? null) : null,
      };
    }
    case 'closed':
      return { ...state, stage: 'closed' };
    case 'letter-issued':
    case 'noted':
      return state;
  }
}

/** Why a fact cannot follow; undefined when it can. */
export type BreachObstacle = 'closed' | 'assess-first' | 'notices-missing';

/** Whether a fact may follow: letters need an assessment, closing needs every notice the law wants. */
export function breachObstacleTo(state: BreachState, type: BreachFact['type']): BreachObstacle | undefined {
  if (type === 'noted') return undefined;
  if (state.stage === 'closed') return 'closed';
  if ((type === 'letter-issued' || type === 'notified') && state.cause === null) return 'assess-first';
  if (type === 'closed' && state.required.some((audience) => state.notified[audience] === undefined))
    return 'notices-missing';
  return undefined;
}

/** How the clock of the written notices stands (3 x 24 hours from when the office knew). */
export function breachClock(breach: OpenedBreach, state: BreachState, now: string): ClockState {
  return clockState(breach.dueAt, now, state.stoppedAt);
}
