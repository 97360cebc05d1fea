import { setImmediate as othersTurn } from 'node:timers/promises';
import { learnKeyless } from './keyless.ts';
import { estimateLevels, type LevelTable, type PatternCount } from './latent-class.ts';
import { namesakeClass, type OpenPairs } from './namesakes.ts';
import type { PairClass, PairModel } from './pair-model.ts';
import { underClasses } from './pattern-cells.ts';

/** Everything training looks at. No pair carries a label. */
export interface TrainingData {
  /** Patterns of the candidate pairs of the residue. */
  candidates: PatternCount[];
  /**
   * Patterns of pairs of different people: candidates of the residue with records the exact tier has linked to
   * others, or (without an exact tier) random pairs, a few of which are matches after all.
   */
  different: PatternCount[];
  /** How many pairs, blocked or not, `different` stands for. */
  differentPairs: number;
  /** `different` are random pairs: what looks like a match among them is taken out first. */
  differentAtRandom?: boolean;
  leftRecords: number;
  rightRecords: number;
  /** Share of pairs at large that cannot be compared by the exact tier's key, because one record has none. */
  keyless?: number;
}

/** What the model says about comparisons, by index. */
export interface ComparisonRoles {
  /** The comparison of the exact tier's key, and of the group. */
  key?: number;
  group?: number;
  /** Levels of the group comparison that say that the groups belong together. */
  related?: number[];
  /** Comparisons that say who somebody is, wherever they are written down. */
  person?: number[];
  /** Of those, the levels that say that the person is the same as far as the comparison can see. */
  same?: { comparison: number; levels: number[] }[];
  /** P(level | different people) fixed by the model: [comparison, level, probability]. */
  fixed: [number, number, number][];
}

/** Starting values and stopping rule. */
export interface TrainingStart {
  /** P(level | same person) to start from, per class of matches. */
  same: LevelTable[];
  maxRounds: number;
  /** Stops when no probability moves by more than this. */
  tolerance: number;
}

/** Share of the smaller file that is first taken to have a match. */
const FIRST_SHARE = 0.7;
/** Pairs' worth of belief in the starting values. */
const SAME_STRENGTH = 30;
/** The same once a matching has told the matches: messy classes are few pairs, and most of what they could show is rare. */
const RELEARN_STRENGTH = 15;

/**
 * Expectation-maximisation on pattern counts: its cost does not depend on the number of pairs.
 *
 * What pairs of different people look like is learnt first, as a mixture of classes, from pairs known to be
 * different: unrelated people, a household, twins, a birth date or a number in common. Matches are then
 * the only thing to be found among the candidates, and a household is not mistaken for a person. A key that
 * stands on the wrong record makes further classes of different people with (nearly) the same key.
 *
 * Between two rounds others get their turn, so that statements of a database go on beside.
 */
export async function train(
  data: TrainingData,
  start: TrainingStart,
  roles: ComparisonRoles,
): Promise<PairModel> {
  if (!data.differentAtRandom) return findMatches(data, start, roles);
  const first = await findMatches(withoutMatches(data, firstGuess(data, start)), start, roles);
  return findMatches(withoutMatches(data, first), start, roles);
}

/** What random pairs look like if matches look like the starting values and everything else is alike. */
function firstGuess(
  data: TrainingData,
  start: TrainingStart,
): Pick<PairModel, 'matches' | 'same' | 'different'> {
  const counts = data.different.map((p) => p.count);
  const same = start.same.map((levels) => ({ share: 1 / start.same.length, levels }));
  const levels = estimateLevels(data.different, counts, start.same[0] as LevelTable, 1);
  return {
    matches: FIRST_SHARE * Math.min(data.leftRecords, data.rightRecords),
    same,
    different: [{ share: 1, levels }],
  };
}

/**
 * Takes the likely matches out of random pairs. In small files a random sample holds every match, and a class
 * of "different people" who agree on everything would grow out of them.
 */
