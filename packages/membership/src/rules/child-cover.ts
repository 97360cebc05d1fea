import { type CalendarDate, firstOfNextMonth, isBefore } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/** Ages from which a child of a PPU is no longer covered (Perpres 82/2018 Pasal 5). */
export const childAges = { withoutStudy: 21, inStudy: 25 } as const;

/** First day on which a child born on a day is no longer covered, by whether it studies. */
export function childCoverEnd(
  born: CalendarDate,
  inStudy: boolean,
  settings: MembershipSettings = defaultMembershipSettings,
): CalendarDate {
  const birthday = born.add({ years: inStudy ? childAges.inStudy : childAges.withoutStudy });
  return settings.childCoverEnds === 'birthday' ? birthday : firstOfNextMonth(birthday);
}

/** Whether a worker's child is covered on a day, given the days its student letters count from. */
export function isChildCovered(
  born: CalendarDate,
  on: CalendarDate,
  letters: readonly CalendarDate[] = [],
  settings: MembershipSettings = defaultMembershipSettings,
): boolean {
  if (isBefore(on, childCoverEnd(born, false, settings))) return true;
  const inStudy = letters.some((received) => !isBefore(on, studentLetterFrom(received, settings)));
  return inStudy && isBefore(on, childCoverEnd(born, true, settings));
}

/** First day a student letter counts: received by the 20th the 1st of next month, later the one after. */
export function studentLetterFrom(
  received: CalendarDate,
  settings: MembershipSettings = defaultMembershipSettings,
): CalendarDate {
  const next = firstOfNextMonth(received);
  return received.day <= settings.monthlyCutOffDay ? next : next.add({ months: 1 });
}
