/** How many of how many. */
export interface Counted {
  readonly n: number;
  readonly of: number;
}

/** A share with the range it may have, 95 %. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What may be said of a difference. */
export type Verdict =
  /** Too few people left alone, or too few events: nothing may be said. */
  | 'too-few'
  /** The interval holds no difference at all. */
  | 'not-shown'
  | 'more'
  | 'less';

/** The effect of being drawn to be written to. */
export interface Effect {
  readonly contacted: ShareInterval;
  readonly holdOut: ShareInterval;
  /** Share of those drawn to be written to minus that of those left alone, with its 95 % interval. */
  readonly difference: ShareInterval;
  /** Families that would not have done it otherwise: the difference times the families drawn to be written to. */
  readonly extra: { readonly people: number; readonly low: number; readonly high: number };
  readonly verdict: Verdict;
}

const z95 = 1.959963984540054;
const power80 = 0.8416212335729143;
/** Fewest people left alone, and fewest expected events and non-events among them (Cochran's rule). */
const fewestHeldOut = 30;
const fewestExpected = 5;

/** Wilson's score interval of a share (Wilson 1927, J Am Stat Assoc 22:209-212). Of nobody: 0 to 1. */
export function wilson({ n, of }: Counted, z = z95): ShareInterval {
  if (of === 0) return { share: 0, low: 0, high: 1 };
  const share = n / of;
  const z2 = z * z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return {
    share,
    low: n === 0 ? 0 : Math.max(0, middle - half),
    high: n === of ? 1 : Math.min(1, middle + half),
  };
}

/**
 * What being drawn to be written to brought about: everybody drawn counts, also those whom the message did not reach
 * (intention to treat), so that the two groups differ by the draw alone. The interval of the difference is Newcombe's
 * hybrid score interval (Newcombe 1998, Statistics in Medicine 17:873-890, method 10).
 */
export function effectOf(contacted: Counted, holdOut: Counted): Effect {
  const one = wilson(contacted);
  const other = wilson(holdOut);
  const difference = one.share - other.share;
  const low = difference - Math.hypot(one.share - one.low, other.high - other.share);
  const high = difference + Math.hypot(one.high - one.share, other.share - other.low);
  const people = (share: number) => share * contacted.of;
  return {
    contacted: one,
    holdOut: other,
    difference: { share: difference, low, high },
    extra: { people: people(difference), low: people(low), high: people(high) },
    verdict: verdictOf(contacted, holdOut, low, high),
  };
}

function verdictOf(contacted: Counted, holdOut: Counted, low: number, high: number): Verdict {
  const pooled = (contacted.n + holdOut.n) / Math.max(1, contacted.of + holdOut.of);
  const expected = Math.min(pooled, 1 - pooled) * Math.min(holdOut.of, contacted.of);
  if (holdOut.of < fewestHeldOut || contacted.of < fewestHeldOut || expected < fewestExpected)
    return 'too-few';
  return low > 0 ? 'more' : high < 0 ? 'less' : 'not-shown';
}

/**
 * The smallest effect (difference of shares) that groups of these sizes would show four times in five (power 80 %,
 * two-sided 5 %), when such a share comes back by itself: the one for which the lower end of the interval of `effectOf`
 * lies 0.84 of its standard deviations above nothing. Infinite when a group is too small for any effect to be shown.
 */
export function smallestVisible(contacted: number, holdOut: number, byItself: number): number {
  if (contacted < fewestHeldOut || holdOut < fewestHeldOut) return Number.POSITIVE_INFINITY;
  const lowEnd = (one: number, other: number) =>
    effectOf(countedOf(one, contacted), countedOf(other, holdOut)).difference.low;
  const shows = (effect: number) => {
    const share = byItself + effect;
    const spreadOf = (of: number, n: number) => Math.sqrt((of * (1 - of)) / n);
    const one = spreadOf(share, contacted);
    const other = spreadOf(byItself, holdOut);
    // Both shares move the end: how far by one standard error of each.
    const byOne = lowEnd(share + one, byItself) - lowEnd(share - one, byItself);
    const byOther = lowEnd(share, byItself + other) - lowEnd(share, byItself - other);
    return lowEnd(share, byItself) >= (power80 * Math.hypot(byOne, byOther)) / 2;
  };
  let low = 0;
  let high = 1 - byItself;
  if (!shows(high)) return Number.POSITIVE_INFINITY;
  // Twenty halvings: closer than a millionth.
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (shows(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A group with an expected share, which need not be a whole number of people. */
function countedOf(share: number, of: number): Counted {
  return { n: Math.min(1, Math.max(0, share)) * of, of };
}
