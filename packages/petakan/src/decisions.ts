import type { Engine } from '@jangkau/linkage';
import type { Decision } from './mapping-options.ts';

/**
 * Puts the decisions about people in both registers into table `decided` (k_left, k_right, same). The last
 * decision on a pair counts. Returns the table's name, or undefined when there is none.
 */
export async function keepDecisions(
  engine: Engine,
  decisions: readonly Decision[],
): Promise<string | undefined> {
  if (decisions.length === 0) return undefined;
  await engine.load('decisions', [
    { name: 'n', type: 'INTEGER', values: decisions.map((_, i) => i) },
    { name: 'no_penduduk', type: 'VARCHAR', values: decisions.map((d) => d.no_penduduk) },
    { name: 'no_kartu', type: 'VARCHAR', values: decisions.map((d) => d.no_kartu) },
    { name: 'same', type: 'INTEGER', values: decisions.map((d) => (d.verdict === 'same' ? 1 : 0)) },
  ]);
  await engine.run(`
    CREATE OR REPLACE TABLE decided AS
    SELECT t.rowid AS k_left, m.rowid AS k_right, arg_max(d.same, d.n) = 1 AS same
    FROM decisions d JOIN residents t ON t.id = d.no_penduduk JOIN members m ON m.id = d.no_kartu
    GROUP BY ALL`);
  return 'decided';
}
