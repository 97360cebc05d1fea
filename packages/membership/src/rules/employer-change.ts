import { type CalendarDate, firstOfNextMonth, lastDay, monthOf } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/**
 * First day without cover of a worker whom the employer removes (e-Dabu) on a day: sent by the 20th, the 1st of the
 * next month; sent on the 21st, a month later, which costs the employer one contribution more.
 */
export function employerRemovalFrom(
  sentOn: CalendarDate,
  settings: MembershipSettings = defaultMembershipSettings,
): CalendarDate {
  const next = firstOfNextMonth(sentOn);
  return sentOn.day <= settings.monthlyCutOffDay ? next : next.add({ months: 1 });
}

/** Where a worker whom an employer adds comes from. Pemda-registered ones go by e-mail with a letter of resignation. */
export type WorkerOrigin = 'new' | 'pbi' | 'mandiri' | 'other-employer' | 'pemda';

/**
 * First day of cover of a worker whom the employer adds on a day: the 1st of the next month when sent up to the day
 * before the month ends (Pemda-registered: by the 20th), otherwise the 1st of the month after.
 */
export function employerAdditionFrom(
  sentOn: CalendarDate,
  origin: WorkerOrigin = 'new',
  settings: MembershipSettings = defaultMembershipSettings,
): CalendarDate {
  const next = firstOfNextMonth(sentOn);
  const latest = origin === 'pemda' ? settings.monthlyCutOffDay : lastDay(monthOf(sentOn)).day - 1;
  return sentOn.day <= latest ? next : next.add({ months: 1 });
}
