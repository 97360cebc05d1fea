import { column } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import type { LinkModel } from '../model/link-model.ts';

/**
 * Share of all pairs of the two registers in which one record or both have no key of the exact tier: records of
 * the residue without one, against all records of the residue and the tier's links. Nothing where no comparison
 * looks at the key.
 */
export async function keylessShare(
  engine: Engine,
  model: LinkModel,
  links: number,
): Promise<number | undefined> {
  const key = model.exactTier?.key;
  if (key === undefined || !model.comparisons.some((c) => c.field === key)) return undefined;
  const share = async (records: string) => {
    const [row] = await engine.rows<{ n: number; keyless: number }>(
      `SELECT count(*) AS n, count(*) - count(${column.value(key)}) AS keyless FROM ${records}`,
    );
    const { n = 0, keyless = 0 } = row ?? {};
    // As if one more record had been seen, half of it without a key: no share is 0 or 1.
    return (keyless + 0.5) / (n + links + 1);
  };
  const left = await share('std_left WHERE NOT decoy');
  const right = await share('std_right');
  return 1 - (1 - left) * (1 - right);
}
