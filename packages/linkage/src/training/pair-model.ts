import type { LevelTable } from './latent-class.ts';
import { underClasses } from './pattern-cells.ts';
import { type Standing, standingBits } from './standing.ts';

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
  /** What right records say by themselves: after the comparisons of pairs, one for each such comparison. */
  standing?: Standing[];
  rounds: number;
  converged: boolean;
}

/** Every class of pairs of different people. */
function differentPeople(model: PairModel): PairClass[] {
  return [...model.different, ...model.misplaced, ...(model.namesakes ?? [])];
}

/** The match weight of each pattern in bits: log2 of the likelihood ratio of same to different people. */
export function patternWeights(
  model: PairModel,
  patterns: readonly { codes: readonly number[] }[],
): Float64Array {
  const same = logProbability(model.same, patterns);
  const different = logProbability(differentPeople(model), patterns);
  return same.map((bits, p) => bits - (different[p] as number));
}

/**
 * What each comparison adds to the match weight, in bits, taken one after the other (the chain rule), so
 * that the parts sum to the weight exactly although comparisons are not independent; what the right record says by
 * itself comes last. The first entry is what
 * is known before any comparison: the pair was looked at at all.
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
  const alone = codes.slice(compared.length).map((code, i) => {
    const standing = model.standing?.[i];
    return standing ? standingBits(standing, code) : 0;
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
