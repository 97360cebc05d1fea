import { type CalendarDate, isSelfPaying, type Segment } from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import { type RehabVersion, rehabLimits, rehabVersionOn, rehabVersions } from './rehab-rules.ts';

/** Why a debt may be paid in instalments or not. */
export type RehabReason =
  | 'ELIGIBLE'
  | 'ELIGIBLE_SWITCHED_SEGMENT'
  | 'NO_ARREARS'
  | 'TOO_FEW_MONTHS'
  | 'TOO_MANY_MONTHS'
  | 'NOT_PBPU_OR_BP'
  | 'SWITCHED_NEEDS_V2'
  | 'PROGRAMME_NOT_STARTED'
  | 'REGISTRATION_CLOSED';

/** Whose debt, and when they ask. */
export interface RehabRequest {
  /** Segment the person is in now. */
  readonly segment: Segment;
  /** PBPU or BP, when the debt was left behind there and the person is active elsewhere now. */
  readonly formerSegment?: Segment | undefined;
  /** Ended unpaid months of the debt, and those of them that are billed (24 at most). */
  readonly months: number;
  readonly cappedMonths: number;
  readonly on: CalendarDate;
  /** Asked for by name; otherwise the one in force on the day. */
  readonly version?: RehabVersion | undefined;
}

/** Whether REHAB is open to a debt and for how many stages. */
export interface RehabEligibility {
  readonly eligible: boolean;
  readonly reason: RehabReason;
  readonly version: RehabVersion | null;
  /** Most stages the programme allows; 0 when not eligible. */
  readonly maxStages: number;
  /** The debtor is active in another segment: no current contribution, card stays active. */
  readonly switched: boolean;
}

/**
 * REHAB is for PBPU and BP with 4 to 24 months of arrears, at most 12 stages; v2 at most half the months, and also
 * for those now active in another segment from 2 months on, with up to 36 stages.
 */
export function rehabEligibility(request: RehabRequest, settings: ContributionSettings): RehabEligibility {
  const version = request.version ?? rehabVersionOn(request.on) ?? null;
  const switched = request.formerSegment !== undefined && !isSelfPaying(request.segment);
  const reason = rehabReason(request, version, switched, settings);
  const eligible = reason === 'ELIGIBLE' || reason === 'ELIGIBLE_SWITCHED_SEGMENT';
  const maxStages = eligible && version ? mostStages(request.cappedMonths, version, switched, settings) : 0;
  return { eligible, reason, version, maxStages, switched };
}

function rehabReason(
  request: RehabRequest,
  version: RehabVersion | null,
  switched: boolean,
  settings: ContributionSettings,
): RehabReason {
  const { segment, formerSegment, months, on } = request;
  const debtSegment = switched ? (formerSegment as Segment) : segment;
  if (!isSelfPaying(debtSegment)) return 'NOT_PBPU_OR_BP';
  if (months === 0) return 'NO_ARREARS';
  if (version === null || on.toString() < (rehabVersions[version - 1]?.validFrom ?? '')) {
    return 'PROGRAMME_NOT_STARTED';
  }
  if (switched && version === 1) return 'SWITCHED_NEEDS_V2';
  if (months < (switched ? rehabLimits.leastMonthsSwitched : rehabLimits.leastMonths))
    return 'TOO_FEW_MONTHS';
  if (months > settings.arrearsCapMonths && settings.rehabAboveCap === 'refused') return 'TOO_MANY_MONTHS';
  if (!isRegistrationOpen(on, version, settings)) return 'REGISTRATION_CLOSED';
  return switched ? 'ELIGIBLE_SWITCHED_SEGMENT' : 'ELIGIBLE';
}

function isRegistrationOpen(
  on: CalendarDate,
  version: RehabVersion,
  settings: ContributionSettings,
): boolean {
  if (version === 2 && settings.rehabRegistrationWindow === 'v1') return true;
  const { registrationLastDay, registrationLastDayFebruary } = rehabLimits;
  return on.day <= (on.month === 2 ? registrationLastDayFebruary : registrationLastDay);
}

function mostStages(
  months: number,
  version: RehabVersion,
  switched: boolean,
  { rehabHalf, rehabV1Stages }: ContributionSettings,
): number {
  if (switched) return rehabLimits.mostStagesSwitched;
  if (version === 1 && rehabV1Stages === 'twelve') return rehabLimits.mostStages;
  const half = rehabHalf === 'floor' ? Math.floor(months / 2) : Math.ceil(months / 2);
  return Math.min(rehabLimits.mostStages, half);
}
