import { NAME, NAME_SHAPE } from './check-fields.ts';
import { join } from './json-reader.ts';
import { checkParameters, knownField, type ModelFacts } from './model-facts.ts';
import { FIELD_KINDS, TESTS, type TestName } from './model-vocabulary.ts';

/** A pattern is one number that JavaScript holds exactly. */
const MOST_PATTERNS = 2 ** 52;

/** Checks the comparisons and the tests of their levels. */
export function checkComparisons(value: unknown, facts: ModelFacts): void {
  const { read, levels } = facts;
  let patterns = 1;
  let ended = false;
  const names = (read.list(value, 'comparisons') ?? []).map((entry, i) => {
    const path = `comparisons[${i}]`;
    const comparison = read.object(entry, path, ['name', 'field', 'levels'], ['side']);
    if (!comparison) return undefined;
    const alone = comparison.side !== undefined;
    if (alone) read.oneOf(comparison.side, join(path, 'side'), ['right']);
    else if (ended)
      read.report(path, 'comes after a comparison of the right record alone', 'an earlier place');
    ended ||= alone;
    const field = knownField(facts, comparison.field, join(path, 'field'), FIELD_KINDS);
    const list = read.list(comparison.levels, join(path, 'levels')) ?? [];
    const labels = list.map((level, j) => checkLevel(level, `${path}.levels[${j}]`, field, facts, alone));
    read.unique(['missing', 'different', ...labels], (j) => `${path}.levels[${j - 2}].label`);
    for (const share of ['m', 'u'] as const) checkSum(list, share, join(path, 'levels'), facts);
    patterns *= list.length + 2;
    const name = read.text(comparison.name, join(path, 'name'));
    if (name === undefined) return undefined;
    if (!NAME.test(name)) read.report(join(path, 'name'), `'${name}' is not a name`, NAME_SHAPE);
    levels.set(name, ['missing', ...labels.filter((label) => label !== undefined), 'different']);
    return name;
  });
  read.unique(names, (i) => `comparisons[${i}].name`);
  if (patterns > MOST_PATTERNS)
    read.report('comparisons', 'their levels make more than 2^52 patterns', 'fewer comparisons or levels');
}

function checkLevel(
  value: unknown,
  path: string,
  field: string | undefined,
  facts: ModelFacts,
  alone: boolean,
): string | undefined {
  const { read } = facts;
  const level = read.object(value, path, ['label', 'all'], ['m', 'u']);
  if (!level) return undefined;
  read.list(level.all, join(path, 'all'))?.forEach((test, i) => {
    checkTest(test, `${path}.all[${i}]`, field, facts, alone);
  });
  for (const share of ['m', 'u'] as const)
    if (level[share] !== undefined) read.probability(level[share], join(path, share));
  return read.text(level.label, join(path, 'label'));
}

/** Shares of one comparison must leave room for 'different'. */
function checkSum(levels: unknown[], share: 'm' | 'u', path: string, { read }: ModelFacts): void {
  const given = levels.map((level) => (level as Record<string, unknown> | null)?.[share]);
  const sum = given.reduce((a: number, p) => a + (typeof p === 'number' ? p : 0), 0);
  if (sum > 1 && given.every((p) => typeof p !== 'number' || p < 1))
    read.report(path, `the ${share} of all levels add up to ${sum.toPrecision(3)}`, 'at most 1');
}

function checkTest(
  value: unknown,
  path: string,
  field: string | undefined,
  facts: ModelFacts,
  alone: boolean,
): void {
  const { read } = facts;
  const test = read.anyObject(value, path);
  const is = test && read.oneOf(test.is, join(path, 'is'), Object.keys(TESTS) as TestName[]);
  if (!test || !is) return;
  const usage = TESTS[is];
  read.object(value, path, ['is', ...Object.keys(usage.parameters)]);
  const kind = field === undefined ? undefined : facts.kinds.get(field);
  if (kind && !usage.kinds.includes(kind))
    read.report(
      path,
      `'${is}' does not fit '${field}', which is ${kind}`,
      `'${is}' on ${usage.kinds.join(', ')}`,
    );
  if (alone !== (usage.alone ?? false))
    read.report(
      path,
      `'${is}' ${alone ? 'looks at pairs' : 'looks at the right record alone'}`,
      alone ? "'one-of'" : "a comparison with side 'right'",
    );
  if (usage.group && field !== undefined && field !== facts.groupField)
    read.report(path, `'${is}' is about groups, and '${field}' is not group.field`, 'the field of the group');
  if (usage.kin && field !== undefined && field !== facts.kinField)
    read.report(path, `'kin' needs group.kin on '${field}'`, 'the field of group.kin');
  if (usage.exactTier && !facts.hasExactTier)
    read.report(path, `'${is}' needs what an exact tier says`, 'a model with exactTier');
  checkParameters(facts, test, path, usage, field);
}
