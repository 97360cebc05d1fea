import type { Random } from '../chance/random.ts';
import type { CsvBuffer } from '../output/csv-buffer.ts';
import { type Departed, type HistoryTable, inactiveReasons } from './history-table.ts';
import { type MemberTable, segmentCodes } from './member-table.ts';
import { firstDayOf, monthNumber } from './month-number.ts';

/** Header of the file the member register and the ledger are loaded from. */
export const historyColumns = [
  'card',
  'nik',
  'kk',
  'name',
  'sex',
  'born',
  'area_code',
  'address',
  'phone',
  'household',
  'segment',
  'class',
  'role',
  'payer_kind',
  'payer_code',
  'active',
  'inactive_kind',
  'reason',
  'since',
  'registered_on',
  'unpaid_months',
  'paid_now',
  'due_on',
  'due_reason',
  'plan',
  'segment_before',
  'moved_on',
  'gap_from',
  'gap_to',
] as const;

const activeReasons = ['STATE_PAYS', 'REGION_PAYS', 'EMPLOYER_PAYS', 'EMPLOYER_PAYS', 'PAID', 'PAID'];
const arrears = inactiveReasons.indexOf('ARREARS');
const payerKinds = ['state', 'pemda', 'employer', 'employer', '', ''];

/** Something that is already decided and takes effect later. */
interface Due {
  on: string;
  reason: string;
  plan: string;
}

/** Appends the row of a member of the member file. */
export function historyRow(
  rows: CsvBuffer,
  fields: readonly string[],
  line: number,
  members: MemberTable,
  table: HistoryTable,
  asOf: number,
  random: Random,
): void {
  const [card, nik, kk, name, sex, born, area, address, , roomClass, , phone] = fields as string[];
  const segment = members.segment[line] as number;
  const reason = reasonOf(table, line);
  const employed = segment === 2 || segment === 3;
  const age = born ? (asOf - monthNumber(born)) / 12 : 40;
  const child = employed && (age < 21 || reason === inactiveReasons.indexOf('CHILD_OVER_AGE'));
  const due = dueOf(
    segment,
    reason,
    child ? (born as string) : '',
    table.registered[line] as number,
    asOf,
    random,
  );
  const registered = dayOf(table.registered[line] as number, born as string);
  const since =
    reason > 0
      ? dayOf(table.since[line] as number, reason > arrears ? dayAfter(registered) : registered)
      : sinceOf(table, line, registered);
  const guaranteed = due.reason === 'LAYOFF_GUARANTEE_OVER';
  const values = [
    card,
    /^\d{16}$/.test(nik as string) && !/^(\d)\1{15}$/.test(nik as string) ? nik : '',
    kk,
    name,
    sex,
    born,
    area,
    address,
    phone,
    String(table.household[line]),
    segmentCodes[segment],
    roomClass,
    employed ? (child ? 'child' : age > 60 ? 'extra' : 'payer') : '',
    payerKinds[segment],
    payerCode(segment, area as string, table.household[line] as number),
    reason > 0 ? 'f' : 't',
    kindOf(reason),
    reason > 0 ? inactiveReasons[reason] : guaranteed ? 'LAYOFF_GUARANTEE' : activeReasons[segment],
    since,
    registered,
    segment > 3 ? String(table.unpaidMonths[line]) : '0',
    table.paidNow[line] ? 't' : 'f',
    due.on,
    due.reason,
    due.plan,
    table.segmentBefore[line] === 255 ? '' : segmentCodes[table.segmentBefore[line] as number],
    optionalDay(table.moved[line] as number),
    optionalDay(table.gapFrom[line] as number),
    optionalDay(table.gapTo[line] as number),
  ];
  append(rows, values as string[]);
}

