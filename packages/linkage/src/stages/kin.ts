import type { Dialect } from '../compile/dialect.ts';
import { rawField } from '../compile/source-sql.ts';
import { column } from '../compile/standard-columns.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';
import type { WordStandardiser } from '../model/word-standardiser.ts';
import { standardise } from './standardise.ts';

/**
 * A placeholder name ("baby of Mrs X") says nothing of the child but names its mother. Fills `kin` of the
 * candidates whose right record has such a name: whether somebody of the left record's group has that name.
 * Returns the number of candidates concerned.
 */
export async function compareKin(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  standardisers: Record<string, WordStandardiser>,
  left: string,
): Promise<number> {
  const kin = model.group?.kin;
  const groupField = model.group ? model.fields[model.group.field] : undefined;
  const nameField = kin ? model.fields[kin.field] : undefined;
  if (!model.group || !kin || !groupField || !nameField) return 0;
  const group = model.group.field;
  // Mothers are only asked after where something of place or family agrees: dates alone agree too often.
  const near = [group, ...kin.near].map((f) => `l.${column.value(f)} = r.${column.value(f)}`).join(' OR ');
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE kin_pairs AS
    SELECT c.k_left, c.k_right, l.${group} AS group_left FROM candidates c
    JOIN std_left l ON l.k = c.k_left JOIN std_right r ON r.k = c.k_right
    WHERE r.${column.flag(kin.field)} AND l.${group} IS NOT NULL AND (c.linked_group OR ${near})`);
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM kin_pairs');
  if (!row?.n) return 0;
  const kinModel: LinkModel = {
    name: 'kin',
    fields: { kin_name: nameField, kin_group: groupField },
    blocking: [],
    comparisons: [],
  };
  const words = standardisers[kin.field];
  await standardise(engine, dialect, kinModel, words ? { kin_name: words } : {}, [
    {
      side: 'left',
      table: left,
      out: 'std_kin',
      where: `${rawField(groupField, 'left', 't')} IN (SELECT group_left FROM kin_pairs)`,
    },
  ]);
  const joined = `n.${column.joined('kin_name')}`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE kin_found AS
    SELECT p.k_left, p.k_right,
      bool_or(${joined} <> '' AND r.${column.joined(kin.field)} <> '' AND n.k <> p.k_left
        AND ${dialect.jaroWinkler(joined, `r.${column.joined(kin.field)}`)} >= ${kin.similar}) AS kin
    FROM kin_pairs p JOIN std_kin n ON n.kin_group = p.group_left JOIN std_right r ON r.k = p.k_right
    GROUP BY p.k_left, p.k_right;
    UPDATE candidates SET kin = f.kin FROM kin_found f WHERE f.k_left = candidates.k_left AND f.k_right = candidates.k_right;
    DROP TABLE ${sqlName('std_kin')}; DROP TABLE kin_pairs; DROP TABLE kin_found`);
  return row.n;
}
