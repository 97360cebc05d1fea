/** P(level | class) for every comparison: probabilities[comparison][level]; level 0 (missing) is not used. */
export type LevelTable = Float64Array[];

/** A level pattern and how many pairs show it. */
export interface PatternCount {
  codes: number[];
  count: number;
}

/**
 * P(level) from weighted patterns, drawn towards `prior` as if `strength` pairs a comparison had been seen
 * with the prior's shares; so no level ever gets probability zero.
 */
export function estimateLevels(
  patterns: readonly PatternCount[],
  weights: ArrayLike<number>,
  prior: LevelTable,
  strength: number,
): LevelTable {
  const sums = prior.map((levels) => new Float64Array(levels.length));
  for (let p = 0; p < patterns.length; p++) {
    const weight = weights[p] as number;
    if (weight === 0) continue;
    const codes = (patterns[p] as PatternCount).codes;
    for (let c = 0; c < codes.length; c++) {
      const level = codes[c] as number;
      if (level !== 0)
        (sums[c] as Float64Array)[level] = ((sums[c] as Float64Array)[level] as number) + weight;
    }
  }
  return sums.map((levels, c) => {
    const total = levels.reduce((a, b) => a + b, 0) + strength;
    return levels.map((n, i) => (n + strength * ((prior[c] as Float64Array)[i] as number)) / total);
  });
}
