/**
 * Readings of the membership rules on which sources conflict or are silent. Every answer that used one names it.
 * docs/membership-rules.md says what speaks for each.
 */
export interface MembershipSettings {
  /** Days after registration before which a new PBPU may not pay, and after which the application lapses. */
  readonly firstPaymentFromDay: number;
  readonly firstPaymentToDay: number;
  /** Ex-PBI and ex-PPU skip the wait when they apply within this many months after the day cover ended. */
  readonly noWaitMonths: number;
  /** How long PPU benefits go on after a layoff with proof, in months. */
  readonly layoffMonths: number;
  /** A removed PBI may be put back within this many months. */
  readonly pbiReturnMonths: number;
  /** First day of the reading of Permensos 3/2026; its exact day has not been seen. */
  readonly pbiReturnReadingFrom: string;
  /** When a child over age loses cover: the 1st of the month after the birthday, or the birthday itself. */
  readonly childCoverEnds: 'month-after-birthday' | 'birthday';
  /** A newborn must be registered and paid within this many days of birth; NIK within this many months. */
  readonly newbornDays: number;
  readonly newbornNikMonths: number;
  /** Months abroad from which contributions rest. */
  readonly abroadMonths: number;
  /** Day of the month by which employers' removals and student letters count for the next month. */
  readonly monthlyCutOffDay: number;
  /** Months a household keeps a class before it may choose another. */
  readonly classChangeMonths: number;
  /** Most arrears months that must be paid to be active again (Perpres 64/2020 Pasal 42 ayat (3)). */
  readonly arrearsCapMonths: number;
}

/** The default reading of every membership rule. */
export const defaultMembershipSettings: MembershipSettings = {
  firstPaymentFromDay: 14,
  firstPaymentToDay: 30,
  noWaitMonths: 1,
  layoffMonths: 6,
  pbiReturnMonths: 6,
  pbiReturnReadingFrom: '2026-01-01',
  childCoverEnds: 'month-after-birthday',
  newbornDays: 28,
  newbornNikMonths: 3,
  abroadMonths: 6,
  monthlyCutOffDay: 20,
  classChangeMonths: 12,
  arrearsCapMonths: 24,
};
