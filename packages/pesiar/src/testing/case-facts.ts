import { Temporal } from 'temporal-polyfill';
import type { CaseFact, CaseFactKind, FactOfKind } from '../case/case-fact.ts';
import type { CaseSubject } from '../case/case-subject.ts';

/** Somebody made up. */
const subjectContoh: CaseSubject = {
  residentNo: 'P-1',
  memberId: null,
  name: 'NI LUH CONTOH',
  sex: 'P',
  born: '1980-01-01',
  area: '51.71.01.1002',
  banjar: 'Banjar Contoh',
  address: 'Jalan Contoh 1',
  householdKey: 'k1',
  segment: null,
  class: null,
  arrearsMonths: null,
};

const caseContoh = '01999999-0000-7000-8000-000000000000';

/** A UUID by its number, for tests. */
export function factId(n: number): string {
  return `01999999-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** Minutes after the beginning of a made-up case, as facts say it. */
export function minuteAt(n: number): string {
  return Temporal.Instant.from('2026-11-22T00:00:00Z')
    .add({ minutes: n })
    .toString({ smallestUnit: 'millisecond' });
}

/** A fact of a made-up case, `n` minutes after its beginning. */
export function fact<K extends CaseFactKind>(
  n: number,
  kind: K,
  body: FactOfKind<K>['body'],
  change: Partial<Pick<CaseFact, 'by' | 'device' | 'base' | 'at' | 'id' | 'caseId'>> = {},
): FactOfKind<K> {
  const at = minuteAt(n);
  const base = { id: factId(n), caseId: caseContoh, at, by: 'agen', device: null, base: n };
  return { ...base, ...change, kind, body } as FactOfKind<K>;
}

/** The beginning of every made-up case. */
export function openedFact(subject: Partial<CaseSubject> = {}): FactOfKind<'opened'> {
  return fact(0, 'opened', {
    reason: 'uncovered',
    subject: { ...subjectContoh, ...subject },
    run: 1,
    probability: 0.98,
  });
}

/** A visit with a result. */
export function visitFact(
  n: number,
  result: FactOfKind<'visited'>['body']['result'],
  change: Parameters<typeof fact>[3] = {},
): FactOfKind<'visited'> {
  const startedAt = minuteAt(n - 5);
  return fact(n, 'visited', { result, met: 'self', startedAt, point: null, attachments: [] }, change);
}
