/** Indonesia has no summer time, so any day will do; Pontianak and Bali changed zones in 1988. */
const anyDay = 1_767_225_600_000;

/** Hours a zone (IANA name) is ahead of UTC; Asia/Makassar is 8. @throws RangeError for a name that is none */
export function utcOffsetOf(timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(anyDay);
  const written = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(written) ?? [];
  const ahead = Number(hours) + Number(minutes) / 60;
  return sign === '-' ? -ahead : ahead;
}

const indonesian = new Map([
  [7, 'WIB'],
  [8, 'WITA'],
  [9, 'WIT'],
]);

/** What people call a zone so many hours ahead of UTC: WIB, WITA, WIT; elsewhere UTC+5.5. */
export function zoneName(utcOffset: number): string {
  return indonesian.get(utcOffset) ?? `UTC${utcOffset < 0 ? '-' : '+'}${Math.abs(utcOffset)}`;
}
