import type { ReasonCode } from '../reason.ts';
import type { Segment } from '../segment.ts';

/** Where a member stands on a day, as the register keeps it or as the fold over facts finds it. Dates are ISO. */
export interface Standing {
  readonly reason: ReasonCode;
  /** First day of the present state; null when nothing is known. */
  readonly since: string | null;
  readonly segment: Segment | null;
  /** Room class of the segment. */
  readonly roomClass: 1 | 2 | 3 | null;
  /** First-level facility (FKTP) the member is registered with. */
  readonly fktp: { readonly code: string; readonly name: string | null } | null;
  /** First day on which the state changes by itself, and into what; null when none is known. */
  readonly due: { readonly on: string; readonly reason: ReasonCode } | null;
  /** Unpaid ended months, at most the cap. */
  readonly arrearsMonths: number;
  /** What the whole family pays to be covered again, in rupiah; null when it was not worked out. */
  readonly toPay: number | null;
  /** The latest return after arrears, if the fine window may still be open on the day. */
  readonly reactivation: Reactivation | null;
}

/** Cover came back on a day after months of arrears. */
export interface Reactivation {
  readonly on: string;
  /** Ended unpaid months when cover was restored. */
  readonly arrearsMonths: number;
  /** Last day on which an inpatient stay is fined (Perpres 64/2020 Art 42(5)). */
  readonly fineLastDay: string;
}
