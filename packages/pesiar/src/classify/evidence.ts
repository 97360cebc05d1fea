/** Monthly income of the whole household as people can say it without papers, rupiah. */
export const incomeBands = ['none', 'to-1m', 'to-2m', 'to-4m', 'to-8m', 'above-8m', 'not-said'] as const;
export type IncomeBand = (typeof incomeBands)[number];

/** Upper end of a band, rupiah a month; null without one. */
export const bandTop: Readonly<Record<IncomeBand, number | null>> = {
  none: 0,
  'to-1m': 1_000_000,
  'to-2m': 2_000_000,
  'to-4m': 4_000_000,
  'to-8m': 8_000_000,
  'above-8m': null,
  'not-said': null,
};

/** What was seen and said about who can pay. Kept with the class it led to. */
export interface Evidence {
  /** Work of the person (of the breadwinner for a child). */
  readonly work: 'employee' | 'self-employed' | 'casual' | 'none' | 'pensioner' | 'not-said';
  /** Who employs. */
  readonly employer: string | null;
  /** Spouse or child of somebody whom an employer covers or must cover. */
  readonly familyOfWorker: boolean | null;
  readonly income: IncomeBand;
  /** People who live on that income, the earner included. */
  readonly dependants: number | null;
  /** Welfare decile in DTSEN, 1 the poorest; null when not listed or not known. */
  readonly dtsenDecile: number | null;
  readonly inDtsen: boolean | null;
  /** Letter of the village that the family is unable (SKTM): its date. */
  readonly sktmOn: string | null;
  /** Disability or long illness that keeps from working. */
  readonly cannotWork: boolean | null;
  readonly note?: string;
}

/** Lower end of a band, rupiah a month; null when nothing was said. */
export const bandBottom: Readonly<Record<IncomeBand, number | null>> = {
  none: 0,
  'to-1m': 0,
  'to-2m': 1_000_000,
  'to-4m': 2_000_000,
  'to-8m': 4_000_000,
  'above-8m': 8_000_000,
  'not-said': null,
};

/** Nothing was said. */
export const noEvidence: Evidence = {
  work: 'not-said',
  employer: null,
  familyOfWorker: null,
  income: 'not-said',
  dependants: null,
  dtsenDecile: null,
  inDtsen: null,
  sktmOn: null,
  cannotWork: null,
};
