import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { type HistoryTable, inactiveReasons } from './history-table.ts';
import { type MemberTable, segmentCodes } from './member-table.ts';
import { june2024 } from './month-number.ts';

const reasonCode = (reason: (typeof inactiveReasons)[number]) => inactiveReasons.indexOf(reason);
const arrears = reasonCode('ARREARS');
const selfPaying = (segment: number) => segment >= segmentCodes.indexOf('PBPU');

/** Whose payer stopped, why: by age and segment. Ended memberships are few. */
const ofEmployed = new Weighted(
  [reasonCode('EMPLOYMENT_ENDED'), reasonCode('LAYOFF_GUARANTEE_OVER'), reasonCode('FAMILY_DROPPED')],
  [66, 22, 12],
);
const ofSelfPaying = new Weighted(
  [reasonCode('DIED'), reasonCode('ABROAD'), reasonCode('DUPLICATE'), reasonCode('MOVED_OUT')],
  [30, 25, 15, 30],
);
const unpaid = new Weighted([1, 2, 3, 6, 12, 24, 48], [12, 8, 7, 16, 20, 22, 15]);

/**
 * Decides how each card that does not work came to that, and how many months each family owes. Families of
 * PBPU and BP are in arrears together: those who pay alone are billed alone.
 */
export function assignStates(members: MemberTable, table: HistoryTable, asOf: number, random: Random): void {
  const { count, segment, active, born, household, households } = members;
  const balance = new Int32Array(households);
  for (let i = 0; i < count; i++)
    if (selfPaying(segment[i] as number))
      balance[household[i] as number] = (balance[household[i] as number] as number) + (active[i] ? 1 : -1);
  const months = new Uint8Array(households);
  const paidNow = new Uint8Array(households);
  for (let h = 0; h < households; h++) {
    const upper = unpaid.pick(random);
    months[h] = upper <= 3 ? upper : random.between(Math.ceil(upper / 2) + 1, upper);
    paidNow[h] = random.chance(0.94) ? 1 : 0;
  }
  let alone = households;
  for (let i = 0; i < count; i++) {
    const own = household[i] as number;
    const owes = (balance[own] as number) < 0;
    table.household[i] = own;
    if (selfPaying(segment[i] as number)) {
      if (owes && !active[i]) {
        table.reason[i] = arrears;
        table.unpaidMonths[i] = months[own] as number;
        table.since[i] = asOf - (months[own] as number) + 1;
      } else {
        if (owes) table.household[i] = alone++;
        table.paidNow[i] = paidNow[own] as number;
        if (!active[i]) table.reason[i] = ofSelfPaying.pick(random);
      }
    } else if (!active[i]) {
      const age = (asOf - (born[i] as number)) / 12;
      if (segment[i] === 0) table.reason[i] = reasonCode('PBI_REMOVED');
      else if (segment[i] === 1) table.reason[i] = reasonCode('PEMDA_REMOVED');
      else table.reason[i] = age > 21.1 && age < 26 ? reasonCode('CHILD_OVER_AGE') : ofEmployed.pick(random);
    }
  }
  members.households = alone;
}

/** Months in which many left at once: decrees that removed PBI. */
const decrees = ['2025-06', '2026-02'].map(
  (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1,
);

/** Month from which a card does not work, after its registration. */
export function anySince(
  reason: number,
  registered: number,
  born: number,
  asOf: number,
  random: Random,
): number {
  // Who has ended is no member any more: the totals of 2024 were of others.
  const ended = reason >= reasonCode('DIED');
  const earliest = Math.max(registered + 1, ended ? june2024 + 1 : asOf - 40);
  if (reason === reasonCode('CHILD_OVER_AGE')) return Math.min(asOf, born + 21 * 12 + 1);
  if (earliest >= asOf) return asOf;
  if (reason === reasonCode('PBI_REMOVED')) {
    const decree = random.of(decrees);
    if (decree >= earliest && random.chance(0.8)) return decree;
  }
  // Most left lately: those who left long ago have found another payer.
  const back = Math.floor((asOf - earliest) * random.float() * random.float());
  return asOf - back;
}
