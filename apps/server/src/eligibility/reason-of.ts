import { type ReasonCode, reasons } from '@jangkau/membership';

/** The reason of a kept code; one this program does not know reads as covered by nobody. */
export function reasonOf(code: string): ReasonCode {
  return code in reasons ? (code as ReasonCode) : 'NEVER_ENROLLED';
}
