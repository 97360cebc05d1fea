import { type Engine, sqlName } from '@jangkau/linkage';

/**
 * Makes the ids of a table unique: the second row with an id gets '#2' behind it, the third '#3'.
 * Returns how many rows were changed.
 */
export async function settleIds(engine: Engine, table: string): Promise<number> {
  const name = sqlName(table);
  if ((await isAscending(engine, `(SELECT id FROM ${name} LIMIT 5000)`)) && (await isAscending(engine, name)))
    return 0;
  let changed = 0;
  // A new id can itself be taken ('7#2' may stand in the file); every pass lengthens the ids that still clash.
  for (;;) {
    // Equal ids have equal hashes, so as many hashes as rows means that all ids differ.
    const [row] = await engine.rows<{ unique: boolean }>(
      `SELECT count(*) = count(DISTINCT hash(id)) AS "unique" FROM ${name}`,
    );
    if (row?.unique) return changed;
    const [clashes] = await engine.rows<{ n: number }>(
      `SELECT coalesce(sum(n - 1), 0) AS n FROM (SELECT count(*) AS n FROM ${name} GROUP BY id HAVING count(*) > 1)`,
    );
    if (!clashes?.n) return changed;
    changed += clashes.n;
    await engine.run(
      `UPDATE ${name} SET id = new_id FROM (
         SELECT k, id || '#' || nth AS new_id FROM (
           SELECT rowid AS k, id, row_number() OVER (PARTITION BY id ORDER BY rowid) AS nth FROM ${name}
           WHERE id IN (SELECT id FROM ${name} GROUP BY id HAVING count(*) > 1)
         ) WHERE nth > 1
       ) AS repeated WHERE ${name}.rowid = repeated.k`,
    );
  }
}

/** True when every id is above the one before it, which is a quicker proof that all differ where registers are sorted. */
async function isAscending(engine: Engine, source: string): Promise<boolean> {
  const [row] = await engine.rows<{ ascending: boolean | null }>(
    `SELECT bool_and(id > before) AS ascending FROM (SELECT id, lag(id) OVER () AS before FROM ${source})`,
  );
  return row?.ascending ?? true;
}
