import { type CalendarDate, isBefore, type Month, monthOf, monthRange } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/** The clocks of a newborn, and what a day of registering and paying means. */
export interface NewbornRegistration {
  /** Last day to register and pay in time. */
  readonly payBy: CalendarDate;
  /** Last day to give a NIK; after it a NIK is needed to register at all. */
  readonly nikBy: CalendarDate;
  readonly inTime: boolean;
  readonly needsNik: boolean;
  /** First month owed: the month of birth when late, otherwise that of payment. */
  readonly owedFrom: Month;
  readonly legalBasis: string;
  readonly settingsUsed: MembershipSettings;
}

/**
 * A newborn is registered and paid for within 28 days of birth and is covered on payment; later, contributions are
 * owed from birth. Born 3 May: pay by 31 May, NIK by 3 August. (A newborn of a PBI mother is PBI by itself.)
 */
export function newbornRegistration(
  born: CalendarDate,
  paidOn: CalendarDate,
  settings: MembershipSettings = defaultMembershipSettings,
): NewbornRegistration {
  const payBy = born.add({ days: settings.newbornDays });
  const nikBy = born.add({ months: settings.newbornNikMonths });
  const inTime = !isBefore(payBy, paidOn);
  return {
    payBy,
    nikBy,
    inTime,
    needsNik: isBefore(nikBy, paidOn),
    owedFrom: monthOf(inTime ? paidOn : born),
    legalBasis: 'Perpres 82/2018 Pasal 16, 28 dan 46',
    settingsUsed: settings,
  };
}

/** Months a late newborn owes when paying on a day: from birth to the month of payment. */
export function newbornOwedMonths(registration: NewbornRegistration, paidOn: CalendarDate): Month[] {
  return monthRange(registration.owedFrom, monthOf(paidOn));
}
