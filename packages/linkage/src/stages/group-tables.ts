import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';
import type { GroupTables } from './block.ts';

/**
 * What the exact tier says about groups, restricted to the groups of the residue and of
 * the sampled records: `group_links`
 * (group_left, group_right, links) and `group_keys` (group_left, k_right: a right record whose key belongs to
 * somebody of the left group). Marks the standardised residues with `group_linked`.
 */
export async function groupTables(
  engine: Engine,
  model: LinkModel,
  input: { leftResidue: string; rightResidue: string },
): Promise<GroupTables | undefined> {
  if (!model.group || !model.exactTier) return undefined;
  const name = model.group.field;
  await engine.run(`
    CREATE OR REPLACE TABLE group_links AS
    SELECT group_left, group_right, count(*) AS links FROM exact_links
    WHERE group_left IN (SELECT ${name} FROM ${sqlName(input.leftResidue)}) AND group_right IS NOT NULL GROUP BY ALL;
    CREATE OR REPLACE TABLE group_keys AS
    SELECT DISTINCT group_left, k_right FROM exact_rejected WHERE stranger AND group_left IS NOT NULL;
    ALTER TABLE ${sqlName(input.leftResidue)} ADD COLUMN group_linked BOOLEAN;
    UPDATE ${sqlName(input.leftResidue)} SET group_linked = coalesce(${name} IN (SELECT group_left FROM group_links), false);
    ALTER TABLE ${sqlName(input.rightResidue)} ADD COLUMN group_linked BOOLEAN;
    UPDATE ${sqlName(input.rightResidue)} SET group_linked = coalesce(${name} IN (SELECT group_right FROM group_links), false)`);
  // A decoy's group counts as linked when others of it are.
  await engine.run(
    `UPDATE ${sqlName(input.leftResidue)} SET group_linked = s.others_linked > 0 FROM sampled s WHERE s.k_left = ${sqlName(input.leftResidue)}.k`,
  );
  return { links: 'group_links', keys: 'group_keys' };
}
