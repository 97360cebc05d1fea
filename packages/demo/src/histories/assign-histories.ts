import type { Random } from '../chance/random.ts';
import { assignStates } from './assign-states.ts';
import { fillTotals } from './fill-totals.ts';
import { type Departed, emptyHistories, type HistoryTable } from './history-table.ts';
import type { MemberTable } from './member-table.ts';
import { june2023, june2024, monthNumber } from './month-number.ts';
import type { ScaledTotals } from './published-totals.ts';

/** Everything that was decided about a branch. */
export interface Histories {
  table: HistoryTable;
  departed: Departed[];
}

/**
 * Gives every member a past that comes to the published totals exactly: who was a member in June 2023 and
 * 2024, in which segment, and whose card worked. Its present stays as the member file says. A branch too
 * small for its share (a few hundred people) comes as near as its members allow.
 */
export function assignHistories(
  members: MemberTable,
  totals: ScaledTotals,
  asOf: number,
  random: Random,
): Histories {
  const table = emptyHistories(members.count);
  assignStates(members, table, asOf, random);
  const bornBy = (month: number): number => {
    let n = 0;
    for (const born of members.born) if (born <= month) n++;
    return n;
  };
  const missing = Math.ceil((totals.members2024 * 1.002 - bornBy(june2024)) / 0.7);
  const extra = Math.max(Math.round(0.02 * members.count), missing, 0);
  const after2024 = Math.ceil(0.7 * extra);
  const departed: Departed[] = Array.from({ length: extra }, (_, i) => ({
    line: random.below(members.count),
    segment: 0,
    died: i < after2024 ? random.between(june2024, asOf - 1) : random.between(june2023, june2024 - 1),
  }));
  register(members, table, totals.members2023 - extra, june2023, 0, random);
  register(members, table, totals.members2024 - after2024, june2024, june2023, random);
  for (let i = 0; i < members.count; i++)
    if (table.registered[i] === 0)
      table.registered[i] = Math.min(
        asOf,
        random.between(Math.max(members.born[i] as number, june2024 + 1), asOf),
      );
  fillTotals(members, table, departed, totals, asOf, random);
  return { table, departed };
}

/** Registers members until there are `wanted` by `month`; those in arrears come first, as they cannot be new. */
function register(
  members: MemberTable,
  table: HistoryTable,
  wanted: number,
  month: number,
  after: number,
  random: Random,
): void {
  const { count, born } = members;
  const from = (i: number) => Math.max(born[i] as number, after === 0 ? monthNumber('2014-01') : after + 1);
  let have = 0;
  let open = 0;
  const inArrears = (i: number) => table.reason[i] === 1;
  for (let i = 0; i < count; i++) {
    if (table.registered[i] !== 0) have++;
    else if ((born[i] as number) <= month) {
      if (inArrears(i) && have < wanted) {
        table.registered[i] = random.between(from(i), month);
        have++;
      } else open++;
    }
  }
  for (let i = 0; i < count && have < wanted; i++) {
    if (table.registered[i] !== 0 || (born[i] as number) > month) continue;
    if (random.float() * open < wanted - have) {
      table.registered[i] = random.between(from(i), month);
      have++;
    }
    open--;
  }
}
