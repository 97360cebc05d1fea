import type { Dialect } from '../compile/dialect.ts';
import { rawField } from '../compile/source-sql.ts';
import { ModelError } from '../compile/test-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { ExactTier, FieldTest, LinkModel } from '../model/link-model.ts';
import { type KeyPairs, listCommonKeys, separateSharedKeys, takeOut } from './shared-keys.ts';

/** Values of `accepted` below 0: refused, and refused as plainly another person. */
const STRANGER = -2;

/** What the exact tier found. */
export interface ExactReport {
  /** Keys of both sides on too many records of one to be anybody's, and the records that carry them. */
  commonKeys: number;
  commonKeyRecords: number;
  /** Pairs that share the key. */
  keyPairs: number;
  /** Pairs accepted, by the label of the accepting list. */
  accepted: Record<string, number>;
  /** Links after keeping one per record. */
  links: number;
  /** Accepted pairs that lost to another pair of the same left or right record. */
  further: number;
}

/** What the tier found, and how many links each record is in, by its rowid (records beyond the end are in none). */
export interface ExactOutcome {
  report: ExactReport;
  linked: { left: Uint32Array; right: Uint32Array };
}

interface ExactInput {
  left: string;
  right: string;
  /** Table of decided pairs (k_left, k_right, same). */
  decided?: string;
}

/**
 * Settles the pairs that share the exact key and are a consistent person. Makes the tables
 * `exact_links` (k_left, k_right, accepted: index of the accepting list, left_id, right_id, group_left and group_right
 * where the model has groups), `exact_further` (accepted pairs beyond the first of a record) and `exact_rejected` (pairs that share the key but
 * were refused; `stranger` when they are plainly different people).
 */
