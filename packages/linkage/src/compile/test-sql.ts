import { sqlString } from '../engine/quote.ts';
import type { LinkModel, Test } from '../model/link-model.ts';
import type { Dialect } from './dialect.ts';
import { BIT_FRACTION, column } from './standard-columns.ts';

/** Thrown for a test that makes no sense for its field; names both. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** Level codes: 0 missing, 1..n the listed levels, n + 1 different. */
export const MISSING = 0;

/** The column of one side in a joined pair. */
export function pairColumn(side: 'l' | 'r', name: string): string {
  return `${side}_${name}`;
}

/** The SQL condition of a test on a joined pair: columns l_<name>, r_<name> and the pair's own. */
export function testSql(test: Test, fieldName: string, model: LinkModel, dialect: Dialect): string {
  const field = model.fields[fieldName];
  if (!field) throw new ModelError(`unknown field '${fieldName}'`);
  const words = field.kind === 'words';
  const l = words ? pairColumn('l', column.joined(fieldName)) : pairColumn('l', column.value(fieldName));
  const r = words ? pairColumn('r', column.joined(fieldName)) : pairColumn('r', column.value(fieldName));
  const part = (side: 'l' | 'r', p: 'year' | 'month' | 'day') => pairColumn(side, column.part(fieldName, p));
  const samePart = (p: 'year' | 'month' | 'day') => `${part('l', p)} = ${part('r', p)}`;
  const matched = (side: 'l' | 'r') => `${side === 'l' ? 'left' : 'right'}_matched_${fieldName}`;
  const bits = (n: number) => Math.round(n * BIT_FRACTION);

  switch (test.is) {
    case 'same':
      return `${l} = ${r}`;
    case 'similar':
      return `(${l} <> '' AND ${r} <> '' AND ${dialect.jaroWinkler(l, r)} >= ${test.atLeast})`;
    case 'truncated':
      return `(least(length(${l}), length(${r})) >= ${test.letters} AND (starts_with(${l}, ${r}) OR starts_with(${r}, ${l})))`;
    case 'one-digit':
      return nearDigits(l, r, `${dialect.hamming(`${l}::VARCHAR`, `${r}::VARCHAR`)} = 1`, 1);
    case 'transposed':
      return nearDigits(
        l,
        r,
        `${dialect.hamming(`${l}::VARCHAR`, `${r}::VARCHAR`)} = 2 AND ${dialect.damerau(`${l}::VARCHAR`, `${r}::VARCHAR`)} = 1`,
        9,
      );
    case 'offset':
      return `abs(${l} - ${r}) = ${test.by}`;
    case 'prefix': {
      const cut = 10 ** (digitsOf(field) - test.length);
      return `${l} // ${cut} = ${r} // ${cut}`;
    }
    case 'suffix': {
      digitsOf(field);
      const cut = 10 ** test.length;
      return `${l} % ${cut} = ${r} % ${cut}`;
    }
    case 'day-month-swapped':
      return `(${part('l', 'day')} = ${part('r', 'month')} AND ${part('l', 'month')} = ${part('r', 'day')} AND ${samePart('year')})`;
    case 'parts':
      return `(${test.parts.map(samePart).join(' AND ')})`;
    case 'first-of-january':
      return `(${samePart('year')} AND ((${part('l', 'month')} = 1 AND ${part('l', 'day')} = 1) OR (${part('r', 'month')} = 1 AND ${part('r', 'day')} = 1)))`;
    case 'days': {
      const days = test.days.map((day) => Number(day.replace('-', ''))).join(', ');
      const on = (side: 'l' | 'r') => `${part(side, 'month')} * 100 + ${part(side, 'day')} IN (${days})`;
      return `(${on('l')} AND ${on('r')})`;
    }
    case 'years':
      return `abs(${part('l', 'year')} - ${part('r', 'year')}) <= ${test.within}`;
    case 'crosswise': {
      const ol = pairColumn('l', column.value(test.field));
      const or = pairColumn('r', column.value(test.field));
      return `coalesce(${l} = ${r} OR ${l} = ${or} OR ${ol} = ${r} OR ${ol} = ${or}, false)`;
    }
    case 'other-comparison':
      return `c_${test.comparison} IN (${levelCodes(model, test.comparison, test.levels).join(', ')})`;
    case 'agrees':
      return `${pairColumn('l', column.value(test.field))} = ${pairColumn('r', column.value(test.field))}`;
    case 'one-of':
      return `${r} IN (${test.values.map(sqlString).join(', ')})`;
    case 'all-words':
      return `(${pairColumn('l', column.total(fieldName))} > 0 AND ${matched('l')} = ${pairColumn('l', column.total(fieldName))} AND ${matched('r')} = ${pairColumn('r', column.total(fieldName))} AND least(${matched('l')}, ${matched('r')}) >= ${bits(test.bits)})`;
    case 'all-words-of-one':
      return `((${matched('l')} = ${pairColumn('l', column.total(fieldName))} OR ${matched('r')} = ${pairColumn('r', column.total(fieldName))}) AND least(${matched('l')}, ${matched('r')}) >= ${bits(test.bits)})`;
    case 'some-words':
      return `least(${matched('l')}, ${matched('r')}) >= ${bits(test.bits)}`;
    case 'similar-words':
      return `(similar_${fieldName} >= ${test.atLeast} AND least(${pairColumn('l', column.total(fieldName))}, ${pairColumn('r', column.total(fieldName))}) >= ${bits(test.bits)})`;
    case 'same-minor':
      return `(${pairColumn('l', column.minor(fieldName))} <> 0 AND ${pairColumn('l', column.minor(fieldName))} = ${pairColumn('r', column.minor(fieldName))})`;
    case 'same-rank':
      return `(${pairColumn('l', column.rank(fieldName))} <> 0 AND ${pairColumn('l', column.rank(fieldName))} = ${pairColumn('r', column.rank(fieldName))})`;
    case 'minor-missing':
      return `(${pairColumn('l', column.minor(fieldName))} = 0 OR ${pairColumn('r', column.minor(fieldName))} = 0)`;
    case 'kin':
      return 'kin';
    case 'same-group':
      return `${l} = ${r}`;
    case 'linked-group':
      return 'linked_group';
    case 'other-group':
      return `(${pairColumn('l', column.groupLinked)} AND ${pairColumn('r', column.groupLinked)})`;
  }
}

