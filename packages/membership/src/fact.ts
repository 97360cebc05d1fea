import type { CalendarDate, Month } from './calendar.ts';
import { type Segment, segments } from './segment.ts';

/** Place of a person in the bill of a PPU: cover of children ends with age. */
export type FamilyRole = 'payer' | 'spouse' | 'child' | 'extra';

/** Why somebody left a segment. */
export type LeavingCause =
  | 'pbi-removed'
  | 'pemda-removed'
  | 'laid-off'
  | 'employment-ended'
  | 'family-dropped'
  | 'moved';

/** Common to all facts: when it holds and when the branch learnt it. */
interface FactBase {
  /** Unique within the member; breaks ties so that the order of arrival never matters. */
  readonly id: string;
  /** Date from which it holds. */
  readonly on: CalendarDate;
  /** Moment the branch recorded it, ISO 8601 in UTC; older knowledge is asked for with `knownAt`. */
  readonly recordedAt: string;
}

/** Registered in a segment on a day. */
export interface Enrolled extends FactBase {
  readonly kind: 'enrolled';
  readonly segment: Segment;
  readonly role?: FamilyRole;
  /** First day of cover, for payers other than the household (see `pemdaCoverFrom`); the day itself if absent. */
  readonly coverFrom?: CalendarDate;
  /**
   * First month owed, for a household already on the bill (moved in, newborn, migrated data). Absent for a new
   * PBPU or BP, who is covered from the first payment on and owes nothing before it.
   */
  readonly owedFrom?: Month;
  /** No 14-day wait before the first payment (`firstPaymentWindow` says who). */
  readonly waitWaived?: boolean;
}

/** Segments a cause can end; `moved` ends any. A removal from one never ends a spell in another. */
export const endedByCause: Readonly<Record<LeavingCause, readonly Segment[]>> = {
  'pbi-removed': ['PBI_APBN'],
  'pemda-removed': ['PBPU_PEMDA'],
  'laid-off': ['PPU_PN', 'PPU_BU'],
  'employment-ended': ['PPU_PN', 'PPU_BU'],
  'family-dropped': ['PPU_PN', 'PPU_BU'],
  moved: segments,
};

/**
 * Left the segment: the day is the first one without its cover. Somebody who is in another segment by then stays
 * covered there, as when a decree names a PBI who has found work.
 */
export interface Left extends FactBase {
  readonly kind: 'left';
  readonly cause: LeavingCause;
  /** Layoff only: evidence as Perpres 59/2024 Pasal 27 asks. Without it there is no guarantee. */
  readonly proof?: boolean;
}

/** On this day the contributions of these months were fully paid, whoever paid them. */
export interface Paid extends FactBase {
  readonly kind: 'paid';
  readonly months: readonly Month[];
}

/** These unpaid months do not suspend until a date (2020 relaxation, REHAB active at the first stage). */
export interface Deferred extends FactBase {
  readonly kind: 'deferred';
  readonly months: readonly Month[];
  /** First day on which they count again. */
  readonly until: CalendarDate;
  readonly legalBasis: string;
}

/** Born: `on` is the birth date. Needed for children of a PPU. */
export interface Born extends FactBase {
  readonly kind: 'born';
}

/** A letter of active study was received on this day. It counts from the next month (after the 20th, the one after). */
export interface StudentLetter extends FactBase {
  readonly kind: 'student-letter';
}

/** Died on this day. */
export interface Died extends FactBase {
  readonly kind: 'died';
}

/** Left the country on this day for more than six months, as reported. */
export interface WentAbroad extends FactBase {
  readonly kind: 'went-abroad';
}

/** Came back on this day. */
export interface Returned extends FactBase {
  readonly kind: 'returned';
}

/** From this day on another card number of the same person goes on in its place. */
export interface FoundDuplicate extends FactBase {
  readonly kind: 'duplicate';
}

/** Gave up Indonesian citizenship, or as a foreigner left for good. */
export interface LostCitizenship extends FactBase {
  readonly kind: 'citizenship-lost';
}

/** Takes an earlier fact back: it was recorded by mistake. */
export interface Withdrawn extends FactBase {
  readonly kind: 'withdrawn';
  readonly factId: string;
}

/** What is known about one member. Status on any date is a fold over these (`statusOn`). */
export type Fact =
  | Enrolled
  | Left
  | Paid
  | Deferred
  | Born
  | StudentLetter
  | Died
  | WentAbroad
  | Returned
  | FoundDuplicate
  | LostCitizenship
  | Withdrawn;

/** Kind of a fact. */
export type FactKind = Fact['kind'];
