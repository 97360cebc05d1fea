/** Today's calendar date in a time zone, as 2026-11-21. Throws a RangeError when the zone is unknown. */
export function today(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}
