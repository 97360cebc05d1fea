import { carriedColumn, type Engine, type LinkModel } from '@jangkau/linkage';

/** Columns of the registers that the results show; the linkage carries them along with the records it looks at. */
export const SHOWN = {
  left: ['village', 'banjar', 'kk', 'sex', 'born'],
  right: ['village', 'segment', 'class', 'status'],
} as const;

/**
 * Views `residue_left` (k, id, village, banjar, kk, sex, born) and `residue_right` (k, id, village, segment, class,
 * status): what the results say of the records that the NIK did not settle. Cards that lost to another of the same NIK
 * are there with their number alone.
 */
export async function makeResidueRows(engine: Engine, model: LinkModel): Promise<void> {
  const shown = (side: 'left' | 'right') =>
    SHOWN[side].map((c) => `${carriedColumn(model, side, c)} AS ${c}`).join(', ');
  await engine.run(`
    CREATE OR REPLACE VIEW residue_left AS SELECT k, id, ${shown('left')} FROM std_left WHERE NOT decoy;
    CREATE OR REPLACE TABLE lost_cards AS
      SELECT DISTINCT f.k_right AS k, f.right_id AS id FROM exact_further f ANTI JOIN std_right r ON r.k = f.k_right;
    CREATE OR REPLACE VIEW residue_right AS
      SELECT k, id, ${shown('right')} FROM std_right
      UNION ALL SELECT k, id, ${SHOWN.right.map(() => 'NULL').join(', ')} FROM lost_cards`);
}
