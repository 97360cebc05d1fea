import type { Dialect } from '../compile/dialect.ts';
import { rawField } from '../compile/source-sql.ts';
import { column } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';

/** Posterior from which a right record that was not linked counts as a further card of a linked person. */
const FURTHER_POSTERIOR_WEIGHT = 14;
/** Names at least this similar (Jaro-Winkler) for a further record found by date and place. */
const FURTHER_SIMILAR = 0.93;

/**
 * Right records that are a further record of somebody already linked: table `further_right` (k_right,
 * k_left, other_right, reason 'key' | 'scored' | 'same-date-and-name'). The residue is compared with
 * linked people only by exact date and place (`places`), which is what duplicates share.
 */
export async function findFurtherRight(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  input: { left: string; right: string; priorWeight: number; names: string; date: string; places: string[] },
): Promise<number> {
  const raw = (name: string, side: 'left' | 'right', alias: string) => {
    const field = model.fields[name];
    if (!field) throw new Error(`unknown field '${name}'`);
    return rawField(field, side, alias);
  };
  const linked = `
    SELECT k_left, k_right FROM exact_links
    UNION ALL SELECT k_left, linked_right AS k_right FROM residue_result WHERE linked_right IS NOT NULL`;
  const places = input.places.map(
    (place) => `
      SELECT u.k AS k_right, o.rowid AS other_right FROM further_open u
      JOIN ${sqlName(input.right)} o ON ${raw(input.date, 'right', 'o')} = u.${column.value(input.date)} AND ${raw(place, 'right', 'o')} = u.${column.value(place)}
      WHERE o.rowid <> u.k`,
  );
  const byPlace =
    places.length === 0
      ? ''
      : `UNION ALL
      SELECT p.k_right, l.k_left, 3, 'same-date-and-name' FROM (${places.join(' UNION ')}) p
      JOIN further_open u ON u.k = p.k_right
      JOIN ${sqlName(input.right)} o ON o.rowid = p.other_right
      JOIN further_linked l ON l.k_right = p.other_right
      WHERE ${dialect.jaroWinkler(`upper(${raw(input.names, 'right', 'o')})`, 'u.own_name')} >= ${FURTHER_SIMILAR}`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE further_linked AS ${linked};
    CREATE OR REPLACE TEMP TABLE further_open AS
      SELECT r.*, x.id AS own_id, upper(${raw(input.names, 'right', 'x')}) AS own_name FROM std_right r
      JOIN ${sqlName(input.right)} x ON x.rowid = r.k
      WHERE r.k NOT IN (SELECT linked_right FROM residue_result WHERE linked_right IS NOT NULL);
    CREATE OR REPLACE TEMP TABLE further_found AS
      SELECT f.k_right, f.k_left, 1 AS rank, 'key' AS reason FROM exact_further f
      WHERE f.k_right NOT IN (SELECT k_right FROM further_linked)
      UNION ALL
      SELECT s.k_right, s.k_left, 2, 'scored' FROM scored s
      WHERE NOT s.linked AND s.weight + ${input.priorWeight} >= ${FURTHER_POSTERIOR_WEIGHT}
        AND s.k_left IN (SELECT k_left FROM residue_result WHERE linked_right IS NOT NULL)
        AND s.k_right IN (SELECT k FROM further_open)
      ${byPlace};
    CREATE OR REPLACE TABLE further_right AS
      SELECT f.k_right, f.k_left, l.k_right AS other_right, f.reason
      FROM further_found f JOIN further_linked l ON l.k_left = f.k_left JOIN ${sqlName(input.left)} t ON t.rowid = f.k_left
      QUALIFY row_number() OVER (PARTITION BY f.k_right ORDER BY f.rank, t.id) = 1;
    DROP TABLE further_found; DROP TABLE further_open; DROP TABLE further_linked`);
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM further_right');
  return row?.n ?? 0;
}
