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
 * Capture-recapture across blocking rules: how many matches no rule proposed, from how many only one (f1) or two
 * (f2) did. Chao's estimator f1^2 / (2 f2), in the form f1 (f1 - 1) / (2 (f2 + 1)) that is defined for f2 = 0; its
 * variance gives the interval (A. Chao, Biometrics 43, 1987, 783-791). Pairs that all rules find hard make it too
 * small, rules of unequal strength too large; the second is the usual case, and errs on the safe side.
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
