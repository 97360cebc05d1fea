import type { CalendarDate } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/** Cover that goes on after a layoff. */
export interface LayoffGuarantee {
  readonly lastDay: CalendarDate;
  readonly roomClass: 3;
  readonly legalBasis: string;
}

/**
 * Cover after employment ended on a day (the first one without contribution). Six months with proof of layoff
 * (off 1 March: to 31 August); nothing for resignation, contract end or pension.
 */
export function layoffGuarantee(
  endedOn: CalendarDate,
  how: { laidOff: boolean; proof: boolean },
  settings: MembershipSettings = defaultMembershipSettings,
): LayoffGuarantee | undefined {
  if (!how.laidOff || !how.proof) return undefined;
  return {
    lastDay: endedOn.add({ months: settings.layoffMonths }).subtract({ days: 1 }),
    roomClass: 3,
    legalBasis: 'Perpres 82/2018 Pasal 27; Perpres 59/2024',
  };
}
