/** An instant as the field for date and time takes it, in the zone of the reader's machine: '2026-11-21T14:05'. */
export function toField(instant: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  const day = `${instant.getFullYear()}-${part(instant.getMonth() + 1)}-${part(instant.getDate())}`;
  return `${day}T${part(instant.getHours())}:${part(instant.getMinutes())}`;
}

/** What the field holds as an ISO instant; null when it holds none. */
export function fromField(text: string): string | null {
  const time = Date.parse(text);
  return text === '' || Number.isNaN(time) ? null : new Date(time).toISOString();
}