/** Appends the row of somebody who was a member in 2023 and has died since, named after two neighbours. */
export function departedRow(
  rows: CsvBuffer,
  fields: readonly string[],
  person: Departed,
  card: number,
  household: number,
  neighbour: string,
  random: Random,
): void {
  const first = neighbour.split(' ').slice(0, -1).join(' ');
  const last = (fields[3] as string).split(' ').at(-1) as string;
  const registered = firstDayOf(random.between(monthNumber('2014-01'), monthNumber('2022-12')));
  const values = [
    String(card).padStart(13, '0'),
    '',
    '',
    `${first} ${last}`.trim(),
    fields[4],
    `${random.between(1932, 1962)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    fields[6],
    fields[7],
    '',
    String(household),
    segmentCodes[person.segment],
    person.segment === 0 || person.segment === 1 ? '3' : '2',
    '',
    payerKinds[person.segment],
    payerCode(person.segment, fields[6] as string, household),
    'f',
    'ended',
    'DIED',
    firstDayOf(person.died + 1).replace(/01$/, String(random.between(1, 9)).padStart(2, '0')),
    registered,
    ...['0', 'f', '', '', '', '', '', '', ''],
  ];
  append(rows, values as string[]);
}

function append(rows: CsvBuffer, values: readonly string[]): void {
  for (let i = 0; i < values.length; i++) {
    if (i > 0) rows.comma();
    if (values[i] !== '') rows.text(values[i] as string);
  }
  rows.end();
}

function kindOf(reason: number): string {
  if (reason === 0) return '';
  if (reason === 1) return 'arrears';
  return reason >= inactiveReasons.indexOf('DIED') ? 'ended' : 'lapsed';
}

/** Who had not worked for six months before losing work had no cover after it. */
function reasonOf({ reason, since, registered }: HistoryTable, line: number): number {
  const guaranteeOver = inactiveReasons.indexOf('LAYOFF_GUARANTEE_OVER');
  const tooShort = (since[line] as number) - 6 <= (registered[line] as number);
  return reason[line] === guaranteeOver && tooShort
    ? inactiveReasons.indexOf('EMPLOYMENT_ENDED')
    : (reason[line] as number);
}

/** Nobody leaves on the day of coming. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** First day of a month, or a later day on which somebody began to exist. */
function dayOf(month: number, notBefore: string): string {
  const first = firstDayOf(month);
  return first < notBefore ? notBefore : first;
}

function optionalDay(month: number): string {
  return month === 0 ? '' : firstDayOf(month);
}

/** Who is covered is so since the last gap or move, or since registration. */
function sinceOf(table: HistoryTable, line: number, registered: string): string {
  const gap = optionalDay(table.gapTo[line] as number);
  return gap === '' ? registered : gap;
}

function payerCode(segment: number, area: string, household: number): string {
  if (segment === 0) return 'APBN';
  if (segment === 1) return area.slice(0, 5) || '51.71';
  if (segment > 3) return '';
  // Companies of all sizes; state offices are fewer and larger.
  const spread = segment === 2 ? 240 : 9000;
  const number = Math.floor(spread * ((Math.imul(household + 1, 0x9e3779b1) >>> 0) / 4294967296) ** 2);
  return String(segment * 10_000_000 + number).padStart(8, '0');
}

function dueOf(
  segment: number,
  reason: number,
  childBorn: string,
  registered: number,
  asOf: number,
  random: Random,
): Due {
  const none = { on: '', reason: '', plan: '' };
  const roll = random.float();
  if (reason === 0 && segment === 0 && roll < 0.004)
    return { on: firstDayOf(asOf + 1), reason: 'PLANNED', plan: 'pbi-removed' };
  if (reason === inactiveReasons.indexOf('PBI_REMOVED') && roll < 0.06)
    return { on: firstDayOf(asOf + 1), reason: 'PLANNED', plan: 'pemda-enrolled' };
  if (reason !== 0 || (segment !== 2 && segment !== 3)) return none;
  if (childBorn !== '')
    return { on: firstDayOf(monthNumber(childBorn) + 253), reason: 'CHILD_OVER_AGE', plan: '' };
  if (segment === 3 && roll < 0.003 && registered < asOf - 6)
    return { on: firstDayOf(asOf + 1 + Math.floor(roll * 2000)), reason: 'LAYOFF_GUARANTEE_OVER', plan: '' };
  return none;
}