export async function exactTier(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  input: ExactInput,
): Promise<ExactOutcome> {
  const tier = model.exactTier as ExactTier;
  const raw = (field: string, side: 'left' | 'right', alias: string) => {
    const f = model.fields[field];
    if (!f) throw new ModelError(`unknown field '${field}'`);
    return rawField(f, side, alias);
  };
  const common = await listCommonKeys(
    engine,
    [input.left, raw(tier.key, 'left', 't')],
    [input.right, raw(tier.key, 'right', 't')],
  );
  const unlike = tier.unlike ?? [];
  const tests = [...tier.accept.flatMap((a) => a.all), ...unlike];
  const used = [...new Set(tests.filter((t) => t.is !== 'alone').map((t) => t.field))];
  const similar = [...new Set(tests.filter((t) => t.is === 'similar').map((t) => t.field))];
  const columns = used.flatMap((f) => [
    `${raw(f, 'left', 'l')} AS l_${f}`,
    `${raw(f, 'right', 'r')} AS r_${f}`,
  ]);
  const similarities = similar.map(
    (f) => `CASE WHEN l_${f} = r_${f} THEN 1.0 WHEN l_${f} = '' OR r_${f} = '' THEN 0.0
      ELSE ${dialect.jaroWinkler(`upper(l_${f})`, `upper(r_${f})`)} END AS similar_${f}`,
  );
  const cases = tier.accept.map((a, i) => {
    const all = a.all.filter((t) => t.is !== 'alone').map(rawTestSql);
    return `WHEN ${all.join(' AND ') || 'true'} THEN ${i}`;
  });
  // Null comparisons do not hold, so a pair of which nothing is known is nobody's stranger.
  const stranger =
    unlike.length > 0 ? `WHEN NOT (${unlike.map(rawTestSql).join(' OR ')}) THEN ${STRANGER}` : '';
  const groups = model.group
    ? [
        `${raw(model.group.field, 'left', 'l')} AS group_left`,
        `${raw(model.group.field, 'right', 'r')} AS group_right`,
      ]
    : [];
  // With a condition on the small side DuckDB tells the scan of the large one which keys there are, and it reads the
  // other columns of those records alone.
  const pairs = (left: string) => `
    CREATE OR REPLACE TABLE exact_links AS
    SELECT k_left, k_right, CAST(CASE ${cases.join(' ')} ${stranger} ELSE -1 END AS TINYINT) AS accepted, left_id, right_id
      ${groups.length > 0 ? ', group_left, group_right' : ''}
    FROM (SELECT * ${similarities.map((s) => `, ${s}`).join('')} FROM (
      SELECT l.rowid::INTEGER AS k_left, r.rowid::INTEGER AS k_right, l.id AS left_id, r.id AS right_id
        ${[...columns, ...groups].map((c) => `, ${c}`).join('')}
      FROM ${left} l
      JOIN ${sqlName(input.right)} r ON ${raw(tier.key, 'left', 'l')} = ${raw(tier.key, 'right', 'r')}
      ${common.keys > 0 ? `ANTI JOIN common_keys c ON c.key = ${raw(tier.key, 'left', 'l')}` : ''}))`;
  // In the order of the left register whatever is made of the links later is sorted sooner.
  if (await areOfLikeSize(engine, input)) await engine.runInOrder(pairs(sqlName(input.left)));
  else
    await engine.run(
      pairs(
        `(SELECT rowid, * FROM ${sqlName(input.left)} t WHERE ${raw(tier.key, 'left', 't')} IS NOT NULL)`,
      ),
    );
  const keyed = await separateSharedKeys(engine);
  await refuseCompanions(engine, model, tier, input.left);
  if (input.decided) await obeyDecisions(engine, input.decided);
  const accepted = await engine.rows<{ accepted: number; n: number }>(
    'SELECT accepted, count(*) AS n FROM exact_links GROUP BY accepted ORDER BY accepted',
  );
  const further = await keepOnePerRecord(engine, keyed);

  await engine.run('DROP TABLE common_keys; DROP TABLE shared_pairs');
  const keyPairs = accepted.reduce((a, { n }) => a + n, 0);
  const taken = accepted.filter((a) => a.accepted >= 0);
  const report = {
    commonKeys: common.keys + keyed.keys,
    commonKeyRecords: common.records + keyed.records,
    keyPairs,
    accepted: Object.fromEntries(taken.map((a) => [tier.accept[a.accepted]?.label ?? '', a.n])),
    links: taken.reduce((a, { n }) => a + n, 0) - further,
    further,
  };
  return { report, linked: { left: keyed.left, right: keyed.right } };
}

/** Neither side is so much larger that looking its records up in the other one costs less. */
async function areOfLikeSize(engine: Engine, { left, right }: ExactInput): Promise<boolean> {
  const [size] = await engine.rows<{ l: number; r: number }>(
    `SELECT (SELECT count(*) FROM ${sqlName(left)}) AS l, (SELECT count(*) FROM ${sqlName(right)}) AS r`,
  );
  return size !== undefined && size.r <= 2 * size.l;
}

/**
 * A list with an 'alone' test does not hold for left records that share the tier's `alone` fields with another
 * left record (twins of one household). Only pairs that such a list accepted are looked up.
 */
async function refuseCompanions(
  engine: Engine,
  model: LinkModel,
  tier: ExactTier,
  left: string,
): Promise<void> {
  const lists = tier.accept.flatMap((a, i) => (a.all.some((t) => t.is === 'alone') ? [i] : []));
  const fields = tier.alone;
  if (lists.length === 0 || !fields) return;
  const value = (alias: string) =>
    fields.map((f) => {
      const field = model.fields[f];
      if (!field) throw new ModelError(`unknown field '${f}'`);
      return rawField(field, 'left', alias);
    });
  const same = value('t').map((v, i) => `${v} = ${value('o')[i]}`);
  await engine.run(`
    UPDATE exact_links SET accepted = -1 WHERE accepted IN (${lists.join(', ')}) AND k_left IN (
      SELECT t.rowid FROM ${sqlName(left)} t JOIN ${sqlName(left)} o ON ${same.join(' AND ')} AND o.rowid <> t.rowid
      WHERE t.rowid IN (SELECT k_left FROM exact_links WHERE accepted IN (${lists.join(', ')})))`);
}

