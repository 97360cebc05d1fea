import type { Interval } from '../interval.ts';
import type { Words } from '../words.ts';
import type { Reading } from './readings.ts';

/**
 * What a check says of a printed figure: it is exactly what its parts give; it is that, rounded; it is not; or the
 * publication does not say what it was computed from.
 */
export type Verdict = 'follows' | 'rounds' | 'contradicts' | 'cannot-be-checked';

/** A claim with its verdict and the arithmetic behind it. */
export interface CheckedClaim {
  readonly id: string;
  readonly text: Words;
  readonly definition: string | null;
  /** The figure as printed. */
  readonly printed: string;
  readonly unit: string;
  readonly implied: boolean;
  readonly verdict: Verdict;
  /** What the parts give, in the unit of the claim; a range when a part was rounded. Null when there is nothing to compute. */
  readonly computed: Interval | null;
  /** Printed less computed, in the unit of the claim (points for percentages); 0 unless it contradicts. */
  readonly difference: number;
  readonly arithmetic: Words;
  /** What would make a contradicting claim true, most likely first. */
  readonly readings: readonly Reading[];
  /** What would have to be stated to check it. */
  readonly missing: readonly string[];
  readonly source: Words | null;
  readonly date: string | null;
}
