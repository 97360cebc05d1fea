import { type Engine, sqlName, sqlString } from '@jangkau/linkage';

/**
 * Gives rows from `first` on that have no id one made of `prefix` and the line they stand on: every line from
 * `firstLine` on is a row, except the `gaps` (ascending). Returns how many ids were made up.
 */
export async function makeUpIds(
  engine: Engine,
  table: string,
  first: number,
  prefix: string,
  firstLine: number,
  gaps: readonly number[],
): Promise<number> {
  const name = sqlName(table);
  const missing = `rowid >= ${first} AND id IS NULL`;
  const [row] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${name} WHERE ${missing}`);
  const count = row?.n ?? 0;
  if (count === 0) return 0;
  const offset = firstLine - first;
  const inData = gaps.filter((line) => line >= firstLine);
  if (inData.length === 0) {
    await engine.run(`UPDATE ${name} SET id = ${sqlString(prefix)} || (rowid + ${offset}) WHERE ${missing}`);
    return count;
  }
  // Row n of the file stands g lines further down once g gaps are passed, which is from row (gap - firstLine - g + 1) on.
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE line_gaps AS
     SELECT unnest([${[0, ...inData.map((line, i) => line - firstLine - i)].join(', ')}]) + ${first} AS from_row,
       unnest(range(${inData.length + 1})) AS gaps`,
  );
  await engine.run(
    `UPDATE ${name} SET id = ${sqlString(prefix)} || (k + ${offset} + gaps) FROM (
       SELECT r.rowid AS k, g.gaps FROM ${name} r
       ASOF JOIN (SELECT from_row, max(gaps) AS gaps FROM line_gaps GROUP BY from_row) g ON r.rowid >= g.from_row
       WHERE r.rowid >= ${first} AND r.id IS NULL
     ) AS lines WHERE ${name}.rowid = lines.k`,
  );
  await engine.run('DROP TABLE line_gaps');
  return count;
}
