import { type BlockingRecall, blockingRecall, type Engine } from '@jangkau/linkage';
import { MILLION } from './results-table.ts';

/** How much blocking missed, and what that means for the figures. */
export interface BlockingError {
  recall: BlockingRecall;
  /** Standard error that missed pairs add to a number of uncovered, as a share of it: a missed pair counts as uncovered. */
  share: number;
}

/** Capture-recapture over the rules that proposed the pairs of `scored`. After makeResidentResult. */
export async function blockingError(engine: Engine): Promise<BlockingError> {
  const catches = await engine.rows<{ rules: number; matches: number }>(
    `SELECT rules, sum(CAST(round(posterior * ${MILLION}) AS BIGINT)) / ${MILLION} AS matches FROM scored GROUP BY 1 ORDER BY 1`,
  );
  const [sum] = await engine.rows<{ p: number }>('SELECT coalesce(sum(p), 0) AS p FROM residue_resident');
  const recall = blockingRecall(catches);
  const uncovered = (sum?.p ?? 0) / MILLION;
  // At most so many were missed, with 95 % certainty.
  const most = recall.found * (1 / recall.low - 1);
  return { recall, share: uncovered > 0 ? Math.min(1, most / uncovered) / 1.96 : 0 };
}
