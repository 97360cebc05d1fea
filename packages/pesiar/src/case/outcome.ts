import type { Bilingual } from '../bilingual.ts';

/** How the search for a person can end: each ended case is in exactly one of these. */
export const outcomes = [
  'already-active',
  'arrears',
  'lapsed',
  'died',
  'moved',
  'duplicate',
  'not-at-address',
  'refused',
  'foreigner',
  'other-scheme',
  'data-mismatch',
  'registered',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What a visit found: nobody at home, somebody without cover, or one of the outcomes but registered. */
export const visitResults = [
  'no-one-home',
  'found-uncovered',
  ...outcomes.filter((outcome) => outcome !== 'registered'),
] as const;
export type VisitResult = 'no-one-home' | 'found-uncovered' | Exclude<Outcome, 'registered'>;

/** What people call the results of visits and the outcomes of cases. */
export const outcomeNames: Readonly<Record<VisitResult | Outcome, Bilingual>> = {
  'no-one-home': { id: 'Tidak ada orang di rumah', en: 'No one at home' },
  'found-uncovered': { id: 'Ditemukan, belum punya JKN', en: 'Found, without JKN' },
  'already-active': { id: 'Sudah aktif', en: 'Active already' },
  arrears: { id: 'Menunggak', en: 'In arrears' },
  lapsed: { id: 'Nonaktif karena mutasi', en: 'Left a segment, no new payer' },
  died: { id: 'Meninggal', en: 'Died' },
  moved: { id: 'Pindah', en: 'Moved away' },
  duplicate: { id: 'Data ganda', en: 'Duplicate' },
  'not-at-address': { id: 'Tidak dikenal di alamat', en: 'Not known at the address' },
  refused: { id: 'Menolak', en: 'Refused' },
  foreigner: { id: 'WNA', en: 'Foreigner' },
  'other-scheme': { id: 'Jaminan lain (TNI/Polri dan lainnya)', en: 'Another scheme (TNI/Polri and others)' },
  'data-mismatch': { id: 'Data tidak cocok', en: 'Data do not fit' },
  registered: { id: 'Terdaftar', en: 'Registered' },
};

/** Whether work goes on after this result; all others close the case (not-at-address and refused after some visits). */
const open: ReadonlySet<VisitResult> = new Set<VisitResult>([
  'no-one-home',
  'found-uncovered',
  'arrears',
  'lapsed',
  'data-mismatch',
]);

/**
 * The bucket a case should be closed in after a visit with this result, or undefined when work goes on. Somebody
 * who refuses or is not known at the address is visited `attempts` times before it counts.
 */
export function closesAs(result: VisitResult, visits: number, attempts = 2): Outcome | undefined {
  if (open.has(result)) return undefined;
  if ((result === 'refused' || result === 'not-at-address') && visits < attempts) return undefined;
  return result as Outcome;
}

/** How counts of cases are called: each outcome, and those that are not over. */
export const caseCountNames: Readonly<Record<string, Bilingual>> = {
  ...outcomeNames,
  open: { id: 'Masih berjalan', en: 'Still open' },
};