function withoutMatches(
  data: TrainingData,
  guess: Pick<PairModel, 'matches' | 'same' | 'different'>,
): TrainingData {
  const lambda = guess.matches / (data.leftRecords * data.rightRecords);
  const same = guess.same.map((k) => ({ share: lambda * k.share, levels: k.levels }));
  const weights = expectation(data.different, [...same, ...guess.different]).slice(same.length);
  const different = data.different.map(({ codes }, i) => ({
    codes,
    count: weights.reduce((a, w) => a + (w[i] as number), 0),
  }));
  return { ...data, different };
}

async function findMatches(
  data: TrainingData,
  start: TrainingStart,
  roles: ComparisonRoles,
): Promise<PairModel> {
  const allPairs = data.leftRecords * data.rightRecords;
  const different = await differentClasses(data, start, roles);
  let same: PairClass[] = start.same.map((levels) => ({ share: 1 / start.same.length, levels }));
  let matches = FIRST_SHARE * Math.min(data.leftRecords, data.rightRecords);
  let misplaced: PairClass[] = different.flatMap((k) =>
    misplacedKey(k, roles, (0.2 * data.leftRecords) / allPairs),
  );

  let candidates = data.candidates;
  let rounds = 0;
  let converged = false;
  while (rounds < start.maxRounds && !converged) {
    rounds++;
    await othersTurn();
    if (rounds === HOPELESS_AFTER)
      candidates = withHope(candidates, same, different, misplaced, matches / allPairs);
    const lambda = Math.max(matches, 1) / allPairs;
    const ours = same.map((k) => ({ share: lambda * k.share, levels: k.levels }));
    const weights = expectation(candidates, [...ours, ...different, ...misplaced]);

    const newSame = same.map((_, i) => ({
      share: sum(weights[i] as Float64Array),
      levels: estimateLevels(
        candidates,
        weights[i] as Float64Array,
        start.same[i] as LevelTable,
        SAME_STRENGTH,
      ),
    }));
    const found = newSame.reduce((a, k) => a + k.share, 0);
    const total = Math.min(found, 0.98 * Math.min(data.leftRecords, data.rightRecords));
    const moved = Math.max(
      Math.abs(total - matches) / Math.max(1, matches),
      ...newSame.map((k, i) => largestMove(k.levels, (same[i] as PairClass).levels)),
    );
    misplaced = misplaced.map((k, i) => {
      const w = weights[same.length + different.length + i] as Float64Array;
      return { share: Math.max(1e-300, sum(w) / allPairs), levels: releaseKey(k, roles, candidates, w) };
    });
    same = newSame.map((k) => ({ share: Math.max(1e-6, k.share / Math.max(found, 1e-9)), levels: k.levels }));
    matches = total;
    converged = moved < start.tolerance;
  }
  return { matches, same, different, misplaced, rounds, converged };
}

/** After this round patterns without hope of being a match are left aside. */
const HOPELESS_AFTER = 3;
/** Expected matches of a pattern below which it says nothing about matches. */
const HOPELESS = 1e-5;

/** The patterns that may hold a match, or a misplaced key. */
function withHope(
  patterns: PatternCount[],
  same: PairClass[],
  different: PairClass[],
  misplaced: PairClass[],
  lambda: number,
): PatternCount[] {
  const ours = same.map((k) => ({ share: lambda * k.share, levels: k.levels }));
  const weights = expectation(patterns, [...ours, ...misplaced, ...different]);
  const kept = weights.slice(0, ours.length + misplaced.length);
  return patterns.filter((_, i) => kept.some((w) => (w[i] as number) > HOPELESS));
}

/**
 * One round of learning from a matching: `matched` is the expected number of true matches of each candidate
 * pattern when nobody may match twice. That bound is what keeps a class of messy matches from taking in
 * pairs of different people. The first round splits the matches into tidy and messy ones.
 */
