import type { Random } from '../chance/random.ts';
import { segments } from '../people/working-life.ts';
import { anySince } from './assign-states.ts';
import { type Departed, type HistoryTable, inactiveReasons } from './history-table.ts';
import { type MemberTable, segmentCodes } from './member-table.ts';
import { june2023, june2024 } from './month-number.ts';
import { publishedTotals, type ScaledTotals, segmentGroups } from './published-totals.ts';

/** Months of bills that are written out: a member who moved segment did so before. */
const ledgerMonths = 12;
const arrears = inactiveReasons.indexOf('ARREARS');
const employmentEnded = inactiveReasons.indexOf('EMPLOYMENT_ENDED');
const childOverAge = inactiveReasons.indexOf('CHILD_OVER_AGE');
const guaranteeOver = inactiveReasons.indexOf('LAYOFF_GUARANTEE_OVER');
const groupOf = [0, 1, 2, 2, 3, 4];
/** A segment of each group; people of PPU were with a company. */
const segmentOf = [0, 1, 3, 4, 5];

/** Sets dates, moves between segments and gaps so that June 2023 and June 2024 come out to the person. */
export function fillTotals(
  members: MemberTable,
  table: HistoryTable,
  departed: Departed[],
  totals: ScaledTotals,
  asOf: number,
  random: Random,
): void {
  for (let i = 0; i < members.count; i++) {
    const reason = table.reason[i] as number;
    const registered = table.registered[i] as number;
    if (reason === arrears) joinArrears(members, table, i, asOf);
    else if (reason > 0) {
      // Six months of cover come between the layoff and its end.
      if (reason === guaranteeOver && registered + 7 >= asOf) table.reason[i] = employmentEnded;
      // A child is dropped in the month after the birthday, and was registered before it.
      const overAge = (members.born[i] as number) + 253;
      if (reason === childOverAge && overAge <= registered) table.reason[i] = employmentEnded;
      const earliest = table.reason[i] === guaranteeOver ? registered + 6 : registered;
      table.since[i] = anySince(table.reason[i] as number, earliest, members.born[i] as number, asOf, random);
    }
  }
  fillInactive2024(members, table, totals, random);
  fillSegments2023(members, table, departed, totals, asOf, random);
}

/** Who was registered after the family stopped paying is billed alone from then on, or left at once. */
function joinArrears(members: MemberTable, table: HistoryTable, i: number, asOf: number): void {
  const registered = table.registered[i] as number;
  if (registered < asOf - (table.unpaidMonths[i] as number)) return;
  table.household[i] = members.households++;
  table.unpaidMonths[i] = Math.max(0, asOf - registered);
  table.since[i] = Math.min(registered + 1, asOf);
  if (registered >= asOf) table.reason[i] = inactiveReasons.indexOf('MOVED_OUT');
}

/** Gaps of cover over June 2024: first families in arrears up to their national share, then single members. */
function fillInactive2024(
  members: MemberTable,
  table: HistoryTable,
  totals: ScaledTotals,
  random: Random,
): void {
  const { count, segment } = members;
  const isMember = (i: number) => (table.registered[i] as number) <= june2024;
  let owing = 0;
  let others = 0;
  for (let i = 0; i < count; i++)
    if (isMember(i) && table.reason[i] !== 0 && (table.since[i] as number) <= june2024)
      if (table.reason[i] === arrears) owing++;
      else others++;
  // Too many who left early: some of them left later.
  for (let i = 0; i < count && others + owing > totals.inactive2024; i++)
    if (isMember(i) && (table.reason[i] as number) > arrears && (table.since[i] as number) <= june2024) {
      table.since[i] = june2024 + 1 + random.below(12);
      others--;
    }
  const wanted = Math.round(totals.inactive2024 * publishedTotals.june2024.arrearsShare);
  const families = new Map<number, number>();
  const canGap = (i: number) =>
    isMember(i) && table.reason[i] === 0 && (table.registered[i] as number) < june2024 - 6;
  let able = 0;
  for (let i = 0; i < count; i++) if (canGap(i) && (segment[i] as number) >= 4) able++;
  // A little more than needed, so that the last villages of the file have their share.
  const share = (1.05 * (wanted - owing)) / able;
  for (let i = 0; i < count && owing < wanted; i++) {
    if (!canGap(i) || (segment[i] as number) < 4) continue;
    const own = table.household[i] as number;
    if (!families.has(own)) families.set(own, random.chance(share) ? random.between(1, 6) : 0);
    const months = families.get(own) as number;
    if (months === 0) continue;
    setGap(table, i, june2024 - months + 1, june2024 + months);
    owing++;
  }
  let open = 0;
  const lost = (i: number) => canGap(i) && (segment[i] as number) < 4;
  for (let i = 0; i < count; i++) if (lost(i)) open++;
  for (let i = 0; i < count && owing + others < totals.inactive2024; i++) {
    if (!lost(i)) continue;
    if (random.float() * open < totals.inactive2024 - owing - others) {
      setGap(table, i, june2024 - random.below(6), june2024 + 1 + random.below(14));
      others++;
    }
    open--;
  }
}

function setGap(table: HistoryTable, i: number, from: number, to: number): void {
  table.gapFrom[i] = from;
  table.gapTo[i] = to;
}

/** Members of June 2023 who were in another segment then, so that every segment has its published number. */
function fillSegments2023(
  members: MemberTable,
  table: HistoryTable,
  departed: Departed[],
  totals: ScaledTotals,
  asOf: number,
  random: Random,
): void {
  const have = new Array<number>(segmentGroups.length).fill(0);
  for (const person of departed) {
    person.segment = segmentCodes.indexOf(segments.pick(random));
    const group = groupOf[person.segment] as number;
    have[group] = (have[group] as number) + 1;
  }
  const movers: number[][] = segmentGroups.map(() => []);
  for (let i = 0; i < members.count; i++) {
    if ((table.registered[i] as number) > june2023) continue;
    const group = groupOf[members.segment[i] as number] as number;
    have[group] = (have[group] as number) + 1;
    if (table.reason[i] === 0 && table.gapFrom[i] === 0) movers[group]?.push(i);
  }
  const lack = segmentGroups.map((group, g) => totals.segments2023[group] - (have[g] as number));
  const needy = lack.flatMap((n, g) => (n > 0 ? [g] : []));
  for (const [group, candidates] of movers.entries()) {
    for (let k = 0; (lack[group] as number) < 0 && needy.length > 0 && k < candidates.length; k++) {
      // A swap keeps the pick random without a second list.
      const other = random.between(k, candidates.length - 1);
      [candidates[k], candidates[other]] = [candidates[other] as number, candidates[k] as number];
      const i = candidates[k] as number;
      const target = needy[0] as number;
      table.segmentBefore[i] = segmentOf[target] as number;
      table.moved[i] = random.between(june2023 + 1, asOf - ledgerMonths - 1);
      lack[group] = (lack[group] as number) + 1;
      lack[target] = (lack[target] as number) - 1;
      if (lack[target] === 0) needy.shift();
    }
  }
}
