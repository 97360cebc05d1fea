import { isProblem, Problem } from '@jangkau/kernel';
import {
  addMonths,
  type CalendarDate,
  isEmployed,
  isSelfPaying,
  isTaxPaid,
  type Month,
  monthOf,
  monthsBetween,
  parseDate,
  parseMonth,
  readSegment,
  type Segment,
  segments,
  workerRoomClass,
} from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import type { RehabVersion } from '../rehab/rehab-rules.ts';
import type { InpatientStay } from '../service-fine.ts';
import { highestFloor, readRegency } from '../tariff/minimum-wage.ts';
import type { RoomClass } from '../tariff/monthly-contribution.ts';
import type { QuoteCase } from './quote-case.ts';
import { readSettings } from './read-settings.ts';

const fields = [
  'asOf',
  'segment',
  'class',
  'people',
  'paidThrough',
  'joined',
  'formerSegment',
  'formerArrearsMonths',
  'wage',
  'regency',
  'reactivatedOn',
  'inpatient',
  'rehabVersion',
  'settings',
] as const;

const firstMonth = parseMonth('2014-01');

/**
 * Reads one case as JSON writes it. Absent and null are the same.
 * @throws Problem 'field-missing', 'field-unknown', 'field-invalid' or 'fields-contradict'
 */
export function readQuoteCase(given: unknown): QuoteCase {
  const object = asObject(given, 'case');
  const unknown = Object.keys(object).find((name) => !fields.some((field) => field === name));
  if (unknown !== undefined) throw new Problem('field-unknown', { field: unknown });
  const settings = readSettings(object.settings);
  const segment = required(object, 'segment', readSegmentField);
  const formerArrearsMonths = optional(object, 'formerArrearsMonths', wholeNumber(0));
  const formerSegment = optional(object, 'formerSegment', readSegmentField);
  const read = {
    asOf: required(object, 'asOf', readDay),
    segment,
    roomClass: optional(object, 'class', readClass),
    paidThrough: optional(object, 'paidThrough', readMonth),
    joined: optional(object, 'joined', readMonth),
    formerSegment,
    formerArrearsMonths,
    wage: optional(object, 'wage', readWage),
    regency: optional(object, 'regency', (value, field) => readRegencyField(value, field, settings)),
    reactivatedOn: optional(object, 'reactivatedOn', readDay),
    inpatient: optional(object, 'inpatient', readInpatient),
    rehabVersion: optional(object, 'rehabVersion', readRehabVersion),
    settings,
  };
  const perPerson = isSelfPaying(segment) || hasFormerDebt(read);
  const people = perPerson
    ? required(object, 'people', wholeNumber(1, 100))
    : (optional(object, 'people', wholeNumber(1, 100)) ?? 1);
  const quoteCase: QuoteCase = { ...read, people };
  checkTimes(quoteCase);
  checkFormerDebt(quoteCase);
  checkSegment(quoteCase);
  return quoteCase;
}

/** Whether a debt was left behind in PBPU or BP. */
export function hasFormerDebt({
  segment,
  formerSegment,
  formerArrearsMonths = 0,
}: Pick<QuoteCase, 'segment' | 'formerSegment' | 'formerArrearsMonths'>): boolean {
  return formerSegment !== undefined && !isSelfPaying(segment) && formerArrearsMonths > 0;
}

function checkTimes({ asOf, paidThrough, joined, reactivatedOn, settings }: QuoteCase): void {
  const current = monthOf(asOf);
  if (paidThrough && joined) contradiction('paidThrough', 'joined');
  if (joined && monthsBetween(joined, current) < 0) contradiction('joined', 'asOf');
  if (paidThrough && monthsBetween(current, paidThrough) > settings.payAheadMonths) {
    contradiction('paidThrough', 'asOf');
  }
  if (joined && reactivatedOn && monthsBetween(joined, monthOf(reactivatedOn)) < 0) {
    contradiction('joined', 'reactivatedOn');
  }
}

function checkFormerDebt(quoteCase: QuoteCase): void {
  const { asOf, segment, formerSegment, formerArrearsMonths = 0, reactivatedOn, paidThrough } = quoteCase;
  if (formerSegment === segment) contradiction('segment', 'formerSegment');
  if (formerArrearsMonths === 0) return;
  if (formerArrearsMonths > monthsBetween(firstMonth, monthOf(reactivatedOn ?? asOf))) {
    contradiction('formerArrearsMonths', reactivatedOn ? 'reactivatedOn' : 'asOf');
  }
  if (formerSegment === undefined) {
    if (!reactivatedOn) throw new Problem('field-missing', { field: 'formerSegment' });
    const owed = paidThrough ? monthsBetween(addMonths(paidThrough, 1), monthOf(reactivatedOn)) : -1;
    if (owed > 0 && owed !== formerArrearsMonths) contradiction('formerArrearsMonths', 'paidThrough');
    return;
  }
  // Between PBPU and BP a debt goes on as it was: it is told by paidThrough. Other segments leave no debt of the person.
  if (isSelfPaying(segment) || !isSelfPaying(formerSegment))
    contradiction('formerSegment', 'formerArrearsMonths');
  if (paidThrough && monthsBetween(addMonths(paidThrough, 1), monthOf(asOf)) > 0) {
    contradiction('paidThrough', 'formerArrearsMonths');
  }
  if (quoteCase.joined && monthsBetween(quoteCase.joined, monthOf(asOf)) > 0) {
    contradiction('joined', 'formerArrearsMonths');
  }
  if (quoteCase.roomClass === undefined) throw new Problem('field-missing', { field: 'class' });
}

