import { Weighted } from '../chance/weighted.ts';

/** Whose naming habits a household follows. */
export type Culture = 'balinese' | 'javanese' | 'muslim' | 'flores' | 'chinese' | 'sasak' | 'foreign';

/** Shares among households that are not Balinese. */
export const migrantCultures = new Weighted<Culture>(
  ['javanese', 'muslim', 'flores', 'chinese', 'sasak', 'foreign'],
  [44, 30, 12, 7, 6, 1],
);
