/** Why a card does not work, as numbers in a HistoryTable; the codes are those of packages/membership. */
export const inactiveReasons = [
  '',
  'ARREARS',
  'PBI_REMOVED',
  'PEMDA_REMOVED',
  'EMPLOYMENT_ENDED',
  'LAYOFF_GUARANTEE_OVER',
  'CHILD_OVER_AGE',
  'FAMILY_DROPPED',
  'MOVED_OUT',
  'DIED',
  'ABROAD',
  'DUPLICATE',
] as const;

/** What was decided about every member, by line of the member file; months as `monthNumber`, 0 for none. */
export interface HistoryTable {
  /** Household that is billed together; differs from the KK for somebody who pays while the family does not. */
  household: Int32Array;
  registered: Int32Array;
  reason: Uint8Array;
  since: Int32Array;
  /** Ended months unpaid of the household on the as-of date, 0 when paid up. */
  unpaidMonths: Uint8Array;
  /** The household has paid the month of the as-of date. */
  paidNow: Uint8Array;
  /** Segment in June 2023 and until `moved`; 255 when it is the present one. */
  segmentBefore: Uint8Array;
  moved: Int32Array;
  /** Months between which the card did not work in 2024. */
  gapFrom: Int32Array;
  gapTo: Int32Array;
}

/** An empty table for so many members. */
export function emptyHistories(count: number): HistoryTable {
  return {
    household: new Int32Array(count),
    registered: new Int32Array(count),
    reason: new Uint8Array(count),
    since: new Int32Array(count),
    unpaidMonths: new Uint8Array(count),
    paidNow: new Uint8Array(count),
    segmentBefore: new Uint8Array(count).fill(255),
    moved: new Int32Array(count),
    gapFrom: new Int32Array(count),
    gapTo: new Int32Array(count),
  };
}

/** A member of 2023 who has died since: in no present file, but in the totals of that time. */
export interface Departed {
  /** Line of the member file whose village and household this person shared. */
  line: number;
  segment: number;
  /** Month of death: a member to its end. */
  died: number;
}
