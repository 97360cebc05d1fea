import { comparisonSql } from './compile/comparison-sql.ts';
import type { Dialect } from './compile/dialect.ts';
import { duckdbDialect } from './compile/duckdb-dialect.ts';
import { patternCodes, patternLayout, patternSql } from './compile/pattern-layout.ts';
import type { Engine } from './engine/engine.ts';
import type { LinkModel } from './model/link-model.ts';
import type { WordStandardiser } from './model/word-standardiser.ts';
import { assign } from './resolution/assign.ts';
import { type MatchingPosterior, matchingPosterior } from './resolution/matching-posterior.ts';
import { block, type RuleReport } from './stages/block.ts';
import { type ExactReport, exactTier } from './stages/exact-tier.ts';
import { groupTables } from './stages/group-tables.ts';
import { compareKin } from './stages/kin.ts';
import { pairAtRandom, sampleExactLinks } from './stages/samples.ts';
import { type SideInput, standardise } from './stages/standardise.ts';
import type { LevelTable, PatternCount } from './training/latent-class.ts';
import { matchWeight, type PairModel } from './training/pair-model.ts';
import { type ComparisonRoles, relearn, train } from './training/train.ts';

/** Two tables in the engine (each with a unique text column `id`) and how to read their words. */
export interface LinkInput {
  left: string;
  right: string;
  /** How to standardise the words of each field of kind 'words'; plain words when absent. */
  standardisers?: Record<string, WordStandardiser>;
  /** Left records with P(no match) at or above this are not linked. Default 0.5. */
  threshold?: number;
  onStage?: (stage: StageReport) => void;
}

/** A named step with its rows and time. */
export interface StageReport {
  stage: string;
  rows: number;
  ms: number;
  detail: Record<string, unknown>;
}

/** What a linkage found. The links themselves are in the engine's tables. */
export interface LinkResult {
  stages: StageReport[];
  exact?: ExactReport;
  rules: RuleReport[];
  pairModel: PairModel;
  leftRecords: number;
  rightRecords: number;
  expectedUnmatched: number;
}

const DEFAULT_RANDOM_SAMPLE = 800;
/** Rounds of learning from the matching. */
const RELEARN_ROUNDS = 6;
/** Pairs below this weight (bits) after the first training cannot become matches. */
const FAINT_WEIGHT = -3;

/**
 * Links two registers. Leaves in the engine: `exact_links` (k_left, k_right, accepted), `scored`
 * (k_left, k_right, rules, pattern, weight, posterior, linked) for the residue, and `residue_result`
 * (k_left, p_unmatched, best_right, linked_right). Throws ModelError for a model that does not fit.
 */
