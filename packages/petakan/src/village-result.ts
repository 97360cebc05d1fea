import type { Engine } from '@jangkau/linkage';
import { MILLION } from './results-table.ts';

/** What the model itself may be off by, as a share of the expected number: added to every interval. */
export const MODEL_ERROR = 0.03;

/** Villages a register names in no code go under this key. */
export const UNKNOWN_VILLAGE = 'tidak-diketahui';

/** SQL: the members of each village (v, members). */
export const villageMembersSql = `SELECT coalesce(village, '${UNKNOWN_VILLAGE}') AS v, count(*) AS members FROM members GROUP BY village`;

/** Tables `village_residents` and `village_members`: the people of each village in both registers; the latter may be prepared. */
export async function makeVillageCounts(engine: Engine, membersPrepared: boolean): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE village_residents AS
      SELECT coalesce(village, '${UNKNOWN_VILLAGE}') AS v, count(*) AS residents FROM residents GROUP BY village`);
  if (!membersPrepared) await engine.run(`CREATE OR REPLACE TABLE village_members AS ${villageMembersSql}`);
}

/**
 * Per village: residents, linked, expected uncovered with a 95 % interval, coverage, members, inactive.
 * The count of uncovered is a sum of independent probabilities, so its variance is the sum of p (1 - p); what
 * the model itself may be off by is added (MODEL_ERROR), and what pairs that no blocking rule proposed may add
 * (`missedShare`, see blockingError), each as a share of the number.
 */
export async function makeVillageResult(engine: Engine, missedShare: number): Promise<void> {
  const share = Math.hypot(MODEL_ERROR, missedShare);
  await engine.run(`
    CREATE OR REPLACE TABLE village_result AS
    WITH q AS (
      SELECT coalesce(t.village, '${UNKNOWN_VILLAGE}') AS v, sum(q.p)::BIGINT AS p,
        sum(CAST(round(q.p / ${MILLION} * (${MILLION} - q.p)) AS BIGINT))::BIGINT AS variance,
        count(*) FILTER (q.card_k IS NULL) AS unlinked
      FROM residue_resident q JOIN residue_left t ON t.k = q.k GROUP BY 1),
    i AS (SELECT coalesce(village, '${UNKNOWN_VILLAGE}') AS v, count(*) AS inactive FROM inactive_link GROUP BY 1)
    SELECT v AS kode_desa, r.residents, r.residents - coalesce(q.unlinked, 0) AS linked,
      coalesce(q.p, 0) / ${MILLION} AS uncovered,
      greatest(0, coalesce(q.p, 0) / ${MILLION} - spread) AS low,
      least(r.residents, coalesce(q.p, 0) / ${MILLION} + spread) AS high,
      1 - coalesce(q.p, 0) / ${MILLION} / r.residents AS coverage,
      coalesce(m.members, 0) AS members, coalesce(i.inactive, 0) AS inactive
    FROM (SELECT *, 1.96 * sqrt(coalesce(q.variance, 0) / ${MILLION} + pow(${share} * coalesce(q.p, 0) / ${MILLION}, 2)) AS spread
      FROM village_residents LEFT JOIN q USING (v)) r
    LEFT JOIN q USING (v) LEFT JOIN village_members m USING (v) LEFT JOIN i USING (v)`);
}
