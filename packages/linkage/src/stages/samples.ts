import { rawField } from '../compile/source-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';

/** Groups whose exact-tier links teach what pairs of different people look like. */
const GROUPS_SAMPLED = 6000;
/** Without groups: links sampled. */
const LINKS_SAMPLED = 20000;

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

/**
 * Random pairs of the two tables, chosen by a hash of the identifier: table `known_pairs`. Without an exact
 * tier these stand for pairs of different people; training takes out the few that are not. Returns their number.
 */
export async function pairAtRandom(
  engine: Engine,
  left: string,
  right: string,
  records: number,
): Promise<number> {
  const some = (table: string, name: string) =>
    `SELECT k AS ${name} FROM ${sqlName(table)} ORDER BY hash(id, '${name}'), id LIMIT ${records}`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE known_pairs AS
    SELECT k_left, k_right, false AS linked_group, false AS key_in_group, NULL::BOOLEAN AS kin
    FROM (${some(left, 'k_left')}) CROSS JOIN (${some(right, 'k_right')})`);
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM known_pairs');
  return row?.n ?? 0;
}
