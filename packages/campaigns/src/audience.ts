/**
 * Months in arrears, as groups in different places: none, too few for REHAB (which begins with 4 months), up to a year,
 * and longer. Both of the last may take REHAB; only whoever owes 24 months or more is at the cap of what is billed.
 */
export const arrearsBands = ['0', '1-3', '4-12', '13-24'] as const;
export type ArrearsBand = (typeof arrearsBands)[number];

/** First and last number of months of a band; the last has no end, more than 24 are billed as 24. */
export const monthsOfBand: Readonly<Record<ArrearsBand, readonly [number, number]>> = {
  '0': [0, 0],
  '1-3': [1, 3],
  '4-12': [4, 12],
  '13-24': [13, 32_767],
};

/** Which inactive members: the work lists of the reactivation drive and the audiences of campaigns. Every part narrows. */
export interface AudienceRule {
  /** Code of an area of any level. */
  readonly area?: string | undefined;
  /** In arrears, or moved out of a segment without a new payer. */
  readonly kind?: 'arrears' | 'lapsed' | undefined;
  readonly reason?: string | undefined;
  readonly segment?: string | undefined;
  /** Months in arrears, both ends included. */
  readonly leastMonths?: number | undefined;
  readonly mostMonths?: number | undefined;
  /** Rupiah in arrears of one person, both ends included. */
  readonly leastAmount?: number | undefined;
  readonly mostAmount?: number | undefined;
}
