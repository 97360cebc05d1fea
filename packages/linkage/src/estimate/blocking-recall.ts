/** Expected matches by the set of rules that found them: `rules` has bit i set when rule i proposed the pair. */
export interface RuleCatch {
  rules: number;
  matches: number;
}

/** Share of all matches that blocking proposed, with a 95 % interval. */
export interface BlockingRecall {
  estimate: number;
  low: number;
  high: number;
  /** Matches found, and estimated to have been missed. */
  found: number;
  missed: number;
}

/**
 * Capture-recapture across blocking rules: how many matches no rule proposed, from how many only one or two
 * did. Chao's lower-bound estimator, missed = f1^2 / (2 f2), bias-corrected (Chao 1987), which holds when
 * rules differ in how easily they catch a pair; its variance gives the interval.
 */
export function blockingRecall(catches: readonly RuleCatch[]): BlockingRecall {
  let found = 0;
  let once = 0;
  let twice = 0;
  for (const { rules, matches } of catches) {
    const hits = bitCount(rules);
    if (hits === 0) continue;
    found += matches;
    if (hits === 1) once += matches;
    if (hits === 2) twice += matches;
  }
  const missed = (once * Math.max(0, once - 1)) / (2 * (twice + 1));
  const ratio = twice > 0 ? once / twice : once;
  const variance =
    twice > 0 ? twice * (0.25 * ratio ** 4 + ratio ** 3 + 0.5 * ratio ** 2) : missed + missed ** 2;
  const spread = 1.96 * Math.sqrt(variance);
  const recall = (m: number) => (found > 0 ? found / (found + Math.max(0, m)) : 1);
  return {
    estimate: recall(missed),
    low: recall(missed + spread),
    high: recall(missed - spread),
    found,
    missed,
  };
}

function bitCount(bits: number): number {
  let n = 0;
  for (let b = bits; b > 0; b = Math.floor(b / 2)) n += b % 2;
  return n;
}
