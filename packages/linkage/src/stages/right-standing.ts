import { standingSql } from '../compile/comparison-sql.ts';
import type { Dialect } from '../compile/dialect.ts';
import type { PatternLayout } from '../compile/pattern-layout.ts';
import type { Engine } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';

export interface StandingInput {
  model: LinkModel;
  dialect: Dialect;
  layout: PatternLayout;
}

/** A comparison of the right record alone: its number of level codes, and the code of every right node. */
export interface RightStanding {
  levels: number;
  codes: Int32Array;
}

/**
 * What the right records (std_right, numbered by node_right) say by themselves. Makes `node_standing` (k, standing: what is added to
 * the pattern of every pair of the record).
 */
export async function rightStanding(
  engine: Engine,
  { model, dialect, layout }: StandingInput,
): Promise<RightStanding[]> {
  const alone = layout.comparisons.filter((c) => c.side === 'right');
  const packed = alone.map((c) => `s.c_${c.name}::BIGINT * ${c.weight}`).join(' + ') || '0::BIGINT';
  const codes = alone.map((c) => `, s.c_${c.name}`).join('');
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE node_standing AS
    SELECT n.k, n.node, ${packed} AS standing ${codes}
    FROM node_right n JOIN (${standingSql(model, dialect, 'std_right')}) s ON s.k = n.k`);
  if (alone.length === 0) return [];
  const columns = await engine.columns(
    `SELECT ${alone.map((c) => `c_${c.name}`).join(', ')} FROM node_standing ORDER BY node`,
  );
  return alone.map((c) => ({
    levels: c.levels.length,
    codes: Int32Array.from(columns[`c_${c.name}`] as number[]),
  }));
}

/** The kinds of right records: every combination of level codes (one a comparison), and the kind of every right node. */
export function rightKinds(
  standing: readonly RightStanding[],
  rightNodes: number,
): { kinds: number[][]; kindOf: Int32Array } {
  let kinds: number[][] = [[]];
  const kindOf = new Int32Array(rightNodes);
  for (const { levels, codes } of standing) {
    kinds = kinds.flatMap((kind) => Array.from({ length: levels }, (_, level) => [...kind, level]));
    for (let r = 0; r < rightNodes; r++) kindOf[r] = (kindOf[r] as number) * levels + (codes[r] as number);
  }
  return { kinds, kindOf };
}
