import { type CalendarDate, isBefore } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';

/** Where an applicant for PBPU or BP comes from; decides whether the 14-day wait holds. */
export interface FirstPaymentOrigin {
  /** Day the new household registered. */
  readonly registeredOn: CalendarDate;
  /** First day without PBI cover, for an ex-PBI. */
  readonly pbiEndedOn?: CalendarDate;
  /** First day without PPU cover, for an ex-PPU. */
  readonly ppuEndedOn?: CalendarDate;
  readonly newborn?: boolean;
  /** Registered by the Pemda of a UHC Prioritas area. */
  readonly pemdaPrioritas?: boolean;
}

/** Days on which a new PBPU or BP may make the first payment; cover begins on payment. */
export interface FirstPaymentWindow {
  readonly from: CalendarDate;
  /** Last day; unpaid after it the application lapses. */
  readonly until: CalendarDate;
  readonly waitWaived: boolean;
  readonly why: 'newborn' | 'ex-pbi' | 'ex-ppu' | 'pemda-prioritas' | 'ordinary';
  readonly legalBasis: string;
  readonly settingsUsed: MembershipSettings;
}

/**
 * First payment no earlier than 14 and no later than 30 days after registration. No wait for newborns, for ex-PBI
 * and ex-PPU who apply within a month of losing cover (off 1 October: 20 October yes, 5 November no), and for
 * residents registered by the Pemda of a UHC Prioritas area.
 */
export function firstPaymentWindow(
  origin: FirstPaymentOrigin,
  settings: MembershipSettings = defaultMembershipSettings,
): FirstPaymentWindow {
  const why = waiver(origin, settings);
  const { registeredOn } = origin;
  return {
    from: why === 'ordinary' ? registeredOn.add({ days: settings.firstPaymentFromDay }) : registeredOn,
    until: registeredOn.add({ days: settings.firstPaymentToDay }),
    waitWaived: why !== 'ordinary',
    why,
    legalBasis: 'Peraturan BPJS Kesehatan 6/2018',
    settingsUsed: settings,
  };
}

function waiver(origin: FirstPaymentOrigin, settings: MembershipSettings): FirstPaymentWindow['why'] {
  const within = (endedOn: CalendarDate | undefined): boolean =>
    endedOn !== undefined &&
    !isBefore(origin.registeredOn, endedOn) &&
    isBefore(origin.registeredOn, endedOn.add({ months: settings.noWaitMonths }));
  if (origin.newborn) return 'newborn';
  if (origin.pemdaPrioritas) return 'pemda-prioritas';
  if (within(origin.pbiEndedOn)) return 'ex-pbi';
  return within(origin.ppuEndedOn) ? 'ex-ppu' : 'ordinary';
}
