import type { Engine } from '@jangkau/linkage';

/** Probabilities are kept as whole millionths, so that sums do not depend on the order of the rows. */
export const MILLION = 1_000_000;

/**
 * One row per resident, table `resident_result`: k, p (millionths), card_k, posterior (millionths), tier,
 * best_k, reason. The reason is a code of uncovered.csv and null for linked residents.
 */
export async function makeResidentResult(engine: Engine, options: { threshold: number; asOf: string }): Promise<void> {
  const threshold = Math.round(options.threshold * MILLION);
  await engine.run(`
    CREATE OR REPLACE TABLE residue_resident AS
    SELECT q.k_left AS k, CAST(round(q.p_unmatched * ${MILLION}) AS INTEGER) AS p, q.linked_right AS card_k,
      CAST(round((1 - q.p_unmatched) * ${MILLION}) AS INTEGER) AS posterior,
      CASE WHEN q.decided THEN 'decided' WHEN s.nik_same THEN 'nik-review' WHEN s.family_evidence THEN 'household' ELSE 'probable' END AS tier,
      q.best_right AS best_k, q.decided
    FROM residue_result q
    LEFT JOIN scored_facts s ON s.k_left = q.k_left AND s.k_right = q.linked_right;
    CREATE OR REPLACE TABLE uncovered_resident AS
    SELECT u.k, u.p, u.best_k, CASE
        WHEN u.decided THEN 'decided'
        WHEN t.born > CAST('${options.asOf}' AS DATE) - INTERVAL 1 YEAR THEN 'newborn'
        WHEN u.best_k IS NULL THEN 'no-candidate'
        WHEN EXISTS (SELECT 1 FROM residue_result o WHERE o.linked_right = u.best_k AND o.k_left <> u.k) THEN 'claimed-candidate'
        ELSE 'weak-candidate' END AS reason
    FROM residue_resident u JOIN residents t ON t.rowid = u.k
    WHERE u.p >= ${threshold}`);
}
