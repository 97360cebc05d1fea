import { sqlName } from '../engine/quote.ts';
import type { Comparison, LinkModel } from '../model/link-model.ts';
import type { Dialect } from './dialect.ts';
import { column, DATE_PARTS, datesByPart, WORD_POSITIONS } from './standard-columns.ts';
import { MISSING, pairColumn, testSql } from './test-sql.ts';

/** What a pair knows of itself before any field is compared. */
export const PAIR_FACTS = ['linked_group', 'kin'];

/**
 * Compares pairs. `pairs` is a table of k_left, k_right, the PAIR_FACTS and the columns in `keep`;
 * the result has k_left, k_right, `keep` and one column c_<comparison> with the level's code.
 * Each step is a projection of its own, so that every similarity is computed once per pair.
 */
export function comparisonSql(
  model: LinkModel,
  dialect: Dialect,
  input: { pairs: string; left: string; right: string; keep?: string[] },
): string {
  const keep = input.keep ?? [];
  const comparisons = model.comparisons.filter((c) => c.side === undefined);
  const used = [...new Set(comparisons.flatMap(usedFields))];
  const words = used.filter((name) => model.fields[name]?.kind === 'words');
  const columns = used.flatMap((field) => recordColumns(field, model));
  if (model.group && model.exactTier) columns.push(column.groupLinked);

  const own = ['k_left', 'k_right', ...PAIR_FACTS, ...keep];
  let sql = `
    SELECT ${own.map((c) => `pairs.${c}`).join(', ')}
      ${columns.map((c) => `, l.${c} AS ${pairColumn('l', c)}, r.${c} AS ${pairColumn('r', c)}`).join('')}
    FROM ${input.pairs} pairs
    JOIN ${sqlName(input.left)} l ON l.k = pairs.k_left
    JOIN ${sqlName(input.right)} r ON r.k = pairs.k_right`;

  const steps = [
    words.flatMap((f) => [
      `${matchedBits(f, 'l', 'r')} AS left_matched_${f}`,
      `${matchedBits(f, 'r', 'l')} AS right_matched_${f}`,
    ]),
    words.map((f) => `${similarity(f, dialect)} AS similar_${f}`),
    ...dependencyOrder(comparisons).map((group) =>
      group.map((c) => `${levelSql(c, model, dialect)} AS c_${c.name}`),
    ),
  ];
  for (const step of steps) if (step.length > 0) sql = `SELECT *, ${step.join(',\n  ')} FROM (${sql})`;
  const levels = comparisons.map((c) => `c_${c.name}::TINYINT AS c_${c.name}`);
  return `SELECT ${['k_left', 'k_right', ...keep, ...levels].join(', ')} FROM (${sql})`;
}

/** SELECT k and one column c_<comparison> with the level's code, of the comparisons of the right record alone. */
export function standingSql(model: LinkModel, dialect: Dialect, right: string): string {
  const alone = model.comparisons.filter((c) => c.side === 'right');
  const fields = [...new Set(alone.map((c) => c.field))].map(column.value);
  const codes = alone.map((c) => {
    const when = c.levels.map((level, i) => {
      const tests = level.all.map((test) => testSql(test, c.field, model, dialect));
      return `WHEN ${tests.join(' AND ')} THEN ${i + 1}`;
    });
    const missing = `WHEN ${pairColumn('r', column.value(c.field))} IS NULL THEN ${MISSING}`;
    return `(CASE ${when.join(' ')} ${missing} ELSE ${c.levels.length + 1} END)::INTEGER AS c_${c.name}`;
  });
  const read = fields.map((name) => `, ${name} AS ${pairColumn('r', name)}`).join('');
  return `SELECT ${['k', ...codes].join(', ')} FROM (SELECT k${read} FROM ${sqlName(right)})`;
}

