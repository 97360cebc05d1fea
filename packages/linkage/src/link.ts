import type { Dialect } from './compile/dialect.ts';
import { duckdbDialect } from './compile/duckdb-dialect.ts';
import { type PatternLayout, patternLayout } from './compile/pattern-layout.ts';
import type { Engine } from './engine/engine.ts';
import type { LinkModel } from './model/link-model.ts';
import type { WordStandardiser } from './model/word-standardiser.ts';
import { block, type RuleReport } from './stages/block.ts';
import { type ExactOutcome, type ExactReport, exactTier } from './stages/exact-tier.ts';
import { loadFreeRecords } from './stages/free-records.ts';
import { groupTables } from './stages/group-tables.ts';
import { keylessShare } from './stages/keyless-share.ts';
import { compareKin } from './stages/kin.ts';
import { farLargerRight, narrow } from './stages/narrow.ts';
import { compare, countPatterns, type Pattern } from './stages/patterns.ts';
import { PreparedRight } from './stages/prepare-right.ts';
import { resolve } from './stages/resolve.ts';
import { pairAtRandom, sampleExactLinks } from './stages/samples.ts';
import { type SideInput, standardise } from './stages/standardise.ts';
import type { PairModel } from './training/pair-model.ts';
import { withoutSecondRecords } from './training/second-records.ts';
import { comparisonRoles, startingLevels } from './training/start.ts';
import { train } from './training/train.ts';

/** Two tables in the engine (each with a unique text column `id`) and how to read their words. */
export interface LinkInput {
  left: string;
  right: string;
  /** How to standardise the words of each field of kind 'words'; plain words when absent. */
  standardisers?: Record<string, WordStandardiser>;
  /** Left records with P(no match) at or above this are not linked. Default 0.5. */
  threshold?: number;
  /** Table of pairs somebody has decided: k_left, k_right, same (BOOLEAN). */
  decided?: string;
  /** Columns of the tables to carry along into std_left and std_right; carriedColumn says under which name. */
  carry?: { left: readonly string[]; right: readonly string[] };
  /** The schema in which prepareRight has prepared the right table (with the same `carry.right`); used where it fits. */
  prepared?: string;
  /** Called before a stage begins, which waits for it. Throwing from it stops the linkage. */
  onStart?: (stage: LinkStage) => void | Promise<void>;
  onStage?: (stage: StageReport) => void;
}

export type LinkStage = 'exact' | 'standardise' | 'block' | 'compare' | 'train' | 'resolve';

/** A named step with its rows and time. */
export interface StageReport {
  stage: LinkStage;
  rowsIn: number;
  rowsOut: number;
  ms: number;
  detail: Record<string, unknown>;
}

/** What a linkage found. The links themselves are in the engine's tables. */
export interface LinkResult {
  stages: StageReport[];
  exact?: ExactReport;
  rules: RuleReport[];
  layout: PatternLayout;
  pairModel: PairModel;
  /** The right residue was narrowed to records near the left one: what is unmatched there says nothing of the rest. */
  narrowed: boolean;
  /** log2 of the prior odds that two unmatched records match. */
  priorWeight: number;
  /** Records of the residue. */
  leftRecords: number;
  rightRecords: number;
  /** Expected number of residue records with a match, over all one-to-one matchings. */
  expectedMatches: number;
}

const DEFAULT_RANDOM_SAMPLE = 800;

/**
 * Links two registers. Leaves in the engine: `exact_links` (k_left, k_right, accepted), and for the residue
 * `scored` (k_left, k_right, rules, pattern, weight, posterior, linked) and `residue_result` (k_left,
 * p_unmatched, best_right, linked_right, decided). Throws ModelError for a model that does not fit.
 */