export function relearn(
  model: PairModel,
  data: TrainingData,
  start: TrainingStart,
  roles: ComparisonRoles,
  open: OpenPairs,
): PairModel {
  const { matched } = open;
  const tidyKey = roles.key === undefined ? 0 : (start.same[0]?.[roles.key]?.length ?? 0);
  const asMatched = data.candidates
    .map((p, i) => ({ codes: p.codes, count: matched[i] as number }))
    .filter((p) => p.count > HOPELESS);
  // Only pairs whose keys agree can be misplaced keys.
  const rest = data.candidates
    .map((p, i) => ({ codes: p.codes, count: Math.max(0, p.count - (matched[i] as number)) }))
    .filter((p) => roles.key !== undefined && keyAgrees(p.codes[roles.key] as number, tidyKey));
  const tidy = start.same[0] as LevelTable;
  const person = roles.person ?? [];
  const elsewhere = flatten(tidy, 0.7).map((p, c) => (person.includes(c) ? (tidy[c] as Float64Array) : p));
  const priors = [tidy, flatten(tidy, 0.3), flatten(tidy, 0.6), ...(person.length > 0 ? [elsewhere] : [])];
  let same =
    model.same.length > 1
      ? model.same
      : [...model.same, ...priors.slice(1).map((levels) => ({ share: 0.1, levels }))];
  for (let round = 0; round < 5; round++) {
    const weights = expectation(asMatched, same);
    const total = sum(matched);
    same = same.map((_, i) => ({
      share: Math.max(1e-4, sum(weights[i] as Float64Array) / total),
      levels: estimateLevels(
        asMatched,
        weights[i] as Float64Array,
        priors[i] as LevelTable,
        RELEARN_STRENGTH,
      ),
    }));
  }
  const allPairs = data.leftRecords * data.rightRecords;
  const weights = expectation(rest, [...model.different, ...model.misplaced]);
  const misplaced = model.misplaced.map((k, i) => {
    const w = weights[model.different.length + i] as Float64Array;
    return { share: Math.max(1e-300, sum(w) / allPairs), levels: releaseKey(k, roles, rest, w) };
  });
  const keyless =
    data.keyless === undefined ? undefined : learnKeyless(data.candidates, matched, roles, data.keyless);
  const standing = open.alone?.standing.slice();
  const learnt = { ...model, same, misplaced, matches: sum(matched), keyless, standing };
  if (person.length === 0) return learnt;
  const { standing: theirs, ...found } = namesakeClass({
    roles,
    patterns: data.candidates,
    open,
    known: data.different,
    same,
    different: [...model.different, ...misplaced],
    keyless,
    share: model.namesakes?.[0]?.share,
  });
  return {
    ...learnt,
    namesakes: [found],
    standing: standing?.map((s, i) => ({ ...s, namesakes: theirs[i] })),
  };
}

/** A level of the key comparison other than missing and different (the last one). */
function keyAgrees(level: number, levels: number): boolean {
  return level !== 0 && level !== levels - 1;
}

/** A messier version of the same class: every disagreement likelier. */
function flatten(levels: LevelTable, by: number): LevelTable {
  return levels.map((p) => p.map((x, i) => (i === 0 ? 0 : (1 - by) * x + by / (p.length - 1))));
}

/** Random pairs that make a class of their own, at least. */
const RANDOM_CLASS = 20;
/** EM rounds that separate the kinds of different people. */
const DIFFERENT_ROUNDS = 12;

/**
 * Classes of different people, with their share of all pairs. A pattern starts in the class of the rarest
 * comparison it agrees on (the first level), so that each way of being looked at has a class of its own.
 */
