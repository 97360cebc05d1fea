import { blockKeysSql, DEFAULT_BLOCK_CAP } from '../compile/blocking-sql.ts';
import type { Dialect } from '../compile/dialect.ts';
import { column } from '../compile/standard-columns.ts';
import { ModelError } from '../compile/test-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { BlockingRule, LinkModel } from '../model/link-model.ts';

/** What one blocking rule did. */
export interface RuleReport {
  name: string;
  /** Blocks with records on both sides. */
  blocks: number;
  /** Pairs the rule proposes. */
  pairs: number;
  /** Blocks above the cap, and the pairs that were therefore not looked at by this rule. */
  cappedBlocks: number;
  cappedPairs: number;
  /** The rule proposed too many pairs by its keys alone, and its further keys were asked for as well. */
  crowded?: true;
}

/** Pairs a left record, on average, from which a rule is crowded. */
const CROWDED_PAIRS = 4;

/** Exact-tier evidence that blocking and comparing use (tables made by the exact tier). */
export interface GroupTables {
  /** group_left, group_right: groups with at least one link of the exact tier between them. */
  links: string;
  /** group_left, k_right: right records that carry the key of somebody of the left group. */
  keys: string;
}

/** The two standardised tables, and what the exact tier says about groups. */
export interface BlockInput {
  left: string;
  right: string;
  /** The table of pairs to make. */
  out: string;
  group?: GroupTables;
  /** The right side is far larger than the left one: most of its keys are on nobody's left record, and are not kept. */
  narrowed?: boolean;
  /** Table of decided pairs (k_left, k_right, same): always candidates. */
  decided?: string;
}

/**
 * Finds the candidate pairs: table `out` with k_left, k_right, rules (bit i = rule i proposed the pair),
 * linked_group. A pair proposed by several rules appears once.
 */
export async function block(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  tables: BlockInput,
  onRule?: (report: RuleReport) => void,
): Promise<RuleReport[]> {
  // Every rule fills a table of its own, so that rules can go on side by side.
  const proposals = model.blocking.flatMap((rule, i) => {
    const linked = rule.keys.some((k) => k.use === 'linked-group');
    if (linked && !tables.group) return [];
    const out = `proposed_${i}`;
    const propose = async (on: Engine) => {
      const report = linked
        ? await proposeByGroup(on, model, rule, out, tables)
        : await proposeByKey(on, dialect, model, rule, out, tables);
      onRule?.(report);
      return report;
    };
    return [{ out, bit: 2 ** i, propose }];
  });
  const reports = await engine.abreast(proposals.map(({ propose }) => propose));
  await engine.run(
    'DROP TABLE IF EXISTS keys_left; DROP TABLE IF EXISTS keys_right; DROP TABLE IF EXISTS blocks',
  );
  const proposed = [
    'SELECT 0::BIGINT AS k_left, 0::BIGINT AS k_right, 0::BIGINT AS rule WHERE false',
    ...proposals.map(({ out, bit }) => `SELECT k_left, k_right, ${bit} FROM ${out}`),
  ];
  if (tables.decided) {
    proposed.push(`SELECT d.k_left, d.k_right, 0 FROM ${tables.decided} d
      JOIN ${sqlName(tables.left)} l ON l.k = d.k_left JOIN ${sqlName(tables.right)} r ON r.k = d.k_right`);
  }
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE paired AS
    SELECT k_left, k_right, ${dialect.bitOr('rule')} AS rules FROM (${proposed.join(' UNION ALL ')}) GROUP BY k_left, k_right;
    ${proposals.map(({ out }) => `DROP TABLE ${out};`).join(' ')}`);
  await addPairFacts(engine, model, tables);

  await engine.run('DROP TABLE paired');
  return reports;
}

/** What is known of a pair before its fields are compared: see PAIR_FACTS. `kin` is filled in later. */
async function addPairFacts(engine: Engine, model: LinkModel, input: BlockInput): Promise<void> {
  const { left, right, out, group } = input;
  if (!group || !model.group) {
    await engine.run(`
      CREATE OR REPLACE TEMP TABLE ${out} AS
      SELECT p.k_left, p.k_right, p.rules, l.decoy, false AS linked_group, NULL::BOOLEAN AS kin
      FROM paired p JOIN ${sqlName(left)} l ON l.k = p.k_left`);
    return;
  }
  const field = column.value(model.group.field);
  // A decoy's own link of the exact tier says nothing about the others of its group.
  const ownLink = `CASE WHEN s.group_right = r.${field} THEN 1 ELSE 0 END`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE ${out} AS
    SELECT p.k_left, p.k_right, p.rules, l.decoy, coalesce(g.links > ${ownLink}, false) OR (x.k_right IS NOT NULL AND z.k_right IS NULL) AS linked_group, NULL::BOOLEAN AS kin
    FROM paired p
    JOIN ${sqlName(left)} l ON l.k = p.k_left
    JOIN ${sqlName(right)} r ON r.k = p.k_right
    LEFT JOIN sampled s ON s.k_left = p.k_left
    LEFT JOIN ${group.links} g ON g.group_left = l.${field} AND g.group_right = r.${field}
    LEFT JOIN ${group.keys} x ON x.group_left = l.${field} AND x.k_right = p.k_right
    LEFT JOIN exact_rejected z ON z.k_left = p.k_left AND z.k_right = p.k_right`);
}

