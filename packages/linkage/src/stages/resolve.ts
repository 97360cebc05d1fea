import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Engine } from '../engine/engine.ts';
import { assign } from '../resolution/assign.ts';
import {
  type Edges,
  type MatchingPosterior,
  matchingPosterior,
  priorOdds,
} from '../resolution/matching-posterior.ts';
import { namesakeBits, type PairModel, patternWeights, weighPatterns } from '../training/pair-model.ts';
import { learnStanding, namesakeRatio, standingBits } from '../training/standing.ts';
import { type ComparisonRoles, relearn, type TrainingData, type TrainingStart } from '../training/train.ts';
import type { Pattern } from './patterns.ts';
import { type RightStanding, rightKinds, rightStanding, type StandingInput } from './right-standing.ts';

/** Rounds of learning from the matching. */
const RELEARN_ROUNDS = 3;
/** Rounds of messages between two rounds of learning, and at the end. */
const ROUNDS_BETWEEN = 5;
const FINAL_ROUNDS = 30;
/** Edges whose prior odds times likelihood ratio stay below 2 to this power cannot matter. */
const FAINT = -9;
/** The weight, in bits, of a pair that somebody has decided. */
const DECIDED_WEIGHT = 60;

/** The candidate graph and what training needs to go on learning from it. */
export interface ResolveInput {
  patterns: Pattern[];
  training: TrainingData;
  start: TrainingStart;
  roles: ComparisonRoles;
  pairModel: PairModel;
  /** How to read what right records say by themselves. */
  standing: StandingInput;
  oneToOne: boolean;
  /** Left records with P(no match) at or above this are not linked. */
  threshold: number;
  /** Table of decided pairs (k_left, k_right, same), if any. */
  decided?: string;
}

/** The outcome; per-record results are in the tables `scored` and `residue_result`. */
export interface ResolveResult {
  pairModel: PairModel;
  posterior: MatchingPosterior;
  links: number;
  edges: number;
}

/**
 * Decides all candidates together. The posterior of a pair depends on what else its two records could be;
 * the pair model is learnt again from the matching, a few times. Makes `scored` (k_left, k_right, rules,
 * pattern, weight, posterior, linked) and `residue_result` (k_left, p_unmatched, best_right, best_weight, linked_right, decided).
 */
export async function resolve(engine: Engine, input: ResolveInput): Promise<ResolveResult> {
  let { pairModel } = input;
  const { keys, patterns, patternOf, graph, rightNodes } = await readEdges(engine, input);
  const training = { ...input.training, candidates: patterns };
  const decided = await decidedEdges(engine, keys, input);
  const standing = await rightStanding(engine, input.standing);
  const { kinds, kindOf } = rightKinds(standing, rightNodes);
  /** Where a pattern and a kind of right record have their place in a table. */
  const placeOf = (e: number) =>
    (patternOf[e] as number) * kinds.length + (kindOf[graph.right[e] as number] as number);

  let posterior = { matches: pairModel.matches } as MatchingPosterior;
  for (let round = 0; ; round++) {
    await othersTurn();
    const weights = weightsByKind(pairModel, patterns, kinds);
    for (let e = 0; e < patternOf.length; e++)
      graph.weight[e] = decided.get(e) ?? (weights[placeOf(e)] as number);
    posterior = matchingPosterior(graph, {
      leftRecords: training.leftRecords,
      rightRecords: training.rightRecords,
      rightNodes,
      matches: posterior.matches,
      oneToOne: input.oneToOne,
      freedom: posterior.freedom,
      maxRounds: round === RELEARN_ROUNDS ? FINAL_ROUNDS : ROUNDS_BETWEEN,
    });
    await othersTurn();
    if (round === RELEARN_ROUNDS) break;
    const { rightUnmatched } = posterior;
    const matched = new Float64Array(patterns.length);
    const open = new Float64Array(patterns.length);
    const openByKind = new Float64Array(patterns.length * kinds.length);
    const prior = 2 ** posterior.priorWeight;
    for (let e = 0; e < patternOf.length; e++) {
      const p = patternOf[e] as number;
      const together = posterior.edge[e] as number;
      matched[p] = (matched[p] as number) + together;
      // Both ends without any match: what the matching would weigh without this edge's odds.
      const free = together + together / (prior * 2 ** (graph.weight[e] as number));
      open[p] = (open[p] as number) + free;
      openByKind[placeOf(e)]! += free;
    }
    const unmatched = (records: number) => records - posterior.matches;
    pairModel = relearn(pairModel, training, input.start, input.roles, {
      counts: open,
      matched,
      priorOdds: prior,
      pairs: unmatched(training.leftRecords) * unmatched(training.rightRecords),
      alone: {
        standing: standing.map((s) => learnStanding(s.codes, rightUnmatched, s.levels)),
        kinds,
        counts: openByKind,
      },
    });
  }

  const mayLink = (e: number) =>
    (posterior.leftUnmatched[graph.left[e] as number] as number) < input.threshold;
  const picked = assign(graph, posterior.edge, mayLink);
  await storeResult(engine, { keys, graph, posterior, picked, decided: input.decided });
  return { pairModel, posterior, links: picked.length, edges: patternOf.length };
}

