const pattern = /^jangkau-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})\.tar(\.age)?$/;

/** Name of a backup: the moment it was begun, in the time zone of the office. */
export function backupName(at: Date, timeZone: string, encrypted: boolean): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  const moment = text.replaceAll(/[-:]/g, '').replace(' ', '-');
  return `jangkau-${moment}.tar${encrypted ? '.age' : ''}`;
}

/** The local date and time in a backup's name, '2026-11-22 01:30:00'; undefined when it is none of ours. */
export function momentOfName(name: string): string | undefined {
  const [, year, month, day, hour, minute, second] = pattern.exec(name) ?? [];
  return year && `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}
