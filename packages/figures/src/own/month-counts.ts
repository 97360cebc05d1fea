/** Members of a segment by state. */
export interface StateCounts {
  readonly active: number;
  readonly arrears: number;
  readonly lapsed: number;
}

/** What is counted of an area at the end of a month. */
export interface MonthCounts extends StateCounts {
  /** Null where no count of residents is known. */
  readonly population: number | null;
  /** active + arrears + lapsed. */
  readonly members: number;
  /** Died, left the country, second cards: no members. */
  readonly ended: number;
  /** Residents without a card as a mapping found them; null when no mapping is the denominator. */
  readonly uncovered: number | null;
  /** Uses of care in the month by level and kind: FKTP_sick, FKTP_healthy, RJTL, RITL; empty when none are known. */
  readonly visits: Readonly<Record<string, number>>;
  /** Distinct people with a contact at an FKTP in the month. */
  readonly contacts: number | null;
  /** By segment; adds up to the members. */
  readonly segments: Readonly<Record<string, StateCounts>>;
}
