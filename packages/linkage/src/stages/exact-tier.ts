import type { Dialect } from '../compile/dialect.ts';
import { rawField } from '../compile/source-sql.ts';
import { ModelError } from '../compile/test-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { ExactTier, FieldTest, LinkModel } from '../model/link-model.ts';

/** A key on more records of one side than this is not anybody's number (a placeholder): it settles nothing. */
const KEY_HOLDERS = 8;

/** What the exact tier found. */
export interface ExactReport {
  /** Keys on too many records to be anybody's, and the records that carry them. */
  commonKeys: number;
  commonKeyRecords: number;
  /** Pairs that share the key. */
  keyPairs: number;
  /** Pairs accepted, by the label of the accepting list. */
  accepted: Record<string, number>;
  /** Links after keeping one per record. */
  links: number;
  /** Accepted pairs beyond the first of a left record: further cards of one person. */
  furtherRight: number;
  /** Accepted pairs beyond the first of a right record: one person listed twice on the left. */
  furtherLeft: number;
}

/**
 * Settles the pairs that share the exact key and are a consistent person. Makes the tables
 * `exact_links` (k_left, k_right, label), `exact_further` (accepted pairs beyond the first of a record) and
 * `exact_rejected` (pairs that share the key but not the person: the key stands on the wrong record).
 */
export async function exactTier(
  engine: Engine,
  dialect: Dialect,
  model: LinkModel,
  { left, right, decided }: { left: string; right: string; decided?: string },
): Promise<ExactReport> {
  const tier = model.exactTier as ExactTier;
  const key = model.fields[tier.key];
  if (!key) throw new ModelError(`unknown key field '${tier.key}'`);
  const tests = tier.accept.flatMap((a) => a.all);
  const similar = [...new Set(tests.flatMap((t) => (t.is === 'similar' ? [t.field] : [])))];
  const used = [...new Set(tests.flatMap((t) => ('field' in t ? [t.field] : [])))];
  const raw = (field: string, side: 'left' | 'right') => {
    const f = model.fields[field];
    if (!f) throw new ModelError(`unknown field '${field}'`);
    return rawField(f, side, side === 'left' ? 'l' : 'r');
  };

  const alone = tier.alone && tests.some((t) => t.is === 'alone') ? tier.alone : undefined;
  if (alone) await listCompanions(engine, model, left, alone);
  const columns = used.flatMap((f) => [`${raw(f, 'left')} AS l_${f}`, `${raw(f, 'right')} AS r_${f}`]);
  const similarities = similar.map(
    (f) => `CASE WHEN l_${f} = r_${f} THEN 1.0 WHEN l_${f} = '' OR r_${f} = '' THEN 0.0
      ELSE ${dialect.jaroWinkler(`upper(l_${f})`, `upper(r_${f})`)} END AS similar_${f}`,
  );
  const cases = tier.accept.map((a, i) => `WHEN ${a.all.map((t) => rawTestSql(t)).join(' AND ')} THEN ${i}`);
  const common = await listCommonKeys(engine, [
    [left, rawField(key, 'left', 't')],
    [right, rawField(key, 'right', 't')],
  ]);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE exact_pairs AS
    SELECT k_left, k_right, CAST(CASE ${cases.join(' ')} ELSE -1 END AS TINYINT) AS accepted
    FROM (SELECT * ${similarities.map((s) => `, ${s}`).join('')} FROM (
      SELECT l.rowid AS k_left, r.rowid AS k_right
        ${columns.map((c) => `, ${c}`).join('')}
        ${alone ? ', c.k IS NULL AS alone' : ''}
      FROM ${sqlName(left)} l JOIN ${sqlName(right)} r ON ${raw(tier.key, 'left')} = ${raw(tier.key, 'right')}
      ${alone ? 'LEFT JOIN companions c ON c.k = l.rowid' : ''}
      ${common.keys > 0 ? `WHERE ${raw(tier.key, 'left')} NOT IN (SELECT key FROM common_keys)` : ''}))`);
  if (decided) await obeyDecisions(engine, decided);
  await keepOnePerRecord(engine, left, right);

  const [counts] = await engine.rows<Record<'pairs' | 'links' | 'further_left' | 'further_right', number>>(`
    SELECT (SELECT count(*) FROM exact_pairs) AS pairs, (SELECT count(*) FROM exact_links) AS links,
      (SELECT count(*) FROM exact_further WHERE k_right IN (SELECT k_right FROM exact_links)) AS further_left,
      (SELECT count(*) FROM exact_further WHERE k_right NOT IN (SELECT k_right FROM exact_links)) AS further_right`);
  const accepted = await engine.rows<{ accepted: number; n: number }>(
    'SELECT accepted, count(*) AS n FROM exact_pairs WHERE accepted >= 0 GROUP BY accepted ORDER BY accepted',
  );
  await engine.run('DROP TABLE exact_pairs');
  return {
    commonKeys: common.keys,
    commonKeyRecords: common.records,
    keyPairs: counts?.pairs ?? 0,
    accepted: Object.fromEntries(accepted.map((a) => [tier.accept[a.accepted]?.label ?? '', a.n])),
    links: counts?.links ?? 0,
    furtherLeft: counts?.further_left ?? 0,
    furtherRight: counts?.further_right ?? 0,
  };
}

/** Pairs that a decision contradicts leave the tier: their records are settled with the residue. */
async function obeyDecisions(engine: Engine, decided: string): Promise<void> {
  await engine.run(`
    UPDATE exact_pairs SET accepted = -1
    WHERE (k_left, k_right) IN (SELECT (k_left, k_right) FROM ${decided})
       OR k_left IN (SELECT k_left FROM ${decided} WHERE same) OR k_right IN (SELECT k_right FROM ${decided} WHERE same)`);
}

/** Table `common_keys`: keys that too many records of a side carry. */
async function listCommonKeys(
  engine: Engine,
  sides: [table: string, key: string][],
): Promise<{ keys: number; records: number }> {
  const select = sides.map(
    ([table, key]) =>
      `SELECT ${key} AS key, count(*) AS n FROM ${sqlName(table)} t WHERE ${key} IS NOT NULL GROUP BY 1 HAVING count(*) > ${KEY_HOLDERS}`,
  );
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE common_keys AS SELECT key, sum(n) AS n FROM (${select.join(' UNION ALL ')}) GROUP BY key`,
  );
  const [row] = await engine.rows<{ keys: number; records: number }>(
    'SELECT count(*) AS keys, coalesce(sum(n), 0) AS records FROM common_keys',
  );
  return { keys: row?.keys ?? 0, records: row?.records ?? 0 };
}

