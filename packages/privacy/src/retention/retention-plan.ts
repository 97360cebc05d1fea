import { Temporal } from 'temporal-polyfill';
import { type RetentionKind, retentionRule } from './retention-rules.ts';

/** Something that is kept, with the instant its days are counted from. */
export interface KeptItem {
  kind: RetentionKind;
  /** What it is found by; never a number of a person. */
  key: string;
  /** What people call it. */
  label: string;
  since: string;
  /** Bytes of a file or rows of a table. */
  size: number;
}

/** A hold keeps an item, or with no key its whole kind, beyond its days (a dispute, a request that is open). */
export interface RetentionHold {
  kind: RetentionKind;
  key: string | null;
  reason: string;
}

export interface RetentionPlan {
  due: KeptItem[];
  held: (KeptItem & { reason: string })[];
  /** Whose days are not over, or which no job deletes. */
  staying: KeptItem[];
}

/** What is to be deleted at `now`. Items of kinds that no job deletes stay. */
export function planRetention(
  items: readonly KeptItem[],
  holds: readonly RetentionHold[],
  days: (kind: RetentionKind) => number,
  now: string,
): RetentionPlan {
  const plan: RetentionPlan = { due: [], held: [], staying: [] };
  for (const item of items) {
    const hold = holds.find((one) => one.kind === item.kind && (one.key === null || one.key === item.key));
    if (retentionRule(item.kind).ending === 'keep' || !isOver(item.since, days(item.kind), now))
      plan.staying.push(item);
    else if (hold) plan.held.push({ ...item, reason: hold.reason });
    else plan.due.push(item);
  }
  return plan;
}

/** True when so many days of 24 hours have passed. */
function isOver(since: string, days: number, now: string): boolean {
  const end = Temporal.Instant.from(since).add({ hours: 24 * days });
  return Temporal.Instant.compare(end, Temporal.Instant.from(now)) <= 0;
}
