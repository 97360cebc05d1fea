import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';

/** A key on more records of one side than this is not anybody's number (a placeholder): it settles nothing. */
const KEY_HOLDERS = 8;
/** One record in so many is looked at for keys that would make pairs without end. */
const ONE_IN = 64;
/** A key on more of the records looked at than this is counted in full. */
const SUSPICIOUS = 2;

/** Keys that both sides have and one side has on too many records. */
interface CommonKeys {
  keys: number;
  /** Records of both sides that carry them. */
  records: number;
}

/** A table and the SQL of the key of its row `t`. */
type KeySource = readonly [table: string, key: string];

/**
 * Table `common_keys` (key): the keys that so many records carry that pairing them must not be tried. Found
 * in a sample, so that a register without such keys does not pay for counting all of them.
 */
export async function listCommonKeys(engine: Engine, left: KeySource, right: KeySource): Promise<CommonKeys> {
  const sampled = ([table, key]: KeySource) =>
    `SELECT ${key} AS key FROM ${sqlName(table)} t WHERE t.rowid % ${ONE_IN} = 0 AND ${key} IS NOT NULL
     GROUP BY 1 HAVING count(*) > ${SUSPICIOUS}`;
  const counted = ([table, key]: KeySource) =>
    `SELECT ${key} AS key, count(*) AS n FROM ${sqlName(table)} t WHERE ${key} IN (SELECT key FROM suspicious) GROUP BY 1`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE suspicious AS ${sampled(left)} UNION ${sampled(right)}`);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE common_keys AS
    SELECT l.key, l.n + r.n AS records FROM (${counted(left)}) l JOIN (${counted(right)}) r USING (key)
    WHERE greatest(l.n, r.n) > ${KEY_HOLDERS};
    DROP TABLE suspicious`);
  const [common] = await engine.rows<{ keys: number; records: number }>(
    'SELECT count(*) AS keys, coalesce(sum(records), 0) AS records FROM common_keys',
  );
  return common ?? { keys: 0, records: 0 };
}

/** What the pairs that share a key say of the records of both sides. */
export interface KeyPairs extends CommonKeys {
  /** How many pairs a record has, by its rowid; records beyond the end have none. Pairs taken out do not count. */
  left: Uint32Array;
  right: Uint32Array;
}

/**
 * Looks through the pairs of `exact_links` for keys that several records of a side carry: table `shared_pairs`
 * (k_left, k_right). Pairs of keys on too many records are taken out of `exact_links`. A record has one key,
 * so the pairs of a record are the records of the other side with its key.
 */
export async function separateSharedKeys(engine: Engine): Promise<KeyPairs> {
  const { k_left: lefts = new Int32Array(), k_right: rights = new Int32Array() } = await engine.integers(
    'SELECT k_left, k_right FROM exact_links',
  );
  const [left, right] = [occurrences(lefts), occurrences(rights)];
  const shared: number[] = [];
  const tooMany: number[] = [];
  let [keys, records] = [0, 0];
  for (let i = 0; i < lefts.length; i++) {
    const [l, r] = [lefts[i] as number, rights[i] as number];
    const onRight = left[l] as number;
    const onLeft = right[r] as number;
    if (onLeft > KEY_HOLDERS || onRight > KEY_HOLDERS) {
      tooMany.push(i);
      // A key appears once in each of its pairs.
      keys += 1 / (onLeft * onRight);
      records += (onLeft + onRight) / (onLeft * onRight);
    } else if (onLeft > 1 || onRight > 1) shared.push(i);
  }
  const load = (table: string, pairs: number[]) =>
    engine.load(table, [
      { name: 'k_left', type: 'INTEGER', values: Int32Array.from(pairs, (i) => lefts[i] as number) },
      { name: 'k_right', type: 'INTEGER', values: Int32Array.from(pairs, (i) => rights[i] as number) },
    ]);
  await load('shared_pairs', shared);
  if (tooMany.length > 0) {
    for (const i of tooMany) {
      left[lefts[i] as number] = 0;
      right[rights[i] as number] = 0;
    }
    await load('common_pairs', tooMany);
    await engine.run(`
      DELETE FROM exact_links USING common_pairs c
      WHERE c.k_left = exact_links.k_left AND c.k_right = exact_links.k_right;
      DROP TABLE common_pairs`);
  }
  return { keys: Math.round(keys), records: Math.round(records), left, right };
}

/** Takes one pair out of the counts. */
export function takeOut({ left, right }: Pick<KeyPairs, 'left' | 'right'>, l: number, r: number): void {
  left[l] = (left[l] as number) - 1;
  right[r] = (right[r] as number) - 1;
}

/** How often each number occurs. */
function occurrences(numbers: Int32Array): Uint32Array {
  let most = -1;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i] as number);
  const found = new Uint32Array(most + 1);
  for (let i = 0; i < numbers.length; i++)
    found[numbers[i] as number] = (found[numbers[i] as number] as number) + 1;
  return found;
}
