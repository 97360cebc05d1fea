import { estimateLevels, type LevelTable, type PatternCount } from './latent-class.ts';
import type { PairClass, PairModel } from './pair-model.ts';

/** Everything training looks at. No pair carries a label. */
export interface TrainingData {
  /** Patterns of the candidate pairs of the residue. */
  candidates: PatternCount[];
  /** Patterns of pairs drawn at random: nearly all of different people. */
  random: PatternCount[];
  /** Patterns of pairs of different people of one group, known from the exact tier; may be empty. */
  group: PatternCount[];
  leftRecords: number;
  rightRecords: number;
}

/** Starting values and stopping rule. */
export interface TrainingStart {
  /** P(level | same person) to start from, per class of matches. */
  same: LevelTable[];
  maxRounds: number;
  /** Stops when no probability moves by more than this. */
  tolerance: number;
}

/** Pairs' worth of belief in the starting values. */
const SAME_STRENGTH = 30;
const RANDOM_STRENGTH = 1;

/**
 * Expectation-maximisation on pattern counts: its cost does not depend on the number of pairs.
 * P(level | unrelated) comes from random pairs (less the share that are matches), P(level | one group) from
 * people the exact tier has already told apart; so only matches have to be found among the candidates, and
 * a household is not mistaken for a person.
 */
export function train(data: TrainingData, start: TrainingStart): PairModel {
  const allPairs = data.leftRecords * data.rightRecords;
  const shape = start.same[0] as LevelTable;
  const uniform = shape.map((levels) => levels.map((_, i) => (i === 0 ? 0 : 1 / (levels.length - 1))));
  const group = fitGroup(data.group, uniform);
  let same: PairClass[] = start.same.map((levels) => ({ share: 1 / start.same.length, levels }));
  let matches = Math.min(data.leftRecords, data.rightRecords) * 0.7;
  let unrelated = estimateLevels(
    data.random,
    data.random.map((p) => p.count),
    uniform,
    RANDOM_STRENGTH,
  );
  let groupShare =
    group.length > 0 ? Math.min(0.5, (data.candidates.length > 0 ? data.leftRecords * 3 : 0) / allPairs) : 0;

  let rounds = 0;
  let converged = false;
  while (rounds < start.maxRounds && !converged) {
    rounds++;
    const lambda = Math.max(matches, 1) / allPairs;
    const classes: { logShare: number; levels: LevelTable }[] = [
      ...same.map((k) => ({ logShare: Math.log2(lambda * k.share), levels: k.levels })),
      ...group.map((k) => ({ logShare: Math.log2(groupShare * k.share + 1e-300), levels: k.levels })),
      { logShare: Math.log2(Math.max(1e-12, 1 - lambda - groupShare)), levels: unrelated },
    ];
    const candidateWeights = expectation(data.candidates, classes);
    const randomWeights = expectation(data.random, classes);

    const newSame = same.map((k, i) => {
      const weights = candidateWeights[i] as Float64Array;
      return {
        share: sum(weights),
        levels: estimateLevels(data.candidates, weights, start.same[i] as LevelTable, SAME_STRENGTH),
      };
    });
    const total = newSame.reduce((a, k) => a + k.share, 0);
    const newUnrelated = estimateLevels(
      data.random,
      randomWeights.at(-1) as Float64Array,
      uniform,
      RANDOM_STRENGTH,
    );
    const moved = Math.max(
      Math.abs(total - matches) / Math.max(1, matches),
      ...newSame.map((k, i) => largestMove(k.levels, (same[i] as PairClass).levels)),
    );
    const groupPairs = group.map((_, g) => sum(candidateWeights[same.length + g] as Float64Array));
    groupShare = groupPairs.reduce((a, b) => a + b, 0) / allPairs;
    same = newSame.map((k) => ({ share: Math.max(1e-6, k.share / Math.max(total, 1e-9)), levels: k.levels }));
    matches = total;
    unrelated = newUnrelated;
    converged = moved < start.tolerance;
  }
  return {
    matches,
    same,
    group: group.map((k) => ({ share: Math.max(1e-300, groupShare * k.share), levels: k.levels })),
    unrelated: [{ share: Math.max(1e-12, 1 - groupShare), levels: unrelated }],
    rounds,
    converged,
  };
}

/** Two kinds of people in one group: of the same birth (twins share more than siblings do) and others. */
function fitGroup(patterns: PatternCount[], uniform: LevelTable): PairClass[] {
  if (patterns.length === 0) return [];
  const counts = patterns.map((p) => p.count);
  const total = counts.reduce((a, b) => a + b, 0);
  const all = estimateLevels(patterns, counts, uniform, 2);
  let classes: PairClass[] = [0, 1].map((which) => ({
    share: which === 0 ? 0.9 : 0.1,
    levels: all.map((levels) =>
      normalise(levels.map((p, i) => (i === 0 ? 0 : p * (which === 0 ? 1 : i === 1 ? 20 : 1)))),
    ),
  }));
  for (let round = 0; round < 60; round++) {
    const weights = expectation(
      patterns,
      classes.map((k) => ({ logShare: Math.log2(k.share), levels: k.levels })),
    );
    classes = classes.map((_, i) => ({
      share: Math.max(1e-6, sum(weights[i] as Float64Array) / total),
      levels: estimateLevels(patterns, weights[i] as Float64Array, all, 2),
    }));
  }
  return classes;
}

/** Expected number of pairs of each pattern in each class. */
function expectation(
  patterns: readonly PatternCount[],
  classes: readonly { logShare: number; levels: LevelTable }[],
): Float64Array[] {
  const weights = classes.map(() => new Float64Array(patterns.length));
  const logs = new Float64Array(classes.length);
  const logLevels = classes.map(({ levels }) =>
    levels.map((p) => p.map((x, i) => (i === 0 ? 0 : Math.log2(x)))),
  );
  for (let p = 0; p < patterns.length; p++) {
    const { codes, count } = patterns[p] as PatternCount;
    let top = -Infinity;
    for (let k = 0; k < classes.length; k++) {
      const table = logLevels[k] as Float64Array[];
      let value = (classes[k] as { logShare: number }).logShare;
      for (let c = 0; c < codes.length; c++)
        value += (table[c] as Float64Array)[codes[c] as number] as number;
      logs[k] = value;
      if (value > top) top = value;
    }
    let total = 0;
    for (let k = 0; k < logs.length; k++) {
      const value = 2 ** ((logs[k] as number) - top);
      logs[k] = value;
      total += value;
    }
    for (let k = 0; k < logs.length; k++)
      (weights[k] as Float64Array)[p] = (count * (logs[k] as number)) / total;
  }
  return weights;
}

function largestMove(a: LevelTable, b: LevelTable): number {
  let most = 0;
  a.forEach((levels, c) => {
    levels.forEach((p, i) => {
      most = Math.max(most, Math.abs(p - ((b[c] as Float64Array)[i] as number)));
    });
  });
  return most;
}

function normalise(values: Float64Array): Float64Array {
  const total = sum(values);
  return values.map((v) => v / total);
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
