import { cellsOf } from './pattern-cells.ts';

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
  const comparisons = prior.length;
  const cells = cellsOf(patterns, prior);
  const flat = new Float64Array(prior.reduce((sum, levels) => sum + levels.length, 0));
  for (let p = 0; p < patterns.length; p++) {
    const weight = weights[p] as number;
    if (weight === 0) continue;
    const end = (p + 1) * comparisons;
    for (let i = end - comparisons; i < end; i++) {
      const cell = cells[i] as number;
      flat[cell] = (flat[cell] as number) + weight;
    }
  }
  let first = 0;
  const sums = prior.map(({ length }) => {
    const levels = flat.subarray(first, first + length);
    // What is missing is not counted.
    levels[0] = 0;
    first += length;
    return levels;
  });
  return sums.map((levels, c) => {
    const total = levels.reduce((a, b) => a + b, 0) + strength;
    return levels.map((n, i) => (n + strength * ((prior[c] as Float64Array)[i] as number)) / total);
  });
}
