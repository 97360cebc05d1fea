import { join } from './json-reader.ts';
import { checkParameters, knownField, type ModelFacts } from './model-facts.ts';
import { KEYS, type KeyName } from './model-vocabulary.ts';

/** Which rules proposed a pair is kept as bits of a number. */
const MOST_RULES = 30;

/** Checks the blocking rules and their keys. */
export function checkBlocking(value: unknown, facts: ModelFacts): void {
  const { read } = facts;
  const rules = read.list(value, 'blocking') ?? [];
  if (rules.length > MOST_RULES)
    read.report('blocking', `${rules.length} rules are too many`, `at most ${MOST_RULES}`);
  const names = rules.map((entry, i) => {
    const path = `blocking[${i}]`;
    const rule = read.object(entry, path, ['name', 'keys'], ['cap', 'crowded']);
    if (!rule) return undefined;
    if (rule.cap !== undefined)
      read.number(rule.cap, join(path, 'cap'), { from: 1, to: 1_000_000_000, whole: true });
    const usesOf = (part: 'keys' | 'crowded') =>
      (read.list(rule[part], join(path, part)) ?? []).map((key, j) =>
        checkKey(key, join(join(path, part), j), facts),
      );
    const uses = [...usesOf('keys'), ...(rule.crowded === undefined ? [] : usesOf('crowded'))];
    const many = uses.filter((use) => use !== undefined && KEYS[use].many);
    if (many.length > 1)
      read.report(
        path,
        `${many.join(' and ')}: more than one key with several values a record`,
        'one such key',
      );
    if (uses.includes('linked-group') && uses.length > 1)
      read.report(path, "'linked-group' has company", 'a rule with this key alone');
    return read.text(rule.name, join(path, 'name'));
  });
  read.unique(names, (i) => `blocking[${i}].name`);
}

function checkKey(value: unknown, path: string, facts: ModelFacts): KeyName | undefined {
  const { read } = facts;
  const key = read.anyObject(value, path);
  const use = key && read.oneOf(key.use, join(path, 'use'), Object.keys(KEYS) as KeyName[]);
  if (!key || !use) return undefined;
  const usage = KEYS[use];
  if (use === 'linked-group') {
    read.object(value, path, ['use']);
    if (facts.groupField === undefined || !facts.hasExactTier)
      read.report(
        path,
        "'linked-group' needs what an exact tier says about groups",
        'a model with group and exactTier',
      );
    return use;
  }
  const required = ['field', 'use', ...Object.keys(usage.parameters)];
  read.object(value, path, required, Object.keys(usage.optional ?? {}));
  const field = knownField(facts, key.field, join(path, 'field'), usage.kinds, `the key '${use}'`);
  checkParameters(facts, key, path, usage, field);
  return use;
}
