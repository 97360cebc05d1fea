import { type CalendarDate, type Month, parseDate, parseMonth } from '../calendar.ts';
import type { Enrolled, Fact, LeavingCause, Left, Paid } from '../fact.ts';
import type { Segment } from '../segment.ts';
import { statusOn } from '../status/status-on.ts';

/** A fact without the parts that only matter in number: id and time of recording. */
export type BareFact = Fact extends infer One
  ? One extends Fact
    ? Omit<One, 'id' | 'recordedAt'>
    : never
  : never;

export const day = (text: string): CalendarDate => parseDate(text);
export const month = (text: string): Month => parseMonth(text);

/** A PBPU household on the bill from a month on. */
export const bill = (from: string): Omit<Enrolled, 'id' | 'recordedAt'> => ({
  kind: 'enrolled',
  on: day(`${from}-01`),
  segment: 'PBPU',
  owedFrom: month(from),
});

export const enrolled = (
  on: string,
  segment: Segment,
  more: Partial<Omit<Enrolled, 'kind' | 'on' | 'segment'>> = {},
): Omit<Enrolled, 'id' | 'recordedAt'> => ({ kind: 'enrolled', on: day(on), segment, ...more });

export const left = (on: string, cause: LeavingCause, proof?: boolean): Omit<Left, 'id' | 'recordedAt'> => ({
  kind: 'left',
  on: day(on),
  cause,
  ...(proof === undefined ? {} : { proof }),
});

export const paid = (on: string, ...months: string[]): Omit<Paid, 'id' | 'recordedAt'> => ({
  kind: 'paid',
  on: day(on),
  months: months.map(month),
});

/** Facts with ids by their place, recorded on their own day. */
export function facts(bare: readonly BareFact[]): Fact[] {
  return bare.map((fact, index) => ({ recordedAt: `${fact.on}T00:00:00Z`, ...fact, id: `${index}` }) as Fact);
}

/** A status in one line: 'active since 2026-01-01 PAID'. */
export function statusText(bare: readonly BareFact[], on: string): string {
  const { active, since, reason, inactivity } = statusOn(facts(bare), day(on));
  return `${active ? 'active' : inactivity} since ${since} ${reason}`;
}
