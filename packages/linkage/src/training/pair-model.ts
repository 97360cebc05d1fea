import { type LevelTable, log2Sum, logLikelihood } from './latent-class.ts';

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
  rounds: number;
  converged: boolean;
}

/** log2 P(pattern | same person). */
export function logSame(model: PairModel, codes: readonly number[]): number {
  return mixture(model.same, codes);
}

/** log2 P(pattern | different people). */
export function logDifferent(model: PairModel, codes: readonly number[]): number {
  return mixture([...model.different, ...model.misplaced], codes);
}

/** The match weight of a pattern in bits: log2 of the likelihood ratio. */
export function matchWeight(model: PairModel, codes: readonly number[]): number {
  return logSame(model, codes) - logDifferent(model, codes);
}

/**
 * What each comparison adds to the match weight, in bits, taken one after the other (the chain rule), so
 * that the parts sum to the weight exactly although comparisons are not independent.
 */
export function weightParts(model: PairModel, codes: readonly number[]): number[] {
  const known = codes.map(() => 0);
  let before = matchWeight(model, known);
  return codes.map((code, c) => {
    known[c] = code;
    const after = matchWeight(model, known);
    const part = after - before;
    before = after;
    return part;
  });
}

function mixture(classes: readonly PairClass[], codes: readonly number[]): number {
  return log2Sum(classes.map((k) => Math.log2(k.share) + logLikelihood(k.levels, codes)));
}
