import { comparisonSql } from './compile/comparison-sql.ts';
import type { Dialect } from './compile/dialect.ts';
import { duckdbDialect } from './compile/duckdb-dialect.ts';
import { patternCodes, patternLayout, patternSql } from './compile/pattern-layout.ts';
import type { Engine } from './engine/engine.ts';
import type { LinkModel } from './model/link-model.ts';
import type { WordStandardiser } from './model/word-standardiser.ts';
import { assign } from './resolution/assign.ts';
import { matchingPosterior } from './resolution/matching-posterior.ts';
import { block, type RuleReport } from './stages/block.ts';
import { type ExactReport, exactTier } from './stages/exact-tier.ts';
import { groupTables } from './stages/group-tables.ts';
import { pairAtRandom, pairSampledGroups, sampleExactLinks } from './stages/samples.ts';
import { type SideInput, standardise } from './stages/standardise.ts';
import type { LevelTable, PatternCount } from './training/latent-class.ts';
import { matchWeight, type PairModel } from './training/pair-model.ts';
import { train } from './training/train.ts';

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

const DEFAULT_RANDOM_SAMPLE = 1500;

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
    sides.push(
      {
        side: 'left',
        table: input.left,
        out: 'sample_left',
        where: 't.rowid IN (SELECT k_left FROM sampled)',
      },
      {
        side: 'right',
        table: input.right,
        out: 'sample_right',
        where: 't.rowid IN (SELECT k_right FROM sampled)',
      },
    );
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
  const rules = await block(engine, dialect, model, { left: 'std_left', right: 'std_right', group });
  report('block', await count('candidates'), { rules });

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

  const known = sampled > 0 ? 'sample_right' : 'std_right';
  await pairAtRandom(engine, 'std_left', known, model.training?.randomSample ?? DEFAULT_RANDOM_SAMPLE);
  if (sampled > 0) {
    for (const t of ['sample_left', 'sample_right']) {
      await engine.run(
        `ALTER TABLE ${t} ADD COLUMN group_linked BOOLEAN; UPDATE ${t} SET group_linked = true`,
      );
    }
  }
  await compare('random_compared', 'random_pairs', 'std_left', known);
  const random = await patterns('random_compared');
  let groupPatterns: PatternCount[] = [];
  if (sampled > 0 && model.group) {
    await pairSampledGroups(engine);
    await compare('group_compared', 'group_pairs', 'sample_left', 'sample_right');
    groupPatterns = await patterns('group_compared');
  }
  const candidatePatterns = await patterns('compared');
  report('sample-compare', random.length + groupPatterns.length + candidatePatterns.length, {
    candidatePatterns: candidatePatterns.length,
    groupPatterns: groupPatterns.length,
    random: random.length,
  });

  const pairModel = train(
    { candidates: candidatePatterns, random, group: groupPatterns, leftRecords, rightRecords },
    {
      same: startingLevels(model),
      maxRounds: model.training?.maxRounds ?? 200,
      tolerance: model.training?.tolerance ?? 1e-4,
    },
  );
  report('train', candidatePatterns.length, {
    rounds: pairModel.rounds,
    converged: pairModel.converged,
    matches: pairModel.matches,
  });

  const weights = candidatePatterns.map((p) => matchWeight(pairModel, p.codes));
  await engine.load('pattern_weights', [
    { name: 'pattern', type: 'DOUBLE', values: candidatePatterns.map((p) => p.pattern) },
    { name: 'weight', type: 'DOUBLE', values: weights },
  ]);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE weighed AS
    SELECT c.*, w.weight FROM compared c JOIN pattern_weights w ON w.pattern = c.pattern::DOUBLE WHERE w.weight > 2`);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE node_left AS SELECT k, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS node FROM std_left;
    CREATE OR REPLACE TEMP TABLE node_right AS SELECT k, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS node FROM std_right`);
  const edges = await engine.columns(`
    SELECT l.node AS l, r.node AS r, s.weight, s.k_left::INTEGER AS k_left, s.k_right::INTEGER AS k_right
    FROM weighed s JOIN node_left l ON l.k = s.k_left JOIN node_right r ON r.k = s.k_right ORDER BY l.node, r.node`);
  report('score', (edges.l as number[]).length);

  const graph = {
    left: Int32Array.from(edges.l as number[]),
    right: Int32Array.from(edges.r as number[]),
    weight: Float64Array.from(edges.weight as number[]),
  };
  const posterior = matchingPosterior(graph, {
    leftRecords,
    rightRecords,
    matches: pairModel.matches,
    oneToOne: model.cardinality !== 'many-to-many',
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
    { name: 'posterior', type: 'DOUBLE', values: edgeProbability },
    { name: 'linked', type: 'INTEGER', values: Array.from(linked) },
  ]);
  await engine.load('left_unmatched', [
    { name: 'node', type: 'INTEGER', values: Array.from({ length: leftRecords }, (_, i) => i) },
    { name: 'p', type: 'DOUBLE', values: Array.from(posterior.leftUnmatched) },
  ]);
  await engine.run(`
    CREATE OR REPLACE TABLE scored AS
    SELECT w.*, e.posterior, e.linked = 1 AS linked FROM weighed w JOIN edges e ON e.k_left = w.k_left AND e.k_right = w.k_right;
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
  const flatten = (levels: LevelTable): LevelTable =>
    levels.map((p) => p.map((x, i) => (i === 0 ? 0 : 0.5 * x + 0.5 / (p.length - 1))));
  const tidy = shares(0.85);
  return [tidy, flatten(tidy)];
}
