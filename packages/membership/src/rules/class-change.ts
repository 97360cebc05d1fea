import { type CalendarDate, firstOfNextMonth, isBefore } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/** What a wish of a PBPU or BP household for another class leads to. */
export interface ClassChange {
  readonly allowed: boolean;
  readonly refusedFor: 'too-soon' | 'arrears' | null;
  readonly allowedFrom: CalendarDate;
  /** First day in the new class, at its tariff, for every member of the household. */
  readonly effectiveFrom: CalendarDate;
}

/**
 * A household changes class as a whole, not within a year of the last choice and not while in arrears; the new class
 * and its tariff hold from the 1st of the next month. The year is general knowledge, so a setting.
 */
export function classChange(
  wish: { askedOn: CalendarDate; chosenOn: CalendarDate; arrearsMonths: number },
  settings: MembershipSettings = defaultMembershipSettings,
): ClassChange {
  const allowedFrom = wish.chosenOn.add({ months: settings.classChangeMonths });
  const tooSoon = isBefore(wish.askedOn, allowedFrom);
  const refusedFor = tooSoon ? 'too-soon' : wish.arrearsMonths > 0 ? 'arrears' : null;
  const effectiveFrom = firstOfNextMonth(tooSoon ? allowedFrom : wish.askedOn);
  return { allowed: refusedFor === null, refusedFor, allowedFrom, effectiveFrom };
}
