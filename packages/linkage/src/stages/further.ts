import type { Dialect } from '../compile/dialect.ts';
import { rawField } from '../compile/source-sql.ts';
import { column } from '../compile/standard-columns.ts';
import { ModelError } from '../compile/test-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';

/** Bits after the prior from which a right record that was not linked counts as a further one of a linked person. */
const FURTHER_WEIGHT = 14;
/** Names at least this similar (Jaro-Winkler) for a further record found by date and place. */
const FURTHER_SIMILAR = 0.93;

/** Where further records are looked for besides the candidates. */
export interface FurtherInput {
  right: string;
  priorWeight: number;
  names: string;
  date: string;
  /** The date and one of these agree; none: candidates only. */
  places: string[];
}

/**
 * Right records that are a further record of somebody already linked: table `further_right` (k_right,
 * k_left, other_right, reason 'key' | 'scored' | 'same-date-and-name'). The residue is compared with
 * linked people only by exact date and place, which is what duplicates share.
 */
export async function findFurtherRight(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  input: FurtherInput,
): Promise<number> {
  const raw = (name: string, alias: string) => {
    const field = model.fields[name];
    if (!field) throw new ModelError(`unknown field '${name}'`);
    return rawField(field, 'right', alias);
  };
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE further_found AS
      SELECT f.k_right, f.k_left, 1 AS rank, 'key' AS reason FROM exact_further f
      ANTI JOIN (SELECT k_right FROM exact_links WHERE k_right IN (SELECT k_right FROM exact_further)) e ON e.k_right = f.k_right
      UNION ALL
      SELECT s.k_right, s.k_left, 2, 'scored' FROM scored s
      WHERE NOT s.linked AND s.weight + ${input.priorWeight} >= ${FURTHER_WEIGHT}`);
  if (input.places.length > 0) {
    const date = column.value(input.date);
    // A look-up for each place: by the date alone every record would meet fifty others.
    const similar = input.places.map(
      (p) => `
        SELECT u.k AS k_right, o.rowid AS other_right FROM ${sqlName(input.right)} o
        JOIN further_open u ON ${raw(input.date, 'o')} = u.${date} AND ${raw(p, 'o')} = u.${column.value(p)}
        WHERE o.rowid <> u.k AND ${dialect.jaroWinkler(`upper(${raw(input.names, 'o')})`, 'u.name')} >= ${FURTHER_SIMILAR}`,
    );
    const open = [date, ...input.places.map(column.value)].map((c) => `r.${c}`).join(', ');
    await engine.run(`
      CREATE OR REPLACE TEMP TABLE further_open AS
        SELECT r.k, upper(${raw(input.names, 'x')}) AS name, ${open} FROM std_right r
        JOIN ${sqlName(input.right)} x ON x.rowid = r.k
        ANTI JOIN (SELECT linked_right AS k FROM residue_result WHERE linked_right IS NOT NULL) d ON d.k = r.k;
      CREATE OR REPLACE TEMP TABLE further_similar AS ${similar.join(' UNION ')};
      INSERT INTO further_found
        SELECT f.k_right, e.k_left, 3, 'same-date-and-name' FROM further_similar f JOIN exact_links e ON e.k_right = f.other_right
        UNION ALL
        SELECT f.k_right, q.k_left, 3, 'same-date-and-name' FROM further_similar f JOIN residue_result q ON q.linked_right = f.other_right;
      DROP TABLE further_open; DROP TABLE further_similar`);
  }
  await engine.run(`
    CREATE OR REPLACE TABLE further_right AS
      SELECT f.k_right, f.k_left, coalesce(e.k_right, q.linked_right) AS other_right, f.reason
      FROM further_found f
      ANTI JOIN (SELECT linked_right AS k FROM residue_result WHERE linked_right IS NOT NULL) d ON d.k = f.k_right
      LEFT JOIN exact_links e ON e.k_left = f.k_left
      LEFT JOIN residue_result q ON q.k_left = f.k_left
      WHERE coalesce(e.k_right, q.linked_right) IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY f.k_right ORDER BY f.rank, f.k_left) = 1;
    DROP TABLE further_found`);
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM further_right');
  return row?.n ?? 0;
}
