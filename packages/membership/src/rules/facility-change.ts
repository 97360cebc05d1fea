import { type CalendarDate, firstOfNextMonth, isBefore } from '../calendar.ts';

/** Months that must lie between two changes of the first-level facility (FKTP), unless the branch decided otherwise. */
export const facilityChangeMonths = 3;

/** What a wish for another FKTP leads to. */
export interface FacilityChange {
  readonly allowed: boolean;
  /** First day on which it may be asked for; the day of asking when there was no change before. */
  readonly allowedFrom: CalendarDate;
  /** First day at the new facility, if asked on the first allowed day or the day given, whichever is later. */
  readonly effectiveFrom: CalendarDate;
}

/**
 * FKTP may change once in three months, counted from the day the last choice took effect; the new one counts from the 1st
 * of the next month.
 */
export function facilityChange(
  askedOn: CalendarDate,
  lastChangedOn?: CalendarDate,
  months = facilityChangeMonths,
): FacilityChange {
  const allowedFrom = lastChangedOn?.add({ months }) ?? askedOn;
  const allowed = !isBefore(askedOn, allowedFrom);
  return { allowed, allowedFrom, effectiveFrom: firstOfNextMonth(allowed ? askedOn : allowedFrom) };
}
