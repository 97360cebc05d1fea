import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';

/** Exact-tier links whose left records teach what pairs of different people look like: no more, no fewer than. */
const MOST_SAMPLED = 16_000;
const FEWEST_SAMPLED = 500;

/**
 * Chooses left records that the exact tier has linked: paired with the right residue they are pairs of different
 * people, looked at in the very way of real candidates. Whole groups are chosen, by a hash of the group's
 * number (without groups: of the identifier), which does not depend on the order of the records. Makes
 * `sampled` (k_left, group_left, group_right of the own link, others_linked: links of the group apart from this one).
 */
export async function sampleExactLinks(
  engine: Engine,
  model: LinkModel,
  input: { left: string; links: number },
): Promise<number> {
  const group = model.group !== undefined;
  const [size] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${sqlName(input.left)}`);
  const wanted = Math.min(MOST_SAMPLED, Math.max(FEWEST_SAMPLED, (size?.n ?? 0) - input.links));
  const oneIn = Math.max(1, Math.round(input.links / wanted));
  const key = group ? 'group_left' : 'left_id';
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE sampled AS
    SELECT k_left, ${key} AS group_left, ${group ? 'group_right' : 'NULL'} AS group_right,
      count(*) OVER (PARTITION BY ${key}) - 1 AS others_linked
    FROM exact_links WHERE ${key} IS NOT NULL AND hash(${key}) % ${oneIn} = 0`);
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
    SELECT k_left, k_right, 0 AS rules, true AS decoy, false AS linked_group, NULL::BOOLEAN AS kin
    FROM (${some(left, 'k_left')}) CROSS JOIN (${some(right, 'k_right')})`);
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM known_pairs');
  return row?.n ?? 0;
}
