import type { Engine } from '@jangkau/linkage';

/**
 * Tables `residue_left` (k, id, village, banjar, kk, sex, born) and `residue_right` (k, id, village, segment, class,
 * status): what the results say of the records that the NIK did not settle (and of cards that lost to another of the same NIK). Fetched once, because every fetch
 * goes through the whole register.
 */
export async function makeResidueRows(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE residue_left AS
      SELECT t.rowid AS k, t.id, t.village, t.banjar, t.kk, t.sex, t.born
      FROM residents t JOIN (SELECT k FROM std_left WHERE NOT decoy) s ON s.k = t.rowid;
    CREATE OR REPLACE TABLE residue_right AS
      SELECT m.rowid AS k, m.id, m.village, m.segment, m.class, m.status
      FROM members m JOIN (SELECT k FROM std_right UNION SELECT k_right FROM exact_further) s ON s.k = m.rowid`);
}
