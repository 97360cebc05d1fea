import { rawField } from '../compile/source-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';

/** Exact-tier links whose records teach how people of one group, and unrelated people, differ. */
const GROUPS_SAMPLED = 3000;
/** Without groups: links sampled. */
const LINKS_SAMPLED = 6000;

/**
 * Chooses whole groups of exact-tier links by a hash of the group's number, which does not depend on the
 * order of the records. Makes `sampled` (k_left, k_right, group_left, others_linked: links of the same two
 * groups apart from this one).
 */
export async function sampleExactLinks(
  engine: Engine,
  model: LinkModel,
  left: string,
  right: string,
): Promise<number> {
  const group = model.group ? model.fields[model.group.field] : undefined;
  if (!group) {
    await engine.run(`
      CREATE OR REPLACE TEMP TABLE sampled AS
      SELECT e.k_left, e.k_right, l.id AS group_left, 0 AS others_linked
      FROM exact_links e JOIN ${sqlName(left)} l ON l.rowid = e.k_left
      ORDER BY hash(l.id), l.id LIMIT ${LINKS_SAMPLED}`);
  } else {
    const gl = rawField(group, 'left', 'l');
    const gr = rawField(group, 'right', 'r');
    await engine.run(`
      CREATE OR REPLACE TEMP TABLE sampled AS
      WITH groups AS (
        SELECT DISTINCT ${gl} AS g FROM exact_links e JOIN ${sqlName(left)} l ON l.rowid = e.k_left
        WHERE ${gl} IS NOT NULL ORDER BY hash(g), g LIMIT ${GROUPS_SAMPLED})
      SELECT e.k_left, e.k_right, ${gl} AS group_left, ${gr} AS group_right,
        count(*) OVER (PARTITION BY ${gl}, ${gr}) - 1 AS others_linked
      FROM ${sqlName(left)} l JOIN groups ON groups.g = ${gl}
      JOIN exact_links e ON e.k_left = l.rowid
      JOIN ${sqlName(right)} r ON r.rowid = e.k_right`);
  }
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM sampled');
  return row?.n ?? 0;
}

/** Pairs of the sampled records: table `group_pairs`, the pairs of different people of one group. */
export async function pairSampledGroups(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE group_pairs AS
    SELECT a.k_left, b.k_right,
      (a.others_linked - CASE WHEN a.group_right = b.group_right THEN 1 ELSE 0 END) > 0 AS linked_group,
      false AS key_in_group
    FROM sampled a JOIN sampled b ON a.group_left = b.group_left AND a.k_left <> b.k_left`);
}

/**
 * Random pairs of left residue and right records that are known to be others' (or, without an exact tier,
 * of the right residue): table `random_pairs`. Chosen by a hash of the identifier.
 */
export async function pairAtRandom(
  engine: Engine,
  left: string,
  right: string,
  records: number,
): Promise<void> {
  const some = (table: string, name: string) =>
    `SELECT k AS ${name} FROM ${sqlName(table)} ORDER BY hash(id, '${name}'), id LIMIT ${records}`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE random_pairs AS
    SELECT k_left, k_right, false AS linked_group, false AS key_in_group
    FROM (${some(left, 'k_left')}) CROSS JOIN (${some(right, 'k_right')})`);
}
