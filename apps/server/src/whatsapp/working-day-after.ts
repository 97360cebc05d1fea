import { type OfficeHours, officeTime } from '@jangkau/pandawa';

/** The date so many working days of the office after an instant (ISO). */
export function workingDayAfter(at: string, days: number, office: OfficeHours): string {
  let moment = Date.parse(at);
  for (let left = days; left > 0; ) {
    moment += 86_400_000;
    // Noon at the office: open on working days whatever the hours.
    const { date } = officeTime(new Date(moment).toISOString(), office);
    const noon = new Date(Date.parse(`${date}T12:00:00Z`) - office.utcOffset * 3_600_000).toISOString();
    if (officeTime(noon, { ...office, from: '00:00', to: '24:00' }).open) left--;
  }
  return officeTime(new Date(moment).toISOString(), office).date;
}
