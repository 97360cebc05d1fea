import { sqlName } from '../engine/quote.ts';
import type { BlockingRule, BlockKey, LinkModel } from '../model/link-model.ts';
import type { Dialect } from './dialect.ts';
import type { Side } from './source-sql.ts';
import { BIT_FRACTION, column, WORD_POSITIONS } from './standard-columns.ts';
import { ModelError } from './test-sql.ts';

/** Pairs of one block beyond which it is left out (and reported) unless the rule says otherwise. */
export const DEFAULT_BLOCK_CAP = 20_000;

/** One key part: the values a record offers (SQL list or scalar) and what must hold for it to offer any. */
interface KeyPart {
  /** A scalar expression, or a list when `many`. */
  sql: string;
  many: boolean;
  where: string;
}

/** SELECT k, h: the hashed blocking keys of one side under a rule; a record may have several, or none. */
export function blockKeysSql(
  rule: BlockingRule,
  side: Side,
  table: string,
  model: LinkModel,
  dialect: Dialect,
): string {
  const parts = rule.keys.map((key) => keyPart(key, side, model, dialect));
  const many = parts.filter((p) => p.many);
  if (many.length > 1) throw new ModelError(`blocking rule '${rule.name}' has more than one many-valued key`);
  const where = parts.map((p) => p.where).join(' AND ');
  const list = many[0];
  const source = list
    ? `SELECT k, ${parts.map((p, i) => `${p.many ? dialect.unnest(p.sql) : p.sql} AS p${i}`).join(', ')} FROM ${sqlName(table)} WHERE ${where}`
    : `SELECT k, ${parts.map((p, i) => `${p.sql} AS p${i}`).join(', ')} FROM ${sqlName(table)} WHERE ${where}`;
  const present = parts.map((_, i) => `p${i} IS NOT NULL`).join(' AND ');
  return `SELECT k, ${dialect.hash(parts.map((_, i) => `p${i}`))} AS h FROM (${source}) WHERE ${present}`;
}

function keyPart(key: BlockKey, side: Side, model: LinkModel, dialect: Dialect): KeyPart {
  if (key.use === 'linked-group') throw new ModelError("'linked-group' stands alone in a blocking rule");
  const field = model.fields[key.field];
  if (!field) throw new ModelError(`unknown field '${key.field}'`);
  const value = column.value(key.field);
  const part = (p: 'year' | 'month' | 'day') => column.part(key.field, p);
  const one = (sql: string, where = 'true'): KeyPart => ({ sql, many: false, where });
  switch (key.use) {
    case 'value':
      return field.kind === 'words'
        ? one(`nullif(${column.joined(key.field)}, '')`)
        : one(value, `${value} IS NOT NULL`);
    case 'year':
    case 'month':
    case 'day':
      return one(part(key.use), `${value} IS NOT NULL`);
    case 'swapped':
      return side === 'right'
        ? one(value, `${part('day')} <= 12`)
        : one(
            dialect.makeDate(part('year'), part('day'), part('month')),
            `${part('day')} <= 12 AND ${part('day')} <> ${part('month')}`,
          );
    case 'first-of-january':
      return one(part('year'), `${part('month')} = 1 AND ${part('day')} = 1`);
    case 'first':
    case 'last': {
      if (field.kind !== 'digits') throw new ModelError(`'${key.use}' needs a digits field`);
      const cut = 10 ** (key.use === 'first' ? field.length - key.digits : key.digits);
      return one(`${value} ${key.use === 'first' ? '//' : '%'} ${cut}`, `${value} IS NOT NULL`);
    }
    case 'any-word': {
      const least = Math.max(1, Math.round((key.bits ?? 0) * BIT_FRACTION));
      const words = WORD_POSITIONS.map(
        (i) => `CASE WHEN ${column.bits(key.field, i)} >= ${least} THEN ${column.sound(key.field, i)} END`,
      );
      return { sql: dialect.list(words), many: true, where: `${column.bits(key.field, 1)} >= ${least}` };
    }
    case 'minor':
      return one(`nullif(${column.minor(key.field)}, 0)`);
    case 'placeholder':
      return one('true', side === 'right' ? column.flag(key.field) : 'true');
    case 'rarest-two': {
      const [a, b] = [column.sound(key.field, 1), column.sound(key.field, 2)];
      return one(`least(${a}, ${b}) * 16777216::BIGINT + greatest(${a}, ${b})`, `${b} <> 0`);
    }
    case 'all-words':
      return one(`nullif(${column.joined(key.field)}, '')`);
    case 'crosswise': {
      const other = column.value(key.other);
      return {
        sql: dialect.list([value, `CASE WHEN ${other} IS DISTINCT FROM ${value} THEN ${other} END`]),
        many: true,
        where: `(${value} IS NOT NULL OR ${other} IS NOT NULL)`,
      };
    }
  }
}
