import {
  addMonths,
  type CalendarDate,
  firstDay,
  lastDay,
  type Month,
  monthOf,
  monthRange,
} from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import { type Rupiah, splitEvenly, sum } from '../rupiah.ts';
import { type Contributor, monthlyContribution } from '../tariff/monthly-contribution.ts';
import type { RehabEligibility } from './rehab-eligibility.ts';
import { type RehabVersion, rehabBasis, rehabLimits } from './rehab-rules.ts';

/** One instalment. */
export interface RehabStage {
  /** 1 for the first. */
  readonly number: number;
  /** Last day on which it is on time. */
  readonly dueBy: CalendarDate;
  readonly amount: Rupiah;
  /** Months that are fully paid once this stage is; every month of the plan is in exactly one stage. */
  readonly covers: readonly Month[];
}

/** What a plan is to pay: ended months, oldest first, with what is owed of each; they add up to the amount. */
export interface OwedMonths {
  readonly amount: Rupiah;
  readonly perMonth: readonly { readonly month: Month; readonly amount: Rupiah }[];
}

/** A plan of instalments (Rencana Pembayaran Bertahap). Stages add up to the total. */
export interface RehabPlan {
  readonly version: RehabVersion;
  readonly registeredOn: CalendarDate;
  readonly switched: boolean;
  readonly stages: readonly RehabStage[];
  readonly total: Rupiah;
  /** What the instalments pay for, oldest month first; adds up to the total. */
  readonly months: readonly { readonly month: Month; readonly amount: Rupiah }[];
  /** Contributions of the months of the plan: in the instalments, to be paid beside them, or nobody's concern. */
  readonly runningContribution: 'included' | 'separate' | 'none';
  /** Day the card is active if every stage is paid on its last day (and a separate running contribution as well). */
  readonly activeOn: CalendarDate;
  readonly legalBasis: string;
}

/**
 * The plan for a debt that is eligible: equal stages from this month on, whose parts add up to the rupiah. In v2 the
 * contributions of the months of the plan are folded in, so that nothing is left to pay after the last stage: nine
 * months of class III in four stages are (9 + 4) x 35,000 = 455,000, 113,750 a stage.
 */
export function rehabPlan(
  eligibility: RehabEligibility,
  debt: { contributor: Contributor; arrears: OwedMonths; on: CalendarDate },
  settings: ContributionSettings,
): RehabPlan | undefined {
  const { eligible, version, switched } = eligibility;
  if (!eligible || version === null) return undefined;
  const dueDays = dueDates(debt.on, stageCount(eligibility, debt.arrears, settings), settings);
  const last = dueDays.at(-1) as CalendarDate;
  const runningContribution = switched
    ? 'none'
    : version === 2 && settings.rehabRunningContribution === 'included'
      ? 'included'
      : 'separate';
  const running =
    runningContribution === 'included'
      ? monthRange(monthOf(debt.on), monthOf(last)).map((month) =>
          monthlyContribution(debt.contributor, month, { settings }),
        )
      : [];
  const items = [...debt.arrears.perMonth, ...running].map(({ month, amount }) => ({ month, amount }));
  const total = sum(items.map(({ amount }) => amount));
  const amounts = splitEvenly(total, dueDays.length);
  const covers = coveredMonths(items, amounts);
  const stages = dueDays.map((dueBy, index) => ({
    number: index + 1,
    dueBy,
    amount: amounts[index] as Rupiah,
    covers: covers[index] as Month[],
  }));
  const firstStageActivates = settings.rehabActivation === 'first-stage';
  return {
    version,
    registeredOn: debt.on,
    switched,
    stages,
    total,
    months: items,
    runningContribution,
    activeOn: switched ? debt.on : firstStageActivates ? (dueDays[0] as CalendarDate) : last,
    legalBasis: rehabBasis(version),
  };
}

function stageCount(
  { maxStages, switched }: RehabEligibility,
  { amount }: OwedMonths,
  { rehabStages }: ContributionSettings,
): number {
  const most = switched
    ? Math.max(1, Math.min(maxStages, Math.floor(amount / rehabLimits.leastInstalmentSwitched)))
    : maxStages;
  return rehabStages > 0 ? Math.min(rehabStages, most) : most;
}

function dueDates(on: CalendarDate, count: number, { rehabDue }: ContributionSettings): CalendarDate[] {
  if (rehabDue === 'month-end') {
    return monthRange(monthOf(on), addMonths(monthOf(on), count - 1)).map(lastDay);
  }
  const first = on.day <= 10 ? monthOf(on) : addMonths(monthOf(on), 1);
  return monthRange(first, addMonths(first, count - 1)).map((month) => firstDay(month).with({ day: 10 }));
}

/** Months completed by each stage when its money goes to the oldest month first. */
function coveredMonths(
  items: readonly { month: Month; amount: Rupiah }[],
  stages: readonly Rupiah[],
): Month[][] {
  let paid = 0;
  let needed = 0;
  let next = 0;
  return stages.map((amount) => {
    paid += amount;
    const covered: Month[] = [];
    for (; next < items.length; next++) {
      const item = items[next] as { month: Month; amount: Rupiah };
      if (needed + item.amount > paid) break;
      needed += item.amount;
      covered.push(item.month);
    }
    return covered;
  });
}
