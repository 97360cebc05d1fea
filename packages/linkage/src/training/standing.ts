/**
 * What one record by itself says of whether it has a match at all: how often each level occurs among right
 * records with a match and among those without one. Level 0 (missing) says nothing.
 */
export interface Standing {
  matched: Float64Array;
  unmatched: Float64Array;
  /** Among the right records of namesakes, where the model has a class of them. */
  namesakes?: Float64Array;
}

/** Records' worth of belief that a level says nothing. */
const STRENGTH = 10;

/**
 * Learns the standing of `levels` levels from the level of every right record and its probability of having no
 * match. In a one-to-one matching an unmatched right record is what a pair competes with, so the levels of
 * unmatched records are the measure, not those of all.
 */
export function learnStanding(
  codes: ArrayLike<number>,
  unmatched: ArrayLike<number>,
  levels: number,
): Standing {
  const without = new Float64Array(levels);
  const all = new Float64Array(levels);
  for (let r = 0; r < codes.length; r++) {
    const level = codes[r] as number;
    if (level === 0) continue;
    all[level] = (all[level] as number) + 1;
    without[level] = (without[level] as number) + (unmatched[r] as number);
  }
  const total = sum(all);
  // A level that no record has says nothing either.
  const belief = all.map((n, level) => (level === 0 ? 0 : (n + 1) / (total + levels - 1)));
  const shares = (counts: Float64Array) => {
    const records = sum(counts) + STRENGTH;
    return counts.map((n, level) => (n + STRENGTH * (belief[level] as number)) / records);
  };
  return {
    matched: shares(all.map((n, level) => n - (without[level] as number))),
    unmatched: shares(without),
  };
}

/** Bits that a level adds to every pair of the record. */
export function standingBits({ matched, unmatched }: Standing, level: number): number {
  return level === 0 ? 0 : Math.log2((matched[level] as number) / (unmatched[level] as number));
}

/** How much likelier a level is of the right record of a namesake than of any unmatched one. */
export function namesakeRatio({ namesakes, unmatched }: Standing, level: number): number {
  return level === 0 || !namesakes ? 1 : (namesakes[level] as number) / (unmatched[level] as number);
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