function checkSegment(quoteCase: QuoteCase): void {
  const { segment, roomClass, wage, reactivatedOn, asOf } = quoteCase;
  const former = hasFormerDebt(quoteCase);
  if (wage !== undefined && !isEmployed(segment)) contradiction('wage', 'segment');
  if (isSelfPaying(segment)) {
    if (roomClass === undefined) throw new Problem('field-missing', { field: 'class' });
    const restored = reactivatedOn !== undefined && reactivatedOn.toString() <= asOf.toString();
    if (!quoteCase.paidThrough && !quoteCase.joined && !restored) {
      throw new Problem('field-missing', { field: 'paidThrough' });
    }
  }
  if (isTaxPaid(segment) && !former && roomClass !== undefined && roomClass !== 3) {
    contradiction('class', 'segment');
  }
  if (isEmployed(segment)) checkWorker(quoteCase, former);
}

function checkWorker(
  { segment, roomClass, wage, regency, asOf, settings }: QuoteCase,
  former: boolean,
): void {
  if (wage === undefined) {
    if (former) return;
    throw new Problem('field-missing', { field: 'wage' });
  }
  // A worker's class follows the wage; spouses who both work may take the higher one.
  if (!former && roomClass !== undefined && roomClass > workerRoomClass(wage)) contradiction('class', 'wage');
  if (segment === 'PPU_BU' && regency === undefined && wage < highestFloor(asOf.year, settings)) {
    throw new Problem('field-missing', { field: 'regency' });
  }
}

function contradiction(first: string, second: string): never {
  throw new Problem('fields-contradict', { first, second });
}

type Reader<Value> = (value: unknown, field: string) => Value;

function asObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field, '{}');
  return value as Record<string, unknown>;
}

function required<Value>(object: Record<string, unknown>, field: string, read: Reader<Value>): Value {
  const value = optional(object, field, read);
  if (value === undefined) throw new Problem('field-missing', { field });
  return value;
}

function optional<Value>(
  object: Record<string, unknown>,
  field: string,
  read: Reader<Value>,
): Value | undefined {
  const value = object[field];
  return value === undefined || value === null ? undefined : read(value, field);
}

function invalid(field: string, accepted: string): Problem {
  return new Problem('field-invalid', { field, accepted });
}

function readDay(value: unknown, field: string): CalendarDate {
  const day = readCalendar(value, field, 'YYYY-MM-DD (2014-01-01 ..)', parseDate);
  if (day.year < firstMonth.year) throw invalid(field, '2014-01-01 ..');
  return day;
}

function readMonth(value: unknown, field: string): Month {
  const month = readCalendar(value, field, 'YYYY-MM (2014-01 ..)', parseMonth);
  if (month.year < firstMonth.year) throw invalid(field, '2014-01 ..');
  return month;
}

function readCalendar<Value>(
  value: unknown,
  field: string,
  accepted: string,
  parse: (text: string) => Value,
): Value {
  if (typeof value !== 'string') throw invalid(field, accepted);
  try {
    return parse(value.trim());
  } catch (error) {
    throw isProblem(error) ? invalid(field, accepted) : error;
  }
}

function readSegmentField(value: unknown, field: string): Segment {
  const segment = typeof value === 'string' ? readSegment(value) : undefined;
  if (!segment) throw invalid(field, segments.join(' | '));
  return segment;
}

function readClass(value: unknown, field: string): RoomClass {
  const text = String(value)
    .trim()
    .toUpperCase()
    .replace(/^(KELAS|CLASS)\s*/, '');
  const index = ['1', '2', '3'].indexOf(text) + 1 || ['I', 'II', 'III'].indexOf(text) + 1;
  if (index === 0 || typeof value === 'object') throw invalid(field, '1 | 2 | 3 | I | II | III');
  return index as RoomClass;
}

function readRegencyField(value: unknown, field: string, settings: ContributionSettings): string {
  const regency =
    typeof value === 'string' || typeof value === 'number' ? readRegency(String(value), settings) : undefined;
  if (!regency) throw invalid(field, '51.71 Denpasar | 51.03 Badung | 51.02 Tabanan | 51 Bali (UMP)');
  return regency;
}

function readWage(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 1e12) {
    throw invalid(field, '0 ..');
  }
  return value;
}

function readInpatient(value: unknown, field: string): InpatientStay {
  const object = asObject(value, field);
  const unknown = Object.keys(object).find((name) => name !== 'date' && name !== 'inaCbg');
  if (unknown !== undefined) throw new Problem('field-unknown', { field: `${field}.${unknown}` });
  const named = { [`${field}.date`]: object.date, [`${field}.inaCbg`]: object.inaCbg };
  return {
    date: required(named, `${field}.date`, readDay),
    inaCbg: required(named, `${field}.inaCbg`, wholeNumber(0)),
  };
}

function readRehabVersion(value: unknown, field: string): RehabVersion {
  const text = String(value).trim().toLowerCase().replace(/^v/, '');
  if (text === '1' || text === '1.0') return 1;
  if (text === '2' || text === '2.0') return 2;
  throw invalid(field, '1 | 2');
}

function wholeNumber(least: number, most = 1e12): Reader<number> {
  return (value, field) => {
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
      throw invalid(field, `${least} .. ${most}`);
    }
    return value as number;
  };
}