async function proposeByKey(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  rule: BlockingRule,
  out: string,
  tables: BlockInput,
): Promise<RuleReport> {
  const cap = rule.cap ?? DEFAULT_BLOCK_CAP;
  const counts = await countBlocks(engine, dialect, model, rule, cap, tables);
  if (rule.crowded && counts.pairs + counts.cappedPairs > CROWDED_PAIRS * counts.lefts) {
    const narrower = { name: rule.name, cap, keys: [...rule.keys, ...rule.crowded] };
    return { ...(await proposeByKey(engine, dialect, model, narrower, out, tables)), crowded: true };
  }
  await engine.run(`
    CREATE OR REPLACE TABLE ${out} AS
    SELECT l.k AS k_left, r.k AS k_right FROM keys_left l JOIN keys_right r USING (h)
    ${counts.cappedBlocks > 0 ? `WHERE h NOT IN (SELECT h FROM blocks WHERE pairs > ${cap})` : ''}`);
  const { blocks, pairs, cappedBlocks, cappedPairs } = counts;
  return { name: rule.name, blocks, pairs, cappedBlocks, cappedPairs };
}

/** Tables `keys_left` and `keys_right` (k, h) and `blocks` (h, pairs) of a rule, until the next one, and how many pairs there are. */
async function countBlocks(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  rule: BlockingRule,
  cap: number,
  { left, right, narrowed }: BlockInput,
): Promise<Record<'lefts' | 'blocks' | 'pairs' | 'cappedBlocks' | 'cappedPairs', number>> {
  const ofRight = blockKeysSql(rule, 'right', right, model, dialect);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE keys_left AS ${blockKeysSql(rule, 'left', left, model, dialect)};
    CREATE OR REPLACE TEMP TABLE keys_right AS
      ${narrowed ? `SELECT * FROM (${ofRight}) SEMI JOIN keys_left USING (h)` : ofRight};
    CREATE OR REPLACE TEMP TABLE blocks AS
      SELECT h, l.n * r.n AS pairs FROM (SELECT h, count(*) AS n FROM keys_left GROUP BY h) l
      JOIN (SELECT h, count(*) AS n FROM keys_right GROUP BY h) r USING (h)`);
  const [counts] = await engine.rows<Record<string, number>>(`
    SELECT (SELECT count(*) FROM ${sqlName(left)}) AS lefts,
      count(*) FILTER (pairs <= ${cap}) AS blocks, coalesce(sum(pairs) FILTER (pairs <= ${cap}), 0) AS pairs,
      count(*) FILTER (pairs > ${cap}) AS capped_blocks, coalesce(sum(pairs) FILTER (pairs > ${cap}), 0) AS capped_pairs
    FROM blocks`);
  const n = (name: string) => counts?.[name] ?? 0;
  return {
    lefts: n('lefts'),
    blocks: n('blocks'),
    pairs: n('pairs'),
    cappedBlocks: n('capped_blocks'),
    cappedPairs: n('capped_pairs'),
  };
}

async function proposeByGroup(
  engine: Engine,
  model: LinkModel,
  rule: BlockingRule,
  out: string,
  { left, right, group }: BlockInput,
): Promise<RuleReport> {
  if (!group) throw new ModelError(`rule '${rule.name}' needs groups`);
  const field = column.value(model.group?.field ?? '');
  await engine.run(`
    CREATE OR REPLACE TABLE ${out} AS
    SELECT l.k AS k_left, r.k AS k_right FROM ${sqlName(left)} l
    JOIN ${sqlName(group.links)} g ON g.group_left = l.${field}
    JOIN ${sqlName(right)} r ON r.${field} = g.group_right
    UNION ALL
    SELECT l.k, x.k_right FROM ${sqlName(left)} l
    JOIN ${sqlName(group.keys)} x ON x.group_left = l.${field}
    JOIN ${sqlName(right)} r ON r.k = x.k_right`);
  const [counts] = await engine.rows<{ pairs: number; blocks: number }>(
    `SELECT count(*) AS pairs, count(DISTINCT k_left) AS blocks FROM ${out}`,
  );
  return {
    name: rule.name,
    blocks: counts?.blocks ?? 0,
    pairs: counts?.pairs ?? 0,
    cappedBlocks: 0,
    cappedPairs: 0,
  };
}
