import { type CalendarDate, isBefore, parseDate } from '../calendar.ts';
import type { Segment } from '../segment.ts';

/** Since this day whoever registers as PBPU registers the whole KK (Peraturan BPJS Kesehatan 4/2014 Pasal 2 ayat (1)). */
export const wholeHouseholdSince = parseDate('2014-11-01');

/** A person on a family card. */
export interface HouseholdMember {
  readonly id: string;
  /** Segment in which the person is covered already, if any. */
  readonly coveredIn: Segment | null;
}

/** Who of a family card goes on the bill of a PBPU registration. */
export interface HouseholdBill {
  /** Billed together. */
  readonly billed: readonly string[];
  /** Left out because another segment covers them. */
  readonly coveredElsewhere: readonly string[];
  /** Should be on the bill and were not named; the registration is refused until they are. */
  readonly missing: readonly string[];
}

/** Whole-KK rule: every member of the KK not covered in another segment must be registered with the one who applies. */
export function householdBill(
  household: readonly HouseholdMember[],
  named: ReadonlySet<string>,
  on: CalendarDate,
): HouseholdBill {
  const elsewhere = household.filter(
    ({ coveredIn }) => coveredIn !== null && coveredIn !== 'PBPU' && coveredIn !== 'BP',
  );
  const coveredElsewhere = elsewhere.map(({ id }) => id);
  const free = household.map(({ id }) => id).filter((id) => !coveredElsewhere.includes(id));
  if (isBefore(on, wholeHouseholdSince)) {
    return { billed: free.filter((id) => named.has(id)), coveredElsewhere, missing: [] };
  }
  return { billed: free, coveredElsewhere, missing: free.filter((id) => !named.has(id)) };
}
