import { type ReasonCode, reasons } from '../reason.ts';

/** What a facility without a line is told of a member: covered or not, the room class, and why. */
export interface OfflineStatus {
  readonly covered: boolean;
  readonly roomClass: 1 | 2 | 3 | null;
  readonly reason: ReasonCode;
}

/** Codes in the order of their bytes. New ones are added at the end: files that are out there stay readable. */
const codes: readonly ReasonCode[] = [
  'PAID',
  'CURRENT_MONTH_DUE',
  'STATE_PAYS',
  'REGION_PAYS',
  'EMPLOYER_PAYS',
  'LAYOFF_GUARANTEE',
  'ARREARS_DEFERRED',
  'ARREARS',
  'EMPLOYER_ARREARS',
  'PAYER_STOPPED',
  'PBI_REMOVED',
  'PEMDA_REMOVED',
  'EMPLOYMENT_ENDED',
  'LAYOFF_GUARANTEE_OVER',
  'CHILD_OVER_AGE',
  'FAMILY_DROPPED',
  'AWAITING_FIRST_PAYMENT',
  'APPLICATION_LAPSED',
  'AWAITING_COVER_START',
  'NEVER_ENROLLED',
  'RETURNED',
  'MOVED_OUT',
  'DIED',
  'ABROAD',
  'DUPLICATE',
  'CITIZENSHIP_LOST',
];

/** One byte: two bits of class, six of reason; whether covered follows from the reason. */
export function statusByte(reason: ReasonCode, roomClass: 1 | 2 | 3 | null): number {
  return ((roomClass ?? 0) << 6) | codes.indexOf(reason);
}

/** Reads the byte back; a reason of a later version reads as never enrolled. */
export function readStatusByte(byte: number): OfflineStatus {
  const reason = codes[byte & 63] ?? 'NEVER_ENROLLED';
  const roomClass = (byte >> 6) as 0 | 1 | 2 | 3;
  return { reason, covered: reasons[reason].active, roomClass: roomClass === 0 ? null : roomClass };
}
