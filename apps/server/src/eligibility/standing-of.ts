import { type ContributionSettings, fineWindowLastDay, type Rules } from '@jangkau/contributions';
import {
  type LeavingCause,
  layoffGuarantee,
  type MembershipSettings,
  monthOf,
  monthsBetween,
  parseDate,
  type Reactivation,
  type ReasonCode,
  type Segment,
  type Standing,
} from '@jangkau/membership';
import type { EligibilityRow, FamilyArrears } from '@jangkau/store';
import { unbilledMonths } from '../ledger/unbilled-months.ts';
import { dueOf } from './due-of.ts';
import { reasonOf } from './reason-of.ts';

/** Where a member stands by what the register has; money by the rules of contributions. */
export function standingOf(row: EligibilityRow, today: string, rules: Rules): Standing {
  const { planned } = row;
  const standing: Standing = {
    reason: row.month_unpaid ? 'CURRENT_MONTH_DUE' : reasonOf(row.reason),
    since: row.since,
    segment: row.segment as Segment | null,
    roomClass: row.class as Standing['roomClass'],
    fktp: row.fktp === null ? null : { code: row.fktp, name: row.fktp_name },
    due: dueOf({ reason: row.reason, dueOn: row.due_on, dueReason: row.due_reason }),
    arrearsMonths: row.family?.months ?? row.arrears_months,
    toPay: row.family === null ? null : toPay(row.family, today, rules.contributions),
    reactivation: reactivationOf(row, rules.contributions),
  };
  if (planned === null) return standing;
  const enrolled = planned.kind === 'enrolled';
  const reason = plannedReason(planned);
  return {
    ...standing,
    due: reason === 'LAYOFF_GUARANTEE' ? guaranteeEnd(planned.on, rules.membership) : null,
    since: planned.on,
    reason,
    segment: enrolled ? (planned.segment as Segment) : standing.segment,
    roomClass: enrolled ? (planned.class as Standing['roomClass']) : standing.roomClass,
  };
}

/** Cover that has begun by a plan ends by itself as well. */
function guaranteeEnd(on: string, settings: MembershipSettings): Standing['due'] {
  const guarantee = layoffGuarantee(parseDate(on), { laidOff: true, proof: true }, settings);
  return guarantee
    ? { on: guarantee.lastDay.add({ days: 1 }).toString(), reason: 'LAYOFF_GUARANTEE_OVER' }
    : null;
}

const paidBy: Record<string, ReasonCode> = {
  PBI_APBN: 'STATE_PAYS',
  PBPU_PEMDA: 'REGION_PAYS',
  PPU_PN: 'EMPLOYER_PAYS',
  PPU_BU: 'EMPLOYER_PAYS',
};
const afterLeaving: Record<LeavingCause, ReasonCode> = {
  'pbi-removed': 'PBI_REMOVED',
  'pemda-removed': 'PEMDA_REMOVED',
  'laid-off': 'EMPLOYMENT_ENDED',
  'employment-ended': 'EMPLOYMENT_ENDED',
  'family-dropped': 'FAMILY_DROPPED',
  moved: 'MOVED_OUT',
};
const afterEnd: Record<string, ReasonCode> = {
  died: 'DIED',
  duplicate: 'DUPLICATE',
  'went-abroad': 'ABROAD',
  'citizenship-lost': 'CITIZENSHIP_LOST',
};

function plannedReason({ kind, segment, cause, proof }: NonNullable<EligibilityRow['planned']>): ReasonCode {
  if (kind === 'enrolled') return paidBy[segment ?? ''] ?? 'PAID';
  if (kind !== 'left') return afterEnd[kind] ?? 'MOVED_OUT';
  return cause === 'laid-off' && proof ? 'LAYOFF_GUARANTEE' : afterLeaving[cause as LeavingCause];
}

/** What the family pays to be covered again: billed, not billed yet, less what it has deposited. */
function toPay(
  { amount, deposit, lastBilled, payers }: FamilyArrears,
  today: string,
  settings: ContributionSettings,
): number {
  const unbilled = lastBilled === null ? [] : unbilledMonths(payers, lastBilled, today.slice(0, 7), settings);
  return Math.max(0, unbilled.reduce((sum, month) => sum + month.amount, amount) - deposit);
}

function reactivationOf(
  { since, suspended_on: suspendedOn }: EligibilityRow,
  rules: ContributionSettings,
): Reactivation | null {
  if (since === null || suspendedOn === null) return null;
  const on = parseDate(since);
  return {
    on: since,
    // Suspended on the 1st after the first unpaid month, which counts too.
    arrearsMonths: monthsBetween(monthOf(parseDate(suspendedOn)), monthOf(on)) + 1,
    fineLastDay: fineWindowLastDay(on, rules).toString(),
  };
}