/** Comparisons that look at others come after them. */
function dependencyOrder(comparisons: Comparison[]): Comparison[][] {
  const looksAtOthers = (c: Comparison) =>
    c.levels.some((l) => l.all.some((t) => t.is === 'other-comparison'));
  return [comparisons.filter((c) => !looksAtOthers(c)), comparisons.filter(looksAtOthers)];
}

function usedFields(comparison: Comparison): string[] {
  const others = comparison.levels.flatMap((l) =>
    l.all.flatMap((t) => (t.is === 'crosswise' || t.is === 'agrees' ? [t.field] : [])),
  );
  return [comparison.field, ...others];
}

/** The columns of a standardised record that the tests of a field read. */
function recordColumns(field: string, model: LinkModel): string[] {
  switch (model.fields[field]?.kind) {
    case 'words':
      return [
        ...WORD_POSITIONS.flatMap((i) => [column.sound(field, i), column.bits(field, i)]),
        column.total(field),
        column.joined(field),
        column.minor(field),
        column.rank(field),
        column.flag(field),
      ];
    case 'date': {
      const parts = datesByPart(model).has(field) ? DATE_PARTS : [];
      return [column.value(field), ...parts.map((part) => column.part(field, part))];
    }
    default:
      return [column.value(field)];
  }
}

/** The code of the first level that holds; a test on a missing value never holds. */
function levelSql(comparison: Comparison, model: LinkModel, dialect: Dialect): string {
  const { field, levels } = comparison;
  const when = levels.map((level, i) => {
    const tests = level.all.map((test) => testSql(test, field, model, dialect));
    return `WHEN ${tests.join(' AND ')} THEN ${i + 1}`;
  });
  const nothingToSay = `WHEN ${missingSql(comparison, model)} THEN ${MISSING}`;
  // Words of a placeholder are somebody else's name: they are asked about first. Other missing values fail every test.
  const order = model.fields[field]?.kind === 'words' ? [nothingToSay, ...when] : [...when, nothingToSay];
  return `CASE ${order.join(' ')} ELSE ${levels.length + 1} END`;
}

function missingSql({ field, levels }: Comparison, model: LinkModel): string {
  const either = (name: string, condition: string) =>
    `${pairColumn('l', name)} ${condition} OR ${pairColumn('r', name)} ${condition}`;
  if (model.fields[field]?.kind !== 'words') return either(column.value(field), 'IS NULL');
  const aboutKin = levels.some((level) => level.all.some((test) => test.is === 'kin'));
  return aboutKin
    ? 'kin IS NULL'
    : `${either(column.total(field), '= 0')} OR ${either(column.flag(field), '')}`;
}

/**
 * Information, in eighths of a bit, of the words of one side that the other side also has. Words are compared by
 * their sound, because equal words have equal sounds.
 */
function matchedBits(field: string, of: 'l' | 'r', other: 'l' | 'r'): string {
  const sound = (side: 'l' | 'r', i: number) => pairColumn(side, column.sound(field, i));
  const terms = WORD_POSITIONS.map((i) => {
    const same = WORD_POSITIONS.map((j) => `${sound(of, i)} = ${sound(other, j)}`);
    // A product, because the condition of a CASE is asked row by row.
    return `${pairColumn(of, column.bits(field, i))} * CAST((${same.join(' OR ')}) AS INTEGER)`;
  });
  return `(${terms.join(' + ')})`;
}

function similarity(field: string, dialect: Dialect): string {
  const [lTotal, rTotal] = [pairColumn('l', column.total(field)), pairColumn('r', column.total(field))];
  const [lText, rText] = [pairColumn('l', column.joined(field)), pairColumn('r', column.joined(field))];
  return `CASE WHEN ${lTotal} = 0 OR ${rTotal} = 0 THEN 0
    WHEN left_matched_${field} = ${lTotal} AND right_matched_${field} = ${rTotal} THEN 1
    ELSE ${dialect.jaroWinkler(lText, rText)} END`;
}