/** The codes of named levels of a comparison. */
function levelCodes(model: LinkModel, comparison: string, labels: string[]): number[] {
  const found = model.comparisons.find((c) => c.name === comparison);
  if (!found) throw new ModelError(`unknown comparison '${comparison}'`);
  return labels.map((label) => {
    if (label === 'missing') return MISSING;
    if (label === 'different') return found.levels.length + 1;
    const i = found.levels.findIndex((level) => level.label === label);
    if (i < 0) throw new ModelError(`comparison '${comparison}' has no level '${label}'`);
    return i + 1;
  });
}

function digitsOf(field: LinkModel['fields'][string]): number {
  if (field.kind !== 'digits') throw new ModelError(`a digit test on a field of kind '${field.kind}'`);
  return field.length;
}

/**
 * Text distance on numbers is dear, so arithmetic comes first: one wrong digit makes a difference of d x 10^k,
 * two neighbours exchanged one of 9 d x 10^k. Only such pairs are measured (a borrow can look the same).
 */
function nearDigits(l: string, r: string, condition: string, factor: 1 | 9): string {
  const difference = `abs(${l} - ${r})`;
  const power = `CAST(pow(10, floor(log10(${difference}))) AS BIGINT)`;
  const looksNear =
    factor === 1
      ? `${difference} % ${power} = 0`
      : `(${difference} % greatest(${power} // 10, 1) = 0 AND (${difference} // greatest(${power} // 10, 1)) % 9 = 0)`;
  return `CASE WHEN ${l} = ${r} THEN false WHEN ${looksNear} AND length(${l}::VARCHAR) = length(${r}::VARCHAR) THEN ${condition} ELSE false END`;
}
