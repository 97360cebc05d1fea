import type { Inactivity, MembershipSettings, ReasonCode, Segment } from '@jangkau/membership';

/** REHAB as it would be today for a family. */
export interface RehabFacts {
  readonly eligible: boolean;
  readonly reason: string;
  readonly maxStages: number;
  readonly total: number;
  readonly stages: readonly { readonly dueBy: string; readonly amount: number }[];
  readonly activeOn: string | null;
}

/** What a chat may tell somebody who has proven to be the member. Money in rupiah, to the rupiah. */
export interface MemberFacts {
  readonly memberId: number;
  /** First name only: the phone may be in other hands. */
  readonly firstName: string;
  /** Last four digits of the card. */
  readonly cardEnd: string;
  readonly segment: Segment;
  readonly roomClass: number;
  readonly active: boolean;
  readonly since: string;
  readonly reason: ReasonCode;
  readonly inactivity: Inactivity | null;
  /** Last day of a road or guarantee, when there is one. */
  readonly until: string | null;
  /** People on the family's bill. */
  readonly people: number;
  /** Contribution of this month; null when somebody else pays it. */
  readonly monthly: number | null;
  readonly arrears: { readonly months: number; readonly amount: number; readonly firstMonth: string | null };
  /** To be covered again or to stay so: arrears and this month. */
  readonly toPay: number;
  readonly virtualAccounts: readonly { readonly bank: string; readonly number: string }[];
  readonly rehab: RehabFacts | null;
  /** A running REHAB plan. */
  readonly rehabPlan: {
    readonly paid: number;
    readonly stages: number;
    readonly nextDue: string | null;
  } | null;
  /** Readings of rules the branch has decided on. */
  readonly rules?: MembershipSettings;
  readonly classChosenOn: string | null;
  /** First day at the facility chosen last, here: it may be still to come. */
  readonly facilityChangedOn: string | null;
}