/** The match weight of every pattern with every kind of right record, the kinds of a pattern side by side. */
function weightsByKind(
  model: PairModel,
  patterns: readonly Pattern[],
  kinds: readonly (readonly number[])[],
): Float64Array {
  const compared = weighPatterns(model, patterns);
  const alone = kinds.map((codes) => {
    const said = { bits: 0, ratio: 1 };
    model.standing?.forEach((s, i) => {
      said.bits += standingBits(s, codes[i] as number);
      said.ratio *= namesakeRatio(s, codes[i] as number);
    });
    return said;
  });
  const weights = new Float64Array(patterns.length * kinds.length);
  for (let p = 0; p < patterns.length; p++)
    alone.forEach(({ bits, ratio }, k) => {
      weights[p * kinds.length + k] =
        (compared.weights[p] as number) + bits - namesakeBits(compared.namesakes[p] as number, ratio);
    });
  return weights;
}

interface EdgeKeys {
  left: Int32Array;
  right: Int32Array;
}

/** Reads the candidates that can matter. Nodes are numbered by a hash of the identifier, so the order of the files does not show. */
async function readEdges(
  engine: Engine,
  { patterns, pairModel, training, decided }: ResolveInput,
): Promise<{ keys: EdgeKeys; patterns: Pattern[]; patternOf: Int32Array; graph: Edges; rightNodes: number }> {
  const { leftRecords, rightRecords } = training;
  const matches = Math.min(pairModel.matches, 0.95 * Math.min(leftRecords, rightRecords));
  const prior = Math.log2(priorOdds(matches, leftRecords, rightRecords));
  const weights = patternWeights(pairModel, patterns);
  await engine.load('pattern_index', [
    { name: 'pattern', type: 'DOUBLE', values: patterns.map((p) => p.pattern) },
    { name: 'i', type: 'INTEGER', values: patterns.map((_, i) => i) },
    { name: 'keep', type: 'INTEGER', values: Array.from(weights, (w) => (prior + w > FAINT ? 1 : 0)) },
  ]);
  const wanted = decided
    ? `x.keep = 1 OR (c.k_left, c.k_right) IN (SELECT (k_left, k_right) FROM ${decided})`
    : 'x.keep = 1';
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE node_left AS SELECT k, (row_number() OVER (ORDER BY hash(id), id) - 1)::INTEGER AS node FROM std_left WHERE NOT decoy;
    CREATE OR REPLACE TEMP TABLE node_right AS SELECT k, (row_number() OVER (ORDER BY hash(id), id) - 1)::INTEGER AS node FROM std_right;
    CREATE OR REPLACE TEMP TABLE edge AS
    SELECT c.k_left, c.k_right, c.rules, c.pattern, x.i
    FROM compared c JOIN pattern_index x ON x.pattern = c.pattern::DOUBLE WHERE NOT c.decoy AND (${wanted})`);
  const { l, r, i, k_left, k_right } = (await engine.integers(`
    SELECT l.node AS l, r.node AS r, e.i, e.k_left::INTEGER AS k_left, e.k_right::INTEGER AS k_right
    FROM edge e JOIN node_left l ON l.k = e.k_left JOIN node_right r ON r.k = e.k_right ORDER BY 1, 2`)) as Record<
    'l' | 'r' | 'i' | 'k_left' | 'k_right',
    Int32Array
  >;
  const [right] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM node_right');
  // Only the patterns of these edges are learnt from.
  const used = [...new Set(i)].sort((a, b) => a - b);
  const place = new Map(used.map((i, at) => [i, at]));
  return {
    keys: { left: k_left, right: k_right },
    patterns: used.map((i) => patterns[i] as Pattern),
    patternOf: i.map((at) => place.get(at) as number),
    graph: {
      left: l,
      right: r,
      weight: new Float64Array(l.length),
    },
    rightNodes: right?.n ?? 0,
  };
}

/** The fixed weights of edges that somebody has decided, or that a decision rules out, by edge. */
async function decidedEdges(
  engine: Engine,
  keys: EdgeKeys,
  { decided, oneToOne }: ResolveInput,
): Promise<Map<number, number>> {
  const fixed = new Map<number, number>();
  if (!decided) return fixed;
  const rows = await engine.rows<{ l: number; r: number; same: boolean }>(
    `SELECT k_left AS l, k_right AS r, same FROM ${decided}`,
  );
  const verdict = new Map(rows.map((d) => [`${d.l}/${d.r}`, d.same]));
  // However much speaks for another candidate, a record that somebody has matched is not open to it.
  const lefts = new Set(rows.filter((d) => d.same).map((d) => d.l));
  const rights = new Set(rows.filter((d) => d.same && oneToOne).map((d) => d.r));
  for (let e = 0; e < keys.left.length; e++) {
    const [l, r] = [keys.left[e] as number, keys.right[e] as number];
    const same = verdict.get(`${l}/${r}`);
    if (same === true) fixed.set(e, DECIDED_WEIGHT);
    else if (same === false || lefts.has(l) || rights.has(r)) fixed.set(e, -DECIDED_WEIGHT);
  }
  return fixed;
}

async function storeResult(
  engine: Engine,
  input: { keys: EdgeKeys; graph: Edges; posterior: MatchingPosterior; picked: number[]; decided?: string },
): Promise<void> {
  const { keys, graph, posterior, picked } = input;
  const linked = new Int32Array(keys.left.length);
  for (const e of picked) linked[e] = 1;
  await engine.load('edge_result', [
    { name: 'k_left', type: 'INTEGER', values: keys.left },
    { name: 'k_right', type: 'INTEGER', values: keys.right },
    { name: 'weight', type: 'DOUBLE', values: graph.weight },
    { name: 'posterior', type: 'DOUBLE', values: posterior.edge },
    { name: 'linked', type: 'INTEGER', values: linked },
  ]);
  await engine.load('left_unmatched', [
    { name: 'node', type: 'INTEGER', values: Int32Array.from(posterior.leftUnmatched, (_, i) => i) },
    { name: 'p', type: 'DOUBLE', values: posterior.leftUnmatched },
  ]);
  const decided = input.decided ? `n.k IN (SELECT k_left FROM ${input.decided})` : 'false';
  await engine.run(`
    CREATE OR REPLACE TABLE scored AS
    SELECT c.k_left, c.k_right, c.rules, c.pattern + r.standing AS pattern, e.weight, e.posterior, e.linked = 1 AS linked
    FROM edge c JOIN edge_result e ON e.k_left = c.k_left AND e.k_right = c.k_right JOIN node_standing r ON r.k = c.k_right;
    CREATE OR REPLACE TABLE residue_result AS
    SELECT n.k AS k_left, u.p AS p_unmatched, b.best_right, b.best_weight, b.linked_right, ${decided} AS decided
    FROM node_left n JOIN left_unmatched u USING (node)
    LEFT JOIN (
      SELECT s.k_left, arg_max(s.k_right, (s.weight, -r.node)) AS best_right, max(s.weight) AS best_weight,
        max(CASE WHEN s.linked THEN s.k_right END) AS linked_right
      FROM scored s JOIN node_right r ON r.k = s.k_right GROUP BY s.k_left) b ON b.k_left = n.k`);
}
