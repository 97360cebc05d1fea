import { type Keyless, keylessBits } from './keyless.ts';
import type { LevelTable } from './latent-class.ts';
import { underClasses } from './pattern-cells.ts';
import { namesakeRatio, type Standing, standingBits } from './standing.ts';

/** A class of pairs: its share and how its pairs look. */
export interface PairClass {
  /** Share of the class within its kind (matches: of all matches; others: of all pairs). */
  share: number;
  levels: LevelTable;
}

/**
 * What training found. Pairs of the same person come in classes (tidy and messy records, because mistakes
 * come together), and so do pairs of different people (people of one household share numbers, addresses and
 * names without being one person). Within a class comparisons are independent; between classes they are not.
 */
export interface PairModel {
  /** Expected number of same-person pairs among all left x right pairs. */
  matches: number;
  same: PairClass[];
  /** Two people of one group, unrelated people: shares of all pairs. */
  different: PairClass[];
  /** Different people, but the key of one stands on the record of the other. */
  misplaced: PairClass[];
  /** Different people who agree on everything that says who somebody is; only where the model names it. */
  namesakes?: PairClass[];
  /** What a missing key says; only where there is an exact tier, and a person. */
  keyless?: Keyless;
  /** What right records say by themselves: after the comparisons of pairs, one for each such comparison. */
  standing?: Standing[];
  rounds: number;
  converged: boolean;
}

/** Every class of pairs of different people. */
function differentPeople(model: PairModel): PairClass[] {
  return [...model.different, ...model.misplaced, ...(model.namesakes ?? [])];
}

/** What the model says of patterns. */
export interface Weighed {
  /** The match weight in bits: log2 of the likelihood ratio of same to different people. */
  weights: Float64Array;
  /** Share of namesakes among different people. */
  namesakes: Float64Array;
}

/** The match weight of each pattern, and how many of the different people with it are namesakes. */
export function weighPatterns(model: PairModel, patterns: readonly { codes: readonly number[] }[]): Weighed {
  const same = logProbability(model.same, patterns);
  const different = logProbability(differentPeople(model), patterns);
  const { keyless, namesakes } = model;
  const weights = same.map((bits, p) => bits - (different[p] as number));
  if (keyless)
    patterns.forEach(({ codes }, p) => {
      weights[p] = (weights[p] as number) + keylessBits(keyless, codes);
    });
  const theirs = namesakes && logProbability(namesakes, patterns);
  return {
    weights,
    namesakes: different.map((bits, p) => (theirs ? 2 ** ((theirs[p] as number) - bits) : 0)),
  };
}

/** The match weight of each pattern in bits: log2 of the likelihood ratio of same to different people. */
export function patternWeights(
  model: PairModel,
  patterns: readonly { codes: readonly number[] }[],
): Float64Array {
  return weighPatterns(model, patterns).weights;
}

/**
 * Bits that are taken from a pair because its right record is `ratio` times as likely that of a namesake as of anybody
 * unmatched, where `share` of the different people with its pattern are namesakes.
 */
export function namesakeBits(share: number, ratio: number): number {
  return Math.log2(1 + share * (ratio - 1));
}

/**
 * What each comparison adds to the match weight, in bits, taken one after the other (the chain rule), so
 * that the parts sum to the weight exactly although comparisons are not independent. What a missing key says counts with
 * the key; what the right record says by itself comes last. The first entry is what is known before any
 * comparison: the pair was looked at at all.
 */
export function weightParts(model: PairModel, codes: readonly number[]): { start: number; parts: number[] } {
  const same = logTables(model.same);
  const different = logTables(differentPeople(model));
  const compared = codes.slice(0, same[0]?.levels.length);
  const known = compared.map(() => 0);
  const start = mixture(same, known) - mixture(different, known);
  let before = start;
  const parts = compared.map((code, c) => {
    known[c] = code;
    const after = mixture(same, known) - mixture(different, known);
    const part = after - before;
    before = after;
    return part;
  });
  const { keyless } = model;
  if (keyless?.roles.key !== undefined)
    parts[keyless.roles.key] = (parts[keyless.roles.key] as number) + keylessBits(keyless, compared);
  const theirs = model.namesakes && logTables(model.namesakes);
  const share = theirs ? 2 ** (mixture(theirs, compared) - mixture(different, compared)) : 0;
  let ratio = 1;
  const alone = codes.slice(compared.length).map((code, i) => {
    const standing = model.standing?.[i];
    if (!standing) return 0;
    const before = namesakeBits(share, ratio);
    ratio *= namesakeRatio(standing, code);
    return standingBits(standing, code) + before - namesakeBits(share, ratio);
  });
  return { start, parts: [...parts, ...alone] };
}

interface LogTable {
  share: number;
  levels: Float64Array[];
}

function logTables(classes: readonly PairClass[]): LogTable[] {
  return classes.map((k) => ({
    share: Math.log2(k.share),
    levels: k.levels.map((p) => p.map((x, i) => (i === 0 ? 0 : Math.log2(x)))),
  }));
}

/** log2 P(pattern) of each pattern under a mixture of classes with their shares. */
export function logProbability(
  classes: readonly PairClass[],
  patterns: readonly { codes: readonly number[] }[],
): Float64Array {
  const found = new Float64Array(patterns.length);
  underClasses(classes, patterns, (p, shares, bits) => {
    let sum = 0;
    for (let k = 0; k < shares.length; k++) sum += shares[k] as number;
    found[p] = bits === -Infinity ? bits : bits + Math.log2(sum);
  });
  return found;
}

/** log2 P(pattern) under a mixture; missing levels say nothing. */
function mixture(classes: readonly LogTable[], codes: readonly number[]): number {
  let top = -Infinity;
  const logs = classes.map((k) => {
    let value = k.share;
    for (let c = 0; c < codes.length; c++)
      value += (k.levels[c] as Float64Array)[codes[c] as number] as number;
    if (value > top) top = value;
    return value;
  });
  if (top === -Infinity) return top;
  let sum = 0;
  for (const value of logs) sum += 2 ** (value - top);
  return top + Math.log2(sum);
}