/** Left records that share all the fields with another left record: twins, or one person listed twice. */
async function listCompanions(
  engine: Engine,
  model: LinkModel,
  left: string,
  fields: string[],
): Promise<void> {
  const values = fields.map((f) => {
    const field = model.fields[f];
    if (!field) throw new ModelError(`unknown field '${f}'`);
    return rawField(field, 'left', 't');
  });
  const h = `hash(${values.join(', ')})`;
  const present = values.map((v) => `${v} IS NOT NULL`).join(' AND ');
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE companions AS
    SELECT t.rowid AS k FROM ${sqlName(left)} t
    WHERE ${present} AND ${h} IN (
      SELECT ${h} AS h FROM ${sqlName(left)} t WHERE ${present} GROUP BY ${h} HAVING count(*) > 1)`);
}

/**
 * A key may stand on several records of a side. The best-accepted pair wins, then the smaller identifier;
 * such pairs are few, so the ordering is only done for them.
 */
async function keepOnePerRecord(engine: Engine, left: string, right: string): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE contested AS
    WITH a AS (SELECT k_left, k_right FROM exact_pairs WHERE accepted >= 0),
    many AS (
      SELECT k_left, NULL AS k_right FROM a GROUP BY k_left HAVING count(*) > 1
      UNION ALL
      SELECT NULL, k_right FROM a GROUP BY k_right HAVING count(*) > 1)
    SELECT a.k_left, a.k_right FROM a
    WHERE a.k_left IN (SELECT k_left FROM many WHERE k_left IS NOT NULL)
       OR a.k_right IN (SELECT k_right FROM many WHERE k_right IS NOT NULL);
    CREATE OR REPLACE TEMP TABLE contest AS
    SELECT p.k_left, p.k_right, p.accepted,
      row_number() OVER (ORDER BY p.accepted, l.id, r.id) AS place
    FROM exact_pairs p JOIN contested c USING (k_left, k_right)
    JOIN ${sqlName(left)} l ON l.rowid = p.k_left JOIN ${sqlName(right)} r ON r.rowid = p.k_right`);
  const contest = await engine.rows<{ k_left: number; k_right: number }>(
    'SELECT k_left::DOUBLE AS k_left, k_right::DOUBLE AS k_right FROM contest ORDER BY place',
  );
  const takenLeft = new Set<number>();
  const takenRight = new Set<number>();
  const lost: { k_left: number; k_right: number }[] = [];
  for (const pair of contest) {
    if (takenLeft.has(pair.k_left) || takenRight.has(pair.k_right)) {
      lost.push(pair);
      continue;
    }
    takenLeft.add(pair.k_left);
    takenRight.add(pair.k_right);
  }
  await engine.load('exact_further', [
    { name: 'k_left', type: 'INTEGER', values: lost.map((p) => p.k_left) },
    { name: 'k_right', type: 'INTEGER', values: lost.map((p) => p.k_right) },
  ]);
  await engine.run(`
    CREATE OR REPLACE TABLE exact_links AS
    SELECT k_left, k_right, accepted FROM exact_pairs p
    WHERE accepted >= 0 ${lost.length > 0 ? 'AND NOT EXISTS (SELECT 1 FROM exact_further f WHERE f.k_left = p.k_left AND f.k_right = p.k_right)' : ''};
    CREATE OR REPLACE TEMP TABLE exact_rejected AS SELECT k_left, k_right FROM exact_pairs WHERE accepted < 0;
    DROP TABLE contested; DROP TABLE contest;`);
}

/** A test on raw columns l_<field>, r_<field> and similar_<field>. */
function rawTestSql(test: FieldTest): string {
  if (test.is === 'alone') return 'alone';
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
