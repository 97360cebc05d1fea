import { comparisonSql } from '../compile/comparison-sql.ts';
import type { Dialect } from '../compile/dialect.ts';
import {
  type PatternLayout,
  pairLayout,
  patternCodes,
  patternLayout,
  patternSql,
} from '../compile/pattern-layout.ts';
import type { Engine } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';
import type { PatternCount } from '../training/latent-class.ts';

/** A pattern with its packed number. */
export interface Pattern extends PatternCount {
  pattern: number;
}

/** Compares the pairs of a table: makes `out` (k_left, k_right, pattern and the columns in `keep`). */
export async function compare(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  input: { out: string; pairs: string; left: string; right: string; keep?: string[] },
): Promise<void> {
  const { out, pairs, left, right, keep = [] } = input;
  const columns = ['k_left', 'k_right', ...keep].join(', ');
  const sql = comparisonSql(model, dialect, { pairs, left, right, keep });
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE ${out} AS SELECT ${columns}, ${patternSql(patternLayout(model))} AS pattern FROM (${sql})`,
  );
}

/** How often each pattern occurs in a compared table, in the order of the pattern numbers. */
export async function countPatterns(engine: Engine, layout: PatternLayout, rows: string): Promise<Pattern[]> {
  const columns = await engine.columns(
    `SELECT pattern::DOUBLE AS pattern, count(*)::DOUBLE AS n FROM ${rows} GROUP BY ALL ORDER BY 1`,
  );
  const counts = columns.n as number[];
  const pairs = pairLayout(layout);
  return (columns.pattern as number[]).map((pattern, i) => ({
    pattern,
    codes: patternCodes(pairs, pattern),
    count: counts[i] as number,
  }));
}
