import { rawField } from '../compile/source-sql.ts';
import { ModelError } from '../compile/test-sql.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlName } from '../engine/quote.ts';
import type { LinkModel } from '../model/link-model.ts';

/** How many times larger than the left residue the right one must be before narrowing pays. */
const FAR_LARGER = 20;

/**
 * The size of the right residue when it is so much larger than the left one that narrowing pays (priors need it);
 * undefined when the sides are of comparable size, or the model names no narrowing fields.
 */
export async function farLargerRight(
  engine: Engine,
  model: LinkModel,
  { left, right }: { left: string; right: string },
): Promise<number | undefined> {
  if (!model.narrowing) return undefined;
  const linked = model.exactTier ? '(SELECT count(*) FROM exact_links)' : '0';
  const [size] = await engine.rows<{ l: number; r: number }>(
    `SELECT (SELECT count(*) FROM ${sqlName(left)}) - ${linked} AS l, (SELECT count(*) FROM ${sqlName(right)}) - ${linked} AS r`,
  );
  return size && size.r >= FAR_LARGER * size.l ? size.r : undefined;
}

/**
 * Table `narrowed` (k): the right records of the residue that agree with somebody of the left residue (or of the sampled
 * records) on one of the model's narrowing fields (dates also crosswise with one another).
 */
export async function narrow(
  engine: Engine,
  model: LinkModel,
  { left, right }: { left: string; right: string },
): Promise<void> {
  const fields = model.narrowing ?? [];
  const raw = (name: string, side: 'left' | 'right') => {
    const field = model.fields[name];
    if (!field) throw new ModelError(`unknown narrowing field '${name}'`);
    return rawField(field, side, 't');
  };
  const dates = fields.filter((f) => model.fields[f]?.kind === 'date');
  const values = (names: string[]) =>
    names
      .map((f) => `SELECT ${raw(f, 'left')} AS v FROM narrow_left t WHERE ${raw(f, 'left')} IS NOT NULL`)
      .join(' UNION ');
  const agrees = fields.map((f) => `${raw(f, 'right')} IN (${values(dates.includes(f) ? dates : [f])})`);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE narrow_left AS SELECT t.* FROM ${sqlName(left)} t SEMI JOIN rows_left x ON x.k = t.rowid;
    CREATE OR REPLACE TABLE narrowed AS
    SELECT k FROM (SELECT t.rowid AS k FROM ${sqlName(right)} t WHERE ${agrees.join(' OR ')}) t
    ${model.exactTier ? 'ANTI JOIN exact_links e ON e.k_right = t.k' : ''};
    DROP TABLE narrow_left`);
}
