import { type CalendarDate, firstOfNextMonth } from '../calendar.ts';

/** Standing of an area towards universal health coverage. Prioritas was "non cut-off" before. */
export type UhcStanding = 'prioritas' | 'cut-off';

/**
 * First day of cover of a resident whom the Pemda registers: the same day in a UHC Prioritas area, the 1st of the
 * next month elsewhere (registered 12 May: 12 May or 1 June).
 */
export function pemdaCoverFrom(registeredOn: CalendarDate, standing: UhcStanding): CalendarDate {
  return standing === 'prioritas' ? registeredOn : firstOfNextMonth(registeredOn);
}
