import type { LevelTable, PatternCount } from './latent-class.ts';

/** A kind of pair for tests: how many there are, and P(level | kind) per comparison with 'missing' first. */
export interface SimulatedKind {
  pairs: number;
  levels: number[][];
}

/** How many pairs of each kind show each pattern, without any chance: expected numbers. */
export function simulatePairs(kinds: SimulatedKind[]): PatternCount[] {
  const shape = kinds[0]?.levels.map((l) => l.length) ?? [];
  return combinations(shape)
    .map((codes) => ({
      codes,
      count: kinds.reduce((sum, kind) => sum + kind.pairs * probability(kind.levels, codes), 0),
    }))
    .filter((p) => p.count > 1e-9);
}

/** P(codes) when comparisons are independent. */
export function probability(levels: readonly ArrayLike<number>[], codes: readonly number[]): number {
  return codes.reduce((p, code, c) => p * (levels[c]?.[code] ?? 0), 1);
}

/** The same shares among pairs where the comparison is not missing. */
export function amongPresent(levels: number[][]): LevelTable {
  return levels.map(([missing = 0, ...rest]) =>
    Float64Array.from([0, ...rest.map((p) => p / (1 - missing))]),
  );
}

function combinations(shape: number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, size) => all.flatMap((codes) => Array.from({ length: size }, (_, level) => [...codes, level])),
    [[]],
  );
}
