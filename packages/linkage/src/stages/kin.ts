import type { Dialect } from '../compile/dialect.ts';
import { rawField } from '../compile/source-sql.ts';
import { column } from '../compile/standard-columns.ts';
import { ModelError } from '../compile/test-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName, sqlString } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';

/**
 * A placeholder name ("baby of Mrs X") says nothing of the child but names its mother. Fills `kin` of the
 * candidates whose right record has such a name: whether somebody of the left record's group has that name.
 * Returns the number of candidates concerned.
 */
export async function compareKin(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  tables: { left: string },
): Promise<number> {
  const kin = model.group?.kin;
  if (!model.group || !kin) return 0;
  const group = model.group.field;
  const raw = (name: string, alias: string) => {
    const field = model.fields[name];
    if (!field) throw new ModelError(`unknown field '${name}'`);
    return rawField(field, 'left', alias);
  };
  // Mothers are only asked after where something of place or family agrees: dates alone agree too often.
  const near = [group, ...kin.near].map((f) => `l.${column.value(f)} = r.${column.value(f)}`).join(' OR ');
  const name = `upper(${column.called(kin.field)})`;
  const mother = kin.before ? dialect.withoutPattern(name, sqlString(kin.before)) : name;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE kin_right AS
    SELECT *, ${dialect.foldText(mother)} AS mother FROM std_right WHERE ${column.flag(kin.field)};
    CREATE OR REPLACE TEMP TABLE kin_pairs AS
    SELECT c.k_left, c.k_right, l.${group} AS group_left, r.mother
    FROM candidates c JOIN kin_right r ON r.k = c.k_right JOIN std_left l ON l.k = c.k_left
    WHERE l.${group} IS NOT NULL AND (c.linked_group OR ${near});
    DROP TABLE kin_right`);
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM kin_pairs');
  if (!row?.n) return 0;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE kin_people AS
    SELECT t.rowid AS k, ${raw(group, 't')} AS group_left, ${dialect.foldText(raw(kin.field, 't'))} AS name
    FROM ${sqlName(tables.left)} t WHERE ${raw(group, 't')} IN (SELECT group_left FROM kin_pairs);
    CREATE OR REPLACE TEMP TABLE kin_similar AS
    SELECT p.group_left, p.mother, n.k FROM (SELECT DISTINCT group_left, mother FROM kin_pairs) p
    JOIN kin_people n USING (group_left) WHERE ${dialect.jaroWinkler('n.name', 'p.mother')} >= ${kin.similar};
    CREATE OR REPLACE TEMP TABLE kin_found AS
    SELECT p.k_left, p.k_right, coalesce(bool_or(s.k <> p.k_left), false) AS kin
    FROM kin_pairs p LEFT JOIN kin_similar s USING (group_left, mother) GROUP BY p.k_left, p.k_right;
    UPDATE candidates SET kin = f.kin FROM kin_found f WHERE f.k_left = candidates.k_left AND f.k_right = candidates.k_right;
    DROP TABLE kin_people; DROP TABLE kin_pairs; DROP TABLE kin_similar; DROP TABLE kin_found`);
  return row.n;
}