async function differentClasses(
  data: TrainingData,
  start: TrainingStart,
  roles: ComparisonRoles,
): Promise<PairClass[]> {
  const patterns = data.different;
  const shape = start.same[0] as LevelTable;
  const uniform = shape.map((levels) => levels.map((_, i) => (i === 0 ? 0 : 1 / (levels.length - 1))));
  const counts = patterns.map((p) => p.count);
  const marginal = estimateLevels(patterns, counts, uniform, 1);
  const byRarity = shape
    .map((_, c) => c)
    .sort((a, b) => agreement(marginal, a) - agreement(marginal, b) || a - b);
  const firstAgreement = patterns.map((p) => byRarity.findIndex((c) => p.codes[c] === 1));
  const size = (which: number) => counts.reduce((a, n, i) => (firstAgreement[i] === which ? a + n : a), 0);
  const own = new Set([...byRarity.keys()].filter((which) => size(which) > smallestClass(data)));
  const classOf = firstAgreement.map((which) => (own.has(which) ? which : -1));
  const seeds = [...own, -1].map((which) => counts.map((n, i) => (classOf[i] === which ? n : 0)));
  let classes = seeds
    .filter((weights) => weights.some((n) => n > 0))
    .map((weights) => ({
      share: weights.reduce((a, b) => a + b, 0) / data.differentPairs,
      levels: estimateLevels(patterns, weights, marginal, 1),
    }));
  for (let round = 0; round < DIFFERENT_ROUNDS; round++) {
    await othersTurn();
    const weights = expectation(patterns, classes);
    classes = classes.map((_, i) => ({
      share: Math.max(1e-300, sum(weights[i] as Float64Array) / data.differentPairs),
      levels: estimateLevels(patterns, weights[i] as Float64Array, marginal, 1),
    }));
  }
  return classes.map((k) => ({ share: k.share, levels: withFixed(k.levels, roles.fixed) }));
}

/**
 * Among random pairs a class no larger than the matches that may be left over is not told from messy matches:
 * it gets no class of its own. Pairs known to be different need no such care.
 */
function smallestClass(data: TrainingData): number {
  if (!data.differentAtRandom) return 0;
  const possible = data.differentPairs / Math.max(data.leftRecords, data.rightRecords);
  return Math.max(RANDOM_CLASS, possible);
}

function agreement(levels: LevelTable, comparison: number): number {
  return (levels[comparison] as Float64Array)[1] as number;
}

/** The class of pairs like `k` whose keys agree all the same. */
function misplacedKey(k: PairClass, roles: ComparisonRoles, share: number): PairClass[] {
  if (roles.key === undefined) return [];
  const levels = k.levels.map((p, c) => {
    if (c !== roles.key) return p;
    const agree = p.length - 2;
    return p.map((_, i) => (i === 0 ? 0 : i <= agree ? 0.98 / agree : 0.02));
  });
  return [{ share: share * Math.min(1, k.share), levels }];
}

/** Re-estimates the key and group comparisons of a misplaced-key class; the rest stays as it is. */
function releaseKey(
  k: PairClass,
  roles: ComparisonRoles,
  patterns: PatternCount[],
  weights: Float64Array,
): LevelTable {
  const free = estimateLevels(patterns, weights, k.levels, 5);
  return k.levels.map((p, c) => (c === roles.key || c === roles.group ? (free[c] as Float64Array) : p));
}

function withFixed(levels: LevelTable, fixed: ComparisonRoles['fixed']): LevelTable {
  return levels.map((p, c) => {
    const here = fixed.filter(([comparison]) => comparison === c);
    if (here.length === 0) return p;
    const out = p.slice();
    for (const [, level, probability] of here) out[level] = probability;
    const given = here.reduce((a, [, , probability]) => a + probability, 0);
    const open = Array.from(out, (_, i) => i !== 0 && !here.some(([, level]) => level === i));
    const rest = out.reduce((a, x, i) => (open[i] ? a + x : a), 0);
    return out.map((x, i) => (open[i] ? (rest > 0 ? (x / rest) * (1 - given) : 0) : x));
  });
}

/** Expected number of pairs of each pattern in each class. */
function expectation(patterns: readonly PatternCount[], classes: readonly PairClass[]): Float64Array[] {
  const weights = classes.map(() => new Float64Array(patterns.length));
  underClasses(classes, patterns, (p, shares) => {
    const { count } = patterns[p] as PatternCount;
    let total = 0;
    for (let k = 0; k < shares.length; k++) total += shares[k] as number;
    for (let k = 0; k < shares.length; k++)
      (weights[k] as Float64Array)[p] = (count * (shares[k] as number)) / total;
  });
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

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