export async function link(
  engine: Engine,
  model: LinkModel,
  input: LinkInput,
  dialect: Dialect = duckdbDialect,
): Promise<LinkResult> {
  const stages: StageReport[] = [];
  let started = performance.now();
  const report = (stage: string, rows: number, detail: Record<string, unknown> = {}) => {
    const now = performance.now();
    const entry = { stage, rows, ms: Math.round(now - started), detail };
    started = now;
    stages.push(entry);
    input.onStage?.(entry);
  };
  const count = async (table: string) =>
    (await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? 0;

  let exact: ExactReport | undefined;
  let sampled = 0;
  if (model.exactTier) {
    exact = await exactTier(engine, dialect, model, input.left, input.right);
    report('exact', exact.links, { ...exact });
    sampled = await sampleExactLinks(engine, model, input.left, input.right);
    report('sample', sampled);
  }
  const sides: SideInput[] = [
    {
      side: 'left',
      table: input.left,
      out: 'std_left',
      where: model.exactTier ? 't.rowid NOT IN (SELECT k_left FROM exact_links)' : undefined,
    },
    {
      side: 'right',
      table: input.right,
      out: 'std_right',
      where: model.exactTier ? 't.rowid NOT IN (SELECT k_right FROM exact_links)' : undefined,
    },
  ];
  if (sampled > 0) {
    sides.push({
      side: 'right',
      table: input.right,
      out: 'sample_right',
      where: 't.rowid IN (SELECT k_right FROM sampled)',
    });
  }
  const words = await standardise(engine, dialect, model, input.standardisers ?? {}, sides);
  const [leftRecords, rightRecords] = [await count('std_left'), await count('std_right')];
  report('standardise', leftRecords + rightRecords, { leftRecords, rightRecords, words: words.words });

  const group = await groupTables(engine, model, {
    left: input.left,
    right: input.right,
    leftResidue: 'std_left',
    rightResidue: 'std_right',
  });
  report('group', 0);
  const rules = await block(engine, dialect, model, {
    left: 'std_left',
    right: 'std_right',
    out: 'candidates',
    group,
  });
  report('block', await count('candidates'), { rules });
  const kin = await compareKin(engine, dialect, model, input.standardisers ?? {}, input.left);
  report('kin', kin);

  const layout = patternLayout(model);
  const compare = async (out: string, pairs: string, left: string, right: string, keep: string[] = []) => {
    const sql = comparisonSql(model, dialect, { pairs, left, right, keep });
    await engine.run(
      `CREATE OR REPLACE TEMP TABLE ${out} AS SELECT ${['k_left', 'k_right', ...keep].join(', ')}, ${patternSql(layout)} AS pattern FROM (${sql})`,
    );
  };
  const patterns = async (table: string): Promise<(PatternCount & { pattern: number })[]> => {
    const columns = await engine.columns(
      `SELECT pattern::DOUBLE AS pattern, count(*)::DOUBLE AS n FROM ${table} GROUP BY ALL ORDER BY 1`,
    );
    const counts = columns.n as number[];
    return (columns.pattern as number[]).map((pattern, i) => ({
      pattern,
      codes: patternCodes(layout, pattern),
      count: counts[i] as number,
    }));
  };
  await compare('compared', 'candidates', 'std_left', 'std_right', ['rules']);
  report('compare', await count('compared'));

  let knownPairs: number;
  if (sampled > 0) {
    await engine.run(`ALTER TABLE sample_right ADD COLUMN group_linked BOOLEAN;
      UPDATE sample_right SET group_linked = s.others_linked > 0 FROM sampled s WHERE s.k_right = sample_right.k`);
    await block(engine, dialect, model, {
      left: 'std_left',
      right: 'sample_right',
      out: 'known_pairs',
      group,
      rightIsLinked: true,
    });
    knownPairs = leftRecords * sampled;
  } else {
    knownPairs = await pairAtRandom(
      engine,
      'std_left',
      'std_right',
      model.training?.randomSample ?? DEFAULT_RANDOM_SAMPLE,
    );
  }
  await compare('known_compared', 'known_pairs', 'std_left', sampled > 0 ? 'sample_right' : 'std_right');
  const known = await patterns('known_compared');
  const candidatePatterns = await patterns('compared');
  report('known', known.length, { candidatePatterns: candidatePatterns.length, knownPairs });

  const trainingData = {
    candidates: candidatePatterns,
    different: known,
    differentPairs: knownPairs,
    leftRecords,
    rightRecords,
  };
  const start = {
    same: startingLevels(model),
    maxRounds: model.training?.maxRounds ?? 100,
    tolerance: model.training?.tolerance ?? 1e-3,
  };
  const roles = comparisonRoles(model);
  let pairModel = train(trainingData, start, roles);
  report('train', candidatePatterns.length, {
    rounds: pairModel.rounds,
    converged: pairModel.converged,
    matches: pairModel.matches,
  });

  await engine.load('pattern_index', [
    { name: 'pattern', type: 'DOUBLE', values: candidatePatterns.map((p) => p.pattern) },
    { name: 'i', type: 'INTEGER', values: candidatePatterns.map((_, i) => i) },
    {
      name: 'keep',
      type: 'INTEGER',
      values: candidatePatterns.map((p) => (matchWeight(pairModel, p.codes) > FAINT_WEIGHT ? 1 : 0)),
    },
  ]);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE node_left AS SELECT k, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS node FROM std_left;
    CREATE OR REPLACE TEMP TABLE node_right AS SELECT k, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS node FROM std_right`);
  const edges = await engine.columns(`
    SELECT l.node AS l, r.node AS r, i, s.k_left::INTEGER AS k_left, s.k_right::INTEGER AS k_right
    FROM compared s JOIN pattern_index x ON x.pattern = s.pattern::DOUBLE
    JOIN node_left l ON l.k = s.k_left JOIN node_right r ON r.k = s.k_right WHERE x.keep = 1 ORDER BY l.node, r.node`);
  const patternOf = edges.i as number[];
  report('edges', patternOf.length);

  const graph = {
    left: Int32Array.from(edges.l as number[]),
    right: Int32Array.from(edges.r as number[]),
    weight: new Float64Array(patternOf.length),
  };
  const oneToOne = model.cardinality !== 'many-to-many';
  let posterior = { matches: pairModel.matches } as MatchingPosterior;
  let patternWeight = new Float64Array();
  for (let round = 0; round <= RELEARN_ROUNDS; round++) {
    patternWeight = Float64Array.from(candidatePatterns, (p) => matchWeight(pairModel, p.codes));
    for (let e = 0; e < patternOf.length; e++)
      graph.weight[e] = patternWeight[patternOf[e] as number] as number;
    posterior = matchingPosterior(graph, { leftRecords, rightRecords, matches: posterior.matches, oneToOne });
    if (round === RELEARN_ROUNDS) break;
    const matched = new Float64Array(candidatePatterns.length);
    for (let e = 0; e < patternOf.length; e++)
      matched[patternOf[e] as number] =
        (matched[patternOf[e] as number] as number) + (posterior.edge[e] as number);
    pairModel = relearn(pairModel, trainingData, start, roles, matched);
  }
  report('relearn', patternOf.length, {
    matches: posterior.matches,
    tidy: pairModel.same.map((k) => k.share),
  });
  const threshold = input.threshold ?? 0.5;
  const order = Float64Array.from({ length: graph.left.length }, (_, i) => i);
  const picked = assign(
    graph,
    posterior.edge,
    (e) => (posterior.leftUnmatched[graph.left[e] as number] as number) < threshold,
    order,
  );
  const linked = new Uint8Array(graph.left.length);
  for (const e of picked) linked[e] = 1;
  const edgeProbability = Array.from(posterior.edge);
  await engine.load('edges', [
    { name: 'k_left', type: 'INTEGER', values: edges.k_left as number[] },
    { name: 'k_right', type: 'INTEGER', values: edges.k_right as number[] },
    { name: 'weight', type: 'DOUBLE', values: Array.from(graph.weight) },
    { name: 'posterior', type: 'DOUBLE', values: edgeProbability },
    { name: 'linked', type: 'INTEGER', values: Array.from(linked) },
  ]);
  await engine.load('left_unmatched', [
    { name: 'node', type: 'INTEGER', values: Array.from({ length: leftRecords }, (_, i) => i) },
    { name: 'p', type: 'DOUBLE', values: Array.from(posterior.leftUnmatched) },
  ]);
  await engine.run(`
    CREATE OR REPLACE TABLE scored AS
    SELECT c.k_left, c.k_right, c.rules, c.pattern, e.weight, e.posterior, e.linked = 1 AS linked
    FROM compared c JOIN edges e ON e.k_left = c.k_left AND e.k_right = c.k_right;
    CREATE OR REPLACE TABLE residue_result AS
    SELECT n.k AS k_left, u.p AS p_unmatched, b.best_right, b.linked_right, b.best_posterior
    FROM node_left n JOIN left_unmatched u USING (node)
    LEFT JOIN (
      SELECT s.k_left, arg_max(s.k_right, (s.posterior, s.weight, -r.node)) AS best_right, max(s.posterior) AS best_posterior,
        max(CASE WHEN s.linked THEN s.k_right END) AS linked_right
      FROM scored s JOIN node_right r ON r.k = s.k_right GROUP BY s.k_left) b ON b.k_left = n.k`);
  const expectedUnmatched = posterior.leftUnmatched.reduce((a, b) => a + b, 0);
  report('assign', picked.length, {
    matches: posterior.matches,
    priorWeight: posterior.priorWeight,
    rounds: posterior.rounds,
    expectedUnmatched,
  });
  return { stages, exact, rules, pairModel, leftRecords, rightRecords, expectedUnmatched };
}

/** Starting P(level | same person): the model's own values, else the first level likely and the rest less so. */
function startingLevels(model: LinkModel): LevelTable[] {
  const shares = (tidy: number) =>
    model.comparisons.map((comparison) => {
      const n = comparison.levels.length;
      const listed = comparison.levels.map(
        (level, i) => level.m ?? (i === 0 ? tidy : (0.8 * (1 - tidy)) / Math.max(1, n - 1)),
      );
      const rest = Math.max(0.02 * (1 - tidy) + 0.002, 1 - listed.reduce((a, b) => a + b, 0));
      const all = [0, ...listed, rest];
      const total = all.reduce((a, b) => a + b, 0);
      return Float64Array.from(all, (p) => p / total);
    });
  return [shares(0.85)];
}

/** The parts comparisons play in training, by index. */
function comparisonRoles(model: LinkModel): ComparisonRoles {
  const index = (matches: (field: string) => boolean) => {
    const i = model.comparisons.findIndex((c) => matches(c.field));
    return i < 0 ? undefined : i;
  };
  return {
    key: model.exactTier ? index((field) => field === model.exactTier?.key) : undefined,
    group: model.group ? index((field) => field === model.group?.field) : undefined,
    fixed: model.comparisons.flatMap((c, i) =>
      c.levels.flatMap((level, j) =>
        level.u === undefined ? [] : [[i, j + 1, level.u] as [number, number, number]],
      ),
    ),
  };
}