/** Pairs that a decision contradicts leave the tier: their records are settled with the residue. */
async function obeyDecisions(engine: Engine, decided: string): Promise<void> {
  await engine.run(`
    UPDATE exact_links SET accepted = -1
    WHERE (k_left, k_right) IN (SELECT (k_left, k_right) FROM ${decided})
       OR k_left IN (SELECT k_left FROM ${decided} WHERE same) OR k_right IN (SELECT k_right FROM ${decided} WHERE same)`);
}

/**
 * A key may stand on several records of a side. The best-accepted pair wins, then the smaller identifier;
 * such pairs are few, so only they are looked at. Takes what is no link out of `keyed`. Returns how many accepted
 * pairs lost.
 */
async function keepOnePerRecord(engine: Engine, keyed: KeyPairs): Promise<number> {
  const contest = await engine.columns(`
    SELECT k_left, k_right, right_id FROM exact_links JOIN shared_pairs USING (k_left, k_right)
    WHERE accepted >= 0 ORDER BY accepted, left_id, right_id`);
  const lefts = contest.k_left as number[];
  const rights = contest.k_right as number[];
  const takenLeft = new Set<number>();
  const takenRight = new Set<number>();
  const lost: number[] = [];
  for (let i = 0; i < lefts.length; i++) {
    const [l, r] = [lefts[i] as number, rights[i] as number];
    if (takenLeft.has(l) || takenRight.has(r)) {
      lost.push(i);
      continue;
    }
    takenLeft.add(l);
    takenRight.add(r);
  }
  await engine.load('exact_further', [
    { name: 'k_left', type: 'INTEGER', values: lost.map((i) => lefts[i]) },
    { name: 'k_right', type: 'INTEGER', values: lost.map((i) => rights[i]) },
    { name: 'right_id', type: 'VARCHAR', values: lost.map((i) => contest.right_id?.[i] as string) },
  ]);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE exact_rejected AS SELECT * EXCLUDE (accepted), accepted = ${STRANGER} AS stranger FROM exact_links WHERE accepted < 0;
    DELETE FROM exact_links WHERE accepted < 0;
    DELETE FROM exact_links USING exact_further f WHERE f.k_left = exact_links.k_left AND f.k_right = exact_links.k_right`);
  const { k_left = [], k_right = [] } = await engine.integers('SELECT k_left, k_right FROM exact_rejected');
  for (let i = 0; i < k_left.length; i++) takeOut(keyed, k_left[i] as number, k_right[i] as number);
  for (const i of lost) takeOut(keyed, lefts[i] as number, rights[i] as number);
  return lost.length;
}

/** A test on raw columns l_<field>, r_<field> and similar_<field>. */
function rawTestSql(test: FieldTest): string {
  const l = `l_${test.field}`;
  const r = `r_${test.field}`;
  switch (test.is) {
    case 'missing':
      return `(${l} IS NULL OR ${r} IS NULL)`;
    case 'same':
      return `${l} = ${r}`;
    case 'similar':
      return `similar_${test.field} >= ${test.atLeast}`;
    case 'day-month-swapped':
      return `(year(${l}) = year(${r}) AND month(${l}) = day(${r}) AND day(${l}) = month(${r}))`;
    case 'parts':
      return `(${test.parts.map((p) => `${p}(${l}) = ${p}(${r})`).join(' AND ')})`;
    case 'years':
      return `abs(year(${l}) - year(${r})) <= ${test.within}`;
    case 'first-of-january':
      return `(year(${l}) = year(${r}) AND (dayofyear(${l}) = 1 OR dayofyear(${r}) = 1))`;
    default:
      throw new ModelError(`the exact tier cannot test '${test.is}'`);
  }
}
