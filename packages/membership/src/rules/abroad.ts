import { addMonths, type CalendarDate, isBefore, type Month, monthOf } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/** Last month owed by somebody who dies or leaves the country on a day: that month. */
export function lastOwedMonth(on: CalendarDate): Month {
  return monthOf(on);
}

/**
 * First month billed after a stay abroad. Back before six months: from the first month after the last payment, as
 * if never gone; back after six months or more: from the return.
 */
export function billedAfterReturn(
  stay: { departedOn: CalendarDate; lastPaid: Month; returnedOn: CalendarDate },
  settings: MembershipSettings = defaultMembershipSettings,
): Month {
  const early = isBefore(stay.returnedOn, stay.departedOn.add({ months: settings.abroadMonths }));
  return early ? addMonths(stay.lastPaid, 1) : monthOf(stay.returnedOn);
}
