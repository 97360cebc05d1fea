import type { Evidence, PersonRecord } from '@jangkau/contracts';
import { levelOfField } from '../evidence/evidence-words.ts';

export type RecordField =
  | 'id'
  | 'name'
  | 'nik'
  | 'kk'
  | 'born'
  | 'sex'
  | 'birthplace'
  | 'village'
  | 'banjar'
  | 'address'
  | 'relation'
  | 'occupation'
  | 'phone'
  | 'segment'
  | 'status';
export type Agreement = 'same' | 'differs' | 'one-sided' | 'unknown' | 'empty';

export interface RecordRow {
  field: RecordField;
  left: string | null;
  right: string | null;
  agreement: Agreement;
}

const ROWS: ReadonlyArray<RecordField> = [
  'name',
  'nik',
  'kk',
  'born',
  'sex',
  'village',
  'banjar',
  'address',
  'birthplace',
  'relation',
  'occupation',
  'phone',
  'segment',
  'status',
];
/** Columns only one kind of register has: a gap there means nothing. */
const ONE_SIDED: ReadonlySet<RecordField> = new Set([
  'banjar',
  'birthplace',
  'relation',
  'occupation',
  'segment',
  'status',
]);
/** The mapping's name for a compared column. */
const COMPARED: Partial<Record<RecordField, string>> = {
  nik: 'nik',
  kk: 'family',
  phone: 'phone',
  name: 'nama',
  born: 'born',
  sex: 'sex',
  village: 'village',
  address: 'address',
};

/** Both records row by row. Rows empty on both sides are left out. */
export function recordRows(
  left: PersonRecord,
  right: PersonRecord | null,
  evidence: readonly Evidence[],
): RecordRow[] {
  return ROWS.map((field) => {
    const a = left[field] ?? null;
    const b = right?.[field] ?? null;
    return { field, left: a, right: b, agreement: agreementOf(field, a, b, evidence) };
  }).filter((row) => row.left !== null || row.right !== null);
}

/**
 * Whether two values agree. Masked numbers can look alike and differ, so for them the mapping's own
 * comparison decides; without one nothing is claimed.
 */
export function agreementOf(
  field: RecordField,
  a: string | null,
  b: string | null,
  evidence: readonly Evidence[],
): Agreement {
  if (a === null && b === null) return 'empty';
  if (a === null || b === null) return ONE_SIDED.has(field) ? 'empty' : 'one-sided';
  const compared = COMPARED[field];
  const level = compared ? levelOfField(evidence, compared) : null;
  if (a.includes('*') || b.includes('*')) {
    if (level === 'same' || level === 'same card') return 'same';
    if (a !== b) return 'differs';
    return level === null ? 'unknown' : 'differs';
  }
  return plain(a) === plain(b) ? 'same' : 'differs';
}

function plain(value: string): string {
  return value
    .toUpperCase()
    .replace(/[.,\s]+/g, ' ')
    .trim();
}
