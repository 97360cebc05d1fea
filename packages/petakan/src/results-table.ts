import {
  type Engine,
  type LinkModel,
  type LinkResult,
  type PatternLayout,
  patternCodes,
  weightParts,
} from '@jangkau/linkage';

/** Probabilities are kept as whole millionths, so that sums do not depend on the order of the rows. */
export const MILLION = 1_000_000;

/** Bits, with the prior, from which a candidate is worth naming: about one chance in thirty. */
const SIMILAR_BITS = -5;

/** SQL: the level code of a comparison in a packed pattern. */
function levelOf(layout: PatternLayout, comparison: string, pattern: string): string {
  const found = layout.comparisons.find((c) => c.name === comparison);
  return found ? `(${pattern} // ${found.weight}) % ${found.levels.length}` : '0';
}

/** Table `scored_facts`: of every linked pair of the residue, whether the NIK is the same and whether the family spoke for it. */
export async function makeScoredFacts(engine: Engine, layout: PatternLayout): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE scored_facts AS
    SELECT k_left, k_right, ${levelOf(layout, 'nik', 'pattern')} = 1 AS nik_same,
      ${levelOf(layout, 'family', 'pattern')} IN (1, 2) AND ${levelOf(layout, 'born', 'pattern')} <> 1 AS family_evidence
    FROM scored WHERE linked`);
}

/**
 * Table `exact_probability` (accepted, p in millionths, probability as text). A link by NIK is wrong when the
 * NIK stands on another person's card who also agrees on name and date as the tier demands; how often that
 * happens is bounded by the links the tier refused: those share the NIK and are mostly other people. One in
 * a thousand of them passing by chance is a cautious figure.
 */
export async function makeExactProbability(
  engine: Engine,
  model: LinkModel,
  exact: LinkResult['exact'],
): Promise<void> {
  const refused = (exact?.keyPairs ?? 0) - Object.values(exact?.accepted ?? {}).reduce((a, b) => a + b, 0);
  const lists = (model.exactTier?.accept ?? []).map((a) => exact?.accepted[a.label] ?? 0);
  const p = lists.map((n) => {
    const wrong = Math.min(0.01, (refused / 1000 / lists.length + 0.5) / Math.max(1, n));
    return Math.round((1 - wrong) * MILLION);
  });
  await engine.load('exact_probability', [
    { name: 'accepted', type: 'INTEGER', values: p.map((_, i) => i) },
    { name: 'p', type: 'INTEGER', values: p },
    { name: 'probability', type: 'VARCHAR', values: p.map((x) => (x / MILLION).toFixed(6)) },
  ]);
}

/**
 * Tables `residue_resident` (k, p of being uncovered and posterior of the link in millionths, card_k, tier,
 * best_k), `duplicate_resident` (rows of a person whose other row holds the card: other_k) and `uncovered_resident` (those at or above the threshold, with the reason code of uncovered.csv).
 */
export async function makeResidentResult(
  engine: Engine,
  options: { threshold: number; asOf: string; priorWeight: number },
): Promise<void> {
  const threshold = Math.round(options.threshold * MILLION);
  const newbornAfter = `CAST('${options.asOf}' AS DATE) - INTERVAL 1 YEAR`;
  const alone = `q.best_weight + ${options.priorWeight}`;
  await engine.run(`
    CREATE OR REPLACE TABLE duplicate_resident AS
    SELECT f.k_left AS k, min(e.k_left) AS other_k FROM exact_further f
    JOIN (SELECT k_left, k_right FROM exact_links WHERE k_right IN (SELECT k_right FROM exact_further)) e ON e.k_right = f.k_right
    JOIN residue_result q ON q.k_left = f.k_left WHERE q.linked_right IS NULL GROUP BY f.k_left;
    CREATE OR REPLACE TABLE residue_resident AS
    SELECT q.k_left AS k, CASE WHEN d.k IS NULL THEN CAST(round(q.p_unmatched * ${MILLION}) AS INTEGER) ELSE 0 END AS p,
      q.linked_right AS card_k,
      CAST(round((1 - q.p_unmatched) * ${MILLION}) AS INTEGER) AS posterior,
      CASE WHEN q.decided THEN 'decided' WHEN s.nik_same THEN 'nik-review' WHEN s.family_evidence THEN 'household' ELSE 'probable' END AS tier,
      CASE WHEN ${alone} > ${SIMILAR_BITS} THEN q.best_right END AS best_k, ${alone} > 0 AS likely_alone, q.decided
    FROM residue_result q
    LEFT JOIN scored_facts s ON s.k_left = q.k_left AND s.k_right = q.linked_right
    LEFT JOIN duplicate_resident d ON d.k = q.k_left;
    CREATE OR REPLACE TEMP TABLE covered_mother AS
    SELECT DISTINCT t.kk FROM (
      SELECT t.rowid AS k, t.kk FROM residents t
      WHERE t.sex = 2 AND t.born BETWEEN CAST('${options.asOf}' AS DATE) - INTERVAL 52 YEAR AND CAST('${options.asOf}' AS DATE) - INTERVAL 13 YEAR
        AND t.kk IN (SELECT b.kk FROM residue_left b JOIN residue_resident u ON u.k = b.k
          WHERE u.p >= ${threshold} AND b.born > ${newbornAfter})) t
    ANTI JOIN (SELECT k FROM residue_resident WHERE card_k IS NULL) u ON u.k = t.k;
    CREATE OR REPLACE TABLE uncovered_resident AS
    SELECT u.k, u.p, u.best_k, CASE
        WHEN u.decided THEN 'decided'
        WHEN t.born > ${newbornAfter} AND c.kk IS NOT NULL THEN 'newborn'
        WHEN u.best_k IS NULL THEN 'no-candidate'
        WHEN o.k_left IS NOT NULL AND u.likely_alone THEN 'claimed-candidate'
        ELSE 'weak-candidate' END AS reason
    FROM residue_resident u JOIN residue_left t ON t.k = u.k
    LEFT JOIN covered_mother c ON c.kk = t.kk
    LEFT JOIN residue_result o ON o.linked_right = u.best_k AND o.k_left <> u.k
    WHERE u.p >= ${threshold} AND u.card_k IS NULL AND u.k NOT IN (SELECT k FROM duplicate_resident)`);
}

/** Table `pattern_evidence` (pattern, evidence): the waterfall of a pattern as JSON, in bits; with the prior it sums to the weight. */
export async function makePatternEvidence(engine: Engine, linked: LinkResult): Promise<void> {
  const patterns = await engine.columns('SELECT DISTINCT pattern::DOUBLE AS pattern FROM scored ORDER BY 1');
  const list = patterns.pattern as number[];
  await engine.load('pattern_evidence_text', [
    { name: 'pattern', type: 'DOUBLE', values: list },
    { name: 'evidence', type: 'VARCHAR', values: list.map((p) => JSON.stringify(evidenceOf(linked, p))) },
  ]);
  await engine.run(
    'CREATE OR REPLACE TABLE pattern_evidence AS SELECT pattern::BIGINT AS pattern, evidence FROM pattern_evidence_text',
  );
}

/** One bar of the waterfall. */
export interface EvidenceBar {
  field: string;
  level: number;
  label: string;
  /** Bits. */
  weight: number;
}

/** The evidence of a pattern, comparison by comparison, after the prior. */
export function evidenceOf(
  linked: Pick<LinkResult, 'layout' | 'pairModel' | 'priorWeight'>,
  pattern: number,
): EvidenceBar[] {
  const codes = patternCodes(linked.layout, pattern);
  const { start, parts } = weightParts(linked.pairModel, codes);
  const bits = (x: number) => Math.round(x * 100) / 100;
  return [
    { field: 'prior', level: 0, label: 'prior', weight: bits(linked.priorWeight + start) },
    ...linked.layout.comparisons.map((c, i) => ({
      field: c.name,
      level: codes[i] as number,
      label: c.levels[codes[i] as number] as string,
      weight: bits(parts[i] as number),
    })),
  ];
}
