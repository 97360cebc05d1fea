import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';

/**
 * Makes table `out` (k): the rows of `table` that are in no link, in their order. `linked` has the number of links by
 * rowid; a row beyond its end has none. Going through a list of numbers costs a tenth of a join of whole registers.
 */
export async function loadFreeRecords(
  engine: Engine,
  table: string,
  linked: Uint32Array,
  out: string,
): Promise<void> {
  const [size] = await engine.rows<{ n: number; last: number | null }>(
    `SELECT count(*) AS n, max(rowid) AS last FROM ${sqlName(table)}`,
  );
  const { n = 0, last } = size ?? {};
  const free: number[] = [];
  // Rows that were taken out of a register leave gaps.
  if ((last ?? -1) + 1 === n) {
    for (let k = 0; k < n; k++) if (!linked[k]) free.push(k);
  } else {
    const { k: rows = new Int32Array() } = await engine.integers(
      `SELECT rowid::INTEGER AS k FROM ${sqlName(table)}`,
    );
    for (const k of rows) if (!linked[k]) free.push(k);
  }
  await engine.load(out, [{ name: 'k', type: 'INTEGER', values: Int32Array.from(free) }]);
}
