import { Temporal } from 'temporal-polyfill';

/** Minutes from one instant (ISO) to another. */
export function minutesBetween(from: string, to: string): number {
  return (
    (Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 60_000
  );
}

/** An instant (ISO) so many minutes later. */
export function minutesAfter(at: string, minutes: number): string {
  return Temporal.Instant.from(at).add({ minutes }).toString();
}
