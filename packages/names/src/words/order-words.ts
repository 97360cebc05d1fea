import type { BirthOrder } from '../standard-token.ts';

/** Canonical birth-order words and their place. Words of one place are not spellings of one another. */
export const ORDER_OF: ReadonlyMap<string, BirthOrder> = new Map<string, BirthOrder>([
  ['WAYAN', 1],
  ['PUTU', 1],
  ['GEDE', 1],
  ['LUH', 1],
  ['KOMPIANG', 1],
  ['MADE', 2],
  ['KADEK', 2],
  ['NENGAH', 2],
  ['NYOMAN', 3],
  ['KOMANG', 3],
  ['KETUT', 4],
]);

/** Abbreviations and spellings of birth-order words that have one reading. */
export const ORDER_VARIANTS: ReadonlyMap<string, string> = new Map([
  ...pairs('WAYAN', 'WYN WY WYAN WAJAN'),
  ...pairs('PUTU', 'PT PTU'),
  ...pairs('GEDE', 'GD GDE GDEE'),
  ...pairs('LUH', 'LH ILUH'),
  ...pairs('KOMPIANG', 'KOMPYANG KOMPIYANG KMPIANG KMPG'),
  ...pairs('MADE', 'MD MDE'),
  ...pairs('KADEK', 'KDK KD KADE'),
  ...pairs('NENGAH', 'NGH NNGAH NEGAH'),
  ...pairs('NYOMAN', 'NYM NYOM NYMN NJM'),
  ...pairs('KOMANG', 'KMG KM KOMING KMNG'),
  ...pairs('KETUT', 'KT KTT KTUT'),
]);

/** Short forms of address used as names. They are birth-order words only ahead of the given name. */
export const ORDER_NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['YAN', 'WAYAN'],
  ['TU', 'PUTU'],
  ['DEK', 'KADEK'],
  ['NGAH', 'NENGAH'],
  ['MAN', 'NYOMAN'],
  ['MANG', 'KOMANG'],
  ['TUT', 'KETUT'],
]);

function pairs(canonical: string, variants: string): [string, string][] {
  return variants.split(' ').map((variant) => [variant, canonical]);
}
