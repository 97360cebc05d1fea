import type { Engine } from '@jangkau/linkage';

const INACTIVE_KIND = `CASE WHEN m.segment IN ('PBPU', 'BP', 'PBPU MANDIRI', 'MANDIRI') THEN 'arrears'
  WHEN m.segment IS NULL THEN 'unknown' ELSE 'lapsed' END`;

/** The kind of inactivity of a member row `m`: contributions owed, or a segment left with no new payer. */
export const inactiveKind = `CASE WHEN m.status = 'NONAKTIF' THEN ${INACTIVE_KIND} END`;

const columns = (id: string) =>
  `${id} AS id, m.id AS card, ${inactiveKind} AS kind, m.segment, m.class, t.village, t.banjar`;

/** Table `inactive_exact` (k of the resident, id, card, kind, segment, class, village, banjar): residents whose card by NIK is inactive. */
export async function makeExactInactive(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE inactive_exact AS
    SELECT e.k_left AS k, ${columns('e.left_id')}
    FROM exact_links e JOIN members m ON m.rowid = e.k_right JOIN residents t ON t.rowid = e.k_left
    WHERE m.status = 'NONAKTIF'`);
}

/** Table `inactive_residue`, the same of the residue's links, and the view `inactive_link` of both. After makeExactInactive. */
export async function makeInactive(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE inactive_residue AS
    SELECT l.k, ${columns('t.id')}
    FROM residue_resident l JOIN residue_right m ON m.k = l.card_k JOIN residue_left t ON t.k = l.k
    WHERE m.status = 'NONAKTIF';
    CREATE OR REPLACE VIEW inactive_link AS SELECT * FROM inactive_exact UNION ALL SELECT * FROM inactive_residue`);
}