export async function link(
  engine: Engine,
  model: LinkModel,
  input: LinkInput,
  dialect: Dialect = duckdbDialect,
): Promise<LinkResult> {
  const stages: StageReport[] = [];
  const run = async <T>(
    stage: LinkStage,
    work: () => Promise<{ value: T; rowsIn: number; rowsOut: number; detail?: Record<string, unknown> }>,
  ) => {
    await input.onStart?.(stage);
    const started = performance.now();
    const { value, rowsIn, rowsOut, detail = {} } = await work();
    const report = { stage, rowsIn, rowsOut, ms: Math.round(performance.now() - started), detail };
    stages.push(report);
    input.onStage?.(report);
    return value;
  };
  const count = async (table: string) =>
    (await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? 0;
  const standardisers = input.standardisers ?? {};

  let exact: ExactOutcome | undefined;
  let sampled = 0;
  if (model.exactTier) {
    exact = await run('exact', async () => {
      const value = await exactTier(engine, dialect, model, {
        left: input.left,
        right: input.right,
        decided: input.decided,
      });
      const { report } = value;
      sampled = await sampleExactLinks(engine, model, { left: input.left, links: report.links });
      return { value, rowsIn: report.keyPairs, rowsOut: report.links, detail: { ...report } };
    });
  }

  const { leftRecords, rightRecords, narrowed } = await run('standardise', async () => {
    const nothing = new Uint32Array();
    await loadFreeRecords(engine, input.left, exact?.linked.left ?? nothing, 'free_left');
    await engine.run(`
      CREATE OR REPLACE TABLE rows_left AS
      SELECT k, false AS decoy FROM free_left ${sampled > 0 ? 'UNION ALL SELECT k_left, true FROM sampled' : ''};
      DROP TABLE free_left`);
    const wholeRight = await farLargerRight(engine, model, input);
    const sides: [SideInput, SideInput] = [
      {
        side: 'left',
        table: input.left,
        out: 'std_left',
        rows: { table: 'rows_left', carry: ['decoy'] },
        own: input.carry?.left,
      },
      {
        side: 'right',
        table: input.right,
        out: 'std_right',
        rows: { table: wholeRight === undefined ? 'rows_right' : 'narrowed', carry: [] },
        own: input.carry?.right,
      },
    ];
    const ready =
      input.prepared &&
      (await PreparedRight.find(engine, model, input.prepared, { standardisers, carry: input.carry?.right }));
    let words: Record<string, number>;
    if (ready) {
      const narrowed = wholeRight === undefined ? undefined : model.narrowing;
      const picked = { standardisers, left: sides[0], right: sides[1].out, narrowed };
      ({ words } = await ready.pick(engine, dialect, model, picked));
    } else {
      if (wholeRight !== undefined) await narrow(engine, model, input);
      else await loadFreeRecords(engine, input.right, exact?.linked.right ?? nothing, 'rows_right');
      ({ words } = await standardise(engine, dialect, model, standardisers, sides));
    }
    const value = {
      leftRecords: await count('std_left WHERE NOT decoy'),
      rightRecords: wholeRight ?? (await count('std_right')),
      narrowed: wholeRight !== undefined,
    };
    const rows = value.leftRecords + value.rightRecords;
    return { value, rowsIn: rows, rowsOut: rows, detail: { ...value, words, sampled } };
  });

  const group = await groupTables(engine, model, {
    leftResidue: 'std_left',
    rightResidue: 'std_right',
  });
  const rules = await run('block', async () => {
    const value = await block(engine, dialect, model, {
      left: 'std_left',
      right: 'std_right',
      out: 'candidates',
      group,
      narrowed,
      decided: input.decided,
    });
    const kin = await compareKin(engine, dialect, model, input);
    return {
      value,
      rowsIn: leftRecords + rightRecords,
      rowsOut: await count('candidates'),
      detail: { rules: value, kin },
    };
  });

  const layout = patternLayout(model);
  const roles = comparisonRoles(model);
  const { candidates, known, knownPairs } = await run('compare', async () => {
    const pairs = {
      out: 'compared',
      pairs: 'candidates',
      left: 'std_left',
      right: 'std_right',
      keep: ['rules', 'decoy'],
    };
    await compare(engine, dialect, model, pairs);
    const candidates = await countPatterns(engine, layout, 'compared WHERE NOT decoy');
    let known: Pattern[];
    let knownPairs = sampled * rightRecords;
    if (sampled > 0) {
      // A second record of a person whom the tier has linked does not show what different people look like.
      const others = 'compared c ANTI JOIN exact_further f ON f.k_left = c.k_left AND f.k_right = c.k_right';
      const patterns = await countPatterns(engine, layout, `${others} WHERE decoy`);
      known = withoutSecondRecords(patterns, roles);
    } else {
      const records = model.training?.randomSample ?? DEFAULT_RANDOM_SAMPLE;
      knownPairs = await pairAtRandom(engine, 'std_left', 'std_right', records);
      await compare(engine, dialect, model, { ...pairs, out: 'known_compared', pairs: 'known_pairs' });
      known = await countPatterns(engine, layout, 'known_compared');
    }
    const rows = candidates.reduce((a, p) => a + p.count, 0);
    return {
      value: { candidates, known, knownPairs },
      rowsIn: rows,
      rowsOut: candidates.length,
      detail: { knownPatterns: known.length },
    };
  });

  const training = {
    candidates,
    different: known,
    differentPairs: knownPairs,
    differentAtRandom: sampled === 0,
    leftRecords,
    rightRecords,
    keyless: await keylessShare(engine, model, exact?.report.links ?? 0),
  };
  const start = startingLevels(model);
  const first = await run('train', async () => {
    const value = await train(training, start, roles);
    return {
      value,
      rowsIn: candidates.length,
      rowsOut: candidates.length,
      detail: { rounds: value.rounds, converged: value.converged, matches: value.matches },
    };
  });
  const resolved = await run('resolve', async () => {
    const value = await resolve(engine, {
      patterns: candidates satisfies Pattern[],
      training,
      start,
      roles,
      pairModel: first,
      standing: { model, dialect, layout },
      oneToOne: model.cardinality !== 'many-to-many',
      threshold: input.threshold ?? 0.5,
      decided: input.decided,
    });
    return { value, rowsIn: value.edges, rowsOut: value.links, detail: { rounds: value.posterior.rounds } };
  });
  return {
    stages,
    exact: exact?.report,
    rules,
    layout,
    pairModel: resolved.pairModel,
    priorWeight: resolved.posterior.priorWeight,
    leftRecords,
    rightRecords,
    narrowed,
    expectedMatches: resolved.posterior.matches,
  };
}
