import { type CalendarDate, lastDay, type Month, monthOf } from '@jangkau/membership';
import { type Rupiah, sum } from '../rupiah.ts';
import type { RehabPlan, RehabStage } from './rehab-plan.ts';

/** Money paid towards a plan. */
export interface RehabPayment {
  readonly on: CalendarDate;
  readonly amount: Rupiah;
}

/** Where a plan stands on a day. */
export interface RehabProgress {
  /** A lapsed plan has ended with a stage missed; the arrears remain and a new cycle may begin. */
  readonly state: 'running' | 'completed' | 'lapsed';
  readonly paidStages: number;
  readonly paid: Rupiah;
  /** What is left of the plan. */
  readonly remaining: Rupiah;
  /** Months fully paid; after a lapse the money stays with these oldest months. */
  readonly paidMonths: readonly Month[];
  /** Day the last stage was paid. */
  readonly completedOn: CalendarDate | null;
  /** First day after the grace of the stage that was missed. */
  readonly lapsedOn: CalendarDate | null;
  readonly nextStage: RehabStage | null;
}

/**
 * A plan on a day, given its payments in any order. A stage is missed when the month of its due day ends without the
 * money for it; the plan then lapses on the 1st. Money already paid stays with the oldest months.
 */
export function rehabProgress(
  plan: RehabPlan,
  payments: readonly RehabPayment[],
  day: CalendarDate,
): RehabProgress {
  const made = payments
    .filter(({ on }) => on.toString() <= day.toString())
    .sort((a, b) => (a.on.toString() < b.on.toString() ? -1 : 1));
  const lapsedOn = firstMissed(plan, made, day);
  const counted = lapsedOn ? made.filter(({ on }) => on.toString() < lapsedOn.toString()) : made;
  const paid = Math.min(plan.total, sum(counted.map(({ amount }) => amount)));
  const paidStages = stagesPaidBy(plan, paid);
  const completed = paidStages === plan.stages.length;
  return {
    state: completed ? 'completed' : lapsedOn ? 'lapsed' : 'running',
    paidStages,
    paid,
    remaining: plan.total - paid,
    paidMonths: monthsPaidBy(plan, paid),
    completedOn: completed ? completionDay(plan, counted) : null,
    lapsedOn,
    nextStage: completed || lapsedOn ? null : (plan.stages[paidStages] ?? null),
  };
}

function stagesPaidBy({ stages }: RehabPlan, paid: Rupiah): number {
  let needed = 0;
  let count = 0;
  for (const { amount } of stages) {
    needed += amount;
    if (needed > paid) break;
    count++;
  }
  return count;
}

function monthsPaidBy({ months }: RehabPlan, paid: Rupiah): Month[] {
  let needed = 0;
  return months.flatMap(({ month, amount }) => {
    needed += amount;
    return needed <= paid ? [month] : [];
  });
}

function firstMissed(plan: RehabPlan, made: readonly RehabPayment[], day: CalendarDate): CalendarDate | null {
  for (const { number, dueBy } of plan.stages) {
    const grace = lastDay(monthOf(dueBy));
    if (day.toString() <= grace.toString()) return null;
    const inTime = made.filter(({ on }) => on.toString() <= grace.toString());
    if (stagesPaidBy(plan, sum(inTime.map(({ amount }) => amount))) < number) return grace.add({ days: 1 });
  }
  return null;
}

function completionDay(plan: RehabPlan, made: readonly RehabPayment[]): CalendarDate | null {
  let paid = 0;
  for (const { on, amount } of made) {
    paid += amount;
    if (paid >= plan.total) return on;
  }
  return null;
}
